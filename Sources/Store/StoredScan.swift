public import Foundation
public import Reporting

/// A scan that the store holds.
public struct StoredScan: Sendable, Equatable {
  /// Its row; a scan stored later has a higher one.
  public let rowID: Int64
  public let head: ScanHead
  /// To the millisecond.
  public let storedAt: Date
}

/// A company as the latest scan saw it.
public struct StoredCompany: Sendable, Equatable {
  public let scan: StoredScan
  public let company: CompanyReport
}

/// A finding of the latest scan.
public struct StoredFinding: Sendable, Equatable {
  public let scan: StoredScan
  /// Whose it is.
  public let orgnr: String
  public let finding: FindingReport
}
