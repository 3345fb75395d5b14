/// The dated parameters of the law, the agreements and the state's schemes.
///
/// They are read from a file, in which every value has a source and an evidence tag.
public struct LawTable: Sendable {
  /// Sick pay as a share of the wage, 6 § sjuklönelagen.
  public var sickPayShare: Dated<Percentage>
  /// What is deducted at the start of a sick period, 6 §.
  public var karens: Dated<KarensRule>
  /// What makes a sick period, 7 §.
  public var sickPeriod: SickPeriodLaw
  /// Deductions in twelve months after which none is made, 6 §.
  public var deductionsAYear: Dated<Int>
  /// The sick day from which a certificate is required, 8 §; `.never` while none was.
  public var certificate: Dated<CertificateRule>
  /// Days of employment before sick pay where less than a month was agreed, and the most days
  /// between two employments that are counted together, 3 §.
  public var qualifyingDays: Dated<Int>
  /// The age from which somebody's work is a cost for personlig assistans, LSS 9 d §.
  public var assistanceAge: Dated<Int>
  /// Days after the brukare was told that the company's permit had lapsed during which costs are
  /// still reimbursed, LSS 9 d §; none before the paragraph was in force.
  public var permitGraceDays: Dated<Int>
  /// What the state paid of employers' sick pay.
  public var stateScheme: Dated<StateScheme>
  /// Arbetsgivaravgift by payment day.
  public var employerFee: EmployerFees
  public var agreements: [AgreementTerms]

  public init(
    sickPayShare: Dated<Percentage>, karens: Dated<KarensRule>,
    sickPeriod: SickPeriodLaw, deductionsAYear: Dated<Int>, certificate: Dated<CertificateRule>,
    qualifyingDays: Dated<Int>, assistanceAge: Dated<Int>,
    permitGraceDays: Dated<Int>,
    stateScheme: Dated<StateScheme>, employerFee: EmployerFees, agreements: [AgreementTerms]
  ) {
    self.sickPayShare = sickPayShare
    self.karens = karens
    self.sickPeriod = sickPeriod
    self.deductionsAYear = deductionsAYear
    self.certificate = certificate
    self.qualifyingDays = qualifyingDays
    self.assistanceAge = assistanceAge
    self.permitGraceDays = permitGraceDays
    self.stateScheme = stateScheme
    self.employerFee = employerFee
    self.agreements = agreements
  }
}

/// What the employee bears of a sick period.
public enum KarensRule: Sendable, Equatable {
  /// The whole first day is unpaid.
  case firstDay
  /// A share of the average week's sick pay is deducted.
  case deduction(Percentage)
}

/// From when a sick period must be certified by a doctor.
public enum CertificateRule: Sendable, Equatable {
  case never
  /// The sick day, counted from the first day of the absence or of the relapse.
  case fromDay(Int)
}

/// What the state paid employers for sick pay.
public enum StateScheme: String, Sendable, CaseIterable {
  /// Nothing.
  case none = "ingen"
  /// All sick pay.
  case whole = "hela"
  /// What exceeded a share of the month's wage sum that depends on the employer's size.
  case aboveThreshold = "över_tröskel"
  /// What exceeded a share of the year's wage sum, for all employers.
  case highCosts = "höga_sjuklönekostnader"
}
