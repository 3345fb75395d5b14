import Ledger
import SickPay

/// Names a finding by what it is about, so that it has the same id every night while its rows are
/// the same, and a new one when rows join.
struct FindingIdentity: Sendable {
  private let ledger: Ledger
  private let names: Names

  init(_ ledger: Ledger, _ names: Names) {
    self.ledger = ledger
    self.names = names
  }

  /// Sixteen hexadecimal digits. Persons enter as the tokens they are shown by, so that nobody can
  /// try numbers against an id.
  func id(_ indicator: IndicatorID, _ claims: [Int], subject: String = "") -> String {
    var hash = FNVHash()
    hash.add(indicator.description)
    hash.add(subject)
    for claim in claims { add(claim, to: &hash) }
    let text = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - text.utf8.count) + text
  }

  private func add(_ claim: Int, to hash: inout FNVHash) {
    let (claims, texts) = (ledger.claims, ledger.dictionaries.texts)
    hash.add(claims[.kommun, claim].description)
    hash.add(texts[claims[.arende, claim]])
    hash.add(claims.value(.invoiceNumber, claim).map { texts[$0] } ?? "")
    hash.add(ledger.dictionaries.number(claims[.company, claim]).description)
    hash.add(names.assistent(claims[.assistent, claim]))
    hash.add(names.assistent(claims[.brukare, claim]))
    // Every other cell too: rows may differ in nothing but hours, and no two findings share an id.
    for column in ClaimSchema.contentColumns {
      guard case .plain = ClaimSchema.codings[column] else { continue }
      hash.add(String(claims.columns[column][claim]))
    }
  }
}

/// FNV-1a of 64 bits (draft-eastlake-fnv). A name, not a secret.
struct FNVHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The value with every bit depending on every other: the finaliser of SplitMix64 (Steele, Lea &
  /// Flood, OOPSLA 2014, doi:10.1145/2660193.2660195).
  var mixed: UInt64 {
    var mixed = value
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0x1f)  // unit separator: "ab" + "c" is not "a" + "bc"
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
