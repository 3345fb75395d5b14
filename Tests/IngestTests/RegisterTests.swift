import Foundation
import Ingest
import Ledger
import SickPay
import TestSupport
import Testing

private let registers: [String: [String]] = [
  "tillstånd": [
    "orgnr=\(company(1)); från=2020-01-01; till=2025-02-28; underrättad=2025-03-01",
    "orgnr=\(company(2)); från=2021-05-01",
  ],
  "beslut": [
    "kommun=2080; brukare=\(person(5000)); lagrum=LSS9; från=2025-01-01; till=2025-06-30; "
      + "veckotimmar=40; orgnr=\(company(1))",
    "kommun=2080; brukare=\(person(5000)); lagrum=SFB51; från=2024-01-01; veckotimmar=60,5",
  ],
  "tid": [
    "orgnr=\(company(1)); assistent=\(person(1)); brukare=\(person(5000)); "
      + "start=2025-03-29 22:00; slut=2025-03-30 06:00",
    "orgnr=\(company(2)); assistent=\(person(1)); brukare=\(person(5001)); "
      + "start=2025-03-01 08:00; slut=2025-03-01 16:00",
  ],
  "löner": [
    "orgnr=\(company(1)); assistent=\(person(1)); månad=2025-03; timlön=160,5; timmar=120",
    "orgnr=\(company(1)); assistent=\(person(1)); månad=202502; timlön=158",
  ],
  "bolag": [
    "orgnr=\(company(1)); namn=Ett AB; företrädare=F-1; registrerad=2015-02-03; "
      + "upphörd=2025-05-01",
    "orgnr=\(company(2)); namn=Två AB; adress=Storgatan 1; telefon=0230-1",
  ],
  "betalningar": [
    "kommun=2080; ärende=Ä1; fakturanummer=F1; betald=2025-05-02; belopp=2304; "
      + "betalkonto=123-4567",
    "kommun=2081; ärende=Ä1; betald=2025-05-02; belopp=-10,50",
  ],
  "utfall": [
    "kommun=2080; ärende=Ä1; utfall=fel; belopp=100; urval=slump",
    "kommun=2080; ärende=Ä2; utfall=rätt",
  ],
]

struct RegisterTests {
  @Test func `each register is known by its header and read into columns of its own`()
    async throws
  {
    let ledger = try await TestTables(claims: [""], registers: registers).ledger()
    let read = ledger.registers
    #expect(read.given == Set(RegisterKind.allCases))
    let first = ledger.claims[.company, 0]
    #expect(read.permitRows(of: first).map { read.permits.value(.told, $0) } == [day("2025-03-01")])
    let person = ledger.claims[.assistent, 0]
    let brukare = ledger.claims[.brukare, 0]
    let decisions = read.decisionRows(of: brukare)
    #expect(
      decisions.map { read.decisions[.weeklyTime, $0] } == [Seconds(217_800), Seconds(144_000)])
    #expect(decisions.map { read.decisions.value(.company, $0) } == [nil, first])
    let worked = read.workedRows(of: person)
    // Sorted by start, and the night in which the clock goes forward is seven hours long.
    #expect(
      worked.map { read.workedTime[.end, $0] - read.workedTime[.start, $0] }
        == [Seconds(hours: 8), Seconds(hours: 7)])
    let wages = read.wageRows(of: person, at: first)
    #expect(wages.map { read.wages[.wage, $0].tenThousandths } == [1_580_000, 1_605_000])
    #expect(wages.map { read.wages[.month, $0].description } == ["2025-02", "2025-03"])
    #expect(
      read.companyRows(of: first).map { read.companies.value(.ended, $0) } == [day("2025-05-01")])
    let payments = read.paymentRows(ledger.claims[.kommun, 0], ledger.claims[.arende, 0])
    #expect(payments.map { read.payments[.amount, $0] } == [Ore(230_400)])
    let outcomes = (0..<read.outcomes.count).map {
      [read.outcomes.value(.outcome, $0).map(\.cell), read.outcomes.value(.selection, $0)?.cell]
    }
    #expect(Set(outcomes) == [[1, 1], [0, nil]])
  }

  @Test func `a register in several files is merged and repeated rows count once`() async throws {
    let tables = TestTables(claims: [""], registers: registers)
    let whole = try await tables.ledger().registers
    var doubled = tables
    doubled.registers = tables.registers.mapValues { $0 + $0.reversed() }
    let cut = try await doubled.ledger(cutInto: 3).registers
    #expect((whole.repeated, cut.repeated) == (0, 14))
    #expect(content(of: cut) == content(of: whole))
    #expect((cut.payments.count, cut.outcomes.count) == (2, 2))
  }

  /// The columns of the registers whose order has a meaning, without file and line.
  private func content(of registers: Registers) -> [ArraySlice<[Int32]>] {
    [
      registers.permits.columns.dropLast(2), registers.decisions.columns.dropLast(2),
      registers.workedTime.columns.dropLast(2), registers.wages.columns.dropLast(2),
    ]
  }

  @Test(arguments: [
    ("tillstånd", "från=", "från", RejectReason.empty),
    ("tillstånd", "till=2019-12-31", "till", .endBeforeStart),
    ("beslut", "till=2024-12-31", "till", .endBeforeStart),
    ("beslut", "lagrum=SoL4", "lagrum", .notInList),
    ("beslut", "orgnr=123", "orgnr", .notAnOrganisationNumber),
    ("tid", "slut=2025-03-29 21:00", "slut", .endBeforeStart),
    ("tid", "assistent=", "assistent", .empty), ("tid", "start=2025-03-29", "start", .notATime),
    ("löner", "månad=2025-13", "månad", .notAMonth), ("löner", "månad=mars", "månad", .notAMonth),
    ("löner", "månad=2025-02-30", "månad", .notAMonth),
    ("löner", "timlön=hög", "timlön", .notANumber),
    ("bolag", "upphörd=igår", "upphörd", .notADate),
    ("betalningar", "betald=", "betald", .empty), ("utfall", "utfall=kanske", "utfall", .notInList),
    ("utfall", "urval=tur", "urval", .notInList),
  ])
  func `an unreadable row of a register is rejected with its line, column and reason`(
    name: String, change: String, column: String, reason: RejectReason
  ) async throws {
    let row = try #require(registers[name]?[0]) + "; " + change
    let tables = TestTables(registers: [name: [row, try #require(registers[name]?[1])]])
    let report = try await ingest([tables.registerCSV(name)]).reports[0]
    let reject = try #require(report.rejects.first)
    #expect((reject.column, reject.reason) == (column, reason))
    #expect(reject.line.cell == 2)
    #expect((report.rows, report.accepted, report.rejected) == (2, 1, 1))
    #expect(report.table?.rawValue == name)
  }

  /// A list that has some columns of a register is another list, unless it bears the name.
  @Test(arguments: [
    ("tid.csv", FileReport.Outcome.refused(.missingColumns(table: .workedTime, ["orgnr"]))),
    ("tid 2025-03.csv", .refused(.missingColumns(table: .workedTime, ["orgnr"]))),
    ("tidning.csv", .leftAlone), ("schema.csv", .leftAlone),
  ])
  func `a register without one of its columns is refused only under its name`(
    name: String, outcome: FileReport.Outcome
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "sjuklonevakt-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = "assistent;brukare;start;slut\n"
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    let sources = InputList(paths: [folder.path]).sources
    let report = await Ingestion.read(sources, threads: 1).reports[0]
    #expect(report.outcome == outcome)
  }

  @Test func `a claim table that lacks columns is not taken for a register`() async throws {
    var lines = TestTables(claims: [""]).claimsCSV.split(separator: "\n").map(String.init)
    for name in ["timlön", "sjuktimmar", "sjuk_till"] {
      let other = String(name.reversed())
      lines[0] = lines[0].replacingOccurrences(of: ";\(name);", with: ";\(other);")
    }
    let report = try await ingest([lines.joined(separator: "\n")]).reports[0]
    #expect(
      report.outcome
        == .refused(.missingColumns(table: .claims, ["sjuk_till", "sjuktimmar", "timlön"])))
  }

  @Test func `a register without rows is given all the same`() async throws {
    let ledger = try await TestTables(claims: [""], registers: ["tid": []]).ledger()
    #expect(ledger.registers.given == [.workedTime])
    #expect(ledger.registers.workedTime.count == 0)
  }
}

private func day(_ text: String) -> Day? { Day(iso: text) }
