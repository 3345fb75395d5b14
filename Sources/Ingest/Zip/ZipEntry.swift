/// One entry of an archive, as its directory has it.
struct ZipEntry: Sendable, Equatable {
  enum Method: Sendable, Equatable { case stored, deflated, unknown }

  /// As it stands in the archive, with `/` between folders.
  let rawName: String
  let method: Method
  let isEncrypted: Bool
  let checksum: UInt32
  let packedBytes: Int
  let bytes: Int
  /// The place of its own header.
  let headerStart: Int

  var isFolder: Bool { rawName.hasSuffix("/") }

  /// The name as reports show it: no file is ever written, but a name that climbs out of its folder
  /// or hides its end would mislead who reads it.
  var name: String {
    let parts = rawName.split(separator: "/").map(String.init).filter {
      $0 != "." && $0 != ".." && !$0.allSatisfy(\.isWhitespace)
    }
    return ZipEntry.shown(parts.joined(separator: "/"))
  }

  /// A name out of a file without what would steer a screen or fill it.
  static func shown(_ name: String) -> String {
    let shown = name.unicodeScalars.prefix(IngestLimits.archiveNameLength).map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: Character("\u{fffd}")
      default: Character(scalar)
      }
    }
    return shown.isEmpty ? "utan namn" : String(shown)
  }

  /// Left out as hidden files of folders are, and what systems add to archives.
  var isHidden: Bool {
    rawName.split(separator: "/").contains {
      $0 == "__MACOSX" || ($0.hasPrefix(".") && $0 != "." && $0 != "..")
    }
  }

  /// A name's bytes as text: in UTF-8 where they are that, else in code page 437, which the format
  /// names and Windows writes for å, ä and ö (APPNOTE 6.3.10, appendix D).
  static func name(_ bytes: ArraySlice<UInt8>) -> String {
    let text =
      String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : dos($0) }))
    return text.replacing("\\", with: "/")
  }

  private static func dos(_ byte: UInt8) -> Unicode.Scalar { upperHalf[Int(byte) - 0x80] }

  private static let upperHalf: [Unicode.Scalar] = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌"
      + "█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}").unicodeScalars)
}
