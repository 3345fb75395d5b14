import Foundation
import Reporting
import SickPay
import Store
import Testing

struct DecisionTests {
  private let temporary: TemporaryStore
  private let report = InventedReport.report(seed: 1, id: "a")
  private var store: ScanStore { temporary.store }
  private var first: String { report.companies[0].findings[0].id }
  private var second: String { report.companies[0].findings[1].id }

  init() throws {
    temporary = try TemporaryStore()
    try temporary.store.save(report, storedAt: InventedReport.noon)
  }

  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  private func putAway(_ id: String, until: String? = nil, reason: String = "utredd") throws {
    try store.putAway(
      findingID: id, reason: reason, until: until.map(day), decidedAt: InventedReport.noon,
      by: "hl1")
  }

  @Test func `a finding that is put away to a day is away on that day and back on the next`() throws
  {
    try putAway(first, until: "2025-12-31")
    try putAway(second)
    #expect(try store.putAwayFindings(on: day("2025-12-30")) == [first, second])
    #expect(try store.putAwayFindings(on: day("2025-12-31")) == [first, second])
    #expect(try store.putAwayFindings(on: day("2026-01-01")) == [second])
  }

  @Test func `the decision stored last counts and all are kept`() throws {
    try putAway(first)
    try store.confirm(
      findingID: first, kronor: Ore(283_195), decidedAt: InventedReport.noon, by: "hl2")
    #expect(try store.putAwayFindings(on: day("2025-12-01")) == [])
    try putAway(first, until: "2025-12-31", reason: "läkarintyg inkommet")
    try putAway(first, until: "2025-12-05")
    #expect(try store.putAwayFindings(on: day("2025-12-10")) == [])
    #expect(
      try store.decisions(forFindings: [first, second]).map(\.outcome) == [
        .putAway(reason: "utredd", until: nil), .confirmed(Ore(283_195)),
        .putAway(reason: "läkarintyg inkommet", until: try day("2025-12-31")),
        .putAway(reason: "utredd", until: try day("2025-12-05")),
      ])
  }

  @Test func `a decision comes back with who and when`() throws {
    try putAway(second)
    let decision = try #require(try store.decisions(forFindings: [second]).first)
    #expect(decision.findingID == second)
    #expect(decision.by == "hl1")
    #expect(decision.decidedAt == InventedReport.noon)
    #expect(try store.decisions(forFindings: [first]) == [])
    #expect(try store.decisions(forFindings: [String]()) == [])
  }

  @Test func `many findings are asked for at once`() throws {
    try putAway(second)
    let ids = (0..<50_000).map { "x\($0)" } + [second]
    #expect(try store.decisions(forFindings: ids).count == 1)
  }

  @Test func `an id that no scan has is unknown, and so is the start of one`() throws {
    for id in ["ffffff", String(first.dropLast())] {
      #expect(throws: StoreError.unknownFinding(id: id)) { try putAway(id) }
      #expect(throws: StoreError.unknownFinding(id: id)) {
        try store.confirm(findingID: id, kronor: .zero, decidedAt: InventedReport.noon, by: "hl1")
      }
    }
  }

  @Test func `a finding of an earlier scan can be decided on, and a new scan keeps decisions`()
    throws
  {
    try store.save(
      InventedReport.report(seed: 2, id: "b", date: "2025-11-21"), storedAt: InventedReport.noon)
    try putAway(first)
    try store.save(report, storedAt: InventedReport.noon)
    #expect(try store.putAwayFindings(on: day("2025-12-01")) == [first])
    #expect(try store.decisions(forFindings: [first]).count == 1)
  }

  @Test func `new rows make a new finding, which is not put away`() throws {
    try putAway(first)
    var next = InventedReport.report(seed: 1, id: "b", date: "2025-11-21")
    next.companies[0].findings[0].id = "ny" + first
    try store.save(next, storedAt: InventedReport.noon)
    #expect(!(try store.putAwayFindings(on: day("2025-12-01")).contains("ny" + first)))
  }

  @Test func `blank reasons and names and negative sums are refused`() throws {
    let refusals: [() throws -> Void] = [
      { try putAway(first, reason: "  ") },
      {
        try store.putAway(
          findingID: first, reason: "r", until: nil, decidedAt: InventedReport.noon, by: "")
      },
      {
        try store.confirm(
          findingID: first, kronor: Ore(-1), decidedAt: InventedReport.noon, by: "hl1")
      },
    ]
    for refused in refusals {
      #expect {
        try refused()
      } throws: { error in
        if case .refused = error as? StoreError { true } else { false }
      }
    }
    #expect(try temporary.rows("SELECT count(*) FROM decision") == ["0"])
  }
}
