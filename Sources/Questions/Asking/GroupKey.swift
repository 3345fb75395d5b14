import SickPay

/// What the rows of an answer are.
public enum GroupKey: String, CaseIterable, Sendable {
  case kommun
  case company = "bolag"
  case assistent = "anställd"
  case brukare
  /// The month, quarter or year of the first sick day that the row claims.
  case sickMonth = "månad"
  case sickQuarter = "kvartal"
  case sickYear = "år"
  /// The month, quarter or year in which the row reached the kommun.
  case receivedMonth = "inkommen-månad"
  case receivedQuarter = "inkommen-kvartal"
  case receivedYear = "inkommen-år"
  case agreement = "avtal"
  /// The rule or statistic of a finding: with it findings are counted, not claim rows.
  case indicator = "indikator"

  /// Whether its rows are single persons.
  public var isPerson: Bool { self == .assistent || self == .brukare }

  /// The day whose month, quarter or year it is.
  var day: QuestionColumn? {
    switch self {
    case .sickMonth, .sickQuarter, .sickYear: .sickFrom
    case .receivedMonth, .receivedQuarter, .receivedYear: .received
    default: nil
    }
  }

  /// What the tables call the column, where that is another name.
  private var columnName: String? {
    switch self {
    case .company: "orgnr"
    case .assistent: "assistent"
    default: nil
    }
  }

  init?(_ name: String) {
    let folded = foldedName(name)
    let key = GroupKey.allCases.first { key in
      foldedName(key.rawValue) == folded || key.columnName == folded
    }
    guard let key else { return nil }
    self = key
  }

  /// `kommun, månad`
  static func keys(_ text: String) throws(QuestionFault) -> [GroupKey] {
    var cursor = QuestionCursor(text, .keys)
    var keys: [GroupKey] = []
    repeat {
      let position = cursor.position
      guard let word = cursor.word() else { throw cursor.expected(.key) }
      guard let key = GroupKey(word) else {
        let known = nearest(word, among: GroupKey.allCases.map(\.rawValue))
        throw cursor.fault(.unknown(word, .key, known: known), at: position)
      }
      if keys.contains(key) { throw cursor.fault(.repeated(word), at: position) }
      keys.append(key)
    } while cursor.take(",")
    guard cursor.isAtEnd else { throw cursor.expected(.comma) }
    return keys
  }
}
