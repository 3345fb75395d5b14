import Foundation
import TestSupport
import Testing

struct ReadTests {
  /// The world's claims as a company's own export: other names, a tab between fields, days as
  /// `6/5 2025`, decimal commas, a title above and a sum below.
  private func export(_ claims: Table) -> String {
    let names = [
      "sjuk_från": "Fr.o.m.", "sjuk_till": "T.o.m.", "sjuktimmar": "Antal timmar",
      "timlön": "Lön/tim", "belopp": "Summa att betala", "assistent": "Anställds personnummer",
      "inkommen": "Ankomstdatum", "orgnr": "Organisationsnummer",
    ]
    func fields(_ line: String) -> [String] {
      line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let rows = claims.rows.map { fields($0).map(own).joined(separator: "\t") }
    let header = fields(claims.header).map { names[$0] ?? $0 }.joined(separator: "\t")
    return (["Sjuklöner, alla bolag", header] + rows + ["Summa\t\t\t"]).joined(separator: "\n")
      + "\n"
  }

  private func own(_ value: String) -> String {
    if let day = value.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d)/) {
      return "\(Int(day.3) ?? 0)/\(Int(day.2) ?? 0) \(day.1)"
    }
    return value.wholeMatch(of: /-?\d+[.,]\d+/) != nil ? value.replacing(".", with: ",") : value
  }

  @Test(arguments: [String.Encoding.utf8, .windowsCP1252, .utf16])
  func `a company's own export gives the list that the canonical table gives`(
    _ encoding: String.Encoding
  ) throws {
    let world = try World.shared.get()
    let folder = try Folder.withKey()
    try folder.write(world.shifts.text, to: "in/pass")
    let data = try #require(export(world.claims).data(using: encoding))
    try data.write(to: folder.url.appending(path: "in/Bolagets fil.txt"))
    let outcome = try folder.run("scan", "in", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let list = try JSONValue(outcome.stdout)
    world.expectSameCompanies(in: list)
    #expect(list["ingestion"]["accepted"] == world.list["ingestion"]["accepted"])
  }

  @Test func `a trial shows form, columns and rows, no person's number, and stores nothing`() throws
  {
    let world = try World.shared.get()
    let folder = try Folder()
    try folder.write(export(world.claims), to: "fil.txt")
    let outcome = try folder.run("läs", "--prova", "fil.txt")
    #expect(outcome.status == 0)
    for part in [
      "fil.txt\n", "sjukloner, ", "skriven i: UTF-8, tabb mellan fälten", "1 rad ovanför rubriken",
      "Anställds personnummer → assistent (känt namn)", "decimalkomma i ", "första raderna:",
      "en summa",
    ] { #expect(outcome.stdout.contains(part), "\(part)") }
    for column in ["assistent", "brukare"] {
      let persons = Set(try world.claims.column(column))
      #expect(!persons.contains { outcome.stdout.contains($0) })
    }
    #expect(try folder.files() == ["fil.txt"])
  }

  @Test func `a trial of a canonical table shows its columns as they were read`() throws {
    let world = try World.shared.get()
    let folder = try Folder()
    let more = Table(
      header: world.claims.header + ";Moms (%);brukare 19800101-9801",
      rows: world.claims.rows.map { $0 + ";0;x" })
    try folder.write(more.text, to: "fil.csv")
    let outcome = try folder.run("läs", "--prova", "fil.csv")
    #expect(outcome.status == 0)
    for part in [
      "belopp → belopp (formatets namn)", "Moms (%): används inte",
      "brukare ••••••••-••••: används inte",
    ] { #expect(outcome.stdout.contains(part), "\(part)") }
    #expect(!outcome.stdout.contains("19800101"))
  }

  @Test func `a file with a question is named with where the answer goes, and the answer holds`()
    throws
  {
    let world = try World.shared.get()
    let folder = try Folder.withKey()
    let text = export(world.claims).replacing("Lön/tim", with: "Peng per h")
    try folder.write(text, to: "in/fil.txt")
    let asked = try folder.run("läs", "--prova", "in")
    #expect(asked.status == 2)
    for part in [
      "nekad: kolumner saknas för sjukloner: timlön", "svara i avsandare.yml", "timlön:",
    ] {
      #expect(asked.stdout.contains(part), "\(part)")
    }
    let answer = """
      avsändare:
        - namn: Bolaget
          känns_igen_på: ["Peng per h", "Antal timmar"]
          kolumner:
            timlön: "Peng per h"

      """
    try folder.write(answer, to: "avsandare.yml")
    let read = try folder.run("läs", "in")
    #expect(read.status == 0)
    #expect(read.stdout.contains("\(world.claims.rows.count) godtagna, 0 avvisade"))
    try folder.write(answer.replacing("namn", with: "nam"), to: "avsandare.yml")
    let faulty = try folder.run("läs", "in")
    #expect(faulty.status == 2)
    #expect(faulty.stderr.contains("avsandare.yml, rad 2: nyckeln nam finns inte"))
  }

  @Test func `raw rows are JSON with lines, and masked on the screen`() throws {
    let folder = try Folder()
    try folder.write("titel\n\nnamn,pnr\n\"Ek, Eva\",19800101-9801\nBo,1,2\n", to: "a.csv")
    let outcome = try folder.run("läs", "--rå", "--format", "json", "a.csv")
    #expect(outcome.status == 0)
    let file = try JSONValue(outcome.stdout)
    let records = file["records"].items
    #expect(records.map { $0["kind"].text } == ["preamble", "header", "row", "problem", "row"])
    #expect(records.map { $0["line"] } == [1, 3, 4, 5, 5].map { .number($0) })
    #expect(records[2]["cells"].items.map(\.text) == ["Ek, Eva", "19800101-9801"])
    #expect(file["delimiter"].text == ",")
    let shown = try folder.run("läs", "--rå", "a.csv").stdout
    #expect(shown.contains("rad 4: Ek, Eva | ••••••••-••••"))
    #expect(!shown.contains("9801"))
  }

  @Test func `what is no table is named, and the rest is read`() throws {
    let world = try World.shared.get()
    let folder = try Folder()
    try folder.write(world.claims.text, to: "in/a")
    try folder.write("%PDF-1.7 \u{1}\u{2}", to: "in/b.csv")
    try folder.write("hej", to: "in/c.txt")
    let outcome = try folder.run("läs", "in")
    #expect(outcome.status == 0)
    #expect(outcome.stdout.contains("in/a\n  sjukloner, \(world.claims.rows.count) rader"))
    #expect(outcome.stdout.contains("in/b.csv\n  ingen tabell av känt slag; läses inte"))
    let named = try folder.run("läs", "in/a", "in/b.csv")
    #expect(named.status == 1)
    #expect(named.stdout.contains("in/b.csv\n  nekad: filen är ingen tabell i text (PDF)"))
  }

  /// As programs write workbooks that can't work formulas out: no value, or an empty one.
  @Test(arguments: ["<c><f>2*1152</f></c>", "<c><f>2*1152</f><v></v></c>"])
  func `formulas that nobody worked out are told with what to do`(_ sum: String) throws {
    let world = try World.shared.get()
    let place = try #require(world.claims.header.split(separator: ";").firstIndex(of: "belopp"))
    let lines = [world.claims.header] + world.claims.rows.prefix(3)
    let rows = lines.enumerated().map { line, text in
      let cells = text.split(separator: ";", omittingEmptySubsequences: false).map {
        "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>"
      }
      // Rows 3 and 4 have formulas; a text that was worked out may be empty.
      let made = cells.enumerated().map { column, cell in
        line > 1 && column == place ? sum : cell
      }
      return "<row>" + made.joined() + "<c t=\"str\"><f>\"\"</f><v></v></c></row>"
    }
    let folder = try Folder.withKey()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "in"), withIntermediateDirectories: true)
    try WorkbookBytes(rows.joined()).data.write(to: folder.url.appending(path: "in/bok.xlsx"))
    let told = "beräknat värde saknas för 2 formler, som läses som tomt; öppna arbetsboken i Excel"
    let read = try folder.run("läs", "in")
    #expect(read.stdout.contains("3 rader: 1 godtagen, 2 avvisade"), "\(read.stdout)")
    #expect(read.stdout.contains("  " + told))
    // The second night too, when columns that were kept need not be read.
    for _ in 1...2 {
      let list = try folder.run("scan", "in", "--format", "json", "--kolumner", "kolumner").stdout
      let remarks = try JSONValue(list)["ingestion"]["fileReports"].items
        .flatMap { $0["remarks"].items }.map(\.text)
      #expect(remarks.count == 1 && remarks.allSatisfy { $0.hasPrefix(told) })
    }
  }

  @Test func `a sole trader's invoice names no person`() throws {
    let made = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Disguises/peppol-csv.xml")
    let text = String(decoding: try Data(contentsOf: made), as: UTF8.self)
    let number = String(person(1).suffix(10))
    let folder = try Folder()
    try folder.write(text.replacing(">4465639039<", with: ">\(number)<"), to: "faktura.xml")
    let told = try folder.run("läs", "faktura.xml").stdout
    #expect(told.contains("faktura S-1 från enskild firma, att betala"), "\(told)")
    #expect(!told.contains("Sagolika") && !told.contains(number))
    let plain = try folder.run("läs", made.path).stdout
    #expect(plain.contains("från Sagolika Omsorgen Björnen AB, 4465639039"), "\(plain)")
  }
}
