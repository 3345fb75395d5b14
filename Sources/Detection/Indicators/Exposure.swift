import Ledger
import SickPay

/// How much there was to fall sick from at each company, in months of full-time work.
///
/// Hours that kommuner granted to brukare with the company tell it best, since the company does not
/// decide them; then hours that it reported to have worked. Without registers claims tell it only
/// in part: the months between a person's first and last appearance in either role, sick or
/// vikarie. That is uncertain, since paper employees swell it.
struct Exposure: Sendable {
  /// Where the months come from.
  enum Source: Sendable, Equatable {
    case granted, reported, seen
  }

  let source: Source
  /// Companies long.
  let months: [Double]
  /// Companies long: whether the register of `source` lacks the company, so that its months are
  /// those in which persons are seen, at the companies' usual ratio of the two.
  let isEstimated: [Bool]

  /// A month of full-time work: 40 hours a week (arbetstidslagen 1982:673, 5 §).
  private static let secondsOfMonth = 40.0 * 3600 * 365.25 / 7 / 12
  /// Fewer companies in a register tell no ratio.
  private static let fewestCompanies = 8

  init(_ ledger: Ledger, rows: [[Int]]) {
    let seen = rows.map { Double(personMonths(ledger, $0)) }
    let window = Month(of: ledger.window.lowerBound)...Month(of: ledger.window.upperBound)
    let registers = CompanyExposures(ledger, months: window)
    let reported = ledger.registers.spansMost(of: window) ? registers.reported : nil
    self =
      Exposure(.granted, registers.decided, seen) ?? Exposure(.reported, reported, seen)
      ?? Exposure(source: .seen, months: seen, isEstimated: seen.map { _ in false })
  }

  /// - Parameters:
  ///   - seconds: Companies long; `nil` where no register tells.
  ///   - seen: The months in which persons are seen.
  private init?(_ source: Source, _ seconds: [Int64]?, _ seen: [Double]) {
    guard let told = seconds?.map({ Double($0) / Exposure.secondsOfMonth }) else { return nil }
    let ratios = zip(told, seen).filter { $0.0 > 0 && $0.1 > 0 }.map { $0.0 / $0.1 }
    guard ratios.count >= Exposure.fewestCompanies, let ratio = median(ratios) else { return nil }
    self.init(
      source: source, months: zip(told, seen).map { $0.0 > 0 ? $0.0 : $0.1 * ratio },
      isEstimated: told.map { $0 <= 0 })
  }

  private init(source: Source, months: [Double], isEstimated: [Bool]) {
    (self.source, self.months, self.isEstimated) = (source, months, isEstimated)
  }

  /// How a text calls the months of a company, with what they rest on.
  func words(_ company: Int) -> String {
    let told =
      switch source {
      case .granted: "heltidsmånader enligt beviljade timmar"
      case .reported: "heltidsmånader enligt rapporterad tid"
      case .seen:
        "personmånader (osäkert: månader mellan första och sista gången en person syns)"
      }
    return isEstimated[company]
      ? "heltidsmånader (osäkert: registret saknar bolaget, uppskattat ur dess ärenden)" : told
  }
}

extension Registers {
  /// Whether the time reported reaches over at least half of some months; less says nothing of the
  /// others.
  fileprivate func spansMost(of months: ClosedRange<Month>) -> Bool {
    let starts = workedTime.column(.start)
    guard let first = starts.min(), let last = starts.max() else { return false }
    let low = max(months.lowerBound, Month(of: SwedishTime.wallTime(Moment(cell: first)).day))
    let high = min(months.upperBound, Month(of: SwedishTime.wallTime(Moment(cell: last)).day))
    return low <= high && low.distance(to: high) + 1 >= months.count / 2
  }
}

/// The months from first to last appearance, both counted, over all persons that a company's rows
/// show.
private func personMonths(_ ledger: Ledger, _ rows: [Int]) -> Int {
  let (claims, shifts) = (ledger.claims, ledger.shifts)
  // Person in the high half, day in the low: sorted once, no dictionary.
  var seen: [UInt64] = []
  for claim in rows {
    let assistent = claims[.assistent, claim]
    seen.append(packed(assistent, claims[.sickFrom, claim]))
    seen.append(packed(assistent, claims[.sickTo, claim]))
    for shift in ledger.shiftRows(of: claim) {
      guard let vikarie = shifts.value(.vikarie, shift) else { continue }
      seen.append(packed(vikarie, shifts[.day, shift]))
    }
  }
  seen.sort()
  var (months, start) = (0, 0)
  for end in seen.indices where end + 1 == seen.count || seen[end + 1] >> 32 != seen[end] >> 32 {
    let (first, last) = (Day(packed: seen[start]), Day(packed: seen[end]))
    months += Int(last.month - first.month) + 1
    start = end + 1
  }
  return months
}

private func packed(_ person: PersonID, _ day: Day) -> UInt64 {
  UInt64(UInt32(bitPattern: person.cell)) << 32 | UInt64(UInt32(bitPattern: day.number) ^ signBit)
}

/// Turned round, so that days before 1970 sort first.
private let signBit = UInt32(1) << 31

extension Day {
  fileprivate init(packed: UInt64) {
    self.init(number: Int32(bitPattern: UInt32(truncatingIfNeeded: packed) ^ signBit))
  }
}
