/// What one kommun reimburses, as its own pages say. `nil` where it does not say.
public struct Policy: Sendable, Equatable {
  /// What semesterersättning may be a percentage of.
  public enum HolidayPayBase: String, Sendable, CaseIterable {
    /// The full wage of the hours.
    case fullWage = "full_lön"
    /// The sick pay.
    case sickPay = "sjuklön"
  }

  /// Whether wages during care of a sick child are reimbursed.
  public var reimbursesParentalLeave: Bool?
  /// Whether semesterersättning (and the fee on it) is reimbursed on the karens hours.
  public var holidayPayOnKarens: Bool?
  public var holidayPayBases: Set<HolidayPayBase>
  /// Whether hours without vikarie are reimbursed.
  public var reimbursesVacancies: Bool?
  /// Months from the sickness within which the kommun asks for the claim.
  public var claimMonths: Int?
  /// Whether the kommun takes invoices, or applications only.
  public var takesInvoices: Bool?

  public init(
    reimbursesParentalLeave: Bool?, holidayPayOnKarens: Bool?,
    holidayPayBases: Set<HolidayPayBase>, reimbursesVacancies: Bool?, claimMonths: Int?,
    takesInvoices: Bool?
  ) {
    self.reimbursesParentalLeave = reimbursesParentalLeave
    self.holidayPayOnKarens = holidayPayOnKarens
    self.holidayPayBases = holidayPayBases
    self.reimbursesVacancies = reimbursesVacancies
    self.claimMonths = claimMonths
    self.takesInvoices = takesInvoices
  }
}

/// The policies of all kommuner: a common wording, and what differs.
public struct Policies: Sendable {
  public var common: Dated<Policy>
  /// By kommunkod; others follow the common wording.
  public var differing: [Int32: Dated<Policy>]

  public init(common: Dated<Policy>, differing: [Int32: Dated<Policy>]) {
    self.common = common
    self.differing = differing
  }

  /// - Parameter kommun: The kommunkod as a number, 2080 for Falun.
  public subscript(kommun: Int32, day: Day) -> Dated<Policy>.Entry? {
    (differing[kommun] ?? common)[day]
  }
}

/// When the OB of somebody's sick shifts is put against that of the other shifts, and when it is
/// remarked on.
public struct SupplementMixLimits: Sendable, Equatable {
  /// Fewest hours of lost shifts, 1 or more.
  public var sickHours: Int
  /// Fewest absences, 1 or more.
  public var absences: Int
  /// Fewest hours of other shifts, 1 or more.
  public var otherHours: Int
  /// The highest probability that chance gives the difference, 0…1.
  public var highestProbability: Double

  public init(sickHours: Int, absences: Int, otherHours: Int, highestProbability: Double) {
    self.sickHours = sickHours
    self.absences = absences
    self.otherHours = otherHours
    self.highestProbability = highestProbability
  }
}

/// The law, the kommuner's policies and the office's own limits that a scan judges by.
public struct Rulebook: Sendable {
  public var law: LawTable
  public var policies: Policies
  public var supplementMix: SupplementMixLimits

  public init(law: LawTable, policies: Policies, supplementMix: SupplementMixLimits) {
    self.law = law
    self.policies = policies
    self.supplementMix = supplementMix
  }
}
