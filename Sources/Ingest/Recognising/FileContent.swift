/// What a file is by its first bytes, where it is no text.
public enum FileContent: String, Sendable, Equatable, CaseIterable {
  case zip = "zip-fil eller kalkylblad (xlsx, ods)"
  case oldOffice = "äldre Office-fil (xls, doc)"
  case pdf = "PDF"
  case image = "bild"
  case database = "databas"
  case compressed = "komprimerad fil"
  case xml = "XML"
  case html = "webbsida"
  case json = "JSON"
  case binary = "annat än text"

  /// Whether its bytes are text all the same, and may be looked at as rows.
  public var isText: Bool { self == .xml || self == .html || self == .json }

  private static let signatures: [([UInt8], FileContent)] = [
    ([0x50, 0x4b, 0x03, 0x04], .zip), ([0x50, 0x4b, 0x05, 0x06], .zip),
    ([0xd0, 0xcf, 0x11, 0xe0], .oldOffice), (Array("%PDF-".utf8), .pdf),
    ([0x89, 0x50, 0x4e, 0x47], .image), ([0xff, 0xd8, 0xff], .image),
    (Array("GIF8".utf8), .image), (Array("SQLite format 3".utf8), .database),
    ([0x1f, 0x8b], .compressed), ([0x28, 0xb5, 0x2f, 0xfd], .compressed),
    ([0xfd, 0x37, 0x7a, 0x58], .compressed), (Array("<?xml".utf8), .xml),
    (Array("<!DOCTYPE html".utf8), .html), (Array("<html".utf8), .html),
  ]

  /// `nil` for text that may be a table.
  ///
  /// - Parameter start: The first bytes of the file, without a byte order mark.
  init?(start: [UInt8]) {
    let head = start.drop { $0 <= 0x20 && $0 != 0 }
    if let found = FileContent.signatures.first(where: { start.starts(with: $0.0) })
      ?? FileContent.signatures.first(where: { head.starts(with: $0.0) })
    {
      self = found.1
      return
    }
    if head.first == UInt8(ascii: "{") || head.starts(with: Array("[{".utf8)) {
      self = .json
      return
    }
    let controls = start.count { $0 < 0x09 || 0x0e..<0x1b ~= $0 || $0 == 0x7f }
    guard controls * 10 > start.count else { return nil }
    self = .binary
  }
}
