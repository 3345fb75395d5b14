import Foundation
import Testing

/// `fråga --kolumner`: what is kept answers as the files do.
struct QuestionRowsTests {
  private static let questions: [[String]] = [
    [],
    ["--per", "kommun,månad", "--mått", "antal,summa,medel(timlön)"],
    ["--per", "bolag", "--mått", "summa,p90(belopp),andel(karens)", "--ackumulerat"],
    [
      "--per", "avtal,inkommen-månad", "--mått", "andel(vakant),median(dröjsmål),personer(brukare)",
    ],
    ["--per", "kvartal,inkommen-år", "--filter", "läkarintyg_från = tom och sjuk_från > 2024-K1"],
    ["--filter", "avtal = Fremia och passtimmar > 8", "--mått", "summa(passtimmar),andel(antal)"],
    ["--per", "bolag", "--mått", "antal,relativt(sjukfrekvens)"],
    ["--per", "indikator", "--historik"],
  ]

  private func ask(_ folder: Folder, _ arguments: [String]) throws -> Outcome {
    try folder.start(["fråga", "in", "--format", "json"] + arguments).wait()
  }

  @Test func `kept rows answer as the files do, and are no longer read from them`() throws {
    let folder = try Folder.withWorld()
    // What is not seen to have lain still is not kept.
    Thread.sleep(forTimeInterval: 3.1)
    for question in Self.questions {
      let plain = try ask(folder, question)
      #expect(plain.status == 0, "\(question): \(plain.stderr)")
      for _ in 0..<2 {
        let kept = try ask(folder, question + ["--kolumner", "kolumner"])
        #expect(kept.stdout == plain.stdout && kept.stderr.isEmpty, "\(question)")
      }
    }
    #expect(try folder.files().contains("kolumner/rader.kolumner"))
    let day = ["--datum", "2024-06-30"]
    #expect(
      try ask(folder, day).stdout == ask(folder, day + ["--kolumner", "kolumner"]).stdout)
  }

  @Test func `a file that is refused is told every time, and a new one is read`() throws {
    let folder = try Folder.withWorld()
    let claims = try World.shared.get().claims
    let lacking = Table(header: claims.header.replacing("timlön", with: "okänd"), rows: claims.rows)
    try folder.write(lacking.text, to: "in/halv.csv")
    Thread.sleep(forTimeInterval: 3.1)
    let answers = try (0..<2).map { _ in try ask(folder, ["--kolumner", "kolumner"]) }
    #expect(answers.map(\.status) == [1, 1])
    #expect(answers[0].stderr.contains("in/halv.csv: "))
    #expect(answers[0].stderr == answers[1].stderr && answers[0].stdout == answers[1].stdout)
    try FileManager.default.removeItem(at: folder.url.appending(path: "in/halv.csv"))
    let mended = try ask(folder, ["--kolumner", "kolumner"])
    #expect(mended.status == 0 && mended.stdout == answers[0].stdout)
  }
}
