import Ledger
import SickPay
import TestSupport
import Testing

@testable import Questions

struct AnswerOrderTests {
  /// Kommun 2080 has 5 claims of 100 kr, 2081 has 6 of 300 kr, 2082 has 7 of 200 kr.
  private func ledger() async throws -> Ledger {
    let plan = [(2080, 5, 100), (2081, 6, 300), (2082, 7, 200), (2083, 2, 50), (2084, 3, 50)]
    var number = 0
    var claims: [String] = []
    for (kommun, persons, kronor) in plan {
      for _ in 0..<persons {
        number += 1
        claims.append(
          "kommun=\(kommun); ärende=Ä\(number); assistent=\(person(number)); belopp=\(kronor)")
      }
    }
    return try await TestTables(claims: claims).ledger()
  }

  @Test(arguments: [
    (nil, ["2080", "2081", "2082"]), ("kommun-", ["2082", "2081", "2080"]),
    ("antal-", ["2082", "2081", "2080"]), ("summa-", ["2081", "2082", "2080"]),
    ("summa(belopp)", ["2080", "2082", "2081"]), ("p90(timlön)-", ["2080", "2081", "2082"]),
  ])
  func `rows stand in the order asked for, equal ones by their keys`(
    _ order: String?, _ names: [String]
  ) async throws {
    let answer = try ask(
      try await ledger(), per: "kommun", "antal,summa,p90(timlön)", order: order)
    #expect(answer.names == names)
  }

  @Test func `only the first are shown, and how many there are is told`() async throws {
    let answer = try ask(
      try await ledger(), per: "kommun", "summa", order: "summa-", top: 2)
    #expect(answer.names == ["2081", "2082"])
    #expect(answer.groups == 3)
    #expect(answer.merged == [25_000])
    #expect(answer.total == [395_000])
  }

  @Test func `what stands after rows that are not shown has no running sum`() async throws {
    let cut = try ask(try await ledger(), per: "kommun", "summa", top: 2, accumulates: true)
    #expect(cut.column(1) == [180_000, 320_000])
    #expect(cut.merged == [25_000, nil, nil])
    let whole = try ask(try await ledger(), per: "kommun", "summa", top: 3, accumulates: true)
    #expect(whole.merged == [25_000, 395_000, 1])
  }

  @Test func `running sums go from the first row to all, the merged ones last`() async throws {
    let answer = try ask(try await ledger(), per: "kommun", "antal,summa", accumulates: true)
    #expect(answer.names == ["2081", "2082", "2080"])
    #expect(answer.column(2) == [180_000, 320_000, 370_000])
    let shares: [Double?] = [180_000.0, 320_000.0, 370_000.0].map { $0 / 395_000.0 }
    #expect(answer.column(3) == shares)
    #expect(answer.merged == [5, 25_000, 395_000, 1])
    let counted = try ask(
      try await ledger(), per: "kommun", "antal,summa", order: "antal-", accumulates: true)
    #expect(counted.column(2) == [7, 13, 18])
    let byKommun = try ask(
      try await ledger(), per: "kommun", "medel(belopp),summa", order: "kommun", accumulates: true)
    #expect(
      byKommun.columns.map(\.title).suffix(2)
        == ["ackumulerat(summa(belopp))", "ackumulerad andel"])
    #expect(byKommun.column(2) == [50_000, 230_000, 370_000])
    #expect(
      throws: QuestionFault(part: .measures, position: 1, problem: .nothingToAccumulate)
    ) { try Question(keys: "kommun", measures: "medel(belopp)", accumulates: true) }
  }
}
