import Ledger
import SickPay

/// The same figures of a company that the other systems compute.
struct CompanyFigures: Sendable {
  let claims: Int
  let amounts: AmountDistribution
  let employees: Int
  let brukare: Int
  let kommuner: Int
  let sickSeconds: Int
  let meanWage: Double
  let certificates: Int
  let mondays: Int
}

struct EmployeeFigures: Sendable {
  let claims: Int
  let amounts: AmountDistribution
  let sickSeconds: Int
  let days: Int
}

/// The claim rows sorted by company and assistant, and the profiles that this order gives.
struct Profiles: Sendable {
  private let order: [UInt32]
  private let companies: [Int32]
  private let assistants: [Int32]

  init(_ claims: Claims) {
    let (company, assistent) = (claims.column(.company), claims.column(.assistent))
    order = sortedOrder(
      company.indices.map { UInt64(company[$0]) << 32 | UInt64(assistent[$0]) })
    companies = order.map { company[Int($0)] }
    assistants = order.map { assistent[Int($0)] }
  }

  func ofCompanies(_ claims: Claims) -> [CompanyFigures] {
    let columns = Columns(claims)
    return PersonRuns(companies).map { rows in
      let claimRows = order[rows]
      return CompanyFigures(
        claims: rows.count,
        amounts: AmountDistribution(claimRows.map { columns.amount[Int($0)] }),
        employees: rows.count { row in
          row == rows.lowerBound || assistants[row] != assistants[row - 1]
        },
        brukare: distinct(claimRows.map { columns.brukare[Int($0)] }),
        kommuner: distinct(claimRows.map { columns.kommun[Int($0)] }),
        sickSeconds: claimRows.reduce(0) { $0 + Int(columns.sickTime[Int($1)]) },
        meanWage: Double(claimRows.reduce(0) { $0 + Int(columns.wage[Int($1)]) })
          / Double(rows.count),
        certificates: claimRows.count { columns.certificate[Int($0)] != absentCell },
        mondays: claimRows.count { Day(cell: columns.from[Int($0)]).weekday == 0 })
    }
  }

  func ofEmployees(_ claims: Claims) -> [EmployeeFigures] {
    let columns = Columns(claims)
    return PersonRuns(companies).flatMap { company in
      PersonRuns(Array(assistants[company])).map { rows in
        let claimRows = order[company][
          (company.lowerBound + rows.lowerBound)..<(company.lowerBound + rows.upperBound)]
        return EmployeeFigures(
          claims: rows.count,
          amounts: AmountDistribution(claimRows.map { columns.amount[Int($0)] }),
          sickSeconds: claimRows.reduce(0) { $0 + Int(columns.sickTime[Int($1)]) },
          days: claimRows.reduce(0) { sum, row in
            sum + Int(columns.to[Int(row)] - columns.from[Int(row)]) + 1
          })
      }
    }
  }
}

/// What profiles look at.
private struct Columns {
  let amount, sickTime, wage, brukare, kommun, certificate, from, to: [Int32]

  init(_ claims: Claims) {
    amount = claims.column(.amount)
    sickTime = claims.column(.sickTime)
    wage = claims.column(.wage)
    brukare = claims.column(.brukare)
    kommun = claims.column(.kommun)
    certificate = claims.column(.certificateFrom)
    from = claims.column(.sickFrom)
    to = claims.column(.sickTo)
  }
}

private func distinct(_ values: [Int32]) -> Int {
  let sorted = values.sorted()
  return sorted.indices.count { $0 == 0 || sorted[$0] != sorted[$0 - 1] }
}
