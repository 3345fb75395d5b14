import NightlyScan
import SickPay
import Store

extension ScanStore {
  /// What a scan of a day is told of those before it.
  func earlierScans(before date: Day) throws -> EarlierScans {
    EarlierScans(
      putAway: try putAwayFindings(on: date),
      duplicatesShown: try firstShown(of: EarlierScans.duplicateIndicators, before: date),
      drawn: Set(
        try drawnCases(before: date).map {
          DrawnCase(kommun: $0.kommun, arende: $0.arende, orgnr: $0.orgnr)
        }))
  }
}
