public import Detection
public import Ledger

/// What companies are grouped by when a list is tried for fairness.
public enum CompanyGrouping: CaseIterable, Sendable {
  /// Thirds by number of claims in the window.
  case size
  /// The kommun with most of the claims.
  case kommun
  /// The collective agreement on most of the claims.
  case agreement
}

extension ScanResult {
  /// The name of each company's group in Swedish, companies long.
  public func groups(by grouping: CompanyGrouping, _ ledger: Ledger) -> [String] {
    switch grouping {
    case .size: sizeGroups
    case .kommun:
      companies.map { company in
        let largest = company.kommuner.max { ($0.claims, $1.kommun) < ($1.claims, $0.kommun) }
        return largest.map { $0.kommun.description } ?? unknown
      }
    case .agreement: companies.map { ledger.agreement(of: $0.company) }
    }
  }

  private var sizeGroups: [String] {
    let order = companies.indices.sorted {
      (companies[$0].claims, companies[$0].number) < (companies[$1].claims, companies[$1].number)
    }
    let names = ["1 minsta tredjedelen", "2 mellersta tredjedelen", "3 största tredjedelen"]
    var groups = [String](repeating: "", count: companies.count)
    for (place, index) in order.enumerated() {
      groups[index] = names[place * names.count / companies.count]
    }
    return groups
  }
}

private let unknown = "uppgift saknas"

extension Ledger {
  /// The one on most of a company's rows in the window, the first by name among equals.
  fileprivate func agreement(of company: CompanyID) -> String {
    var counts: [TextID: Int] = [:]
    for row in claimRows(of: company) where isInWindow(row) {
      if let agreement = claims.value(.agreement, row) { counts[agreement, default: 0] += 1 }
    }
    let named = counts.map { (name: dictionaries.texts[$0.key], rows: $0.value) }
    return named.min { ($1.rows, $0.name) < ($0.rows, $1.name) }?.name ?? unknown
  }
}
