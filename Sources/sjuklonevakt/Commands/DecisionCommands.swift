import ArgumentParser
import Foundation
import Reporting
import SickPay
import Store

/// `avfärda`: a finding that needs no more work.
struct PutAwayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "avfärda", abstract: "Lägger undan ett fynd, med skäl.",
    discussion: """
      Fyndet lämnar listan från nästa körning, till och med --till om det anges. Kommer nya rader \
      till blir det ett nytt fynd och syns igen.
      """, aliases: ["avfarda"])

  @Argument(help: .named("fynd", "Fyndets id, eller minst sex tecken av början."))
  var finding: String

  @Option(name: [.customLong("skäl"), .customLong("skal")], help: "Varför fyndet läggs undan.")
  var reason: String

  @Option(name: .customLong("till"), help: "Sista dag det är undanlagt, t.ex. 2026-03-31.")
  var until: Day?

  @OptionGroup var store: StoreOptions

  /// In `run`, because faults thrown in `validate` come out as the argument parser's own.
  private func check() throws {
    if reason.allSatisfy(\.isWhitespace) { throw CommandFault(message: "--skäl behöver en text") }
  }

  func run() throws {
    try check()
    let database = try store.openExisting()
    let found = try database.knownFinding(finding)
    if let until, let latest = try database.latestScan()?.head.date, until < latest {
      throw CommandFault(
        message: "--till \(until) har passerat: den senaste körningen gäller \(latest)")
    }
    try database.putAway(
      findingID: found.finding.id, reason: reason, until: until, decidedAt: Date(),
      by: currentUser())
    writeOutput(
      "Fyndet \(found.finding.id) (\(found.finding.indicator), \(found.orgnr)) är undanlagt"
        + (until.map { " till och med \($0)" } ?? "") + ".\n")
  }
}

/// `bekräfta`: a finding that was right, and what it came to.
struct ConfirmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bekräfta", abstract: "Bekräftar ett fynd med det belopp som var fel.",
    discussion: "Beslutet sparas med datum och användare och visas med fyndet.",
    aliases: ["bekrafta"])

  @Argument(help: .named("fynd", "Fyndets id, eller minst sex tecken av början."))
  var finding: String

  @Option(name: .customLong("kr"), help: "Kronor som var fel, t.ex. 2831,95.")
  var kronor: Ore

  @OptionGroup var store: StoreOptions

  func run() throws {
    let database = try store.openExisting()
    let found = try database.knownFinding(finding)
    try database.confirm(
      findingID: found.finding.id, kronor: kronor, decidedAt: Date(), by: currentUser())
    writeOutput(
      "Fyndet \(found.finding.id) (\(found.finding.indicator), \(found.orgnr)) är bekräftat med "
        + "\(SwedishNumbers.kronor(kronor)).\n")
  }
}

extension ScanStore {
  fileprivate func knownFinding(_ id: String) throws -> StoredFinding {
    guard let found = try finding(id: id.lowercased()) else {
      throw StoreError.unknownFinding(id: id)
    }
    return found
  }
}
