/// A mistake that an honest company makes too. The raw values are the kinds in the truth file.
public enum PlantedError: String, CaseIterable, Sendable {
  /// Two digits of the sum changed places; the parts are right.
  case wrongSum = "summafel"
  /// Vacant hours were not taken away.
  case vacancyPaid = "vakans-betald"
  case karensTooShort = "karens-för-kort"
  /// The full arbetsgivaravgift for somebody with a lower one.
  case wrongFee = "fel-avgift"
  /// The assistant's personnummer has a wrong check digit, on the claim and its shifts.
  case mistypedNumber = "felskrivet-personnummer"
  /// A shift stands on the wrong week; the hours and the sum are right.
  case shiftOutsidePeriod = "pass-utanför"
  /// A claim was sent twice and never credited.
  case duplicateNotCredited = "okrediterad-dubblett"
  /// A shift after the fourteenth sick day was paid.
  case dayFifteenPaid = "dag-15"
  /// The sickness reached the eighth day and no certificate is stated.
  case certificateMissing = "intyg-saknas"
  /// Days after the end of the employment were claimed.
  case employmentEnded = "efter-anställning"
  /// One or two per cent too much semesterersättning.
  case wrongVacation = "fel-semesterprocent"
  /// VAT on top, which nobody owes on sick pay.
  case vatCharged = "moms-påslag"
  /// The substitute came two hours late, and the whole shift was paid.
  case latenessPaid = "sen-vikarie-betald"
  /// No karens with ten deductions as the reason, when there were fewer.
  case tenWithoutTen = "tio-utan-tio"
}

/// What is wrong with a claim row: `fusk` or `fel` in the truth file.
public enum RowLabel: Equatable, Sendable {
  case fraud(Scheme)
  /// Claimed after the company's permit had lapsed and the two weeks of grace were over, in worlds
  /// with registers: `fusk` and `utan-tillstånd` in the truth file.
  case noPermit
  case error(PlantedError)
}
