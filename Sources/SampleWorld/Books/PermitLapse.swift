/// A permit that lapsed while the company went on.
struct PermitLapse {
  /// The permit's last day.
  var last: Int32
  /// The day on which the brukare were told.
  var told: Int32

  /// Work from the day after the two weeks of grace is no cost for personlig assistans (LSS
  /// 1993:387, 9 d §).
  var firstUnpaid: Int32 { told + 15 }

  /// In a world with registers, the permits of one or two cheating companies lapse some months
  /// before the extract.
  static func drawn(_ companies: [Company], _ plan: WorldPlan) -> [Int: PermitLapse] {
    guard plan.writesRegisters, plan.days > 300 else { return [:] }
    var random = SeededGenerator(seed: plan.seed, .registers, -1)
    var lapses: [Int: PermitLapse] = [:]
    for company in companies.filter({ $0.cheating != nil && $0.successor == nil }).prefix(2) {
      let last = plan.lastNumber - Int32(random.between(120...170))
      let told = last + Int32(random.between(3...20))
      lapses[company.index] = PermitLapse(last: last, told: told)
    }
    return lapses
  }
}

extension CompanyBooks {
  /// Labels what is claimed for absences after the permit and its grace.
  mutating func goOnWithoutPermit() {
    guard let lapse = world.permitLapses[company.index] else { return }
    var undone: Set<Int> = []
    for row in rows {
      switch row.relation {
      case .credits(let other), .replaces(let other): undone.insert(other)
      case .none: break
      }
    }
    for row in rows.indices
    where rows[row].first >= lapse.firstUnpaid && rows[row].label == nil && !rows[row].isCredit
      && !undone.contains(row) && rows[row].amounts.total > 0
    {
      rows[row].label = .noPermit
      rows[row].lawful = 0
    }
  }
}
