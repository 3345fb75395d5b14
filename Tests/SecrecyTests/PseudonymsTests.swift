import Secrecy
import Testing

struct PseudonymsTests {
  private let pseudonyms: Pseudonyms

  init() throws {
    pseudonyms = Pseudonyms(key: try PseudonymKey(hexadecimal: PseudonymKeyTests.text))
  }

  /// Made with Python's `hmac`, under the key 00 01 … 1f:
  /// `hmac.new(key, b"A\0" + b"2080\0" + b"189001019802", "sha256")`, its first 60 bits in base 32.
  @Test(
    arguments: [
      (.assistent, "189001019802", nil, "A-Y35V-2740-817D"),
      (.brukare, "189001019802", nil, "B-3DJY-Y5WN-RNG1"),
      (.soleTrader, "189001019802", nil, "E-ZKSN-W9Y0-F3V1"),
      (.assistent, "189001019802", "2080", "A-4DXR-7N3P-BJ5B"),
      (.brukare, "brukare-å", nil, "B-G7MR-04A3-767K"),
    ] as [(Pseudonyms.Role, String, String?, String)])
  func `tokens are those that Python makes`(
    _ role: Pseudonyms.Role, _ id: String, _ kommun: String?, _ token: String
  ) {
    #expect(pseudonyms.token(role: role, canonicalID: id, kommun: kommun) == token)
  }

  @Test func `another key gives another token, the same key the same`() {
    let key = PseudonymKey()
    let token = Pseudonyms(key: key).token(role: .brukare, canonicalID: "189001019802")
    #expect(Pseudonyms(key: key).token(role: .brukare, canonicalID: "189001019802") == token)
    #expect(pseudonyms.token(role: .brukare, canonicalID: "189001019802") != token)
  }

  @Test func `kommuner are kept apart only where one is named`() {
    let tokens = [nil, "2080", "2081"].map {
      pseudonyms.token(role: .assistent, canonicalID: "189001019802", kommun: $0)
    }
    #expect(Set(tokens).count == 3)
  }

  @Test func `every letter of the alphabet comes and no two of ten thousand are alike`() {
    let tokens = (0..<10_000).map { pseudonyms.token(role: .assistent, canonicalID: "\($0)") }
    #expect(Set(tokens).count == tokens.count)
    #expect(tokens.allSatisfy { $0.utf8.count == 16 && $0.hasPrefix("A-") })
    let letters = Set(tokens.joined().utf8)
    #expect(letters == Set("-0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8))
  }
}
