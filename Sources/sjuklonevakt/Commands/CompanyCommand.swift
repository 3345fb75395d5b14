import ArgumentParser
import Foundation
import NightlyScan
import Reporting
import Secrecy
import SickPay
import Store

/// `bolag`: why this company.
struct CompanyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bolag",
    abstract: "Visar allt om ett bolag i senaste körningen: varje skäl och rad.",
    discussion: """
      Personer visas som beteckningar (A-…). Med --visa-personer läses filerna igen och \
      personnumren på fyndens rader visas; det kräver ett skäl, och läsningen loggas i databasen.
      """)

  @Argument(
    help: .named(
      "orgnr", "Organisationsnummer, med eller utan bindestreck, eller en beteckning E-…."))
  var orgnr: String

  @OptionGroup var store: StoreOptions

  @Flag(name: .customLong("visa-personer"), help: "Visa personnumren på fyndens rader.")
  var showsPersons = false

  @Option(name: [.customLong("skäl"), .customLong("skal")], help: "Varför personnumren behövs.")
  var reason: String?

  @Option(name: .customLong("nyckel"), help: "Nyckelfil för personernas beteckningar.")
  var keyFile = "./sjuklonevakt.nyckel"

  @OptionGroup var senders: SenderOptions

  /// In `run`, because faults thrown in `validate` come out as the argument parser's own.
  private func check() throws {
    if showsPersons, (reason ?? "").allSatisfy(\.isWhitespace) {
      throw CommandFault(message: "--visa-personer kräver --skäl \"…\"; läsningen loggas")
    }
  }

  func run() async throws {
    try check()
    let database = try store.openExisting()
    let number = OrganisationNumber.tenDigits(orgnr)
    guard let stored = try database.company(orgnr: number) else {
      throw CommandFault(message: "bolaget \(orgnr) finns inte i senaste körningen")
    }
    let key = try showsPersons ? database.existingKey(file: keyFile) : nil
    let view = ReportView(
      report: ScanReport(
        head: stored.scan.head, ingestion: IngestionReport(), companies: [stored.company],
        skipped: []),
      decisions: try database.latestDecisions([stored.company]))
    var output = StandardOutput()
    terminalFormat().writeCompany(stored.company, of: view, to: &output)
    output.flush()
    if let key { try await showPersons(stored, database, key) }
  }

  private func showPersons(
    _ stored: StoredCompany, _ database: ScanStore, _ key: PseudonymKey
  ) async throws {
    let company = stored.company
    try database.logRead(
      orgnr: company.orgnr, reason: reason ?? "", readAt: Date(), by: currentUser())
    let persons = await PersonsOnRows.read(
      company.findings.flatMap(\.rows),
      hashes: try database.fileHashes(ofScan: stored.scan.rowID), Pseudonyms(key: key),
      senders: try senders.read())
    var text = "\nPersoner på fyndens rader (läsningen är loggad)\n"
    for person in persons.found {
      text += "  \(person.token)  \(person.number)  \(person.role)\n"
    }
    if persons.found.isEmpty { text += "  Inga rader gick att läsa igen.\n" }
    for file in persons.missingFiles { text += "  \(file) går inte längre att läsa.\n" }
    for file in persons.changedFiles {
      text += "  \(file) har ändrats sedan körningen och läses inte; kör scan igen.\n"
    }
    if persons.hasStandardInput {
      text += "  Rader från standard in går inte att läsa igen.\n"
    }
    writeOutput(text)
  }
}
