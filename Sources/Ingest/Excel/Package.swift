/// The parts of a workbook in its archive (ECMA-376 part 2, Open Packaging Conventions).
struct Package {
  let archive: ZipArchive
  /// By name in lower case: names of parts do not tell case apart.
  private let parts: [String: ZipEntry]

  init(_ archive: ZipArchive) throws(RefusalReason) {
    self.archive = archive
    var parts: [String: ZipEntry] = [:]
    for entry in archive.entries where !entry.isFolder {
      guard parts.updateValue(entry, forKey: Package.key(entry.rawName)) == nil else {
        throw .archive(.repeatedName, entry: entry.name)
      }
    }
    self.parts = parts
  }

  private static func key(_ name: String) -> String {
    String((name.hasPrefix("/") ? name.dropFirst() : name[...]).lowercased())
  }

  func has(_ part: String) -> Bool { parts[Package.key(part)] != nil }

  func entry(_ part: String) -> ZipEntry? { parts[Package.key(part)] }

  /// Reads a part to its end, or until the handler has what it wants.
  ///
  /// - Returns: What was read; `nil` where there is no such part.
  func read<Handler: PartHandler>(
    _ part: String, _ handler: Handler
  ) throws(RefusalReason) -> Handler? {
    guard let entry = entry(part) else { return nil }
    let bytes = try ZipEntryReader(archive, entry)
    var limits = MarkupLimits()
    limits.textBytes = IngestLimits.cellBytes
    var reader = try MarkupReader(handler, limits: limits)
    while let piece = try bytes.next() {
      try reader.feed(piece.span)
      if reader.handler.isDone { return reader.handler }
    }
    try reader.finish()
    return reader.handler
  }

  /// What a part refers to; empty where it refers to nothing.
  func relationships(of part: String) throws(RefusalReason) -> [Relationship] {
    let cut = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let name = "\(part[..<cut])_rels/\(part[cut...]).rels"
    let found = try read(name, RelationshipsPart(folder: String(part[..<cut])))
    return found?.relationships ?? []
  }
}

/// What takes in a part, perhaps not to its end.
protocol PartHandler: MarkupHandler {
  var isDone: Bool { get }
}

extension PartHandler {
  var isDone: Bool { false }
  mutating func end(_ element: MarkupName) throws(RefusalReason) {}
  mutating func text(_ bytes: Span<UInt8>) throws(RefusalReason) {}
}

/// That one part refers to another.
struct Relationship: Sendable, Equatable {
  let id: String
  /// The last part of the type's address: it is the same in the strict and the transitional form.
  let kind: String
  /// From the top of the package.
  let target: String
}

private struct RelationshipsPart: PartHandler {
  let folder: String
  var relationships: [Relationship] = []

  mutating func start(
    _ element: MarkupName, _ attributes: borrowing MarkupAttributes
  ) throws(RefusalReason) {
    guard element.local == "Relationship", attributes["TargetMode"] != "External" else { return }
    guard relationships.count < IngestLimits.relationships else { throw .workbook(.tooManyParts) }
    guard let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"]
    else { return }
    relationships.append(
      Relationship(
        id: id, kind: type.split(separator: "/").last.map(String.init) ?? "",
        target: resolved(target)))
  }

  /// A target is told from the part's folder, or from the top where it begins with a stroke.
  private func resolved(_ target: String) -> String {
    let target = target.replacing("\\", with: "/")
    let whole = target.hasPrefix("/") ? target : folder + target
    var parts: [Substring] = []
    for part in whole.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
