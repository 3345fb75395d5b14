import ArgumentParser
import Configuration
import Foundation
import Ingest
import Logging
import NightlyScan
import Reporting
import Secrecy
import SickPay
import Snapshot
import Store

/// How a scan is done and shown, for the commands that scan.
struct ScanOptions: ParsableArguments {
  @Option(
    name: .customLong("datum"),
    help: "Körningens datum, t.ex. 2025-11-20. Utan: senaste dag då en rad kom in.")
  var date: Day?

  @OptionGroup var store: StoreOptions

  @Option(help: "Hur listan skrivs: tabell, json eller csv.")
  var format = ListFormat.tabell

  @Flag(help: "Skriv csv så att svensk Excel öppnar den rätt.")
  var excel = false

  @OptionGroup var configurationFiles: ConfigurationOptions

  @OptionGroup var senders: SenderOptions

  @OptionGroup var columns: ColumnOptions

  @Option(
    name: .customLong("nyckel"),
    help: "Nyckelfil för personernas beteckningar; skapas första gången.")
  var keyFile = "./sjuklonevakt.nyckel"

  @Option(help: "Visa bara bolag med ärenden i den här kommunen (fyra siffror).")
  var kommun: String?

  @Option(
    name: .customLong("topp"), parsing: .unconditional, help: "Så många bolag visar tabellen.")
  var top = 20

  @Option(
    name: .customLong("rapport"),
    help: "Mapp där lista.html och lista.csv skrivs.")
  var reportFolder: String?

  @Option(
    name: .customLong("belopp"),
    help: "Fil där varje rads lägsta och högsta lagliga belopp skrivs (csv).")
  var amountsFile: String?

  @Flag(
    name: .customLong("med-rader"),
    help: "Spara också ärenderader och pass i databasen, med personer som beteckningar.")
  var storesRows = false

  @Option(
    name: .customLong("arkiv"),
    help: "Mapp där varje läst fil sparas som den kom, under sin kontrollsumma (SHA-256).")
  var archiveFolder: String?

  @Option(
    name: [.customLong("trådar"), .customLong("tradar")], parsing: .unconditional,
    help: "Trådar som läser samtidigt; utan: en per kärna.")
  var threads: Int?

  @Flag(
    name: [.customLong("utförlig"), .customLong("utforlig")], help: "Skriv logg på standard fel.")
  var isVerbose = false

  /// In `run`, because faults thrown in `validate` come out as the argument parser's own.
  func check() throws {
    if let threads, threads < 1 { throw CommandFault(message: "--trådar ska vara minst 1") }
    if top < 0 { throw CommandFault(message: "--topp ska vara minst 0") }
    if let kommun, !isKommunCode(kommun) { throw CommandFault.kommun }
    try format.check(excel: excel)
  }

  /// Says where the log goes; once in a process.
  func startLog() {
    let level: Logger.Level = isVerbose ? .debug : .warning
    LoggingSystem.bootstrap { label in
      var handler = StreamLogHandler.standardError(label: label)
      handler.logLevel = level
      return handler
    }
  }

  /// Where a scan writes.
  var writtenPaths: [String] {
    [reportFolder, archiveFolder, amountsFile, columns.folder].compactMap(\.self)
      + [store.database, keyFile]
  }

  /// Reads what a scan would read before its files, so that faults in it come at once.
  func prepare() throws {
    _ = try configurationFiles.read()
    _ = try senders.read()
    _ = try store.open().key(file: keyFile)
  }

  /// How a scan ended that was stored and shown.
  enum Ending { case withAllFiles, withRefusedFiles }

  /// Scans files, stores the scan and shows it.
  ///
  /// - Throws: What a person can mend; then nothing was stored.
  func scan(_ inputs: InputList) async throws -> Ending {
    let configuration = try configurationFiles.read()
    let savedSenders = try senders.read()
    let database = try store.open()
    let pseudonyms = Pseudonyms(key: try database.key(file: keyFile))
    let folder = try reportFolder.map(ReportFolder.init)
    let amounts = try amountsFile.map(AmountsFile.init)
    let archive = try archive()
    let hasStandardInput = inputs.sources.contains(.standardInput)
    let standardInput = hasStandardInput ? try archive?.keepStandardInput() : nil
    let rows = storesRows ? KeptRows() : nil
    let earlierReadings = try columns.open(senders: savedSenders, reading: inputs)
    let progress = ProgressBar(total: inputs.totalBytes)
    var report = try await NightlyScan.run(
      ScanRequest(
        inputs: inputs, configuration: configuration, senders: savedSenders,
        pseudonyms: pseudonyms, date: date,
        threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
        earlierReadings: earlierReadings, amountLines: amounts?.lines, rows: rows?.take,
        earlier: { try earlierScans(database, before: $0) }),
      progress: { progress.add($0) })
    progress.end()
    if let earlierReadings { tidy(earlierReadings) }
    if let archive {
      var hashes = try archive.keep(inputs.sources)
      hashes[InputSource.standardInput.name] = standardInput
      try tellOriginals(hashes, in: &report)
    }
    let ending = try finish(report, rows, database, amounts, folder)
    if isVerbose { writeError("Högsta minne: \(peakMegabytes()) MB\n") }
    return ending
  }

  private func earlierScans(_ database: ScanStore, before date: Day) throws -> EarlierScans {
    var earlier = try database.earlierScans(before: date)
    // What was drawn may have been shown to another kommun alone: each sees all of its own.
    if kommun != nil { earlier.drawn = [] }
    return earlier
  }

  private func tidy(_ readings: SnapshotFolder) {
    readings.removeUnused()
    let summary = readings.summary
    for sentence in summary.sentences { writeError(sentence + "\n") }
    if isVerbose {
      writeError("Kolumner: \(summary.recalled) filer hämtade, \(summary.read) lästa\n")
    }
  }

  /// Where originals are kept, if they are.
  func archive() throws -> FileArchive? { try archiveFolder.map(FileArchive.init(folder:)) }

  /// Says in the report under which hash the file of each is kept.
  private func tellOriginals(_ hashes: [String: String], in report: inout ScanReport) throws {
    for index in report.ingestion.files.indices {
      let file = report.ingestion.files[index]
      let original = hashes[InputSource(holding: file.name).name]
      report.ingestion.files[index].original = original
      // What was read has to be kept, and what is kept has to be what was read.
      if original == nil, file.refusal == nil {
        throw CommandFault(message: "\(file.name) gick inte att arkivera; kör om")
      }
      if let original, hashes[file.name] != nil, !file.sha256.isEmpty, original != file.sha256 {
        throw CommandFault(message: "\(file.name) ändrades medan den lästes; kör om")
      }
    }
  }

  /// The most memory that the process has had, resident.
  private func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1000
  }

  /// Stores the scan, and then shows it: what was there before stays if it can't be stored.
  private func finish(
    _ report: ScanReport, _ rows: KeptRows?, _ database: ScanStore, _ amounts: AmountsFile?,
    _ folder: ReportFolder?
  ) throws -> Ending {
    let refused = report.ingestion.files.filter { $0.refusal != nil }
    guard report.ingestion.acceptedClaims > 0 else {
      for sentence in report.ingestion.files.compactMap(\.unreadSentence) {
        writeError(sentence + "\n")
      }
      throw CommandFault(message: "inget gick att läsa; ingen körning sparades")
    }
    var stages = StageLog()
    let rowID = try database.save(report, storedAt: Date(), rows: rows?.write)
    stages.end("lagring", "bolag: \(report.companies.count)")
    try amounts?.finish()
    let view = ReportView(
      report: report, comparison: try database.previousList(before: rowID, kommun: kommun),
      decisions: try database.latestDecisions(report), top: top, kommun: kommun)
    stages.end("förra listan och beslut", "bolag: \(view.comparison.previous.count)")
    try folder?.write(view)
    if folder != nil { stages.end("rapport", "") }
    try write(view)
    stages.end("lista", "")
    if format != .tabell {
      for file in refused { writeError("\(file.name): \(file.refusal ?? "")\n") }
    }
    return refused.isEmpty ? .withAllFiles : .withRefusedFiles
  }

  private func write(_ view: ReportView) throws {
    var output = StandardOutput()
    switch format {
    case .tabell: terminalFormat().writeList(view, to: &output)
    case .json: JSONFormat.write(view.report, to: &output)
    case .csv: (excel ? CSVFormat.excel : .plain).write(view.report, to: &output)
    }
    output.flush()
  }
}
