import SampleWorld
import Testing

/// What each scheme leaves in the written rows.
struct SchemeTests {
  private func falsely(_ world: ReadWorld, _ row: ReadClaim) -> Int {
    world.labels.lines.indices
      .first {
        world.labels.text($0, "ärende") == row.caseNumber
          && world.labels.text($0, "assistent") == row.assistant
          && world.labels.text($0, "brukare") == row.brukare
          && dayNumber(world.labels.text($0, "sjuk_från")) == row.first
      }
      .map { hundredths(world.labels.text($0, "kronor")) } ?? -1
  }

  @Test func `phantom spells add up and are false to the last öre`() throws {
    let world = try ReadWorld(.phantomSickness, claims: 1_200)
    for row in world.falseRows(.phantomSickness) {
      #expect(
        abs(row.parts - row.total) <= 50
          || world.companies(omitting: "påslag").contains(row.organisation))
      #expect(falsely(world, row) == row.total)
      #expect(!row.shifts.isEmpty)
    }
  }

  @Test func `paper employees are only ever sick`() throws {
    let world = try ReadWorld(.paperEmployees, claims: 1_200)
    let persons = Set(world.falseRows(.paperEmployees).map(\.assistant))
    let substitutes = Set(world.rows.flatMap { $0.shifts.map(\.substitute) })
    #expect(persons.isDisjoint(with: substitutes))
    #expect(!world.honest.contains { persons.contains($0.assistant) })
    #expect(persons.count > 3)
  }

  @Test func `double billing has a twin in another kommun that came first`() throws {
    let world = try ReadWorld(.doubleBilling, claims: 1_200)
    for row in world.falseRows(.doubleBilling) {
      #expect(
        world.rows.contains {
          !$0.isLabelled && $0.kommun != row.kommun && $0.assistant == row.assistant
            && $0.brukare == row.brukare && $0.first == row.first && $0.total == row.total
            && $0.received < row.received
        })
    }
  }

  @Test func `resubmissions repeat a claim of months ago`() throws {
    let world = try ReadWorld(.resubmission, claims: 1_200)
    for row in world.falseRows(.resubmission) {
      #expect(
        world.rows.contains {
          !$0.isLabelled && $0.kommun == row.kommun && $0.assistant == row.assistant
            && $0.brukare == row.brukare && abs($0.first - row.first) <= 1 && $0.total == row.total
            && $0.received + 45 < row.received && $0.caseNumber != row.caseNumber
        })
    }
  }

  @Test func `vacant shifts are paid openly or under a borrowed name`() throws {
    let world = try ReadWorld(.vacantShifts, claims: 1_200)
    var turns: [String: [Range<Int>]] = [:]
    for row in world.rows {
      for shift in row.shifts { turns[shift.substitute, default: []].append(shift.covered) }
    }
    var (borrowed, plain) = (0, 0)
    let known = Dictionary(grouping: world.rows, by: \.organisation).mapValues { rows in
      Set(rows.map(\.assistant) + rows.flatMap { $0.shifts.map(\.substitute) })
    }
    var foreign = 0
    for row in world.falseRows(.vacantShifts) {
      let isForeign = row.shifts.contains { shift in
        !shift.isVacant
          && known.contains { $0.key != row.organisation && $0.value.contains(shift.substitute) }
      }
      let isBooked = row.shifts.contains { shift in
        !shift.isVacant
          && (turns[shift.substitute] ?? []).count { $0.overlaps(shift.covered) } > 1
      }
      // A borrowed name that no claim of the lender tells of stands there alone.
      plain += isBooked || isForeign || row.shifts.contains(where: \.isVacant) ? 1 : 0
      #expect(falsely(world, row) > 0)
      borrowed += isBooked ? 1 : 0
      foreign += isForeign ? 1 : 0
    }
    #expect(borrowed > 3 && foreign > 3 && plain > 20)
  }

  @Test func `karens is missing or half`() throws {
    let world = try ReadWorld(.karensLeftOut, claims: 1_200)
    let silent = world.companies(omitting: "veckotimmar")
    for row in world.falseRows(.karensLeftOut) {
      #expect(row.karens < max(row.weekly / 5, 1) || silent.contains(row.organisation))
      #expect(falsely(world, row) > 0)
    }
  }

  @Test func `stretched spells last seven or fourteen days`() throws {
    let world = try ReadWorld(.stretchedSpells, claims: 1_200)
    let splitting = Set(
      world.rows.filter { !world.claims.text($0.line, "sjukperiod_från").isEmpty }
        .map(\.organisation))
    for row in world.falseRows(.stretchedSpells) where !splitting.contains(row.organisation) {
      let days = row.last - row.first + 1
      #expect(days == 7 || days == 14)
    }
  }

  @Test func `the sick stand in somewhere else in the same minutes`() throws {
    let world = try ReadWorld(.sickHereWorksThere, claims: 1_200)
    var turns: [String: [(minutes: Range<Int>, company: String)]] = [:]
    for row in world.rows {
      for shift in row.shifts where !shift.isVacant {
        turns[shift.substitute, default: []].append((shift.covered, row.organisation))
      }
    }
    let spells = Dictionary(grouping: world.falseRows(.sickHereWorksThere)) {
      "\($0.organisation);\($0.assistant);\($0.first)"
    }
    var (elsewhere, unmet) = (0, 0)
    for rows in spells.values {
      let met = rows.flatMap(\.shifts).flatMap { shift in
        (turns[rows[0].assistant] ?? []).filter { $0.minutes.overlaps(shift.start..<shift.end) }
      }
      unmet += met.isEmpty ? 1 : 0
      elsewhere += met.contains { $0.company != rows[0].organisation } ? 1 : 0
    }
    #expect(elsewhere > 5)
    // The other row may have been mistyped since.
    #expect(unmet * 20 <= spells.count)
  }

  @Test func `wages are higher in false rows than in the same person's others`() throws {
    let world = try ReadWorld(.inflatedWage, claims: 1_200)
    func wage(_ row: ReadClaim) -> Int { hundredths(world.claims.text(row.line, "timlön")) }
    var (compared, higher) = (0, 0)
    let honest = world.honest
    for row in world.falseRows(.inflatedWage) {
      let others = honest.filter {
        $0.assistant == row.assistant && $0.organisation == row.organisation
          && abs($0.first - row.first) < 120
      }
      // A yearly revision and a raise of one's own may lie between, rarely both.
      compared += others.isEmpty ? 0 : 1
      higher += others.allSatisfy { wage(row) > wage($0) } && !others.isEmpty ? 1 : 0
    }
    #expect(compared > 10 && higher * 20 >= compared * 19)
  }

  @Test func `supplements exceed what the shifts give`() throws {
    let world = try ReadWorld(.inflatedSupplements, claims: 1_200)
    let honest = world.honest.filter { $0.reimbursed > 0 }
    let silent = world.companies(omitting: "ersatta_timmar")
    func rate(_ row: ReadClaim) -> Int {
      hundredths(world.claims.text(row.line, "ob")) * 60 / row.reimbursed
    }
    let dearest = honest.map(rate).max() ?? 0
    for row in world.falseRows(.inflatedSupplements) where !silent.contains(row.organisation) {
      // Everything at the weekend's step, which honest rows reach only when all of it was one.
      #expect(rate(row) > 4_000 && rate(row) <= dearest + 400)
    }
  }
}
