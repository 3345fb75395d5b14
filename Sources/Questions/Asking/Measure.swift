public import Detection

/// What is reckoned for each group.
public enum Measure: Sendable, Equatable {
  /// Claim rows; findings where they are counted.
  case count
  /// Over the rows whose cell is not empty, as all that take a column.
  case sum(QuestionColumn)
  case mean(QuestionColumn)
  /// The middle value; of two, their mean.
  case median(QuestionColumn)
  /// The smallest value that at least so many per cent, 1…99, of the values do not exceed.
  case quantile(Int, QuestionColumn)
  case share(Share)
  /// Distinct persons.
  case persons(PersonRole)
  /// A statistic of Detection beside what the company's peers let one expect.
  case relative(IndicatorID)

  public enum Share: Sendable, Equatable {
    /// Karens hours of the sick hours, over the rows that tell both.
    case karens
    /// Vacant hours of the lost shifts'.
    case vacant
    /// The group's part of all groups together.
    case ofCount
    case ofSum(QuestionColumn)
  }

  /// What a person is to a claim.
  public enum PersonRole: String, CaseIterable, Sendable {
    case assistent = "anställd"
    case brukare
  }

  /// Whether the groups' values add up to that of all.
  var isAdditive: Bool {
    switch self {
    case .count, .sum: true
    default: false
    }
  }

  /// As it is asked for: `p90(belopp)`.
  public var title: String {
    switch self {
    case .count: "antal"
    case .sum(let column): "summa(\(column.name))"
    case .mean(let column): "medel(\(column.name))"
    case .median(let column): "median(\(column.name))"
    case .quantile(let percent, let column): "p\(percent)(\(column.name))"
    case .share(.karens): "andel(karens)"
    case .share(.vacant): "andel(vakant)"
    case .share(.ofCount): "andel(antal)"
    case .share(.ofSum(let column)): "andel(\(column.name))"
    case .persons(.assistent): "personer"
    case .persons(let role): "personer(\(role.rawValue))"
    case .relative(let indicator): "relativt(\(indicator))"
    }
  }
}
