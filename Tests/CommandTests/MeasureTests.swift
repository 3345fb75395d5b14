import Foundation
import Testing

/// The commands that measure lists and rules.
struct MeasureTests {
  private static let small = ["--frö", "5", "--rader", "600", "--bolag", "8", "--fuskande", "2"]

  private func world() throws -> Folder {
    let folder = try Folder()
    let made = try folder.start(["demo-data", "w"] + MeasureTests.small).wait()
    try #require(made.status == 0, "\(made.stderr)")
    return folder
  }

  @Test func `the rules are measured on worlds, the same each time`() throws {
    let folder = try Folder()
    let arguments = ["utvärdera", "--regler", "--format", "json"] + MeasureTests.small
    let (one, two) = (try folder.start(arguments).wait(), try folder.start(arguments).wait())
    #expect(one.status == 0 && one.stdout == two.stdout)
    #expect(one.stdout.contains("\"rule\" : \"dubblett\""))
    #expect(try folder.files().isEmpty)
  }

  @Test func `the list is measured at each share, and drawn`() throws {
    let folder = try Folder()
    let outcome = try folder.start(
      ["utvärdera", "--andelar", "13,25", "--diagram", "bild.svg"] + MeasureTests.small
    ).wait()
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(outcome.stdout.contains("12,5\u{a0}% av bolagen fuskar"))
    #expect(outcome.stdout.contains("25,0\u{a0}% av bolagen fuskar"))
    #expect(outcome.stdout.contains("Listan vid olika andelar fuskande bolag."))
    #expect(outcome.stdout.contains("isolationsskog"))
    #expect(outcome.stdout.contains("Medelpoäng "))
    #expect(outcome.stdout.contains("Andel med något att rätta när 2,0\u{a0}% av alla ärenden"))
    #expect(try folder.text("bild.svg").hasPrefix("<svg "))
  }

  @Test func `fitted weights are a configuration's, and other parameters make other worlds`()
    throws
  {
    let folder = try Folder()
    let some = ["--frö", "5", "--rader", "1500", "--bolag", "60", "--fuskande", "12"]
    let fitted = try folder.start(["utvärdera", "--anpassa"] + some).wait()
    try #require(fitted.status == 0, "\(fitted.stderr)")
    let standard = try Folder.standardConfiguration()
    let start = try #require(standard.range(of: "kalibrering:"))
    let end = try #require(standard.range(of: "lägen:"))
    try folder.write(
      String(standard[..<start.lowerBound]) + fitted.stdout + "\n"
        + String(standard[end.lowerBound...]), to: "ny.yml")
    let arguments = ["utvärdera", "--format", "json", "--config", "ny.yml"] + MeasureTests.small
    let (one, two) = (
      try folder.start(arguments).wait(), try folder.start(arguments + ["--omdragna"]).wait()
    )
    #expect(one.status == 0 && two.status == 0, "\(one.stderr)\(two.stderr)")
    #expect(one.stdout != two.stdout)
  }

  @Test func `each scheme is kept out of the fit and looked for`() throws {
    let folder = try Folder()
    let outcome = try folder.start(
      ["utvärdera", "--utelämnade", "--världar", "2"] + MeasureTests.small
    ).wait()
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(outcome.stdout.contains("Alla metoder: utan "))
  }

  @Test(arguments: [
    (["utvärdera", "--utelämnade", "--anpassa"], "--utelämnade går inte ihop"),
    (["utvärdera", "--utelämnade"] + small, "mäter på udda"),
    (["utvärdera", "--fuskande", "0"], "det finns inget att söka"),
    (["utvärdera", "--andelar", "många"], "--andelar ska vara procenttal"),
    (["utvärdera", "--andelar", ","], "--andelar ska vara procenttal"),
    (["utvärdera", "--rader", "9223372036854775807"], "--rader ska vara högst"),
    (["utvärdera", "--regler", "--andelar", "5"], "hör till listan"),
    (["utvärdera", "--undanhållna", "trolleri"], "metoden trolleri finns inte"),
    (
      ["utvärdera", "--rader", "900000", "--diagram", "finns-inte/x.svg"],
      "diagrammet finns-inte/x.svg kan inte skrivas: mappen "
    ),
    (["utvärdera", "--rader", "900000", "--diagram", "w"], "diagrammet w går inte att skriva"),
    (["rättvisa", "finns-inte"], "finns-inte finns inte"),
    (["rättvisa", "w", "--facit", "w"], "facit w/bolag.csv går inte att läsa"),
    (["jämför", "w"], "ange --config en eller två gånger"),
  ])
  func `a measure that can't be taken says why`(
    _ arguments: [String], _ sentence: String
  ) throws {
    let folder = try world()
    let outcome = try folder.start(arguments).wait()
    #expect(!folder.has("sjuklonevakt.sqlite"))
    #expect(outcome.status == 2)
    #expect(outcome.stdout.isEmpty)
    #expect(outcome.stderr.contains(sentence))
  }

  @Test func `fairness is tried in one step without a truth, in two with it`() throws {
    let folder = try world()
    let without = try folder.run("rättvisa", "w", "--topp", "8")
    let with = try folder.run("rättvisa", "w", "--topp", "8", "--facit", "w/facit")
    #expect(without.status == 0 && with.status == 0)
    #expect(without.stdout.contains("Utvalda: 8 av 8 bolag."))
    #expect(without.stdout.contains("Andel av de utvalda"))
    #expect(without.stdout.contains("Andel av träffarna"))
    #expect(without.stdout.contains("Steg 2: inte prövat."))
    #expect(!with.stdout.contains("Steg 2: inte prövat."))
    #expect(!folder.has("sjuklonevakt.sqlite"))
  }

  @Test func `two configurations are compared on the same data`() throws {
    let folder = try world()
    let standard = try Folder.standardConfiguration()
    try folder.write(standard, to: "en.yml")
    try folder.write("# samma\n" + standard, to: "annan.yml")
    let outcome = try folder.run(
      "jämför", "--config", "en.yml", "--config", "annan.yml", "w", "--facit", "w/facit",
      "--topp", "3")
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(outcome.stdout.contains("3 bolag i båda listorna (3 på samma plats), 0 in och 0 ut."))
    #expect(outcome.stdout.contains("nya listan"))
  }

  @Test func `a refused file is told and gives 1, and no key is made`() throws {
    let folder = try world()
    try folder.write("färg;form\nröd;rund\n", to: "fel.csv")
    let standard = try Folder.standardConfiguration()
    try folder.write(standard, to: "en.yml")
    for arguments in [["rättvisa"], ["jämför", "--config", "en.yml"]] {
      let outcome = try folder.start(arguments + ["w", "fel.csv"]).wait()
      #expect(outcome.status == 1)
      #expect(!outcome.stdout.isEmpty)
      #expect(outcome.stderr.contains("fel.csv används inte"))
    }
    #expect(!folder.has(Folder.keyFile))
  }
}
