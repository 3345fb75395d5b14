import Ledger
import SickPay
import Synchronization

/// Names a finding by what it is about, so that it has the same id every night while its rows are
/// the same, and a new one when rows join.
///
/// Few rows have findings, and some have many: each is worked out when one asks for it, and kept.
final class FindingIdentity: Sendable {
  private let digest: RowDigest
  /// Claim rows long; 0 for what nobody has asked for.
  private let known: Mutex<[UInt64]>

  init(_ ledger: Ledger, _ names: Names) {
    digest = RowDigest(ledger, names)
    known = Mutex(Array(repeating: 0, count: ledger.claims.count))
  }

  /// Sixteen hexadecimal digits.
  func id(_ indicator: IndicatorID, _ claims: [Int], subject: String = "") -> String {
    var hash = FNVHash()
    hash.add(indicator.description)
    hash.add(subject)
    known.withLock { known in
      for claim in claims {
        if known[claim] == 0 { known[claim] = digest.value(of: claim) }
        hash.add(known[claim])
      }
    }
    let text = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - text.utf8.count) + text
  }
}

/// The hash of what a claim row says. Persons enter as the tokens they are shown by, so that nobody
/// can try numbers against an id.
private struct RowDigest: Sendable {
  private let claims: Claims
  private let dictionaries: Dictionaries
  private let names: Names
  private let plain: [[Int32]]
  private let texts: [[Int32]]

  init(_ ledger: Ledger, _ names: Names) {
    (claims, dictionaries, self.names) = (ledger.claims, ledger.dictionaries, names)
    // Every cell: rows may differ in nothing but hours or account, and no two findings share an id.
    func columns(_ isWanted: (Coding) -> Bool) -> [[Int32]] {
      ClaimSchema.contentColumns.filter { isWanted(ClaimSchema.codings[$0]) }
        .map { ledger.claims.columns[$0] }
    }
    plain = columns { if case .plain = $0 { true } else { false } }
    texts = columns { if case .text = $0 { true } else { false } }
  }

  func value(of claim: Int) -> UInt64 {
    var hash = FNVHash()
    for column in texts {
      if column[claim] == absentCell {
        hash.add("")
      } else {
        hash.add(utf8: dictionaries.texts.utf8(of: TextID(cell: column[claim])))
      }
    }
    hash.add(dictionaries.number(claims[.company, claim]).description)
    hash.add(names.assistent(claims[.assistent, claim]))
    hash.add(names.assistent(claims[.brukare, claim]))
    for column in plain { hash.add(UInt64(UInt32(bitPattern: column[claim]))) }
    return hash.value
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
    for byte in text.utf8 { add(byte: byte) }
    add(byte: FNVHash.separator)
  }

  /// The same for the bytes of a text.
  mutating func add(utf8 text: ArraySlice<UInt8>) {
    for byte in text { add(byte: byte) }
    add(byte: FNVHash.separator)
  }

  /// "ab" + "c" is not "a" + "bc".
  private static let separator: UInt8 = 0x1f

  mutating func add(_ value: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      add(byte: UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  private mutating func add(byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
