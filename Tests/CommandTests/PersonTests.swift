import Foundation
import Testing

/// No personnummer leaves a scan.
struct PersonTests {
  /// The last ten digits of everyone in the input.
  private static func persons(_ world: World) throws -> Set<String> {
    let numbers =
      try world.claims.column("assistent") + world.claims.column("brukare")
      + world.shifts.column("assistent") + world.shifts.column("brukare")
      + world.shifts.column("vikarie")
    return Set(numbers.filter { $0 != "[vakant]" }.map { String($0.suffix(10)) })
  }

  /// Numbers of persons in the text: ten digits in a row, or six and four with a sign between.
  private static func found(_ persons: Set<String>, in bytes: Data) -> Set<String> {
    let wanted = Set(persons.compactMap(UInt64.init))
    var found: Set<String> = []
    // The number that the last digits make, how many they are, and when a sign came between.
    var (value, digits, sinceSign) = (UInt64(0), 0, 0)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        value = (value * 10 + UInt64(byte - UInt8(ascii: "0"))) % 10_000_000_000
        digits += 1
        sinceSign += 1
        if digits >= 10, sinceSign == 4 || sinceSign >= 10, wanted.contains(value) {
          found.insert(String(value))
        }
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        if sinceSign < 6 { digits = 0 }
        sinceSign = 0
      default: (value, digits, sinceSign) = (0, 0, 0)
      }
    }
    return found
  }

  @Test(arguments: ["190001019802", "0001019802", "000101-9802", "19000101+9802", "x0001019802y"])
  func `a number is found in each of its forms`(_ text: String) throws {
    let persons: Set = ["0001019802", "8001011234"]
    #expect(Self.found(persons, in: Data("a;\(text);b".utf8)) == ["1019802"])
  }

  @Test func `a date and a number beside it are no person`() {
    let text = "2025-11-26 2080-2024-008721 19-000101-98-02"
    #expect(Self.found(["0001019802", "2024008721"], in: Data(text.utf8)).isEmpty)
  }

  /// The world with a sole trader, and with rows that are rejected because a person's number
  /// stands in the wrong place.
  private static func folder(_ world: World) throws -> (Folder, soleTrader: String) {
    let folder = try Folder.withWorld()
    // One that writes its number without a dash.
    let numbers = world.list["companies"].items.map { $0["orgnr"].text }
    let orgnr = try #require(
      numbers.first { number in world.claims.rows.contains { $0.contains(";\(number);") } })
    let soleTrader = String(try world.claims.column("assistent")[0].suffix(10))
    let person = try world.claims.column("assistent")[1]
    var rows = world.claims.rows.map { $0.replacing(";\(orgnr);", with: ";\(soleTrader);") }
    let claims = Table(header: world.claims.header, rows: rows)
    for (index, column) in ["sjuk_från", "timlön", "orgnr", "kommun", "belopp"].enumerated() {
      rows.append(try claims.row(index, column, person + "x"))
    }
    rows.append(try claims.row(7, "assistent", person + "1"))
    rows.append(person)
    rows.append(rows[0] + ";" + person)
    try folder.write(Table(header: world.claims.header, rows: rows).text, to: "in/sjukloner.csv")
    return (folder, soleTrader)
  }

  @Test func `no person's number is in what an ordinary day's commands write`() throws {
    let world = try World.shared.get()
    let persons = try Self.persons(world)
    let (folder, soleTrader) = try Self.folder(world)
    #expect(!Self.found(persons, in: try folder.bytes("in/sjukloner.csv")).isEmpty)
    var outcomes = try ["json", "csv", "tabell"].map {
      try folder.run("scan", "in", "--format", $0, "--rapport", "ut", "--utförlig")
    }
    #expect(outcomes.allSatisfy { $0.status == 0 && !$0.stdout.isEmpty })
    let list = try JSONValue(outcomes[0].stdout)
    #expect(list["ingestion"]["rejected"].number == 8)
    let companies = list["companies"].items
    #expect(companies.contains { $0["orgnr"].text.hasPrefix("E-") })
    for company in companies { outcomes.append(try folder.run("bolag", company["orgnr"].text)) }
    let finding = try #require(companies.lazy.flatMap { $0["findings"].items }.first)["id"].text
    for keys in ["bolag,kommun", "månad", "indikator"] {
      outcomes.append(try folder.run("fråga", "in", "--per", keys))
    }
    outcomes.append(try folder.run("avfärda", finding, "--skäl", "prövat"))
    outcomes.append(try folder.run("bekräfta", finding, "--kr", "10"))
    #expect(outcomes.allSatisfy { $0.status == 0 })

    for outcome in outcomes {
      #expect(Self.found(persons, in: Data(outcome.stdout.utf8)).isEmpty)
      #expect(Self.found(persons, in: Data(outcome.stderr.utf8)).isEmpty)
    }
    let written = try folder.files().filter { !$0.hasPrefix("in/") }
    #expect(
      Set(written).isSuperset(of: ["sjuklonevakt.sqlite", "ut/lista.csv", "ut/lista.html"]))
    for file in written {
      #expect(Self.found(persons, in: try folder.bytes(file)).isEmpty, "in \(file)")
    }
    // Asked for by the number, the sole trader is not found: only the token is known.
    #expect(try folder.run("bolag", soleTrader).status == 2)
  }

  @Test func `the key and the database are for their owner alone`() throws {
    let folder = try Folder.withWorld()
    #expect(try folder.run("scan", "in").status == 0)
    for file in ["sjuklonevakt.sqlite", "sjuklonevakt.nyckel"] {
      let path = folder.url.appending(path: file).path
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }
}
