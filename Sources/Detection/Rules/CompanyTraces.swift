import Ledger
import SickPay

/// What each company leaves in claims and in the register of companies: when it was there, whom it
/// employs, where it is paid.
struct CompanyTraces {
  /// Counted claim rows by company, in the order in which they came.
  let rows: [[Int]]
  /// The last day of each company: as the register has it, else the last day on which a claim came
  /// from one that has been silent since.
  private(set) var ended: [Day?] = []
  /// Whether the register says so.
  private(set) var isEndRegistered: [Bool] = []
  /// The first day: as registered, else of the first claim.
  private(set) var begun: [Day?] = []
  /// How many persons were sick or vikarier at each company.
  private(set) var staff: [Int]
  /// Pairs of companies (the smaller id first) with the number of persons that they share.
  private(set) var sharedStaff: [Pair: Int] = [:]
  private(set) var sharedAccount: Set<Pair> = []
  private(set) var sharedRepresentative: Set<Pair> = []

  struct Pair: Hashable, Comparable {
    let first: Int
    let second: Int

    init(_ a: Int, _ b: Int) { (first, second) = (min(a, b), max(a, b)) }

    static func < (left: Pair, right: Pair) -> Bool {
      (left.first, left.second) < (right.first, right.second)
    }
  }

  /// A person, account or representative of more companies than this ties none of them together: a
  /// temporary worker, a factoring company, a firm of accountants.
  static let mostCompanies = 5
  /// A company without claims for so many days is silent.
  static let silentDays = 90

  init(_ ledger: Ledger) {
    rows = (0..<ledger.dictionaries.companyCount).map { company in
      ledger.claimRows(of: CompanyID(index: company)).filter { ledger.settlement.counts($0) }
        .sorted { ledger.isClaimedBefore($0, $1) }
    }
    staff = Array(repeating: 0, count: rows.count)
    for company in rows.indices { addDays(ledger, company) }
    addStaff(ledger)
    addAccounts(ledger)
    addRepresentatives(ledger)
  }

  private mutating func addDays(_ ledger: Ledger, _ company: Int) {
    let table = ledger.registers.companies
    let entries = ledger.registers.companyRows(of: CompanyID(index: company))
    let registered = entries.compactMap { table.value(.registered, $0) }.min()
    let days = rows[company].map { ledger.claims[.received, $0] }
    begun.append(registered ?? days.first)
    let ends = entries.compactMap { table.value(.ended, $0) }
    if ends.count == entries.count, let end = ends.max() {
      ended.append(end)
      isEndRegistered.append(true)
    } else {
      let isSilent = days.last.map { $0.distance(to: ledger.date) >= CompanyTraces.silentDays }
      ended.append(entries.isEmpty && isSilent ?? false ? days.last : nil)
      isEndRegistered.append(false)
    }
  }

  private mutating func addStaff(_ ledger: Ledger) {
    var ties: [UInt64] = []
    // Each person once for a company: sorting what is left costs little.
    var persons: [Int] = []
    for (company, rows) in rows.enumerated() {
      for row in rows {
        add(ledger.claims[.assistent, row])
        for shift in ledger.shiftRows(of: row) {
          if let vikarie = ledger.shifts.value(.vikarie, shift) { add(vikarie) }
        }
      }
      persons.sort()
      for place in persons.indices where place == 0 || persons[place] != persons[place - 1] {
        ties.append(tie(persons[place], company))
      }
      persons.removeAll(keepingCapacity: true)
    }
    func add(_ person: PersonID) {
      if persons.last != person.index { persons.append(person.index) }
    }
    forEachGroup(ties) { companies in
      for company in companies { staff[company] += 1 }
      for pair in pairs(companies) { sharedStaff[pair, default: 0] += 1 }
    }
  }

  private mutating func addAccounts(_ ledger: Ledger) {
    let accounts = Accounts(ledger)
    var ties: [UInt64] = []
    for (company, rows) in rows.enumerated() {
      for row in rows {
        if let account = ledger.claims.value(.account, row) {
          ties.append(tie(accounts.number(account), company))
        }
      }
    }
    forEachGroup(ties) { sharedAccount.formUnion(pairs($0)) }
  }

  private mutating func addRepresentatives(_ ledger: Ledger) {
    let table = ledger.registers.companies
    var ties: [UInt64] = []
    for entry in 0..<table.count {
      if let representative = table.value(.representative, entry) {
        ties.append(tie(representative.index, table[.company, entry].index))
      }
    }
    forEachGroup(ties) { sharedRepresentative.formUnion(pairs($0)) }
  }

  private func tie(_ thing: Int, _ company: Int) -> UInt64 { UInt64(thing) << 32 | UInt64(company) }

  /// The companies of each thing, once and in order.
  private func forEachGroup(_ ties: [UInt64], _ body: ([Int]) -> Void) {
    var (companies, thing): ([Int], UInt64?) = ([], nil)
    for tie in ties.sorted() {
      if tie >> 32 != thing {
        if !companies.isEmpty { body(companies) }
        (companies, thing) = ([], tie >> 32)
      }
      let company = Int(tie & 0xffff_ffff)
      if companies.last != company { companies.append(company) }
    }
    if !companies.isEmpty { body(companies) }
  }

  private func pairs(_ companies: [Int]) -> [Pair] {
    if companies.count > CompanyTraces.mostCompanies { return [] }
    return companies.indices.flatMap { index in
      companies[(index + 1)...].map { Pair(companies[index], $0) }
    }
  }
}
