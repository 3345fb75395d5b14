import SampleWorld
import SickPay
import Testing

/// The lawful variety that a careless rule would take for fraud.
struct VarietyTests {
  private let world: ReadWorld
  private let honest: [ReadClaim]

  init() throws {
    world = try Worlds.mixed.get()
    honest = world.honest
  }

  private func values(_ column: String) -> [String] {
    honest.map { world.claims.text($0.line, column) }
  }

  @Test func `some fall sick from two jobs on the same day, each with karens of its own`() {
    let days = Dictionary(grouping: honest) { "\($0.assistant);\($0.first)" }
    let both = days.values.filter { Set($0.map(\.organisation)).count == 2 }
    #expect(both.count > 20)
    #expect(
      both.contains { rows in
        Set(rows.filter { $0.karens > 0 }.map(\.organisation)).count == 2
      })
  }

  @Test func `one absence may concern several brukare, also in different kommuner`() {
    let absences = Dictionary(grouping: honest) { "\($0.organisation);\($0.assistant);\($0.first)" }
    #expect(absences.values.count { Set($0.map(\.brukare)).count > 1 } > 300)
    #expect(absences.values.contains { Set($0.map(\.kommun)).count > 1 })
  }

  @Test func `an ordinary assistant also stands in`() {
    let sick = Set(honest.map(\.assistant))
    let substitutes = Set(honest.flatMap { $0.shifts.map(\.substitute) })
    #expect(Double(sick.intersection(substitutes).count) > 0.5 * Double(sick.count))
  }

  @Test func `nights over a change of the clock are counted in either way`() {
    var (wall, real) = (0, 0)
    for row in honest {
      let active = row.shifts.filter { !$0.isJour }
      let clock = active.reduce(0) { $0 + $1.end - $1.start }
      guard clock != active.reduce(0, { $0 + $1.realMinutes }) else { continue }
      if row.lost == clock { wall += 1 } else { real += 1 }
    }
    #expect(wall > 0 && real > 0)
  }

  @Test func `two assistants of one brukare are sick at the same hours`() {
    let brukare = Dictionary(grouping: honest, by: \.brukare)
    #expect(
      brukare.values.contains { rows in
        rows.contains { one in
          rows.contains { other in
            one.assistant != other.assistant
              && one.shifts.contains { shift in
                other.shifts.contains { ($0.start..<$0.end).overlaps(shift.start..<shift.end) }
              }
          }
        }
      })
  }

  @Test func `companies differ in method, agreement and vacancies`() {
    func stated(_ column: String) -> Set<String> { Set(values(column)).subtracting([""]) }
    #expect(stated("avtal").count == 4)
    #expect(stated("semester_procent") == ["12,00", "13,00", "14,00"])
    #expect(stated("avgift_procent") == ["31,42", "10,21"])
    #expect(stated("lagrum") == ["SFB51", "LSS9"])
    #expect(stated("karens_skäl").isSuperset(of: ["återinsjuknande", "tio"]))
    #expect(values("sjukperiod_från").contains { !$0.isEmpty })
    #expect(values("läkarintyg_från").contains { !$0.isEmpty })
    #expect(values("fakturanummer").contains(""))
    let shifts = honest.flatMap(\.shifts)
    let vacant = Double(shifts.count(where: \.isVacant)) / Double(shifts.count)
    #expect(0.02...0.09 ~= vacant)
    let partly = shifts.count { !$0.isVacant && $0.covered != $0.start..<$0.end }
    #expect(0.002...0.02 ~= Double(partly) / Double(shifts.count))
  }

  @Test func `a few have särskilt högriskskydd and no karens`() throws {
    let plan = WorldPlan(seed: 3, claims: 12_000, companies: 40, cheatingCompanies: 0)
    let world = ReadWorld(try SampleWorld(plan: plan).inMemory())
    let rows = world.honest.filter { $0.reason == "särskilt högriskskydd" }
    #expect(!rows.isEmpty && rows.allSatisfy { $0.karens == 0 })
    #expect(rows.count * 1_000 < world.rows.count * 3)
  }

  @Test func `wages are raised by year, and now and then for one person`() {
    func wage(_ row: ReadClaim) -> Int { hundredths(world.claims.text(row.line, "timlön")) }
    var (raised, lowered, large) = (0, 0, 0)
    for rows in Dictionary(grouping: honest, by: { "\($0.organisation);\($0.assistant)" }).values {
      let sorted = rows.sorted { $0.first < $1.first }
      for (one, next) in zip(sorted, sorted.dropFirst()) {
        raised += wage(next) > wage(one) ? 1 : 0
        lowered += wage(next) < wage(one) ? 1 : 0
        large += wage(next) * 1_000 > wage(one) * 1_035 && next.first - one.first < 300 ? 1 : 0
      }
    }
    #expect(raised > 300 && lowered == 0 && large > 20)
  }

  @Test func `some companies grow fast`() {
    let hired = Dictionary(grouping: honest, by: \.organisation).mapValues { rows in
      rows.map { dayNumber(world.claims.text($0.line, "anställd_från")) }
    }
    let growing = hired.values.filter { days in
      days.count > 20 && days.count { $0 >= Int(WorldPlan.firstDay.number) } * 5 > days.count * 2
    }
    #expect(!growing.isEmpty && growing.count * 4 < hired.count)
  }

  /// One in 25 of forty.
  @Test func `a company begins within the plan, with new employees, and does not cheat`() {
    let late = Int(WorldPlan.firstDay.number) + 200
    let new = Dictionary(grouping: world.rows.filter { !$0.isLabelled }, by: \.organisation)
      .filter { _, rows in
        let hired = rows.map { world.claims.text($0.line, "anställd_från") }.filter { !$0.isEmpty }
        return hired.count > 3 && hired.allSatisfy { dayNumber($0) >= late }
          && rows.allSatisfy { $0.first >= late }
      }
    let cheats = Set(world.rows.filter { $0.label == "fusk" }.map(\.organisation))
    #expect(new.keys.count { !cheats.contains($0) } == 1)
  }

  @Test func `a day and a night may hold sleeping duty`() {
    let whole = honest.count { row in
      let shifts = row.shifts.sorted { $0.start < $1.start }
      return zip(shifts, shifts.dropFirst()).contains { waking, jour in
        !waking.isJour && jour.isJour && waking.end == jour.start
          && jour.end - waking.start == 1440
      }
    }
    #expect(whole > 10)
  }

  @Test func `a few hold a samordningsnummer`() {
    let persons = Set(honest.map(\.assistant))
    let coordination = persons.count { (Int($0) ?? 0) / 10_000 % 100 > 60 }
    #expect(0.002...0.05 ~= Double(coordination) / Double(persons.count))
  }

  @Test func `ärenden are numbered as they come in, invoices as they are sent`() {
    let years = Dictionary(grouping: world.rows) { $0.caseNumber.prefix(9) }
    for rows in years.values {
      let sorted = rows.sorted { $0.caseNumber < $1.caseNumber }
      for (one, next) in zip(sorted, sorted.dropFirst()) { #expect(one.received <= next.received) }
    }
    let companies = Dictionary(grouping: world.rows.filter { !$0.invoice.isEmpty }) {
      $0.organisation
    }
    for rows in companies.values {
      let sent = rows.map { row in
        (Int(row.invoice) ?? 0, dayNumber(world.claims.text(row.line, "fakturadatum")))
      }
      #expect(Set(sent.map(\.0)).count == sent.count)
      let sorted = sent.sorted { $0.0 < $1.0 }
      for (one, next) in zip(sorted, sorted.dropFirst()) { #expect(one.1 <= next.1) }
    }
  }
}
