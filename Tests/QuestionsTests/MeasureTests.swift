import Detection
import Ledger
import SickPay
import Testing

@testable import Questions

/// Every measure against what a plain loop over the rows gives.
struct MeasureTests {
  private func expectColumn(
    _ measure: String, _ unit: Answer.Unit, _ value: ([PlainRow]) -> Double?
  ) async throws {
    let world = try await QuestionWorld.shared.value
    let answer = try ask(world.ledger, per: "kommun", measure)
    let groups = Dictionary(grouping: world.rows, by: \.kommun)
    #expect(answer.columns.map(\.unit) == [unit])
    #expect(answer.rows.count >= 3)
    for row in answer.rows {
      let name = try #require(row.labels[0].text)
      expectNear(row.values[0], value(try #require(groups[name])), "\(measure) of \(name)")
    }
    let total = try #require(answer.total)
    expectNear(total[0], value(world.rows), "\(measure) of all")
  }

  private func expectNear(_ left: Double?, _ right: Double?, _ what: String) {
    guard let left, let right else {
      #expect(left == nil && right == nil, "\(what)")
      return
    }
    #expect(abs(left - right) <= 1e-9 * max(1, abs(right)), "\(what): \(left) ≠ \(right)")
  }

  @Test func `antal and summa`() async throws {
    try await expectColumn("antal", .count) { Double($0.count) }
    try await expectColumn("summa", .kronor) { Double($0.reduce(0) { $0 + $1.amount }) }
    try await expectColumn("summa(sjuktimmar)", .hours) {
      Double($0.reduce(0) { $0 + $1.sickTime })
    }
    try await expectColumn("summa(passtimmar)", .hours) {
      Double($0.reduce(0) { $0 + $1.shiftTime })
    }
  }

  @Test func `medel, median and quantiles are over the rows that have a value`() async throws {
    try await expectColumn("medel(karenstimmar)", .hours) { rows in
      let known = rows.compactMap(\.karensTime)
      return known.isEmpty ? nil : Double(known.reduce(0, +)) / Double(known.count)
    }
    try await expectColumn("median(timlön)", .wage) { rows in
      let sorted = rows.map(\.wage).sorted()
      let middle = sorted.count / 2
      return sorted.count % 2 == 1
        ? Double(sorted[middle]) : (Double(sorted[middle - 1]) + Double(sorted[middle])) / 2
    }
    for percent in [1, 10, 50, 90, 99] {
      try await expectColumn("p\(percent)(belopp)", .kronor) { rows in
        let sums = rows.map(\.amount).sorted()
        // The smallest that at least so many per cent do not exceed.
        return sums.first { sum in
          sums.count { $0 <= sum } * 100 >= percent * sums.count
        }.map(Double.init)
      }
    }
  }

  @Test func `shares of karens and vacancy, and of all groups together`() async throws {
    let world = try await QuestionWorld.shared.value
    try await expectColumn("andel(karens)", .share) { rows in
      let known = rows.filter { $0.karensTime != nil }
      let whole = known.reduce(0) { $0 + $1.sickTime }
      return whole == 0
        ? nil : Double(known.reduce(0) { $0 + ($1.karensTime ?? 0) }) / Double(whole)
    }
    try await expectColumn("andel(vakant)", .share) { rows in
      let whole = rows.reduce(0) { $0 + $1.shiftTime }
      return whole == 0 ? nil : Double(rows.reduce(0) { $0 + $1.vacantTime }) / Double(whole)
    }
    try await expectColumn("andel(antal)", .share) {
      Double($0.count) / Double(world.rows.count)
    }
    let sum = world.rows.reduce(0) { $0 + $1.amount }
    try await expectColumn("andel(belopp)", .share) {
      Double($0.reduce(0) { $0 + $1.amount }) / Double(sum)
    }
  }

  @Test func `personer counts each once`() async throws {
    try await expectColumn("personer", .count) { Double(Set($0.map(\.assistent)).count) }
    try await expectColumn("personer(brukare)", .count) { Double(Set($0.map(\.brukare)).count) }
  }

  @Test func `two keys give each pair that has rows its row`() async throws {
    let world = try await QuestionWorld.shared.value
    let answer = try ask(world.ledger, per: "kommun,månad", "antal,summa")
    let groups = Dictionary(grouping: world.rows) { "\($0.kommun) \($0.month)" }
    for (name, row) in zip(answer.names, answer.rows) {
      let rows = try #require(groups[name])
      #expect(row.values == [Double(rows.count), Double(rows.reduce(0) { $0 + $1.amount })])
    }
    #expect(answer.rows.count + answer.mergedGroups == groups.count)
    let received = try ask(world.ledger, per: "inkommen-månad", "antal")
    for (name, row) in zip(received.names, received.rows) {
      #expect(row.values[0] == Double(world.rows.count { $0.receivedMonth == name }))
    }
  }

  @Test func `quarters and years are those of the months`() async throws {
    let world = try await QuestionWorld.shared.value
    func expect(_ key: String, _ name: (PlainRow) -> String) throws {
      let groups = Dictionary(grouping: world.rows, by: name)
      let answer = try ask(world.ledger, per: key, "antal")
      #expect(answer.rows.count + answer.mergedGroups == groups.count)
      #expect(answer.names == answer.names.sorted() && !answer.names.isEmpty)
      for (name, row) in zip(answer.names, answer.rows) {
        #expect(row.values[0] == (groups[name]?.count).map(Double.init), "\(key) \(name)")
      }
    }
    try expect("kvartal", \.quarter)
    try expect("år") { String($0.month.prefix(4)) }
    try expect("inkommen-år") { String($0.receivedMonth.prefix(4)) }
    let quarters = try ask(world.ledger, per: "inkommen-kvartal", "antal")
    let months = try ask(world.ledger, per: "inkommen-månad", "antal")
    #expect(quarters.rows.count < months.rows.count)
  }

  @Test func `a sum of what no row tells is unknown, not nothing`() async throws {
    let world = try await QuestionWorld.shared.value
    for measure in ["summa(karensavdrag)", "andel(karensavdrag)"] {
      let answer = try ask(world.ledger, "antal,\(measure)", filter: "karensavdrag = tom")
      #expect(try #require(answer.total)[0] != 0 && answer.total?[1] == nil)
    }
  }

  @Test func `months that no register tells are called uncertain`() async throws {
    let world = try await QuestionWorld.shared.value
    func uncertain(_ names: String...) throws -> [String] {
      let measures = names.map { "relativt(\($0))" }.joined(separator: ",")
      return try ask(world.ledger, per: "bolag", measures).uncertain.map(\.description)
    }
    #expect(
      try uncertain("sjukfrekvens", "sjuktimmar-per-manad", "kronor-per-sjuktimme").count == 2)
    #expect(try uncertain("ofta-sjuka") == ["ofta-sjuka"])
    #expect(try uncertain("kronor-per-sjuktimme", "veckodag").isEmpty)
    #expect(try ask(world.ledger, per: "bolag", "antal").uncertain.isEmpty)
  }

  @Test func `keys of many values by number give what keys by table give`() {
    let codes = (0..<5000).map { Int32(truncatingIfNeeded: $0 * $0 % 977) }
    var (near, far) = (Grouping(things: codes.count), Grouping(things: codes.count))
    near.split(by: codes)
    far.split(by: codes.map { $0 * 1_000_003 })
    #expect(near.groups == far.groups && near.count == far.count)
    near.split(by: codes.map { $0 % 7 })
    far.split(by: codes.map { $0 % 7 * 200_000_000 })
    #expect(near.groups == far.groups && near.count == far.count)
  }

  @Test func `a rate beside the peers is what Detection says of the company`() async throws {
    let world = try await QuestionWorld.shared.value
    let answer = try ask(world.ledger, per: "bolag", "antal,relativt(sjukfrekvens)")
    let indicator = try #require(
      Catalogue.indicators.first { $0.id.description == "sjukfrekvens" })
    let comparisons = indicator.compare(Companies(world.ledger))
    #expect(
      answer.columns.map(\.title) == ["antal"]
        + ["relativt", "EBGM", "EB05", "EB95"].map { "\($0)(sjukfrekvens)" })
    #expect(answer.total == [Double(world.rows.count), nil, nil, nil, nil])
    #expect(!answer.rows.isEmpty)
    for row in answer.rows {
      let company = try #require(row.labels[0].company)
      let comparison = try #require(comparisons[company.index])
      let rate = try #require(comparison.relative)
      #expect(row.values[1] == comparison.observed / comparison.expected)
      #expect(Array(row.values[2...]) == [rate.value, rate.low, rate.high])
      #expect(rate.low < rate.value && rate.value < rate.high)
    }
  }
}
