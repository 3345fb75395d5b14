/// What one collective agreement gives on top of the hourly wage.
public struct AgreementTerms: Sendable {
  /// The agreement as it is called in texts: `Fremia`.
  public var name: String
  /// How claims may call it, folded: lower case, without å ä ö.
  public var spellings: [String]
  /// OB an hour.
  public var supplements: Dated<SupplementSteps>
  /// Semesterersättning by age.
  public var holidayPay: Dated<[HolidayPayStep]>
  /// Costs bound by agreement (pension, insurances), of sick pay, OB and semesterersättning.
  public var agreementCost: Dated<ClosedRange<Percentage>>
  /// The lowest hourly wage.
  public var minimumWage: Dated<HourlyWage>

  public init(
    name: String, spellings: [String], supplements: Dated<SupplementSteps>,
    holidayPay: Dated<[HolidayPayStep]>, agreementCost: Dated<ClosedRange<Percentage>>,
    minimumWage: Dated<HourlyWage>
  ) {
    self.name = name
    self.spellings = spellings
    self.supplements = supplements
    self.holidayPay = holidayPay
    self.agreementCost = agreementCost
    self.minimumWage = minimumWage
  }
}

/// OB in 1/10,000 kr an hour: evening 19–22, night 22–06, weekend Friday 19 to Monday 07.
public struct SupplementSteps: Sendable, Equatable {
  public var evening: HourlyWage
  public var night: HourlyWage
  public var weekend: HourlyWage

  public init(evening: HourlyWage, night: HourlyWage, weekend: HourlyWage) {
    self.evening = evening
    self.night = night
    self.weekend = weekend
  }
}

/// Semesterersättning from an age on.
public struct HolidayPayStep: Sendable, Equatable {
  public var fromAge: Int
  public var percent: Percentage

  public init(fromAge: Int, percent: Percentage) {
    self.fromAge = fromAge
    self.percent = percent
  }
}

extension Array where Element == HolidayPayStep {
  /// The percentage for an age; steps lie by age, the first from 0.
  public func percent(age: Int) -> Percentage? { last { $0.fromAge <= age }?.percent }
}
