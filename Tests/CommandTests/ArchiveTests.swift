import Foundation
import TestSupport
import Testing

/// The world's tables as a company would send them: a workbook and a text, packed in an archive.
struct ArchiveTests {
  private func packedWorld() throws -> (folder: Folder, bytes: Data) {
    let world = try World.shared.get()
    let folder = try Folder.withKey()
    let lines = [world.claims.header] + world.claims.rows
    let rows = lines.map { line in
      let cells = line.split(separator: ";", omittingEmptySubsequences: false).map { text in
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return text.isEmpty ? "<c/>" : "<c t=\"inlineStr\"><is><t>\(escaped)</t></is></c>"
      }
      return "<row>" + cells.joined() + "</row>"
    }
    let book = WorkbookBytes(sheets: [("Om filen", ""), ("Ärenden", rows.joined())])
    let zip = ZipBytes([
      ZipBytes.Entry("mars/bok.xlsx", book.data),
      ZipBytes.Entry("mars/pass.csv", world.shifts.text),
    ])
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "in"), withIntermediateDirectories: true)
    try zip.data.write(to: folder.url.appending(path: "in/paket.zip"))
    return (folder, zip.data)
  }

  @Test func `a workbook in an archive gives the list of the canonical tables, row by row`() throws
  {
    let world = try World.shared.get()
    let (folder, _) = try packedWorld()
    let outcome = try folder.run("scan", "in", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let list = try JSONValue(outcome.stdout)
    world.expectSameCompanies(in: list)
    func places(_ list: JSONValue, _ name: String) -> [JSONValue] {
      list["companies"].items.flatMap { $0["findings"].items }.flatMap { $0["rows"].items }
        .filter { $0["file"] == .string(name) }.map { $0["line"] }
    }
    let found = places(list, "in/paket.zip/mars/bok.xlsx, blad Ärenden")
    #expect(found == places(world.list, "in/sjukloner.csv"))
    #expect(!found.isEmpty)
  }

  @Test func `what comes by standard input is kept too, and read as without`() throws {
    let world = try World.shared.get()
    let folder = try Folder.withKey()
    let plain = try folder.run("scan", "-", "--format", "json", input: world.claims.text)
    let kept = try folder.run(
      "scan", "-", "--format", "json", "--arkiv", "arkiv", input: world.claims.text)
    #expect(kept.status == 0, "\(kept.stderr)")
    let (list, expected) = (try JSONValue(kept.stdout), try JSONValue(plain.stdout))
    #expect(list.without(["original"]).difference(from: expected.without(["original"])) == nil)
    let file = try #require(try folder.files().first { $0.hasPrefix("arkiv/") })
    #expect(try folder.text(file) == world.claims.text)
    let reports = list["ingestion"]["fileReports"].items
    #expect(reports.map { $0["original"] } == [.string(URL(filePath: file).lastPathComponent)])
  }

  @Test func `the sheets of a workbook from standard input name their original`() throws {
    let folder = try Folder.withKey()
    let (_, bytes) = try packedWorld()
    try bytes.write(to: folder.url.appending(path: "paket"))
    let path = folder.url.appending(path: "paket").path
    let outcome = try folder.start(
      ["scan", "-", "--format", "json", "--arkiv", "arkiv"], from: path
    ).wait()
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let file = try #require(try folder.files().first { $0.hasPrefix("arkiv/") })
    #expect(try folder.bytes(file) == bytes)
    let reports = try JSONValue(outcome.stdout)["ingestion"]["fileReports"].items
    let hash = URL(filePath: file).lastPathComponent
    #expect(reports.count == 2 && reports.allSatisfy { $0["original"] == .string(hash) })
  }

  @Test func `the original is kept once, as it came, under its hash`() throws {
    let (folder, bytes) = try packedWorld()
    for _ in 0..<2 {
      let outcome = try folder.run("scan", "in", "--format", "json", "--arkiv", "arkiv")
      #expect(outcome.status == 0, "\(outcome.stderr)")
      let files = try JSONValue(outcome.stdout)["ingestion"]["fileReports"].items
      let kept = try folder.files().filter { $0.hasPrefix("arkiv/") }
      let hash = try #require(kept.first?.split(separator: "/").last.map(String.init))
      #expect(kept == ["arkiv/\(hash.prefix(2))/\(hash)"])
      #expect(files.allSatisfy { $0["original"] == .string(hash) } && files.count == 2)
      #expect(try folder.bytes(kept[0]) == bytes)
      let mode =
        try FileManager.default.attributesOfItem(
          atPath: folder.url.appending(path: kept[0]).path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }
}
