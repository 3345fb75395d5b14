/// What was written.
public struct WorldSummary: Sendable, Equatable {
  /// Rows of `sjukloner.csv`, repeated ones included.
  public var claims = 0
  /// Rows of `pass.csv`.
  public var shifts = 0
  /// Companies with at least one claim row.
  public var companies = 0
  public var cheatingCompanies = 0
  public var falseRows = 0
  public var plantedErrors = 0
  /// Of all files.
  public var bytes = 0
}

/// What is true of a company.
public struct CompanyTruth: Sendable, Equatable {
  /// Ten digits.
  public var organisationNumber: UInt64
  /// Empty for an honest company; else those whose false rows stand in the table.
  public var schemes: [Scheme] = []
  public var intensity: Intensity?
  public var rows = 0
  public var falseRows = 0
  public var plantedErrors = 0
  /// Öre claimed, credits subtracted.
  public var claimed: Int64 = 0
  /// Öre claimed on false rows beyond what was owed.
  public var falsely: Int64 = 0

  public var isCheating: Bool { !schemes.isEmpty }
}

/// What is wrong with a claim row.
public struct RowTruth: Sendable, Equatable {
  public var organisationNumber: UInt64
  /// Kommunkod.
  public var kommun: Int
  public var caseNumber: String
  /// Empty where the kommun takes applications only.
  public var invoice: String
  /// Twelve digits, as they stand on the row.
  public var assistant: UInt64
  public var label: RowLabel
  /// Öre claimed beyond what was owed, 0 or more.
  public var falsely: Int64
}

/// The truth of a whole world.
public struct WorldTruth: Sendable, Equatable {
  public var companies: [CompanyTruth] = []
  public var rows: [RowTruth] = []
}
