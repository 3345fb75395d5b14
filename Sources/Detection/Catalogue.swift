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
    PermitMissing(), SickWhileReported(), WageRaisedWhileSick(), BeyondDecision(), AccountChanged(),
    PaidToOtherAccount(), SuccessorCompany(), UncreditedDuplicate(),
  ]

  /// The rules whose findings a credit clears.
  public static let duplicates = [Duplicate().id, DuplicateElsewhere().id]

  public static let indicators: [any Indicator] = [
    SickRate(), KronorConcentration(), SpellsAtLimits(), SickOnlyEmployees(),
  ]
}
