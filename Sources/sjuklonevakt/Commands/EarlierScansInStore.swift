import NightlyScan
import SickPay
import Store

extension ScanStore {
  /// What a scan of a day is told of those before it.
  func earlierScans(before date: Day) throws -> EarlierScans {
    EarlierScans(
      putAway: try putAwayFindings(on: date),
      duplicatesShown: try firstShown(of: EarlierScans.duplicateIndicators, before: date),
      lastScan: try lastScanDate(before: date))
  }
}
