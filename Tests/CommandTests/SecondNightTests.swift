import Foundation
import Testing

/// `scan --kolumner`: the second night reads only what is new, and says the same.
struct SecondNightTests {
  private func scan(_ folder: Folder, _ more: String...) throws -> Outcome {
    let arguments = ["scan", "in", "--format", "json", "--kolumner", "kolumner"] + more
    return try folder.start(arguments).wait()
  }

  @Test func `the list is the same byte for byte, the first night and the second`() throws {
    let world = try World.shared.get()
    let folder = try Folder.withWorld()
    for more in [[], ["--trådar", "1"], ["--kontrollera"]] {
      let outcome = try folder.start(
        ["scan", "in", "--format", "json", "--kolumner", "kolumner"] + more
      ).wait()
      #expect(outcome.status == 0, "\(outcome.stderr)")
      #expect(outcome.stdout == world.json)
      #expect(!outcome.stderr.contains("olumner"))
    }
    #expect(try folder.files().count { $0.hasPrefix("kolumner/") } == 2)
  }

  @Test func `damaged columns are told in one line, and the list is the same`() throws {
    let world = try World.shared.get()
    let folder = try Folder.withWorld()
    _ = try scan(folder)
    let file = try #require(folder.files().first { $0.hasPrefix("kolumner/") })
    let bytes = try folder.bytes(file)
    try bytes.dropLast(9).write(to: folder.url.appending(path: file))
    let outcome = try scan(folder)
    #expect(outcome.status == 0 && outcome.stdout == world.json)
    #expect(outcome.stderr.contains("sparade kolumner gick inte att använda"))
    #expect(outcome.stderr.split(separator: "\n").count { $0.contains("olumner") } == 1)
    #expect(try scan(folder).stderr.contains("olumner") == false)
  }

  @Test func `a folder that others may look into is refused`() throws {
    let folder = try Folder.withWorld()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "kolumner"), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o755])
    let outcome = try scan(folder)
    #expect(outcome.status == 2 && outcome.stderr.contains("chmod 700 kolumner"))
  }

  @Test(arguments: ["in/kolumner", "./in/../in/kolumner"])
  func `kept columns are never read as files`(_ place: String) throws {
    let folder = try Folder.withWorld()
    #expect(try folder.run("scan", "in", "--kolumner", place).status == 0)
    let second = try folder.run("scan", "in", "--kolumner", place)
    #expect(second.status == 2 && second.stderr.contains("välj en mapp utanför"))
  }

  @Test func `checking needs a folder of columns`() throws {
    let outcome = try Folder.withWorld().run("scan", "in", "--kontrollera")
    #expect(outcome.status == 2 && outcome.stderr.contains("--kolumner"))
  }
}
