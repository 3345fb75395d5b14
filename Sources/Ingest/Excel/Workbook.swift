import Crypto

/// A workbook of SpreadsheetML (ECMA-376 part 1, 18), strict or transitional.
final class Workbook {
  struct Sheet: Sendable, Equatable {
    let name: String
    let isHidden: Bool
    /// The part that holds its rows.
    let part: String
  }

  let package: Package
  let dateSystem: DateSystem
  /// In the order in which Excel shows them.
  let sheets: [Sheet]
  let formats: [NumberFormat]
  private let textsPart: String?
  private var loadedTexts: SharedTexts?
  private var loadedHash: String?

  /// - Throws: `workbook`, `archive` or `markup` where the parts can't be read.
  init(_ archive: ZipArchive) throws(RefusalReason) {
    package = try Package(archive)
    let top = try package.relationships(of: "")
    let main = top.first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
    if main.lowercased().hasSuffix(".bin") { throw .workbook(.binaryFormat) }
    guard let book = try package.read(main, WorkbookPart()) else { throw .workbook(.damaged) }
    let related = try package.relationships(of: main)
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    func part(_ kind: String, or name: String) -> String {
      related.first { $0.kind == kind }?.target ?? (folder.isEmpty ? name : "\(folder)/\(name)")
    }
    dateSystem = book.dateSystem
    sheets = book.sheets.compactMap { sheet in
      guard let found = related.first(where: { $0.id == sheet.id }), found.kind == "worksheet"
      else { return nil }
      return Sheet(name: sheet.name, isHidden: sheet.isHidden, part: found.target)
    }
    if sheets.count > IngestLimits.sheets { throw .workbook(.tooManySheets) }
    if sheets.isEmpty { throw .workbook(.noSheets) }
    formats = try package.read(part("styles", or: "styles.xml"), Styles())?.formats ?? []
    textsPart = part("sharedStrings", or: "sharedStrings.xml")
  }

  /// The texts that cells share, read when the first sheet asks for them.
  func texts() throws(RefusalReason) -> SharedTexts {
    if let loadedTexts { return loadedTexts }
    let texts = try textsPart.flatMap { (part) throws(RefusalReason) in
      try package.read(part, SharedTexts())
    }
    loadedTexts = texts ?? SharedTexts()
    return loadedTexts ?? SharedTexts()
  }

  var bytes: Int64 { Int64(package.archive.source.count) }

  /// SHA-256 of the file, as hexadecimal.
  func sha256() throws(RefusalReason) -> String {
    if let loadedHash { return loadedHash }
    var (hash, place) = (SHA256(), 0)
    while place < package.archive.source.count {
      let piece = try package.archive.source.bytes(at: place, IngestLimits.chunkBytes)
      if piece.isEmpty { throw .unreadable }
      hash.update(data: piece)
      place += piece.count
    }
    let text = hash.hexadecimal
    loadedHash = text
    return text
  }
}

/// `workbook.xml`: the sheets by name and reference, and the date system.
private struct WorkbookPart: PartHandler {
  struct Sheet {
    let name: String
    let isHidden: Bool
    let id: String
  }

  var sheets: [Sheet] = []
  var dateSystem = DateSystem.from1900

  /// Transitional (ECMA) and strict (ISO).
  private static let references = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ]

  mutating func start(
    _ element: MarkupName, _ attributes: borrowing MarkupAttributes
  ) throws(RefusalReason) {
    switch element.local {
    case "workbookPr":
      if let value = attributes["date1904"], value == "1" || value == "true" {
        dateSystem = .from1904
      }
    case "sheet":
      guard sheets.count <= IngestLimits.sheets else { throw .workbook(.tooManySheets) }
      let id =
        attributes["id", Self.references[0]]
        ?? attributes["id", Self.references[1]]
      let isHidden = ["hidden", "veryHidden"].contains(attributes["state"])
      sheets.append(
        Sheet(
          name: attributes["name"] ?? "Blad\(sheets.count + 1)", isHidden: isHidden,
          id: id ?? ""))
    default: break
    }
  }
}
