/// One thing that is read for itself: a file, standard input, or what lies inside of one.
struct Document {
  enum Content {
    case bytes(ByteSource)
    case sheet(Worksheet)
    /// It can't be opened.
    case refused(RefusalReason)
  }

  /// As reports show it: `paket.zip/maj.csv`, `maj.xlsx, blad Sjuklöner`.
  let name: String
  /// The name without folders; `nil` for standard input.
  let fileName: String?
  /// Whether a person named it, so that she is told where it is no table of ours.
  let isNamed: Bool
  let content: Content

  /// Hands over what lies in a source, one document after the other.
  ///
  /// - Returns: Whether the source is read as it is, and not unpacked.
  @discardableResult
  static func each(in source: InputSource, _ take: (Document) -> Void) -> Bool {
    var unpacking = Unpacking()
    return !unpacking.open(Document(source), depth: 0, take)
  }

  private init(_ source: InputSource) {
    name = source.name
    switch source {
    case .standardInput: (fileName, isNamed) = (nil, true)
    case .file(let path, let isNamed):
      fileName = path.split(separator: "/").last.map(String.init)
      self.isNamed = isNamed
    }
    do { content = .bytes(try ByteSource(source)) } catch { content = .refused(error) }
  }

  init(name: String, fileName: String?, isNamed: Bool, _ content: Content) {
    (self.name, self.fileName, self.isNamed, self.content) = (name, fileName, isNamed, content)
  }

  var sheet: Worksheet? {
    if case .sheet(let sheet) = content { sheet } else { nil }
  }

  /// What stands between a workbook's name and a sheet's.
  static let sheetMark = ", blad "
}
