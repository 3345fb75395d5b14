import Foundation
import Testing

/// `scan --med-rader`.
struct StoredRowsTests {
  private let folder: Folder
  private let world: World

  init() throws {
    folder = try .withWorld()
    world = try World.shared.get()
  }

  @Test func `without the option no row is stored`() throws {
    #expect(try folder.run("scan", "in").status == 0)
    #expect(try folder.query("SELECT count(*) FROM claimRow") == ["0"])
    #expect(try folder.query("SELECT count(*) FROM shiftRow") == ["0"])
  }

  @Test func `with it every row is, in öre and seconds, and sums are those of the list`() throws {
    let outcome = try folder.run("scan", "in", "--med-rader", "--format", "json")
    #expect(outcome.status == 0)
    let ingestion = try JSONValue(outcome.stdout)["ingestion"]
    let repeated = Int(ingestion["repeated"].number)
    let rows =
      try folder.query("SELECT count(*) FROM claimRow")
      + folder.query(
        "SELECT count(*) FROM shiftRow")
    #expect(
      rows.compactMap { Int($0) }.reduce(0, +) + repeated
        == world.claims.rows.count + world.shifts.rows.count)
    let sums = try folder.query(
      """
      SELECT orgnr, sum(netOre) FROM claimRow
      WHERE state IN ('counted', 'unmatchedCredit') AND isInWindow GROUP BY orgnr ORDER BY orgnr
      """)
    let companies = world.list["companies"].items.filter { $0["claims"].number > 0 }
      .map { "\($0["orgnr"].text)|\(Int(($0["kronor"].number * 100).rounded()))" }
    #expect(sums == companies.sorted())
    let first = try folder.query(
      """
      SELECT ore, sickSeconds, received FROM claimRow
      WHERE file = 'in/sjukloner.csv' AND line = 2
      """
    )
    let (amount, hours) = (
      try world.claims.column("belopp")[0], try world.claims.column("sjuktimmar")[0]
    )
    let received = try world.claims.column("inkommen")[0]
    #expect(
      first == [
        "\(try units(amount, 100))|\(try units(hours, 3600))|\(received)"
      ])
  }

  private func units(_ text: String, _ scale: Double) throws -> Int {
    Int((try #require(Double(text.replacing(",", with: "."))) * scale).rounded())
  }

  @Test func `shifts stand with their claims, and a vacant one has no vikarie`() throws {
    try #require(folder.run("scan", "in", "--med-rader").status == 0)
    #expect(
      try folder.query(
        """
        SELECT count(*) FROM shiftRow JOIN claimRow
          ON claimRow.scanId = shiftRow.scanId AND claimRow.row = shiftRow.claimRow
        WHERE claimRow.arende IS NOT shiftRow.arende OR claimRow.assistent IS NOT shiftRow.assistent
        """) == ["0"])
    let vacant = try world.shifts.column("vikarie").count { $0 == "[vakant]" }
    #expect(vacant > 0)
    #expect(
      try folder.query("SELECT count(*) FROM shiftRow WHERE vikarie IS NULL") == ["\(vacant)"])
  }

  @Test
  func `no person's number and no account is in the database, and it takes the place of itself`()
    throws
  {
    try #require(folder.run("scan", "in", "--med-rader").status == 0)
    let once = try folder.query("SELECT count(*) FROM claimRow")
    try #require(folder.run("scan", "in", "--med-rader").status == 0)
    #expect(try folder.query("SELECT count(*) FROM claimRow") == once)
    let bytes = try folder.bytes("sjuklonevakt.sqlite")
    for column in ["assistent", "brukare"] {
      for number in Set(try world.claims.column(column)).sorted().prefix(40) {
        #expect(bytes.range(of: Data(number.suffix(10).utf8)) == nil)
      }
    }
    let columns = try folder.query("SELECT name FROM pragma_table_info('claimRow')")
    #expect(!columns.contains { $0.contains("ccount") || $0.contains("konto") })
  }

  @Test func `rows of persons whose identity is protected are left out`() throws {
    let person = try world.claims.column("assistent")[0]
    let numbers = try world.claims.column("assistent")
    let rows = try world.claims.rows.indices.map {
      try world.claims.row($0, "skydd", $0 == 0 ? "1" : "")
    }
    try folder.write(Table(header: world.claims.header, rows: rows).text, to: "in/sjukloner.csv")
    try #require(folder.run("scan", "in", "--med-rader").status == 0)
    let stored = try folder.query("SELECT count(*) FROM claimRow").compactMap { Int($0) }
    #expect(try #require(stored.first) <= numbers.count { $0 != person })
    #expect(try folder.query("SELECT count(*) FROM claimRow WHERE line = 2") == ["0"])
    let tokens = try folder.query("SELECT count(DISTINCT assistent) > 1 FROM shiftRow")
    #expect(tokens == ["1"])
  }
}
