import SampleWorld
import SickPay
import Testing

/// What holds for every row that is neither false nor mistaken.
struct HonestWorldTests {
  private let world: ReadWorld
  private let honest: [ReadClaim]

  init() throws {
    world = try Worlds.mixed.get()
    honest = world.honest
  }

  @Test func `every shift ties to a claim row`() {
    #expect(world.looseShifts == 0)
    #expect(honest.allSatisfy { !$0.shifts.isEmpty })
  }

  @Test func `the parts add up to the sum`() {
    let silent = world.companies(omitting: "påslag")
    #expect(!silent.isEmpty)
    for row in honest where !silent.contains(row.organisation) {
      #expect(abs(row.total - row.parts) <= 50, "\(row.caseNumber)")
    }
  }

  @Test func `shifts lie within the period and add up to the hours lost`() {
    for row in honest {
      #expect(row.shifts.allSatisfy { row.first <= $0.day && $0.day <= row.last })
      let active = row.shifts.filter { !$0.isJour }
      let wall = active.reduce(0) { $0 + $1.end - $1.start }
      let real = active.reduce(0) { $0 + $1.realMinutes }
      #expect(row.lost == wall || row.lost == real, "\(row.caseNumber)")
    }
  }

  @Test func `nobody stands in twice at once, or while sick, or for themselves`() {
    var taken: [String: [(Range<Int>, isSick: Bool)]] = [:]
    for row in honest {
      for shift in row.shifts {
        taken[row.assistant, default: []].append((shift.start..<shift.end, true))
        if !shift.isVacant { taken[shift.substitute, default: []].append((shift.covered, false)) }
      }
    }
    for (person, intervals) in taken {
      let sorted = intervals.sorted { $0.0.lowerBound < $1.0.lowerBound }
      for (one, next) in zip(sorted, sorted.dropFirst()) {
        #expect(one.0.upperBound <= next.0.lowerBound, "\(person)")
      }
    }
  }

  @Test func `what is claimed of nobody is zero`() {
    for row in honest where row.shifts.allSatisfy(\.isVacant) {
      #expect(row.reimbursed == 0)
      #expect(hundredths(world.claims.text(row.line, "sjuklön")) == 0)
    }
  }

  @Test func `claims come in on working days after the sickness and before the extract`() {
    for row in world.rows {
      #expect(row.received > row.first)
      #expect(row.received <= Int(WorldPlan.lastDay.number))
      #expect(Day(number: Int32(row.received)).weekday < 5)
    }
  }

  @Test func `most claims come within eleven weeks, and a few late`() {
    let lags = honest.map { $0.received - $0.last }.sorted()
    #expect(lags[lags.count / 20] >= 8)
    #expect(lags[lags.count * 9 / 10] <= 80)
    #expect(lags[lags.count - 1] > 100)
  }

  @Test func `credits mirror a row, and corrections name one`() {
    let names = Set(
      world.rows.flatMap { row in
        [row.invoice, row.caseNumber].map { "\(row.organisation);\($0);\(row.assistant)" }
      })
    let credits = world.rows.filter(\.isCredit)
    #expect(!credits.isEmpty)
    for credit in credits {
      #expect(names.contains("\(credit.organisation);\(credit.credits);\(credit.assistant)"))
      #expect(credit.lost <= 0 && credit.reimbursed <= 0 && credit.karens <= 0)
      #expect(
        world.rows.contains {
          $0.total == -credit.total && $0.assistant == credit.assistant && $0.first == credit.first
        })
    }
    let corrections = world.rows.filter { !$0.replaces.isEmpty }
    #expect(!corrections.isEmpty)
    for row in corrections {
      #expect(names.contains("\(row.organisation);\(row.replaces);\(row.assistant)"))
    }
    #expect(world.repeated > 0)
  }

  @Test func `spells are as long as the statistics say`() {
    var days: [String: Int] = [:]
    for row in honest {
      days["\(row.organisation);\(row.assistant);\(row.first)"] = min(14, row.last - row.first + 1)
    }
    let count = Double(days.count)
    func share(_ range: ClosedRange<Int>) -> Double {
      Double(days.values.count { range.contains($0) }) / count
    }
    #expect(0.45...0.6 ~= share(1...3))
    #expect(0.82...0.91 ~= share(1...7))
    #expect(0.07...0.14 ~= share(14...14))
  }
}
