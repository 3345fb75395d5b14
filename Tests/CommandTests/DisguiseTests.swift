import Foundation
import Testing

/// One batch of claims as companies send it, among claims of other companies. `Disguises/make.py`
/// made the files with Python's csv, openpyxl and ElementTree, `Disguises/libreoffice.py` with
/// LibreOffice.
struct DisguiseTests {
  private static let made = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Disguises")

  /// The list of a folder with the other companies' tables and some files of the batch.
  private func list(_ files: [String]) throws -> JSONValue {
    let folder = try Folder.withKey()
    let place = folder.url.appending(path: "in")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    for name in ["ovriga"] + files {
      try FileManager.default.copyItem(
        at: Self.made.appending(path: name), to: place.appending(path: name))
    }
    let outcome = try folder.run("scan", "in", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.stderr)")
    return try JSONValue(outcome.stdout)
  }

  /// A file, and whether the shifts lie in it too.
  @Test(arguments: [
    ("semikolon.txt", false), ("komma.csv", false), ("tabb.tsv", false), ("lodstreck.dat", false),
    ("blad.xlsx", true), ("peppol-csv.xml", true), ("peppol-xlsx.xml", true),
    ("svefaktura.xml", true), ("libreoffice.csv", false), ("libreoffice.xlsx", true),
  ])
  func `each disguise gives the claims and the ranking of the canonical tables`(
    _ name: String, _ hasShifts: Bool
  ) throws {
    let expected = try list(["sjukloner.csv", "pass.csv"])
    let found = try list(hasShifts ? [name] : [name, "pass.csv"])
    #expect(found["ingestion"]["accepted"] == expected["ingestion"]["accepted"])
    #expect(found["ingestion"]["rejected"] == .number(0))
    #expect(found["ingestion"]["fileReports"].items.allSatisfy { $0["remarks"].items.isEmpty })
    let difference = found["companies"].without(["file", "line"])
      .difference(from: expected["companies"].without(["file", "line"]))
    #expect(difference == nil)
  }
}
