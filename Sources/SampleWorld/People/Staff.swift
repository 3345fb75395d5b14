/// Who works where, before anyone has a number or a rota.
struct Staff {
  struct Entry {
    var person: Int
    var role: Population.Role
    /// The company of the second job, −1 without one.
    var second: Int32 = -1
  }

  private(set) var entries: [Entry] = []
  /// Sorted by company.
  private(set) var secondJobs: [(company: Int, person: Int)] = []
  private var firstOfCompany: [Int] = []
  private let companies: [Company]
  private var random: SeededGenerator

  init(plan: WorldPlan, companies: [Company]) {
    self.companies = companies
    random = SeededGenerator(seed: plan.seed, .staff, -1_000_000_007)
    for company in companies {
      firstOfCompany.append(entries.count)
      add(company.size, .ordinary)
      add(1 + company.size / 9, .pool)
      add(company.cheating?.paperStaff ?? 0, .paper)
    }
    firstOfCompany.append(entries.count)
  }

  private mutating func add(_ count: Int, _ role: Population.Role) {
    for _ in 0..<count { entries.append(Entry(person: entries.count, role: role)) }
  }

  func range(of company: Int) -> Range<Int> {
    firstOfCompany[company]..<firstOfCompany[company + 1]
  }

  /// One in twelve works at another company too; a company that borrows staff has partners.
  mutating func giveSecondJobs() {
    for company in companies where (company.cheating?.borrowedStaff ?? 0) > 0 {
      borrow(company.cheating?.borrowedStaff ?? 0, to: company)
    }
    for company in companies where companies.count > 1 {
      for person in range(of: company.index) where isFree(person) && random.chance(0.08) {
        let other = random.below(companies.count)
        if other != company.index { entries[person].second = Int32(other) }
      }
    }
    secondJobs = entries.filter { $0.second >= 0 }
      .map { (company: Int($0.second), person: $0.person) }
      .sorted { ($0.company, $0.person) < ($1.company, $1.person) }
  }

  private func isFree(_ person: Int) -> Bool {
    entries[person].role == .ordinary && entries[person].second < 0
  }

  /// From up to three honest companies, so that the two lists can be held against each other.
  private mutating func borrow(_ count: Int, to borrower: Company) {
    let lenders = companies.filter { $0.cheating == nil && $0.size >= 6 }
    guard !lenders.isEmpty else { return }
    let partners = (0..<3).map { _ in lenders[random.below(lenders.count)] }
    var left = count
    for _ in 0..<count * 8 where left > 0 {
      let partner = partners[random.below(partners.count)]
      let person = range(of: partner.index).lowerBound + random.below(partner.size)
      guard isFree(person) else { continue }
      entries[person].second = Int32(borrower.index)
      left -= 1
    }
  }
}
