import Foundation
import Testing

@testable import Ingest

/// Looks at a folder, one after the other; no time passes in between.
struct InboxTests {
  private final class Folder {
    let path = FileManager.default.temporaryDirectory.path + "/inkorg-\(UUID().uuidString)"

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }

    /// Puts another file in its place.
    func put(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: URL(filePath: file(name)), options: .atomic)
    }

    func append(_ text: String, _ name: String) throws {
      let handle = try #require(FileHandle(forWritingAtPath: file(name)))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(text.utf8))
      try handle.close()
    }

    func look() throws -> InboxLook { try #require(InboxLook(folder: path)) }
  }

  /// A folder's inbox, which takes one look more each time.
  private final class Watched {
    let folder: Folder
    var inbox: Inbox

    init(_ folder: Folder, stillLooks: Int) {
      (self.folder, inbox) = (folder, Inbox(stillLooks: stillLooks))
    }

    func news(opens: Bool = true) throws -> Inbox.News {
      inbox.see(try folder.look(), opens: { _ in opens })
    }

    /// The names of what has arrived, and `scan` where one is due.
    func see() throws -> [String] {
      let news = try news()
      return news.arrived.map { String($0.name.dropFirst(folder.path.count + 1)) }
        + (news.isDue ? ["scan"] : [])
    }
  }

  private let folder: Folder

  init() throws { folder = try Folder() }

  private func watched(stillLooks: Int) -> Watched { Watched(folder, stillLooks: stillLooks) }

  @Test func `a file arrives at the second look that sees it alike, once`() throws {
    let inbox = watched(stillLooks: 2)
    #expect(try inbox.see() == [])
    try folder.put("a", "a.csv")
    #expect(try inbox.see() == [])
    #expect(try inbox.see() == ["a.csv"])
    #expect(try inbox.see() == ["scan"])
    #expect(try inbox.see() == [])
  }

  @Test func `a file that grows is not taken before it has ended`() throws {
    let inbox = watched(stillLooks: 1)
    try folder.put("a", "a.csv")
    for _ in 0..<4 {
      #expect(try inbox.see() == [])
      try folder.append("b", "a.csv")
    }
    #expect(try inbox.see() == [])
    #expect(try inbox.see() == ["a.csv", "scan"])
  }

  @Test func `a file that never ends is told once`() throws {
    let inbox = watched(stillLooks: 1)
    try folder.put("a", "a.csv")
    try folder.put("b", "logg")
    var told: [String] = []
    for _ in 0..<2 * Inbox.patientLooks {
      let news = try inbox.news()
      told += [news.holdsUp?.name].compactMap(\.self)
      #expect(!news.isDue)
      try folder.append("b", "logg")
    }
    #expect(told == [folder.file("logg")])
  }

  @Test func `a file in the place of another arrives again, and makes a scan due`() throws {
    let inbox = watched(stillLooks: 1)
    try folder.put("a", "a.csv")
    try folder.put("b", "b.csv")
    _ = try inbox.see()
    #expect(try inbox.see() == ["a.csv", "b.csv", "scan"])
    // Of the same length, and with the same bytes.
    try folder.put("c", "a.csv")
    #expect(try inbox.see() == [])
    #expect(try inbox.see() == ["a.csv", "scan"])
    try folder.put("c", "a.csv")
    #expect(try inbox.see() == [])
    #expect(try inbox.see() == ["a.csv", "scan"])
  }

  @Test func `a scan waits until all files have arrived and the folder is still`() throws {
    let inbox = watched(stillLooks: 2)
    try folder.put("a", "a.csv")
    _ = try inbox.see()
    #expect(try inbox.see() == ["a.csv"])
    try folder.put("b", "b.csv")
    #expect(try inbox.see() == [])
    #expect(try inbox.see() == ["b.csv"])
    #expect(try inbox.see() == ["scan"])
  }

  @Test func `a file that goes, and a link that comes, change what a scan says`() throws {
    let inbox = watched(stillLooks: 1)
    try folder.put("a", "a.csv")
    try folder.put("b", "b.csv")
    _ = try inbox.see()
    #expect(try inbox.see().last == "scan")
    try FileManager.default.removeItem(atPath: folder.file("b.csv"))
    #expect(try inbox.see() == [])
    #expect(try inbox.see() == ["scan"])
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("ut"), withDestinationPath: "/etc/passwd")
    #expect(try inbox.see() == [])
    #expect(try inbox.see() == ["scan"])
    // Nothing is left to scan.
    try FileManager.default.removeItem(atPath: folder.file("a.csv"))
    for _ in 0..<3 { #expect(try inbox.see() == []) }
  }

  @Test func `a file that can't be opened is tried again, told once, and taken when it can be`()
    throws
  {
    let inbox = watched(stillLooks: 1)
    try folder.put("a", "a.csv")
    for look in 1..<Inbox.openingLooks {
      let news = try inbox.news(opens: false)
      #expect(news == Inbox.News(), "look \(look)")
    }
    let told = try inbox.news(opens: false)
    #expect(told.unopened.map(\.name) == [folder.file("a.csv")] && told.arrived.isEmpty)
    #expect(told.isDue)
    #expect(try inbox.news(opens: false) == Inbox.News())
    #expect(try inbox.see() == ["a.csv"])
    #expect(try inbox.see() == ["scan"])
  }

  @Test(arguments: [
    "~$maj.xlsx", "maj.csv.part", "maj.csv.filepart", "MAJ.TMP", "maj.csv.crdownload",
    ".~lock.maj.ods#", ".maj.csv.swp",
  ])
  func `a file that its program has not finished is left alone until it has its name`(
    _ name: String
  ) throws {
    let inbox = watched(stillLooks: 1)
    try folder.put("a", name)
    for _ in 0..<3 { #expect(try inbox.see() == []) }
    let list = try folder.look().inputs
    #expect(list.sources.isEmpty)
    #expect(list.unfinishedFiles == (name.hasPrefix(".") ? [] : [folder.file(name)]))
    // Who names it has decided.
    #expect(InputList(paths: [folder.file(name)]).sources.count == 1)
    try FileManager.default.moveItem(atPath: folder.file(name), toPath: folder.file("maj.csv"))
    #expect(try inbox.see() == [])
    #expect(try inbox.see() == ["maj.csv", "scan"])
  }

  @Test func `a scan that could not be stored is due again`() throws {
    let inbox = watched(stillLooks: 2)
    try folder.put("a", "a.csv")
    for _ in 0..<2 { _ = try inbox.see() }
    #expect(try inbox.see().last == "scan")
    inbox.inbox.scanAgain()
    #expect(try inbox.see() == [])
    #expect(try inbox.see() == ["scan"])
  }

  @Test func `a folder that is away shows nothing, and no file has gone`() throws {
    let inbox = watched(stillLooks: 1)
    try folder.put("a", "a.csv")
    _ = try inbox.see()
    #expect(try inbox.see() == ["a.csv", "scan"])
    try FileManager.default.moveItem(atPath: folder.path, toPath: folder.path + "-borta")
    #expect(InboxLook(folder: folder.path) == nil)
    try FileManager.default.moveItem(atPath: folder.path + "-borta", toPath: folder.path)
    #expect(try inbox.see() == [])
  }

  @Test func `a document of standard input is known by its name`() {
    #expect(InputSource(holding: "-") == .standardInput)
    #expect(InputSource(holding: "-/maj.csv") == .standardInput)
    #expect(InputSource(holding: "-, blad Maj") == .standardInput)
    #expect(InputSource(holding: "maj.csv") != .standardInput)
  }
}
