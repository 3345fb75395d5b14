import Detection
import Ledger
import SickPay

/// A measure made ready: what it needs of each fact stands beside each other.
struct MeasureValues {
  private enum Way {
    case count
    /// Findings of each fact.
    case findings([Int32])
    case sum([Int32])
    case mean([Int32])
    case median([Int32])
    case quantile(Int, [Int32])
    /// The first's part of the second, where both are known.
    case ratio([Int32], [Int32])
    case part(of: Double, [Int32])
    case partOfCount(of: Int, findings: [Int32])
    /// The company of each fact, and what is known of each company.
    case relative([Int32], [Comparison?])
  }

  let columns: [Answer.Column]
  private let way: Way
  private var persons: DistinctCount?

  /// - Parameter comparisons: Companies long, by the statistic that a measure names.
  init(
    _ measure: Measure, _ facts: Facts, _ rows: ClaimRows,
    comparisons: [IndicatorID: [Comparison?]]
  ) {
    func cells(_ column: QuestionColumn) -> [Int32] { facts.cells(of: column, rows) }
    columns = measure.columns
    persons = nil
    switch measure {
    case .count: way = facts.findings.isEmpty ? .count : .findings(facts.findings)
    case .sum(let column): way = .sum(cells(column))
    case .mean(let column): way = .mean(cells(column))
    case .median(let column): way = .median(cells(column))
    case .quantile(let percent, let column): way = .quantile(percent, cells(column))
    case .share(.karens): way = .ratio(cells(.karensTime), cells(.sickTime))
    case .share(.vacant): way = .ratio(cells(.vacantTime), cells(.shiftTime))
    case .share(.ofCount):
      let whole = facts.findings.isEmpty ? facts.count : Set(facts.findings).count
      way = .partOfCount(of: whole, findings: facts.findings)
    case .share(.ofSum(let column)):
      let cells = cells(column)
      way = .part(of: Double(sum(cells, cells.indices.map(Int32.init)[...])), cells)
    case .persons(let role):
      way = .count
      let claims = rows.claims
      persons = DistinctCount(
        facts.gathered(role == .assistent ? claims.column(.assistent) : claims.column(.brukare)))
    case .relative(let indicator):
      way = .relative(
        facts.gathered(rows.claims.column(.company)), comparisons[indicator] ?? [])
    }
  }

  /// One value for each of the measure's columns; `nil` where nothing can be said.
  mutating func values(_ facts: ArraySlice<Int32>) -> [Double?] {
    if let distinct = persons?.count(facts) { return [Double(distinct)] }
    switch way {
    case .count: return [Double(facts.count)]
    case .findings(let findings): return [Double(runs(findings, facts))]
    case .sum(let cells): return [knownSum(cells, facts)]
    case .mean(let cells):
      let known = facts.count { cells[Int($0)] != absentCell }
      return [known == 0 ? nil : Double(sum(cells, facts)) / Double(known)]
    case .median(let cells): return [median(known(cells, facts))]
    case .quantile(let percent, let cells): return [quantile(percent, known(cells, facts))]
    case .ratio(let parts, let wholes): return [ratio(parts, wholes, facts)]
    case .part(let whole, let cells):
      return [whole == 0 ? nil : knownSum(cells, facts).map { $0 / whole }]
    case .partOfCount(let whole, let findings):
      let count = findings.isEmpty ? facts.count : runs(findings, facts)
      return [whole == 0 ? nil : Double(count) / Double(whole)]
    case .relative(let companies, let comparisons):
      return relative(onlyCompany(companies, facts).flatMap { comparisons[$0] })
    }
  }
}

/// Observed against expected, and where that is a count, the rate shrunk towards the peers'.
private func relative(_ comparison: Comparison?) -> [Double?] {
  guard let comparison, comparison.expected > 0 else { return [nil, nil, nil, nil] }
  let rate = comparison.relative
  return [comparison.observed / comparison.expected, rate?.value, rate?.low, rate?.high]
}

/// The company that all facts are of; `nil` where they are of several.
private func onlyCompany(_ companies: [Int32], _ facts: ArraySlice<Int32>) -> Int? {
  guard let first = facts.first.map({ companies[Int($0)] }),
    facts.allSatisfy({ companies[Int($0)] == first })
  else { return nil }
  return Int(first)
}

/// How many distinct numbers there are where equal ones lie beside each other.
private func runs(_ numbers: [Int32], _ facts: ArraySlice<Int32>) -> Int {
  var (count, last) = (0, Int32(-1))
  for fact in facts where numbers[Int(fact)] != last {
    last = numbers[Int(fact)]
    count += 1
  }
  return count
}

private func sum(_ cells: [Int32], _ facts: ArraySlice<Int32>) -> Int64 {
  var sum: Int64 = 0
  for fact in facts {
    let cell = cells[Int(fact)]
    if cell != absentCell { sum += Int64(cell) }
  }
  return sum
}

/// `nil` where no cell tells anything.
private func knownSum(_ cells: [Int32], _ facts: ArraySlice<Int32>) -> Double? {
  let isKnown = facts.contains { cells[Int($0)] != absentCell }
  return isKnown ? Double(sum(cells, facts)) : nil
}

private func ratio(
  _ parts: [Int32], _ wholes: [Int32], _ facts: ArraySlice<Int32>
) -> Double? {
  var (part, whole): (Int64, Int64) = (0, 0)
  for fact in facts {
    let (a, b) = (parts[Int(fact)], wholes[Int(fact)])
    if a == absentCell || b == absentCell { continue }
    part += Int64(a)
    whole += Int64(b)
  }
  return whole == 0 ? nil : Double(part) / Double(whole)
}

private func known(_ cells: [Int32], _ facts: ArraySlice<Int32>) -> [Int32] {
  [Int32](capacity: facts.count) { output in
    for fact in facts where cells[Int(fact)] != absentCell { output.append(cells[Int(fact)]) }
  }
}

private func median(_ numbers: [Int32]) -> Double? {
  if numbers.isEmpty { return nil }
  let low = value(at: (numbers.count - 1) / 2, of: numbers)
  let high = numbers.count % 2 == 1 ? low : value(at: numbers.count / 2, of: numbers)
  return (Double(low) + Double(high)) / 2
}

private func quantile(_ percent: Int, _ numbers: [Int32]) -> Double? {
  numbers.isEmpty
    ? nil : Double(value(at: (percent * numbers.count + 99) / 100 - 1, of: numbers))
}
