/// Decides how large the companies are, and which of them cheat, how and how much.
enum CompanyPlanner {
  /// Claim rows in a year for each employee with a rota; measured on generated worlds.
  static let rowsPerEmployeeYear = 1.57

  static func companies(_ plan: WorldPlan) -> [Company] {
    let employees = Double(plan.claims) / (rowsPerEmployeeYear * plan.years)
    let sizes = drawSizes(plan, employees: employees)
    let cheating = drawCheating(plan, SchemeParameters(plan), sizes: sizes)
    let starts = drawStarts(plan, sizes: sizes, cheating: cheating)
    return sizes.indices.map { index in
      let cheats = cheating[index]
      // Rows that are added must not make the cheating companies larger than their like.
      let honest = Double(sizes[index]) * (1 - (cheats?.addedShare ?? 0))
      var company = Company(
        index: index, size: max(3, Int(honest.rounded())), cheating: cheats, plan: plan)
      company.starts = starts[index]
      return company
    }
  }

  /// One company in 25, of those that are honest, starts in the middle half of a plan of a year and
  /// more: to be new is no sign of cheating.
  private static func drawStarts(
    _ plan: WorldPlan, sizes: [Int], cheating: [Cheating?]
  ) -> [Int: Int32] {
    guard plan.days >= 400 else { return [:] }
    var random = SeededGenerator(seed: plan.seed, .starts, 0)
    var honest = sizes.indices.filter { cheating[$0] == nil }
    honest.shuffle(using: &random)
    var starts: [Int: Int32] = [:]
    for index in honest.prefix(sizes.count / 25) {
      starts[index] = plan.firstNumber + Int32(plan.days * random.between(25...75) / 100)
    }
    return starts
  }

  /// Log-normal, at least 3 employees, at most some hundreds, about `employees` together.
  private static func drawSizes(_ plan: WorldPlan, employees: Double) -> [Int] {
    var random = SeededGenerator(seed: plan.seed, .sizes, 0)
    let weights = (0..<plan.companies).map { _ in random.logNormal(deviation: 1) }
    let cap = max(300, 10 * employees / Double(plan.companies))
    func sizes(_ scale: Double) -> [Int] {
      weights.map { Int(min(cap, max(3, $0 * scale)).rounded()) }
    }
    var (low, high) = (0.0, cap * 10)
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if Double(sizes(middle).reduce(0, +)) < employees { low = middle } else { high = middle }
    }
    return sizes(high)
  }

  /// One cheating company in each stratum of equal number by size, so that size tells nothing.
  private static func drawCheating(
    _ plan: WorldPlan, _ parameters: SchemeParameters, sizes: [Int]
  ) -> [Cheating?] {
    var result = [Cheating?](repeating: nil, count: sizes.count)
    let wanted = min(plan.cheatingCompanies, sizes.count)
    guard wanted > 0, !plan.schemes.isEmpty else { return result }
    var random = SeededGenerator(seed: plan.seed, .cheats, 0)
    let bySize = sizes.indices.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
    var turns = (0..<wanted).map { plan.schemes[$0 % plan.schemes.count] }
    turns.shuffle(using: &random)
    for (stratum, scheme) in turns.enumerated() {
      let begin = stratum * sizes.count / wanted
      let end = (stratum + 1) * sizes.count / wanted
      let index = bySize[begin + random.below(end - begin)]
      let rows = rows(of: sizes[index], plan)
      result[index] = drawCheating(scheme, plan, parameters, rows: rows, using: &random)
    }
    return result
  }

  private static func rows(of size: Int, _ plan: WorldPlan) -> Double {
    Double(size) * rowsPerEmployeeYear * plan.years
  }

  private static func drawCheating(
    _ scheme: Scheme, _ plan: WorldPlan, _ parameters: SchemeParameters, rows: Double,
    using random: inout SeededGenerator
  ) -> Cheating {
    let mix = plan.intensities
    let intensity = Intensity.allCases[random.weighted([mix.low, mix.middle, mix.high])]
    var schemes = [scheme]
    let other = plan.schemes[random.below(plan.schemes.count)]
    if other != scheme, random.chance(0.2) { schemes.append(other) }
    let share = random.between(intensity.falseShare)
    var cheating = Cheating(schemes: schemes, intensity: intensity, share: share)
    for scheme in schemes {
      let part = share / Double(schemes.count)
      let staff = scheme.cheat.staffNeeded(falseRows: rows * part, parameters)
      cheating.paperStaff += staff.paper
      cheating.borrowedStaff += staff.borrowed
    }
    return cheating
  }
}

extension Cheating {
  /// The share of the company's rows that its schemes add, rather than change.
  var addedShare: Double {
    let adding = schemes.filter { $0.cheat.addsRows }.count
    return share * Double(adding) / Double(schemes.count)
  }

  var sharePerScheme: Double { share / Double(schemes.count) }
}
