/// Every rule and indicator there is. Adding one to its list runs it, tests it and names it.
public enum Catalogue {
  public static let rules: [any Rule] = [
    Duplicate(), DuplicateElsewhere(), MinutesLostTwice(), SickWhileSubstitute(),
    SubstituteDoubleBooked(), VacantHours(), AfterDay14(), Karens(), PartsDoNotAddUp(),
    CheckDigits(), Contradictions(), SickPayOverLaw(), SupplementsOverAgreement(),
    HolidayPayOverLaw(), EmployerFeeForAge(), AgreementCostOverAgreement(), AmountOverLaw(),
    ValueAddedTax(), StatePaidSickPay(), ParentalLeaveClaimed(), WageUnderAgreement(),
    FormulaSwitch(),
    MissingCertificate(), UncoveredHours(), AfterEmployment(), SecondLayer(), TenDeductions(),
    WageDeviates(), ShortEmployment(), UnderAge(), SwapRings(), LongHours(), RelapseChain(),
    SharedAccount(), LateClaim(), BackdatedBatch(), MoreThanDay(),
    SupplementMix(), SpecialProtection(), InvoiceWhereApplication(),
    PermitMissing(), SickWhileReported(), WageRaisedWhileSick(), BeyondDecision(), AccountChanged(),
    PaidToOtherAccount(), SuccessorCompany(), UncreditedDuplicate(),
  ]

  /// The rules whose findings a credit clears.
  public static let duplicates = [Duplicate().id, DuplicateElsewhere().id]

  public static let indicators: [any Indicator] = [
    SickRate(), KronorConcentration(), SpellsAtLimits(), SickOnlyEmployees(), NewAndOnlySick(),
    SpellShape(), WageAboveOwn(), SupplementsBeyondShifts(), PeerRate.sickHours,
    PeerRate.kronorPerHour, PeerRate.karensShare, LowVacancy(), ClaimedDigits(),
    RepeatedSums(), RoundSums(), Weekdays(), RateChange(),
    LateClaims(), OftenSickEmployees(), MutualCover(), LongerThanElsewhere(), RelativeSize(),
  ]

  /// What speaks for a company.
  static let mitigations: [any Mitigation] = [
    OwnCorrections(), OutbreakWeeks(), NewEmployees(), DeclaredVacancies(),
  ]

  /// The names of the facts that lower a risk.
  public static var riskLowering: [IndicatorID] { mitigations.map(\.id) }

  /// The statistics taken together.
  static let pattern = UnusualPattern()
  /// What proven breaks of others say of a company.
  static let neighbours = CheatingNeighbours()

  /// What each statistic is about.
  public static var statisticCards: [StatisticCard] {
    indicators.map { StatisticCard($0) } + [
      StatisticCard(
        id: pattern.id, basis: pattern.basis, comparedWith: pattern.comparedWith,
        clearedBy: pattern.clearedBy, isTest: false),
      StatisticCard(
        id: neighbours.id, basis: neighbours.basis, comparedWith: neighbours.comparedWith,
        clearedBy: neighbours.clearedBy, isTest: false),
    ]
  }

  /// The names of all statistics.
  public static var statistics: [IndicatorID] {
    indicators.map(\.id) + [pattern.id, neighbours.id]
  }

  /// The names of everything that has a weight.
  public static var weighted: [IndicatorID] { rules.map(\.id) + statistics }
}
