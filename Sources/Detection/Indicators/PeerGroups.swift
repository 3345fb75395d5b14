import Ledger

/// Which companies a company is compared with: those of its size, län and collective agreement,
/// and never by anything about the persons.
///
/// A group of fewer than `fewest` companies is widened: the agreement goes first, then the län,
/// then the size.
struct PeerGroups: Sendable {
  /// Companies long.
  let peers: [Peers]

  static let fewest = 20

  static let description =
    "bolag av samma storlek, i samma län och med samma kollektivavtal; är de färre än \(fewest) "
    + "släpps först avtalet, sedan länet, sist storleken"

  init(_ ledger: Ledger, rows: [[Int]], summaries: [CompanySummary]) {
    let (claims, texts) = (ledger.claims, ledger.dictionaries.texts)
    let names = rows.indices.map { company in
      rows[company].isEmpty
        ? [] : groupNames(claims, texts, rows[company], employees: summaries[company].employees)
    }
    var counts: [String: Int] = [:]
    for name in names.joined() { counts[name, default: 0] += 1 }
    peers = names.map { names in
      let name = names.first { counts[$0, default: 0] >= PeerGroups.fewest } ?? names.last ?? ""
      return Peers(name: name, count: counts[name, default: 0])
    }
  }

  /// The level of each company's group against all, 1 where it is the same, from counts and what
  /// all companies together let one expect. Small groups are drawn towards 1.
  func levels(_ counts: [(observed: Int, expected: Double)?]) -> [Double] {
    levels(counts.map { $0.map { (Double($0.observed), $0.expected) } })
  }

  /// The same for amounts and exposures; each company weighs by its effective number of employees,
  /// so that no large one decides alone.
  func levels(
    amounts: [(amount: Double, exposure: Double, effective: Double)?]
  ) -> [Double] {
    levels(
      amounts.map { amount in
        amount.map { ($0.amount / $0.exposure * $0.effective, $0.effective) }
      })
  }

  private func levels(_ sums: [(observed: Double, expected: Double)?]) -> [Double] {
    var groups: [String: (observed: Double, expected: Double)] = [:]
    for (peers, sum) in zip(peers, sums) {
      guard let sum else { continue }
      let known = groups[peers.name] ?? (PeerGroups.inertia, PeerGroups.inertia)
      groups[peers.name] = (known.observed + sum.observed, known.expected + sum.expected)
    }
    return peers.map { peers in groups[peers.name].map { $0.observed / $0.expected } ?? 1 }
  }

  /// Events that a group must have for its own level to weigh as much as that of all.
  private static let inertia = 50.0
}

/// The names of a company's groups, from the narrowest to all companies.
private func groupNames(
  _ claims: Claims, _ texts: TextDictionary, _ rows: [Int], employees: Int
) -> [String] {
  let size =
    switch employees {
    case ..<10: "färre än 10"
    case ..<50: "10–49"
    default: "minst 50"
    }
  let sized = "bolag med \(size) sjuka anställda"
  let region = "\(sized) i län \(commonest(rows.map { regionCode(claims[.kommun, $0]) }))"
  let agreements = rows.compactMap { claims.value(.agreement, $0)?.cell }
  let all = Companies.everybody
  guard !agreements.isEmpty else { return [region, sized, all] }
  let agreement = texts[TextID(cell: commonest(agreements))]
  return ["\(region) med avtal \(agreement)", region, sized, all]
}

/// The länskod: the first two of a kommunkod's four digits (SCB).
private func regionCode(_ kommun: KommunCode) -> Int32 { kommun.cell / 100 }

/// The value met most often, the lowest of them where several are.
private func commonest(_ values: [Int32]) -> Int32 {
  let sorted = values.sorted()
  var (best, most, run) = (sorted[0], 0, 0)
  for (index, value) in sorted.enumerated() {
    run = index > 0 && sorted[index - 1] == value ? run + 1 : 1
    if run > most { (best, most) = (value, run) }
  }
  return best
}
