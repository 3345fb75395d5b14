import Configuration
import Ledger
import SickPay
import TestSupport
import Testing

@testable import Detection

/// Rows that the reader accepts, however odd they are, through a whole scan: none stops it, and
/// none puts less than nothing or more than its own sum at stake.
struct HostileRowTests {
  private static let configuration = Result { try Configuration() }

  @Test(arguments: hostileRows)
  func `an odd row that is accepted does not stop a scan`(_ row: HostileRows) async throws {
    let tables = TestTables(claims: row.claims, shifts: row.shifts, registers: row.registers)
    let ledger = try await tables.ledger()
    let result = try await scanned(ledger)
    #expect(!result.companies.isEmpty)
  }

  /// Every column in turn holds an extreme value, and some rows hold several.
  @Test(arguments: [UInt64](1...6))
  func `extreme values in any column do not stop a scan`(_ seed: UInt64) async throws {
    let tables = try await ledger(
      ofAcceptedRowsIn: ExtremeTables(seed: seed).texts,
      date: try #require(Day(iso: "2025-06-30")))
    #expect(tables.accepted > 300)
    _ = try await scanned(tables.ledger)
  }

  @Test func `two thousand overlapping rows of one number give one finding`() async throws {
    let rows = (0..<2_000).map {
      "ärende=Ä\($0); fakturanummer=F\($0); sjuktimmar=30; belopp=\(1_000 + $0)"
    }
    let found = try await findings("fler-an-dygnet", TestTables(claims: rows))
    #expect(found.count == 1)
    #expect(found.first?.observed == 60_000)
    #expect(found.first?.expected == 72)
  }

  private func scanned(_ ledger: Ledger) async throws -> ScanResult {
    let configuration = try Self.configuration.get()
    let result = await detect(
      ledger, names: testNames, rulebook: configuration.rulebook,
      settings: configuration.settings, pricesRows: true)
    for company in result.companies {
      #expect(company.atStake >= .zero)
      #expect((0.0...1).contains(company.score.value))
      for stake in company.findings.flatMap(\.finding.stakes) {
        #expect(stake.amount >= .zero)
        #expect(stake.amount <= max(.zero, ledger.settlement.netAmount(stake.claim)))
      }
    }
    return result
  }
}

struct HostileRows: Sendable, CustomTestStringConvertible {
  let name: String
  let claims: [String]
  var shifts: [String] = []
  var registers: [String: [String]] = [:]

  var testDescription: String { name }
}

private let second = "ärende=Ä2; fakturanummer=F2; inkommen=2025-05-01"

let hostileRows: [HostileRows] = [
  HostileRows(
    name: "an employment that ends before it begins",
    claims: ["anställd_från=2025-03-10; anställd_till=2025-03-01"]),
  HostileRows(
    name: "one öre an hour and no paid hours",
    claims: ["timlön=0.01; sjuklön=5000; ersatta_timmar="]),
  HostileRows(
    name: "one krona an hour and half a million in sick pay",
    claims: ["timlön=1; sjuklön=500000; ersatta_timmar="]),
  HostileRows(
    name: "one öre an hour and karens in kronor",
    claims: ["timlön=0.01; karenstimmar=; karensavdrag=5000"]),
  HostileRows(
    name: "sick in 1930", claims: ["sjuk_från=1930-03-03; sjuk_till=1930-03-05"]),
  HostileRows(
    name: "sick for 75 years", claims: ["sjuk_från=1950-03-03; sjuk_till=2025-03-05"]),
  HostileRows(
    name: "a decision from 1930, with tid.csv", claims: [""],
    registers: [
      "beslut": [
        "kommun=2080; brukare=\(person(5000)); lagrum=LSS9; från=1930-01-01; veckotimmar=40"
      ],
      "tid": [
        "orgnr=\(company(1)); assistent=\(person(1)); brukare=\(person(5000)); "
          + "start=2025-03-03 08:00; slut=2025-03-03 16:00"
      ],
    ]),
  HostileRows(
    name: "a later row of negative hours where the days are full",
    claims: [
      "sjuk_till=2025-03-04; sjuktimmar=60",
      second + "; sjuk_till=2025-03-04; sjuktimmar=-5; ersatta_timmar=10",
    ]),
  HostileRows(
    name: "paid hours of the opposite sign", claims: ["sjuktimmar=400000; ersatta_timmar=-400000"]),
  HostileRows(
    name: "lost hours of the opposite sign", claims: ["sjuktimmar=-400000; karenstimmar=400000"]),
  HostileRows(
    name: "shifts of half a century on one row", claims: [""],
    shifts: (0..<1_800).map { place in
      let day = Day(cell: 10_957 + Int32(place) * 13)
      return "start=\(day) 00:00; slut=\(day.advanced(by: 13)) 23:00; vikarie=[vakant]; "
        + "vikarie_start=; vikarie_slut="
    }),
  HostileRows(
    name: "one absence divided over two brukare, far above the whole",
    claims: [
      "fördelning=150000", second + "; brukare=\(person(5001)); fördelning=150000",
    ],
    shifts: ["", "ärende=Ä2; brukare=\(person(5001))"]),
  HostileRows(
    name: "one person sick in 1930 and in 2025",
    claims: ["sjuk_från=1930-03-03; sjuk_till=1930-03-05", second]),
  HostileRows(
    name: "a shift of twelve days from a Saturday, of which a vikarie worked the last",
    claims: ["avtal=Fremia; sjuktimmar=288; karenstimmar=280; sjuk_från=2025-02-01"],
    shifts: [
      "start=2025-02-01 08:00; slut=2025-02-13 08:00; vikarie_start=2025-02-12 08:00; "
        + "vikarie_slut=2025-02-13 08:00"
    ]),
  HostileRows(
    name: "the highest wage that a cell holds in löner.csv", claims: ["timlön=214748.30"],
    registers: [
      "löner": [
        "orgnr=\(company(1)); assistent=\(person(1)); månad=2025-03; timlön=214748.30; timmar=10"
      ]
    ]),
]

/// Claims, shifts and registers with extreme cells, by a seed.
private struct ExtremeTables {
  private var random: SplitMix64
  private(set) var texts: [String] = []

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    var tables = TestTables(claims: Array(repeating: "", count: 300))
    for place in tables.claims.indices {
      tables.claims[place]["ärende"] = "Ä\(place)"
      tables.claims[place]["fakturanummer"] = "F\(place)"
      tables.claims[place]["assistent"] = person(below(40))
      tables.claims[place]["orgnr"] = company(below(10))
      tables.claims[place]["brukare"] = person(5_000 + below(10))
      for column in ["ersatta_timmar", "karenstimmar", "semesterersättning", "veckotimmar"]
      where below(4) == 0 {
        tables.claims[place][column] = ""
      }
      // Each column in turn, and up to two more.
      disturb(&tables.claims[place], claimColumns, place)
      for _ in 0..<below(3) { disturb(&tables.claims[place], claimColumns, below(1_000)) }
    }
    tables.shifts = TestTables(shifts: Array(repeating: "", count: 300)).shifts
    for place in tables.shifts.indices {
      let claim = tables.claims[below(tables.claims.count)]
      for column in ["kommun", "ärende", "assistent", "brukare"] {
        tables.shifts[place][column] = claim[column]
      }
      tables.shifts[place]["vikarie"] = person(below(40))
      disturb(&tables.shifts[place], shiftColumns, place)
    }
    addRegisters(&tables)
    texts =
      [tables.claimsCSV, tables.shiftsCSV]
      + tables.registers.keys.sorted().map { tables.registerCSV($0) }
  }

  private mutating func addRegisters(_ tables: inout TestTables) {
    for (name, columns) in registerColumns.sorted(by: { $0.key < $1.key }) {
      tables.registers[name] = (0..<20).map { place in
        let claim = tables.claims[below(tables.claims.count)]
        var row = [
          "orgnr": company(below(10)), "assistent": person(below(40)), "kommun": "2080",
          "brukare": person(5_000 + below(10)), "ärende": claim["ärende"] ?? "", "lagrum": "LSS9",
          "från": "2025-01-01", "till": "", "veckotimmar": "40", "start": "2025-03-03 08:00",
          "slut": "2025-03-03 16:00", "månad": "2025-03", "timlön": "160", "timmar": "100",
          "betald": "2025-05-01", "belopp": "2304", "utfall": "rätt", "registrerad": "2020-01-01",
        ]
        disturb(&row, columns, place)
        return row
      }
    }
  }

  private mutating func disturb(
    _ row: inout [String: String], _ columns: [(name: String, values: [String])], _ place: Int
  ) {
    let column = columns[place % columns.count]
    row[column.name] = column.values[below(column.values.count)]
  }

  private mutating func below(_ bound: Int) -> Int { random.below(bound) }
}

private let days = [
  "1930-01-01", "1931-12-13", "1950-03-03", "2019-01-01", "2024-02-29", "2025-03-01", "2025-03-20",
  "2067-12-31",
]
private let hours = [
  "596523", "-596523", "400000", "-400000", "0", "0.01", "-0.01", "-5", "14", "168",
]
private let kronor = [
  "21474836.47", "-21474836.47", "500000", "0", "0.01", "-0.01", "-1", "5000",
]
private let wages = ["214748.36", "-214748.36", "214748", "1", "0.01", "0", "-1", "0.0001"]
private let percents = ["214748", "150000", "-150000", "100", "50", "0", "0.01", "-1"]
private let texts = ["", "x", "0", "F1", "Ä1", "Ä2", String(repeating: "Å", count: 100)]

private let claimColumns: [(name: String, values: [String])] =
  [
    "inkommen", "sjuk_från", "sjuk_till", "sjukperiod_från", "fakturadatum", "anställd_från",
    "anställd_till", "lön_utbetald", "läkarintyg_från", "läkarintyg_till",
  ].map { ($0, days) }
  + ["sjuktimmar", "ersatta_timmar", "jourtimmar", "karenstimmar", "veckotimmar"].map {
    ($0, hours)
  }
  + [
    "sjuklön", "belopp", "karensavdrag", "ob", "jour", "semesterersättning", "arbetsgivaravgift",
    "avtalskostnad", "moms",
  ].map { ($0, kronor) }
  + ["fördelning", "omfattning", "semester_procent", "avgift_procent", "avtal_procent"].map {
    ($0, percents)
  }
  + ["betalkonto", "krediterar", "ersätter", "bolag", "anställningsform"].map { ($0, texts) }
  + [
    ("timlön", wages), ("avtal", ["Fremia", "inget", "Okänt"]), ("frånvaro", ["vab", "sjuk"]),
    (
      "karens_skäl",
      ["tio", "återinsjuknande", "särskilt högriskskydd", "pandemi"]
    ), ("kommun", ["0000", "9999", "0114"]), ("brukare", ["opakt", "20991231T980"]),
    ("assistent", ["193001019802", "206712319801", "20100101T980"]),
  ]

private let moments = [
  "2000-01-01 00:00", "2025-03-03 08:00", "2025-03-30 02:30", "2025-10-26 02:30",
  "2067-12-31 23:59",
]

private let shiftColumns: [(name: String, values: [String])] = [
  ("start", moments + ["2025-02-20 16:00"]), ("slut", moments + ["2025-03-17 08:00"]),
  ("vikarie_start", moments + ["2025-03-03 00:00"]), ("vikarie_slut", moments),
  ("typ", ["jour", "beredskap", "aktiv"]), ("vikarie", ["[vakant]"]),
  ("vikarie", [person(1), person(2)]),
]

private let registerColumns: [String: [(name: String, values: [String])]] = [
  "tillstånd": ["från", "till", "underrättad"].map { ($0, days) },
  "beslut": [("från", days), ("till", days), ("veckotimmar", hours)],
  "tid": [("start", moments), ("slut", moments)],
  "löner": [("timlön", wages), ("timmar", hours), ("månad", ["1930-01", "2067-12"])],
  "bolag": ["registrerad", "upphörd"].map { ($0, days) },
  "betalningar": [("betald", days), ("belopp", kronor), ("betalkonto", texts)],
  "utfall": [("belopp", kronor)],
]
