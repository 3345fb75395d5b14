import Crypto
import Foundation

/// The secret that makes persons into tokens: 32 random bytes.
///
/// Who has it can find the token of a person; who loses it can't connect new scans with old ones.
public struct PseudonymKey: Sendable {
  static let byteCount = 32

  let secret: SymmetricKey

  /// A new key from the system's source of randomness.
  public init() { secret = SymmetricKey(size: SymmetricKeySize(bitCount: 8 * Self.byteCount)) }

  /// - Parameter text: 64 hexadecimal digits, in either case, with or without white space around.
  /// - Throws: `wrongLength`, `notHexadecimal`.
  public init(hexadecimal text: String) throws(KeyFileError.Problem) {
    let digits = Array(text.trimmingCharacters(in: .whitespacesAndNewlines).utf8)
    guard digits.count == 2 * Self.byteCount else { throw .wrongLength(bytes: digits.count) }
    var bytes: [UInt8] = []
    for pair in stride(from: 0, to: digits.count, by: 2) {
      guard let high = hexadecimalValue(digits[pair]), let low = hexadecimalValue(digits[pair + 1])
      else { throw .notHexadecimal }
      bytes.append(high << 4 | low)
    }
    secret = SymmetricKey(data: bytes)
  }

  /// Tells this key from another one, and nothing of what it is: 16 hexadecimal digits of an HMAC
  /// (RFC 2104) over a text that no token is made of.
  public var fingerprint: String {
    let code = HMAC<SHA256>.authenticationCode(for: Array("fingerprint".utf8), using: secret)
    return code.prefix(8).map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }

  /// 64 digits in lower case.
  var hexadecimal: String {
    secret.withUnsafeBytes { bytes in
      bytes.map { byte in
        let digits = String(byte, radix: 16)
        return byte < 16 ? "0" + digits : digits
      }.joined()
    }
  }
}

private func hexadecimalValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
