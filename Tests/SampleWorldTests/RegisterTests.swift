import SampleWorld
import SickPay
import Testing

/// The registers against the claims and the truth.
struct RegisterTests {
  private let world: ReadWorld
  private let tables: [WorldTable: WrittenTable]
  private let honest: [ReadClaim]

  private static let made = Result {
    var plan = base
    plan.writesRegisters = true
    return try SampleWorld(plan: plan).inMemory()
  }

  private static var base: WorldPlan {
    WorldPlan(
      seed: 12, claims: 4_000, companies: 30, cheatingCompanies: 13, intensities: .only(.high))
  }

  init() throws {
    let made = try RegisterTests.made.get()
    world = ReadWorld(made)
    honest = world.honest
    tables = Dictionary(
      uniqueKeysWithValues: WorldTable.allCases.filter(\.isRegister).map {
        ($0, WrittenTable(made.bytes($0)))
      })
  }

  private func rows(_ table: WorldTable, _ columns: String...) -> [[String]] {
    guard let written = tables[table] else { return [] }
    return written.lines.indices.map { line in columns.map { written.text(line, $0) } }
  }

  @Test func `the claims are the same with registers as without`() throws {
    let without = try SampleWorld(plan: RegisterTests.base).inMemory()
    let with = try RegisterTests.made.get()
    for table in [WorldTable.claims, .shifts] {
      #expect(without.bytes(table) == with.bytes(table))
    }
    for table in WorldTable.allCases where table.isRegister {
      #expect(without.bytes(table).isEmpty && !with.bytes(table).isEmpty)
    }
  }

  @Test func `every company stands in its register once, and a phoenix shares its people`() {
    let companies = rows(.companyRegister, "orgnr", "företrädare", "registrerad", "upphörd")
    #expect(Set(companies.map { $0[0] }).count == companies.count)
    #expect(Set(world.rows.map(\.organisation)).isSubset(of: companies.map { $0[0] }))
    let shared = Dictionary(grouping: companies) { $0[1] }.values.filter { $0.count > 1 }
    #expect(!shared.isEmpty)
    for pair in shared {
      #expect(pair.count == 2 && pair.count { !$0[3].isEmpty } == 1)
      let new = pair.first { $0[3].isEmpty }?[0] ?? ""
      #expect(world.choice(new, "fuskar") != "nej")
    }
  }

  @Test func `permits cover the claims but for one or two companies, whose later rows are false`() {
    var permits: [String: [(from: Int, to: Int)]] = [:]
    for row in rows(.permits, "orgnr", "från", "till", "underrättad") {
      // Two weeks of grace after the brukare was told.
      let to = row[2].isEmpty ? Int.max : dayNumber(row[3].isEmpty ? row[2] : row[3]) + 14
      permits[row[0], default: []].append((dayNumber(row[1]), to))
    }
    var lapsed = Set<String>()
    for row in world.rows where !row.isCredit {
      let isCovered = (permits[row.organisation] ?? []).contains {
        $0.from <= row.first && row.first <= $0.to
      }
      if !isCovered { lapsed.insert(row.organisation) }
      if row.method == "utan-tillstånd" { #expect(!isCovered) }
    }
    #expect(1...2 ~= lapsed.count)
    let late = honest.filter { row in
      lapsed.contains(row.organisation)
        && !(permits[row.organisation] ?? []).contains {
          $0.from <= row.first && row.first <= $0.to
        }
    }
    #expect(late.allSatisfy { $0.total == 0 })
  }

  @Test func `a decision covers every claim's brukare on its first day`() {
    let decisions = Dictionary(
      grouping: rows(.decisions, "brukare", "orgnr", "från", "till", "lagrum", "veckotimmar")
    ) { $0[0] + ";" + $0[1] }
    for row in honest {
      let valid = (decisions["\(row.brukare);\(row.organisation)"] ?? []).filter {
        dayNumber($0[2]) <= row.first && ($0[3].isEmpty || row.first <= dayNumber($0[3]))
      }
      #expect(valid.count == 1)
      let lagrum = world.claims.text(row.line, "lagrum")
      #expect(lagrum.isEmpty || valid.allSatisfy { $0[4] == lagrum })
      let weeks = (row.last - row.first + 7) / 7
      #expect(valid.allSatisfy { hundredths($0[5]) * 3 / 5 * weeks >= row.reimbursed })
    }
  }

  /// Time worked by person, in minutes.
  private func workedTime() -> [String: [Range<Int>]] {
    var result: [String: [Range<Int>]] = [:]
    for row in rows(.workedTime, "assistent", "start", "slut") {
      result[row[0], default: []].append(minute(row[1])..<minute(row[2]))
    }
    return result
  }

  @Test func `nobody works twice at once, nor while honestly sick`() {
    let worked = workedTime()
    #expect(worked.count > 300)
    for turns in worked.values {
      let sorted = turns.sorted { $0.lowerBound < $1.lowerBound }
      for (one, next) in zip(sorted, sorted.dropFirst()) {
        #expect(one.upperBound <= next.lowerBound)
      }
    }
    for row in honest {
      for shift in row.shifts {
        #expect(!(worked[row.assistant] ?? []).contains { $0.overlaps(shift.start..<shift.end) })
      }
    }
  }

  @Test func `who stands in on an honest row has worked that time`() {
    let worked = workedTime()
    let days = dayNumber("2025-08-01")...dayNumber("2025-10-31")
    var turns = 0
    for row in honest {
      for shift in row.shifts where !shift.isVacant && days.contains(shift.day) {
        #expect((worked[shift.substitute] ?? []).contains(shift.covered), "\(row.caseNumber)")
        turns += 1
      }
    }
    #expect(turns > 200)
  }

  @Test func `who is only said to be sick has worked the shifts told as lost`() {
    let worked = workedTime()
    let days = dayNumber("2025-08-01")...dayNumber("2025-10-31")
    let invented = ["fantomsjukdom", "bytesringar", "fågel-fenix"]
    let shifts = world.rows.filter { invented.contains($0.method) }.flatMap { row in
      row.shifts.filter { days.contains($0.day) }.map { (row.assistant, $0) }
    }
    let seen = shifts.count { person, shift in
      (worked[person] ?? []).contains { $0.overlaps(shift.start..<shift.end) }
    }
    #expect(shifts.count > 5 && seen * 10 > shifts.count * 9)
  }

  @Test func `wages are those of honest rows, and lower than those of inflated ones`() {
    var wages: [String: Int] = [:]
    for row in rows(.wages, "orgnr", "assistent", "månad", "timlön", "timmar") {
      #expect(hundredths(row[4]) > 0)
      wages["\(row[0]);\(row[1]);\(row[2])"] = hundredths(row[3])
    }
    func known(_ row: ReadClaim) -> (claimed: Int, real: Int)? {
      let month = world.claims.text(row.line, "sjuk_från").prefix(7)
      return wages["\(row.organisation);\(row.assistant);\(month)"].map {
        (hundredths(world.claims.text(row.line, "timlön")), $0)
      }
    }
    let compared = honest.compactMap(known)
    #expect(compared.count > 300 && compared.allSatisfy { $0.claimed == $0.real })
    let inflated = world.rows.filter { $0.method == "löneuppblåsning" }.compactMap(known)
    #expect(!inflated.isEmpty && inflated.allSatisfy { $0.claimed > $0.real })
  }

  @Test func `payments are what was claimed, to the company's account`() {
    let paid = rows(
      .payments, "kommun", "ärende", "fakturanummer", "belopp", "betalkonto", "betald")
    let claimed = Dictionary(grouping: world.rows) { "\($0.kommun);\($0.caseNumber);\($0.invoice)" }
    for payment in paid {
      let rows = claimed["\(payment[0]);\(payment[1]);\(payment[2])"] ?? []
      #expect(rows.reduce(0) { $0 + $1.total } == hundredths(payment[3]))
      #expect(rows.allSatisfy { $0.received < dayNumber(payment[5]) })
      let account = rows.first.map { world.claims.text($0.line, "betalkonto") } ?? "none"
      #expect(account.isEmpty || account == payment[4])
    }
    #expect(paid.count * 10 > claimed.count * 8)
  }

  @Test func `outcomes tell the truth of older claims`() {
    let labelled = Dictionary(grouping: world.labels.lines.indices) {
      world.labels.text($0, "kommun") + ";" + world.labels.text($0, "ärende")
    }
    let outcomes = rows(.outcomes, "kommun", "ärende", "utfall", "belopp", "urval")
    for outcome in outcomes {
      let lines = labelled[outcome[0] + ";" + outcome[1]] ?? []
      let isFraud = lines.contains { world.labels.text($0, "etikett") == "fusk" }
      #expect(outcome[2] == (isFraud ? "återkrav" : lines.isEmpty ? "rätt" : "fel"))
      let sum = lines.reduce(0) { $0 + hundredths(world.labels.text($1, "kronor")) }
      #expect(hundredths(outcome[3]) == sum)
    }
    #expect(Set(outcomes.map { $0[4] }) == ["slump", "risk"])
    #expect(Set(outcomes.map { $0[2] }) == ["rätt", "fel", "återkrav"])
  }
}
