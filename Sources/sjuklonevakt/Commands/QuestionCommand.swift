import ArgumentParser
import Configuration
import Foundation
import Ingest
import Ledger
import NightlyScan
import Questions
import Reporting
import Secrecy
import SickPay
import Snapshot
import Store

/// `fråga`: an ekonom's question, answered from the rows.
struct QuestionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fråga",
    abstract: "Svarar på frågor om ärenderaderna: summor, mått och andelar per grupp.",
    discussion: """
      Exempel:
        sjuklonevakt fråga inkommet/ --per kommun,månad --mått antal,summa
        sjuklonevakt fråga inkommet/ --per bolag --mått "summa,p90(belopp),andel(karens)" \\
          --sortera summa- --ackumulerat --topp 20
        sjuklonevakt fråga inkommet/ --per inkommen-månad,månad --kommun 2080

      Nycklar: \(GroupKey.allCases.map(\.rawValue).joined(separator: ", ")). månad, kvartal \
      och år är den första sjukdagens, de med inkommen- dagens då raden kom in.

      Mått: antal, summa(…), medel(…), median(…), p1(…) till p99(…), andel(karens), \
      andel(vakant), andel(antal), andel(…), personer, personer(brukare), relativt(…). Inom \
      parentes står en kolumn, t.ex. belopp, sjuktimmar eller timlön; relativt tar en statistik, \
      t.ex. sjukfrekvens.

      Filter: kolumn =, !=, <, <=, >, >= värde eller kolumn i (värde, värde); och, eller, inte, \
      parenteser; datum 2025-05-06, månad 2025-05, kvartal 2025-K2, år 2025, tom för tomma fält.

      Grupper med färre än fem anställda läggs ihop. --per anställd och --per brukare går bara \
      inom ett bolag, kräver ett skäl, visar beteckningar (A-…) och loggas i databasen.
      """, aliases: ["fraga"])

  @Argument(help: .named("sökväg", "Filer och mappar; - är standard in."))
  var paths: [String]

  @Option(name: .customLong("per"), help: "Nycklar att gruppera efter, med komma emellan.")
  var keys = ""

  @Option(name: [.customLong("mått"), .customLong("matt")], help: "Mått, med komma emellan.")
  var measures = "antal,summa"

  @Option(help: "Vilka rader som räknas, t.ex. \"belopp > 10000 och inkommen >= 2025-05\".")
  var filter: String?

  @Option(
    name: .customLong("sortera"),
    help: "Mått eller nyckel att sortera efter; - efter: störst först.")
  var order: String?

  @Option(name: .customLong("topp"), parsing: .unconditional, help: "Visa så många grupper.")
  var top: Int?

  @Flag(name: .customLong("ackumulerat"), help: "Visa löpande summa och andel.")
  var accumulates = false

  @Flag(name: .customLong("historik"), help: "Räkna också rader som kom in före fönstret.")
  var includesHistory = false

  @Option(help: "Räkna bara rader från den här kommunen (fyra siffror).")
  var kommun: String?

  @Option(name: [.customLong("skäl"), .customLong("skal")], help: "Varför personraderna behövs.")
  var reason: String?

  @Option(
    name: .customLong("datum"),
    help: "Frågans datum, t.ex. 2025-11-20. Utan: senaste dag då en rad kom in.")
  var date: Day?

  @Option(help: "Hur svaret skrivs: tabell, json eller csv.")
  var format = ListFormat.tabell

  @Flag(help: "Skriv csv så att svensk Excel öppnar den rätt.")
  var excel = false

  @OptionGroup var store: StoreOptions

  @Option(name: .customLong("nyckel"), help: "Nyckelfil för personernas beteckningar.")
  var keyFile = "./sjuklonevakt.nyckel"

  @OptionGroup var configurationFiles: ConfigurationOptions
  @OptionGroup var senders: SenderOptions
  @OptionGroup var columns: ColumnOptions

  func run() async throws {
    let question = try question()
    // What is not logged is not read: without a database there is no log.
    let database =
      question.showsPersons
      ? try store.openExisting() : question.countsFindings ? try store.openIfThere() : nil
    let key = question.showsPersons ? try database?.existingKey(file: keyFile) : nil
    let inputs = try InputList(existing: paths)
    let progress = ProgressBar(total: inputs.totalBytes)
    var request = QuestionRequest(
      question: question, filter: filter, inputs: inputs,
      configuration: try configurationFiles.read(), senders: try senders.read(), date: date,
      threads: ProcessInfo.processInfo.activeProcessorCount,
      pseudonyms: { try Pseudonyms(key: key ?? self.key()) },
      earlier: database.map(earlierScans))
    let kept = try columns.open(senders: request.senders, reading: inputs)
    if let kept { request.use(kept) }
    let outcome = try await NightlyScan.answer(request, progress: { progress.add($0) })
    progress.end()
    for sentence in kept?.summary.sentences ?? [] { writeError(sentence + "\n") }
    guard let outcome else {
      throw CommandFault(message: "inga ärenderader i \(paths.joined(separator: ", "))")
    }
    if question.showsPersons { try log(question, in: database) }
    write(outcome.answer)
    for refusal in outcome.refusals { writeError(refusal + "\n") }
    if !outcome.refusals.isEmpty { throw ExitCode(1) }
  }

  /// That of the database, where there is one.
  private func key() throws -> PseudonymKey {
    try store.openIfThere()?.existingKey(file: keyFile) ?? PseudonymKey(file: keyFile)
  }

  private func earlierScans(
    _ database: ScanStore
  ) -> @Sendable (Day) throws -> EarlierScans {
    { try database.earlierScans(before: $0) }
  }

  private func question() throws -> Question {
    if let top, top < 1 { throw CommandFault(message: "--topp ska vara minst 1") }
    try format.check(excel: excel)
    let question = try Question(
      keys: keys, measures: measures, filter: filter, order: order, top: top,
      accumulates: accumulates, includesHistory: includesHistory,
      kommun: try kommun.map(kommunCode))
    if question.showsPersons, (reason ?? "").allSatisfy(\.isWhitespace) {
      throw CommandFault(message: "--per \(keys) kräver --skäl \"…\"; läsningen loggas")
    }
    return question
  }

  private func kommunCode(_ text: String) throws -> KommunCode {
    guard isKommunCode(text), let code = Int32(text) else { throw CommandFault.kommun }
    return KommunCode(cell: code)
  }

  /// Before anybody is shown.
  private func log(_ question: Question, in database: ScanStore?) throws {
    guard let database, let company = question.company else { return }
    try database.logRead(
      orgnr: company, reason: reason ?? "", readAt: Date(), by: currentUser())
  }

  private func write(_ answer: AnswerReport) {
    var output = StandardOutput()
    switch format {
    case .tabell: terminalFormat().writeAnswer(answer, to: &output)
    case .json: JSONFormat.write(answer, to: &output)
    case .csv: (excel ? CSVFormat.excel : .plain).write(answer, to: &output)
    }
    output.flush()
  }
}
