public import Ledger

/// A row that could not be read: where, which column, what the value looked like, and why.
///
/// `shape` tells digits and letters apart (`9` and `a`) and nothing else of the value, so that no
/// personnummer ever stands in it.
public struct Reject: Sendable, Equatable {
  public let line: Line
  /// The column's name; `nil` where the record as a whole is wrong.
  public let column: String?
  public let shape: String
  public let reason: RejectReason
}

/// Why a row was rejected. Facts only: the sentences are made where people read them.
public enum RejectReason: UInt8, Sendable, CaseIterable {
  case fieldCount, empty, notADate, noSuchDate, notATime, notANumber, notAPersonNumber
  case notAnOrganisationNumber, notAKommun, notInList, beyondLimit, endBeforeStart
  case encoding, controlCharacter, missingVikarieTime, notAMonth
}

/// At most this many characters of a value's shape are kept.
private let shapeLength = 24

/// The shape of a value: `19800101-1234` is `99999999-9999`.
func valueShape(_ text: Span<UInt8>) -> String {
  var shape = ""
  for index in text.indices.prefix(shapeLength) {
    switch text[index] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): shape += "9"
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): shape += "a"
    case 0x21...0x7e: shape.unicodeScalars.append(Unicode.Scalar(text[index]))
    case 0x20: shape += " "
    case 0x80...: shape += "a"
    default: shape += "?"
    }
  }
  return text.count > shapeLength ? shape + "…" : shape
}
