import SickPay

/// What the claims say of one company: its employees' profiles, and the ids met on its rows.
///
/// Merging is exact over any split of the rows of one scan: sums are integers, quantiles come from
/// fixed bins, and persons are counted from sorted ids. Ids mean nothing outside of their scan, so
/// what leaves it (`CompanySummary`) can't be merged over shared persons.
public struct CompanyProfile: Sendable, Equatable {
  /// By person.
  public private(set) var employees: [EmployeeProfile] = []
  public private(set) var brukare = SortedIDs<PersonID>()
  public private(set) var vikarier = SortedIDs<PersonID>()
  public private(set) var kommuner = SortedIDs<KommunCode>()
  public private(set) var sums = ClaimedSums()

  public init() {}

  /// - Parameter claims: Rows of one company in the ledger's order.
  public init(_ ledger: Ledger, claims rows: [Int]) {
    let (table, shifts) = (ledger.claims, ledger.shifts)
    var start = 0
    while start < rows.count {
      let person = table[.assistent, rows[start]]
      var end = start + 1
      while end < rows.count, table[.assistent, rows[end]] == person { end += 1 }
      employees.append(EmployeeProfile(ledger, person: person, claims: rows[start..<end]))
      start = end
    }
    brukare = SortedIDs(rows.map { table[.brukare, $0] })
    kommuner = SortedIDs(rows.map { table[.kommun, $0] })
    sums = ClaimedSums(rows.lazy.map { ledger.settlement.netAmount($0).value })
    vikarier = SortedIDs(
      rows.flatMap { row in
        ledger.shiftRows(of: row).compactMap { shifts.value(.vikarie, $0) }
      })
  }

  public mutating func merge(_ other: CompanyProfile) {
    var merged: [EmployeeProfile] = []
    merged.reserveCapacity(employees.count + other.employees.count)
    var (left, right) = (employees[...], other.employees[...])
    while var a = left.first, let b = right.first {
      if a.person == b.person {
        a.merge(b)
        merged.append(a)
        left.removeFirst()
        right.removeFirst()
      } else if a.person < b.person {
        merged.append(left.removeFirst())
      } else {
        merged.append(right.removeFirst())
      }
    }
    employees = merged + left + right
    brukare.merge(other.brukare)
    vikarier.merge(other.vikarier)
    kommuner.merge(other.kommuner)
    sums.merge(other.sums)
  }

  /// The profile of a person who is seen sick here. Binary search.
  public func employee(_ person: PersonID) -> EmployeeProfile? {
    var (low, high) = (0, employees.count)
    while low < high {
      let middle = (low + high) / 2
      if employees[middle].person < person { low = middle + 1 } else { high = middle }
    }
    return low < employees.count && employees[low].person == person ? employees[low] : nil
  }

  /// Employees who are seen sick here and never as vikarie here.
  public var sickOnlyEmployees: Int {
    employees.count { !vikarier.contains($0.person) }
  }

  /// The share (0…1) of kronor that falls on the `count` employees with the most.
  public func shareOfKronor(onTop count: Int) -> Double {
    let sums = employees.map { max(0, $0.kronor.value) }.sorted(by: >)
    let total = sums.reduce(0, +)
    return total == 0 ? 0 : Double(sums.prefix(count).reduce(0, +)) / Double(total)
  }
}

/// Distinct ids in ascending order.
public struct SortedIDs<ID: Comparable & Sendable>: Sendable, Equatable {
  public private(set) var ids: [ID] = []

  public init() {}

  public init(_ unsorted: [ID]) {
    for id in unsorted.sorted() where ids.last != id { ids.append(id) }
  }

  public var count: Int { ids.count }

  public func contains(_ id: ID) -> Bool {
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id
  }

  public mutating func merge(_ other: SortedIDs) { self = SortedIDs(ids + other.ids) }
}
