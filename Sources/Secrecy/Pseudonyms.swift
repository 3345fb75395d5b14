import Crypto

/// Tokens in place of persons: the same person has the same token under the same key, and without
/// the key nobody can tell who it is, even by trying every personnummer.
///
/// A token is the first 60 bits of HMAC-SHA256 (RFC 2104, FIPS 180-4) over the role's letter, the
/// kommun and the id, with a NUL after the first two. Among a million persons of a role the
/// probability that any two share a token is about n²/2 : 2⁶⁰ = 4·10⁻⁷; with 40 bits it would be
/// one third.
public struct Pseudonyms: Sendable {
  /// What a person is to a claim. The same person in two roles has two tokens, which nobody can
  /// connect without the key.
  public enum Role: String, Sendable, CaseIterable {
    /// Also a vikarie.
    case assistent = "A"
    case brukare = "B"
    /// An enskild firma, whose organisationsnummer is a personnummer.
    case soleTrader = "E"
  }

  /// Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O or U.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let characters = 12
  private static let group = 4

  private let key: PseudonymKey

  public init(key: PseudonymKey) { self.key = key }

  /// `A-7K3M-Q9TX-2V4D`: the role's letter and twelve characters, in groups for reading aloud.
  ///
  /// - Parameters:
  ///   - canonicalID: The one spelling that the person has everywhere, such as a personnummer of
  ///     twelve digits; an id that is spelt otherwise is another person.
  ///   - kommun: Four digits where the persons of different kommuner are kept apart, else `nil`.
  public func token(role: Role, canonicalID: String, kommun: String? = nil) -> String {
    let message = Array("\(role.rawValue)\u{0}\(kommun ?? "")\u{0}\(canonicalID)".utf8)
    let code = HMAC<SHA256>.authenticationCode(for: message, using: key.secret)
    var bits = code.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    var token = role.rawValue
    for position in 0..<Self.characters {
      if position.isMultiple(of: Self.group) { token.append("-") }
      token.append(Self.alphabet[Int(bits >> 59)])
      bits <<= 5
    }
    return token
  }
}
