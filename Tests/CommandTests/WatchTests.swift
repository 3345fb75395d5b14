import Foundation
import Testing

struct WatchTests {
  private static let once = ["vakta", "in", "--en-gång", "--stilla", "0", "--format", "json"]

  @Test func `what is there is told, kept and scanned as scan does`() throws {
    let world = try World.shared.get()
    let folder = try Folder.withWorld()
    let outcome = try folder.start(Self.once).wait()
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(outcome.stdout == world.json)
    let rows = [world.shifts.rows.count, world.claims.rows.count]
    let lines = outcome.stderr.split(separator: "\n").map(String.init)
    #expect(
      lines
        == [
          "in/pass.csv: pass, \(rows[0]) rader: \(rows[0]) godtagna, 0 avvisade",
          "in/sjukloner.csv: sjukloner, \(rows[1]) rader: \(rows[1]) godtagna, 0 avvisade",
        ].map { $0.replacing(#/(\d)(\d{3})\ /#) { "\($0.1)\u{a0}\($0.2) " } })
    let kept = try folder.start(Self.once + ["--arkiv", "arkiv"]).wait()
    #expect(kept.status == 0, "\(kept.stderr)")
    #expect(try folder.files().filter { $0.hasPrefix("arkiv/") }.count == 2)
  }

  @Test(.timeLimit(.minutes(30)))
  func `files that arrive in parts give the bytes of a later scan, until a signal ends it`()
    async throws
  {
    let world = try World.shared.get()
    let folder = try Folder.withKey()
    try folder.write("", to: "in/.tom")
    let running = try folder.start(["vakta", "in", "--stilla", "0", "--format", "json"])
    defer { if running.isRunning { running.kill() } }
    /// Moves a file in when it is whole, as senders do, and waits for a list of it.
    func arrive(_ text: String, _ name: String, until isListed: (String) -> Bool) async throws {
      try folder.write(text, to: "in/\(name).part")
      try FileManager.default.moveItem(
        at: folder.url.appending(path: "in/\(name).part"),
        to: folder.url.appending(path: "in/\(name)"))
      while running.isRunning, try !isListed(running.written()) {
        try await Task.sleep(for: .milliseconds(20))
      }
    }
    try await arrive(world.claims.text, "sjukloner.csv") { $0.hasSuffix("}\n") }
    #expect(try !running.written().hasSuffix(world.json))
    try await arrive(world.shifts.text, "pass.csv") { $0.hasSuffix(world.json) }
    #expect(running.isRunning)
    running.terminate()
    let outcome = try running.wait()
    #expect(outcome.status == 0)
    #expect(outcome.stdout.hasSuffix(world.json))
    #expect(outcome.stderr.contains("in/sjukloner.csv: sjukloner, "))
    #expect(outcome.stderr.contains("in/pass.csv: pass, "))
  }

  @Test func `refused files are told and give 1, and unfinished ones are left alone`() throws {
    let folder = try Folder.withWorld()
    let lacking = Table(
      header: try World.shared.get().claims.header.replacing("timlön", with: "okänd"),
      rows: try World.shared.get().claims.rows)
    try folder.write(lacking.text, to: "in/personen 19800101-9876.csv")
    try folder.write("%PDF-1.7", to: "in/~$maj.xlsx")
    try folder.write("halv", to: "in/juni.csv.part")
    let outcome = try folder.start(Self.once).wait()
    #expect(outcome.status == 1, "\(outcome.stderr)")
    #expect(outcome.stderr.contains("in/personen ••••••••-••••.csv: nekad: kolumner saknas"))
    #expect(!outcome.stderr.contains("maj.xlsx") && !outcome.stderr.contains("juni"))
    let list = try JSONValue(outcome.stdout)["ingestion"]["leftAlone"].items.map(\.text)
    #expect(list == ["in/juni.csv.part", "in/~$maj.xlsx"])
    let read = try folder.run("läs", "in")
    #expect(read.stdout.contains("in/juni.csv.part\n  namnet säger att filen inte är färdig"))
  }

  @Test func `a folder that can't be watched is a fault`() throws {
    let folder = try Folder.withWorld()
    func fault(_ arguments: String...) throws -> String {
      let outcome = try folder.start(["vakta"] + arguments).wait()
      #expect(outcome.status == 2 && outcome.stdout.isEmpty)
      return outcome.stderr
    }
    #expect(try fault("ingen").contains("mappen ingen finns inte"))
    #expect(try fault("in/pass.csv").contains("in/pass.csv är en fil"))
    #expect(try fault("in", "--rapport", "in/listor").contains("in/listor ligger i in"))
    #expect(try fault(".").contains("sjuklonevakt.sqlite ligger i ."))
    #expect(try fault("in", "--stilla", "-1").contains("--stilla ska vara minst 0"))
    try folder.write("", to: "tom/.dold")
    #expect(try fault("tom", "--en-gång").contains("inga filer i tom"))
  }
}
