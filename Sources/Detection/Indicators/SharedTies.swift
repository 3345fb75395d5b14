import Ledger
import SickPay

/// What companies share: accounts to pay to, staff and brukare, and by `bolag.csv` representatives
/// and addresses.
struct SharedTies: Sendable {
  struct Tie: Sendable, Equatable {
    let left: Int
    let right: Int
    var accounts = 0
    var staff = 0
    var brukare = 0
    var representatives = 0
    var addresses = 0

    func other(than company: Int) -> Int { company == left ? right : left }
  }

  /// Ordered by the two companies, the lower first.
  let ties: [Tie]
  /// Companies long: places in `ties`.
  let tiesOf: [[Int]]
  /// Companies long: persons seen sick or as vikarie.
  let staff: [Int]

  /// What more companies share than this tells nothing: a wage agency's account, a wrong number.
  private static let mostCompanies = 5

  init(_ companies: Companies) {
    let claims = companies.ledger.claims
    let people = companies.profiles.map { profile in
      var persons = SortedIDs(profile.employees.map(\.person))
      persons.merge(profile.vikarier)
      return persons.ids.map(\.cell)
    }
    staff = people.map(\.count)
    let accounts = companies.rows.map { rows in
      SortedIDs(rows.compactMap { claims.value(.account, $0) }).ids.map(\.cell)
    }
    var found: [UInt64: Tie] = [:]
    SharedTies.add(accounts, to: &found, \.accounts)
    SharedTies.add(people, to: &found, \.staff)
    SharedTies.add(companies.profiles.map { $0.brukare.ids.map(\.cell) }, to: &found, \.brukare)
    SharedTies.add(registered(companies, .representative), to: &found, \.representatives)
    SharedTies.add(registered(companies, .address), to: &found, \.addresses)
    let ties = found.sorted { $0.key < $1.key }.map(\.value)
    var tiesOf = [[Int]](repeating: [], count: companies.rows.count)
    for (place, tie) in ties.enumerated() {
      tiesOf[tie.left].append(place)
      tiesOf[tie.right].append(place)
    }
    self.ties = ties
    self.tiesOf = tiesOf
  }

  /// - Parameter things: Companies long: what each has, each once.
  private static func add(
    _ things: [[Int32]], to ties: inout [UInt64: Tie], _ kind: WritableKeyPath<Tie, Int>
  ) {
    var pairs: [UInt64] = []
    for (company, things) in things.enumerated() {
      for thing in things {
        pairs.append(UInt64(UInt32(bitPattern: thing)) << 32 | UInt64(company))
      }
    }
    pairs.sort()
    var start = 0
    for end in pairs.indices
    where end + 1 == pairs.count || pairs[end + 1] >> 32 != pairs[end] >> 32 {
      let sharing = pairs[start...end].map { Int($0 & 0xffff_ffff) }
      start = end + 1
      guard 2...mostCompanies ~= sharing.count else { continue }
      for (place, left) in sharing.enumerated() {
        for right in sharing[(place + 1)...] {
          let key = UInt64(left) << 32 | UInt64(right)
          ties[key, default: Tie(left: left, right: right)][keyPath: kind] += 1
        }
      }
    }
  }

  /// 0…1: whole for a shared account or representative, else the share of the smaller company's
  /// staff, once that is more than a second job here and there brings about. An address alone may
  /// be an office hotel's.
  func strength(_ tie: Tie) -> Double {
    if tie.accounts + tie.representatives > 0 { return 1 }
    let address = tie.addresses > 0 ? SharedTies.addressStrength : 0
    let smaller = Double(max(1, min(staff[tie.left], staff[tie.right])))
    let share = Double(tie.staff) / smaller
    guard tie.staff >= SharedTies.fewestStaff, share >= SharedTies.leastShare else {
      return address
    }
    return max(address, min(1, share / SharedTies.wholeShare))
  }

  private static let addressStrength = 0.3

  private static let fewestStaff = 3
  private static let (leastShare, wholeShare) = (0.2, 0.5)
}

/// Companies long: what `bolag.csv` says of each company that claims in the window, each once.
private func registered(
  _ companies: Companies, _ field: Field<CompanyRegisterSchema, TextID>
) -> [[Int32]] {
  let registers = companies.ledger.registers
  return companies.rows.enumerated().map { company, rows in
    if rows.isEmpty { return [] }
    let entries = registers.companyRows(of: CompanyID(index: company))
    return SortedIDs(entries.compactMap { registers.companies.value(field, $0) }).ids.map(\.cell)
  }
}
