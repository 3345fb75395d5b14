import Foundation
import Testing

/// `fråga` as an office meets it.
struct QuestionTests {
  private let folder: Folder
  private let world: World

  init() throws {
    folder = try .withWorld()
    world = try World.shared.get()
  }

  private func ask(_ arguments: String...) throws -> Outcome {
    try folder.start(["fråga", "in"] + arguments).wait()
  }

  /// The values of the rows, of those that are merged and of all, in one column.
  private func column(_ place: Int, _ answer: JSONValue) -> (rows: [Double], total: Double) {
    let rows = answer["rows"].items + [answer["merged"]]
    return (
      rows.compactMap { $0["values"].items.isEmpty ? nil : $0["values"].items[place].number },
      answer["total"]["values"].items[place].number
    )
  }

  @Test func `sums and counts are those of the list`() throws {
    let outcome = try ask("--per", "kommun", "--format", "json")
    #expect(outcome.status == 0 && outcome.stderr.isEmpty)
    let answer = try JSONValue(outcome.stdout)
    #expect(answer["schema"].number == 1)
    #expect(answer["columns"].items.map { $0["name"].text } == ["antal", "summa(belopp)"])
    #expect(answer["columns"].items.map { $0["unit"].text } == ["antal", "kronor"])
    let companies = world.list["companies"].items
    let claims = companies.reduce(0) { $0 + $1["claims"].number }
    let kronor = companies.reduce(0) { $0 + $1["kronor"].number }
    #expect(column(0, answer).total == claims)
    #expect(abs(column(1, answer).total - kronor) < 0.005)
    #expect(column(0, answer).rows.reduce(0, +) == claims)
    let kommuner = companies.flatMap { $0["kommuner"].items }
    for row in answer["rows"].items {
      let name = row["keys"].items[0].text
      let known = kommuner.filter { $0["kommun"].text == name }
      #expect(row["values"].items[0].number == known.reduce(0) { $0 + $1["claims"].number })
    }
  }

  @Test func `companies stand with number and name, the largest first, with running shares`()
    throws
  {
    let outcome = try ask(
      "--per", "bolag", "--mått", "summa,personer", "--ackumulerat", "--topp", "3", "--format",
      "json")
    let answer = try JSONValue(outcome.stdout)
    let bySize = world.list["companies"].items.sorted {
      $0["sizeRank"].number < $1["sizeRank"].number
    }
    let rows = answer["rows"].items
    #expect(rows.map { $0["keys"].items[0].text } == bySize.prefix(3).map { $0["orgnr"].text })
    #expect(rows.map { $0["keys"].items[1].text } == bySize.prefix(3).map { $0["name"].text })
    let running = rows.map { $0["values"].items[2].number }
    #expect(running == running.sorted() && running.count == 3)
    #expect(answer["keys"].items.map(\.text) == ["bolag", "namn"])
    #expect(answer["groups"].number > 3)
  }

  @Test func `received against period is two keys together, and small cells are merged`() throws {
    let outcome = try ask("--per", "kommun,inkommen-månad,månad", "--matt", "summa")
    #expect(outcome.status == 0)
    #expect(outcome.stdout.contains("färre än fem personer"))
    #expect(outcome.stdout.contains("så att ingen enskild går att läsa ut."))
    let csv = try ask("--per", "inkommen-månad", "--format", "csv")
    let lines = csv.stdout.split(separator: "\r\n")
    #expect(lines.first == "inkommen-månad,antal,summa(belopp)")
    #expect(lines.dropFirst().allSatisfy { $0.split(separator: ",").count == 3 })
  }

  @Test func `--excel writes what a Swedish Excel opens right`() throws {
    let outcome = try ask("--per", "kommun", "--format", "csv", "--excel")
    #expect(outcome.stdout.hasPrefix("\u{FEFF}kommun;antal;summa(belopp)\r\n"))
    let sums = outcome.stdout.split(separator: "\r\n").dropFirst()
      .compactMap { $0.split(separator: ";").last }
    #expect(!sums.isEmpty && sums.allSatisfy { $0.contains(",") && !$0.contains(".") })
  }

  @Test func `a filter and --kommun count only their rows, and history comes when asked for`()
    throws
  {
    let all = try JSONValue(try ask("--per", "kommun", "--format", "json").stdout)
    let row = try #require(all["rows"].items.first)
    let kommun = row["keys"].items[0].text
    for arguments in [["--kommun", kommun], ["--filter", "kommun = \(kommun)"]] {
      let one = try folder.start(["fråga", "in", "--format", "json"] + arguments).wait()
      #expect(try JSONValue(one.stdout)["total"]["values"] == row["values"])
    }
    let late = try ask("--datum", "2030-01-01", "--format", "json")
    #expect(try JSONValue(late.stdout)["total"] == .null)
    let old = try ask("--datum", "2030-01-01", "--historik", "--format", "json")
    let whole = try JSONValue(try ask("--historik", "--format", "json").stdout)["total"]["values"]
    #expect(try JSONValue(old.stdout)["total"]["values"] == whole)
    #expect(whole.items[0].number >= all["total"]["values"].items[0].number)
  }

  @Test func `a plain question needs neither database nor key, and makes none`() throws {
    let bare = try Folder()
    try bare.write(world.claims.text, to: "in/sjukloner.csv")
    #expect(try bare.run("fråga", "in", "--per", "kommun,bolag").status == 0)
    #expect(try bare.run("fraga", "in", "--per", "avtal").status == 0)
    #expect(try bare.run("fråga", "in", "--per", "indikator").status == 0)
    #expect(try bare.files() == ["in/sjukloner.csv"])
  }

  @Test(arguments: [
    (
      ["--filter", "belop > 10"],
      "--filter, tecken 1: kolumnen «belop» finns inte; menades belopp? Annars finns "
    ),
    (["--per", "komun"], "--per, tecken 1: nyckeln «komun» finns inte; menades kommun?"),
    (["--mått", "antal,sum"], "--mått, tecken 7: måttet «sum» finns inte; menades summa?"),
    (["--sortera", "summan-"], "--sortera, tecken 1: bland frågans mått och nycklar «summan»"),
    (
      ["--per", "veckodag"],
      "--per, tecken 1: nyckeln «veckodag» finns inte; det finns kommun, bolag,"
    ),
    (
      ["--mått", "p100(belopp)"],
      "--mått, tecken 1: «p100» finns inte: kvantilerna går från p1 till"
    ),
    (
      ["--mått", "summa(timlön)"],
      "--mått, tecken 7: timlön går inte att summera: den har kronor i timmen, t.ex. 165,50; "
        + "däremot går medel(timlön), median(timlön) och p1(timlön) till p99(timlön)"
    ),
    (
      ["--per", "bolag", "--mått", "relativt(dubblett)"],
      "--mått, tecken 10: dubblett är en regel, och relativt jämför bara statistik; regelns fynd"
    ),
    (
      ["--per", "bolag", "--mått", "relativt(delar-med-andra)"],
      "--mått, tecken 10: delar-med-andra är gjord av andra mått och fynd"
    ),
    (
      ["--filter", "belopp > abc"],
      "--filter, tecken 10: «abc» är inte kronor, t.ex. 1500 eller 2831,95, som belopp har"
    ),
    (
      ["--filter", "månad = 2025-05"],
      "--filter, tecken 1: månad är en nyckel och ingen kolumn; filtrera på sjuk_från, t.ex. "
        + "sjuk_från = 2025-05"
    ),
    (["--excel"], "--excel gäller bara --format csv"),
    (["--format", "json", "--excel"], "--excel gäller bara --format csv"),
    (["--filter", "belopp > 10 och"], "--filter, tecken 16: här väntades ett namn"),
    (
      ["--filter", "frånvaro = sjukt"],
      "--filter, tecken 12: frånvaro med värdet «sjukt» finns inte; menades sjuk?"
    ),
    (["--topp", "0"], "--topp ska vara minst 1"),
    (["--kommun", "208"], "--kommun ska vara en kommunkod med fyra siffror"),
  ])
  func `what is wrong is told with its place and what would be right`(
    _ arguments: [String], _ sentence: String
  ) throws {
    let outcome = try folder.start(["fråga", "in"] + arguments).wait()
    #expect(outcome.status == 2 && outcome.stdout.isEmpty)
    #expect(outcome.stderr.hasPrefix("sjuklonevakt: \(sentence)"))
  }

  @Test func `findings are counted by indicator, with what is at stake`() throws {
    let outcome = try ask("--per", "indikator", "--format", "json")
    let answer = try JSONValue(outcome.stdout)
    let findings = world.list["companies"].items.flatMap { $0["findings"].items }
    #expect(answer["columns"].items.map { $0["name"].text } == ["antal", "summa(att_pröva)"])
    #expect(!answer["rows"].items.isEmpty)
    for row in answer["rows"].items {
      let known = findings.filter { $0["indicator"].text == row["keys"].items[0].text }
      let kronor = known.reduce(0) { $0 + $1["kronor"].number }
      #expect(row["values"].items[0].number == Double(known.count))
      let isStatistic = known.allSatisfy { $0["kind"].text == "statistic" }
      #expect((row["values"].items[1] == .null) == isStatistic)
      if !isStatistic { #expect(abs(row["values"].items[1].number - kronor) < 0.005) }
    }
    let notes = answer["notes"].items.map(\.text)
    #expect(notes.contains { $0.hasPrefix("En krona som flera fynd gäller räknas i vart och ett") })
    let all = findings.reduce(0) { $0 + $1["kronor"].number }
    #expect(abs(answer["total"]["values"].items[1].number - all) < 0.005)
  }

  @Test
  func `what a comparison rests on is noted, and other rows only where a question narrows them`()
    throws
  {
    func notes(_ arguments: String...) throws -> [String] {
      let outcome = try folder.start(
        ["fråga", "in", "--per", "bolag", "--format", "json"] + arguments
      ).wait()
      return try JSONValue(outcome.stdout)["notes"].items.map(\.text)
    }
    let rate = "antal,relativt(sjukfrekvens)"
    let uncertain =
      "relativt(sjukfrekvens) är osäkert: månaderna av arbete är räknade ur ärendena där inget "
      + "register har dem."
    #expect(try notes("--mått", rate) == [uncertain])
    let filtered = try notes("--mått", rate, "--filter", "belopp > 1")
    #expect(filtered.count == 2 && filtered[0] == uncertain)
    #expect(filtered[1].hasSuffix("vilka rader frågan än räknar."))
    #expect(try notes("--mått", "relativt(kronor-per-sjuktimme)").isEmpty)
    #expect(try notes("--mått", "antal", "--filter", "belopp > 1").isEmpty)
  }

  @Test func `quarters merge fewer small groups than months`() throws {
    func merged(_ keys: String) throws -> Double {
      let answer = try JSONValue(try ask("--per", keys, "--format", "json").stdout)
      return answer["merged"]["groups"].number
    }
    #expect(try merged("kommun,kvartal") < merged("kommun,månad"))
  }

  @Test func `rows in another order give the same bytes`() throws {
    let arguments = [
      "--per", "bolag,avtal,månad", "--mått", "summa,median(timlön)", "--format", "json",
    ]
    let first = try folder.start(["fråga", "in"] + arguments).wait()
    let turned = Table(header: world.claims.header, rows: world.claims.rows.reversed())
    let parts = turned.dealt(into: 3)
    for (number, part) in parts.enumerated() {
      try folder.write(part.text, to: "in2/\(number).csv")
    }
    try folder.write(world.shifts.text, to: "in2/pass.csv")
    let second = try folder.start(["fråga", "in2"] + arguments).wait()
    #expect(first.stdout == second.stdout && !first.stdout.isEmpty)
  }
}
