/// Opens archives and workbooks, and hands over what lies in them as if it lay in a folder.
///
/// No file is ever written. What the archives of one file may come to in all is counted down, so
/// that it makes no difference how they lie in each other.
struct Unpacking {
  private var bytesLeft = IngestLimits.archiveBytes
  private var entriesLeft = IngestLimits.archiveEntries

  /// Hands over what a document is, or what lies in it.
  ///
  /// - Parameter depth: How many archives the document lies in.
  /// - Returns: Whether it was unpacked.
  @discardableResult
  mutating func open(_ document: Document, depth: Int, _ give: (Document) -> Void) -> Bool {
    guard case .bytes(let bytes) = document.content else {
      give(document)
      return false
    }
    do throws(RefusalReason) {
      let start = try bytes.start(CompoundFile.signature.count)
      if start.starts(with: [0x50, 0x4b, 3, 4]) || start.starts(with: [0x50, 0x4b, 5, 6]) {
        guard depth < IngestLimits.archiveDepth else { throw .archive(.tooDeep) }
        return try open(archive(document, bytes, depth), document, depth, give)
      }
      if start == CompoundFile.signature, let problem = try CompoundFile.problem(bytes) {
        throw .workbook(problem)
      }
      if try openInvoices(bytes, document, depth, give) { return true }
      give(document)
    } catch {
      give(document.with(.refused(error)))
    }
    return false
  }

  private mutating func archive(
    _ document: Document, _ bytes: ByteSource, _ depth: Int
  ) throws(RefusalReason) -> ZipArchive {
    let most = depth == 0 ? IngestLimits.keptStreamBytes : IngestLimits.nestedArchiveBytes
    let source: SeekableBytes
    do { source = try bytes.seekable(most: most) } catch {
      if error == .streamTooLong, depth > 0 { throw .archive(.tooLarge) }
      throw error
    }
    let archive = try ZipArchive(source, allowedBytes: bytesLeft)
    guard archive.entries.count <= entriesLeft else { throw .archive(.tooManyEntries) }
    bytesLeft -= archive.unpackedBytes
    entriesLeft -= archive.entries.count
    return archive
  }

  /// `false` where the archive is a document of another kind, which is handed over as it is.
  private mutating func open(
    _ archive: ZipArchive, _ document: Document, _ depth: Int, _ give: (Document) -> Void
  ) throws(RefusalReason) -> Bool {
    switch archive.kind {
    case .workbook: giveSheets(of: try Workbook(archive), document, give)
    case .binaryWorkbook: throw .workbook(.binaryFormat)
    case .openDocument: throw .workbook(.openDocument)
    case .otherOffice:
      give(document)
      return false
    case .files: try giveEntries(of: archive, document, depth, give)
    }
    return true
  }

  private func giveSheets(
    of workbook: Workbook, _ document: Document, _ give: (Document) -> Void
  ) {
    // Beside claims there are sheets of other kinds; only a single one must be a table.
    let isNamed = document.isNamed && workbook.sheets.count == 1
    for sheet in workbook.sheets {
      let name = document.name + Document.sheetMark + ZipEntry.shown(sheet.name)
      give(
        Document(
          name: name, fileName: document.fileName, isNamed: isNamed,
          .sheet(Worksheet(sheet, of: workbook)), invoice: document.invoice))
    }
  }

  private mutating func giveEntries(
    of archive: ZipArchive, _ document: Document, _ depth: Int, _ give: (Document) -> Void
  ) throws(RefusalReason) {
    let files = archive.entries.filter { !$0.isFolder && !$0.isHidden }
      .sorted { ($0.name, $0.headerStart) < ($1.name, $1.headerStart) }
    if files.isEmpty { throw .archive(.nothingInside) }
    var last = ""
    for entry in files {
      // Names that are alike once they are made safe are told apart by their place.
      let name = entry.name == last ? "\(entry.name) (\(entry.headerStart))" : entry.name
      last = entry.name
      let content: Document.Content
      do throws(RefusalReason) {
        content = .bytes(ByteSource(try ZipEntryReader(archive, entry)))
      } catch { content = .refused(error) }
      let inner = Document(
        name: "\(document.name)/\(name)",
        fileName: name.split(separator: "/").last.map(String.init), isNamed: false, content,
        invoice: document.invoice)
      open(inner, depth: depth + 1, give)
    }
  }
}

extension Document {
  fileprivate func with(_ content: Content) -> Document {
    Document(
      name: name, fileName: fileName, isNamed: isNamed, content, invoice: invoice)
  }
}

extension ZipArchive {
  fileprivate enum Kind { case workbook, binaryWorkbook, openDocument, otherOffice, files }

  /// What the archive is, by the parts that only such a document has.
  fileprivate var kind: Kind {
    let names = Set(entries.map { $0.rawName.lowercased() })
    if names.contains("mimetype"), names.contains("content.xml") { return .openDocument }
    guard names.contains("[content_types].xml") || names.contains("_rels/.rels") else {
      return .files
    }
    if names.contains(where: { $0.hasSuffix("workbook.bin") }) { return .binaryWorkbook }
    let isOther = names.contains { $0.hasPrefix("word/") || $0.hasPrefix("ppt/") }
    return isOther && !names.contains { $0.hasPrefix("xl/") } ? .otherOffice : .workbook
  }
}
