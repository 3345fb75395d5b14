import Ledger
import SickPay

/// The months in which persons are seen at each company, made equal for companies that began late.
///
/// A person who is seen once has one month, however long they were employed: the longer a company
/// is watched, the closer its months come to those worked. A company that began within the window
/// has therefore too few, and season besides. What the others, watched from its first month on
/// only, have of claim rows to each month, against what they have over the whole window, mends
/// both.
///
struct SeenMonths {
  /// Companies long.
  private(set) var months: [Double]
  /// Companies long: whether the company began so late that its months were made more or fewer.
  private(set) var isConverted: [Bool]

  /// Months with fewer rows than this share of the middle month lie at the data's edge.
  private static let edge = 0.4

  /// - Parameters:
  ///   - rows: Claim rows in the window, by company id.
  ///   - firstMonths: Companies long: the month from which a company claims; `nil` without rows.
  init(_ ledger: Ledger, _ rows: [[Int]], _ firstMonths: [Int32?]) {
    let window = ledger.window.lowerBound.month..<ledger.window.upperBound.month + 1
    let start = SeenMonths.firstFullMonth(ledger.claims, rows, window)
    var watched = WatchedMonths(start..<window.upperBound)
    months = rows.indices.map { company in
      let isSteady = firstMonths[company].map { $0 <= start } ?? false
      return Double(watched.add(Appearances(ledger, rows[company]), isSteady: isSteady))
    }
    isConverted = months.map { _ in false }
    for (company, first) in firstMonths.enumerated() {
      guard let first, first > start, let factor = watched.factor(from: first) else { continue }
      months[company] *= factor
      isConverted[company] = true
    }
  }

  /// A scan may have fewer months of claims than its window.
  private static func firstFullMonth(
    _ claims: Claims, _ rows: [[Int]], _ window: Range<Int32>
  ) -> Int32 {
    var begun = [Int](repeating: 0, count: window.count)
    for row in rows.joined() {
      let month = claims[.sickFrom, row].month
      if window.contains(month) { begun[Int(month - window.lowerBound)] += 1 }
    }
    let least = edge * (median(begun.filter { $0 > 0 }.map(Double.init)) ?? 0)
    let first = begun.firstIndex { Double($0) >= max(1, least) } ?? 0
    return window.lowerBound + Int32(first)
  }
}

/// In which months somebody appears at a company.
private struct Appearances {
  /// Person in the high half, month in the low, ascending, each once: no dictionary is needed.
  private(set) var seen: [UInt64] = []
  /// The month in which each claim row's sickness begins.
  private(set) var begun: [Int32] = []

  init(_ ledger: Ledger, _ rows: [Int]) {
    let (claims, shifts) = (ledger.claims, ledger.shifts)
    var all: [UInt64] = []
    func add(_ person: PersonID, _ month: Int32) {
      let entry = UInt64(UInt32(bitPattern: person.cell)) << 32 | UInt64(month)
      // Most rows follow upon one of the same person and month: they need not be sorted.
      if entry != all.last { all.append(entry) }
    }
    for claim in rows {
      let assistent = claims[.assistent, claim]
      let month = claims[.sickFrom, claim].month
      begun.append(month)
      add(assistent, month)
      add(assistent, claims[.sickTo, claim].month)
      var (day, shiftMonth) = (claims[.sickFrom, claim], month)
      for shift in ledger.shiftRows(of: claim) {
        guard let vikarie = shifts.value(.vikarie, shift) else { continue }
        if shifts[.day, shift] != day {
          day = shifts[.day, shift]
          shiftMonth = day.month
        }
        add(vikarie, shiftMonth)
      }
    }
    all.sort()
    for entry in all where entry != seen.last { seen.append(entry) }
  }
}

/// What the companies that claim throughout would have had they been watched from each month on.
private struct WatchedMonths {
  private let window: Range<Int32>
  /// By the window's months: claim rows that begin in each, and months in which persons are seen
  /// from it on.
  private var begun: [Int]
  private var seen: [Int]

  /// With fewer months of persons, no factor is told.
  private static let fewest = 50

  init(_ window: Range<Int32>) {
    self.window = window
    begun = Array(repeating: 0, count: window.count)
    seen = begun
  }

  /// The months from first to last appearance, both counted, over all persons.
  mutating func add(_ appearances: Appearances, isSteady: Bool) -> Int {
    if isSteady { for month in appearances.begun { begun[place(month)] += 1 } }
    var (months, start) = (0, 0)
    let all = appearances.seen
    for end in all.indices where end + 1 == all.count || all[end + 1] >> 32 != all[end] >> 32 {
      let run = all[start...end].map { Int32(truncatingIfNeeded: $0) }
      months += Int(run[run.count - 1] - run[0]) + 1
      if isSteady { add(run) }
      start = end + 1
    }
    return months
  }

  /// - Parameter run: The months in which one person appears, ascending.
  private mutating func add(_ run: [Int32]) {
    let last = run[run.count - 1]
    seen[0] += Int(last - run[0]) + 1
    var from = 1
    for month in run {
      // Watched from any of these months on, the person is first seen in this one.
      let to = place(month)
      if from <= to { for watched in from...to { seen[watched] += Int(last - month) + 1 } }
      from = max(from, to + 1)
    }
  }

  /// Rows to each month of those watched from a month on, against the whole window's; `nil` where
  /// too little is known.
  func factor(from month: Int32) -> Double? {
    let from = place(month)
    let rows = begun[from...].reduce(0, +)
    guard rows > 0, seen[from] >= WatchedMonths.fewest else { return nil }
    let whole = Double(begun.reduce(0, +)) / Double(seen[0])
    return Double(rows) / Double(seen[from]) / whole
  }

  private func place(_ month: Int32) -> Int {
    Int(min(max(month, window.lowerBound), window.upperBound - 1) - window.lowerBound)
  }
}
