import Ingest
import Ledger
public import SickPay

/// The latest day on which a row was received stands so far from all others that it is likely to be
/// mistyped: as the scan's date it would move the window past what came in.
public struct DoubtfulDate: Error, Sendable, Equatable {
  public let latest: Day
  /// The latest day but that one.
  public let before: Day
  public let file: String
  public let line: Int

  /// Rows that bear the day; more are not mistyped one by one.
  private static let mostRows = 9
  private static let farMonths = 6

  /// `nil` where nothing is doubtful.
  init?(_ ingestion: Ingestion) {
    var (last, second, rows): (Day?, Day?, Int) = (nil, nil, 0)
    var place = (file: FileID(index: 0), line: Line(cell: 0))
    for part in ingestion.parts {
      for row in 0..<part.claims.count {
        let day = part.claims[.received, row]
        if last.map({ day > $0 }) ?? true {
          (second, last, rows) = (last, day, 1)
          place = (part.claims[.file, row], part.claims[.line, row])
        } else if day == last {
          rows += 1
        } else if second.map({ day > $0 }) ?? true {
          second = day
        }
      }
    }
    guard let latest = last, let before = second, rows <= DoubtfulDate.mostRows,
      before.adding(months: DoubtfulDate.farMonths) < latest
    else { return nil }
    (self.latest, self.before) = (latest, before)
    file = ingestion.reports[place.file.index].name
    line = Int(place.line.cell)
  }
}
