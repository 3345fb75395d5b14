/// A column's name as it stands in a file, in the forms in which it is compared.
struct WrittenName {
  /// As it stands there.
  let text: String
  let key: String
  /// Without what stands in brackets and without words that are said twice.
  let plainKey: String
  /// What stands in each pair of brackets.
  let inBrackets: [String]

  init(_ name: String) {
    text = name
    key = columnKey(name)
    let parts = WrittenName.parts(of: name)
    plainKey = WrittenName.withoutRepeats(parts.open)
    inBrackets = parts.inBrackets.map(columnKey)
  }

  private static func parts(of name: String) -> (open: String, inBrackets: [String]) {
    var (depth, open, inBrackets): (Int, String, [String]) = (0, "", [])
    for character in name {
      switch character {
      case "(", "[":
        if depth == 0 { inBrackets.append("") }
        depth += 1
      case ")", "]": depth = max(0, depth - 1)
      default:
        if depth == 0 {
          open.append(character)
        } else {
          inBrackets[inBrackets.count - 1].append(character)
        }
      }
    }
    return (open, inBrackets)
  }

  /// The key of a text without words that are said twice, as when names stand on several lines.
  private static func withoutRepeats(_ text: String) -> String {
    var words: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace).map({ columnKey(String($0)) })
    where words.last != word { words.append(word) }
    return words.joined()
  }
}

/// The keys of units that stand in brackets after a column's name.
private enum Unit {
  static let kronor: Set = ["kr", "kronor", "sek", "svenskakronor"]
  static let perHour: Set = [
    "krtim", "krtimme", "krh", "sekh", "sektim", "krpertim", "krpertimme", "kronorpertimme",
    "pertimme", "pertim",
  ]
  static let hours: Set = [
    "h", "tim", "timmar", "timme", "antal", "antaltimmar", "antaltim", "decimaltimmar",
  ]
  static let percent: Set = ["%", "procent"]
  static let all = kronor.union(perHour).union(hours).union(percent)
}

extension FieldKind {
  /// Whether a column of the kind may have this in brackets after its name.
  ///
  /// Of sums, hours and percent only the own unit is let through: `(öre)` or `(exkl. moms)` makes
  /// another number of it. Of other columns it is a remark, unless it is a unit of those.
  fileprivate func mayHave(_ key: String) -> Bool {
    switch self {
    case .kronor: Unit.kronor.contains(key)
    case .wage: Unit.kronor.contains(key) || Unit.perHour.contains(key)
    case .hours: Unit.hours.contains(key)
    case .percent: Unit.percent.contains(key)
    default: !Unit.all.contains(key)
    }
  }

  func mayHaveInBrackets(_ key: String) -> Bool { key.isEmpty || mayHave(key) }
}
