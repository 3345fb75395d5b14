import ArgumentParser
import Configuration
import Foundation
import Ingest
import NightlyScan
import Reporting

/// `läs`: what files are, how their columns are understood, and which rows can't be read.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "läs", abstract: "Visar hur filer förstås, utan att spara något.",
    discussion: """
      Exempel:
        sjuklonevakt läs inkommet/
        sjuklonevakt läs --prova inkommet/bolagets-fil.csv
        sjuklonevakt läs --rå --format json export.csv > rader.json

      Filer känns igen på sitt innehåll, inte på namnet. Den som inte går att förstå nämns med vad \
      som fattas; svaret sparas i avsandare.yml och gäller sedan alla filer med samma rubriker. \
      Personnummer visas inte på skärmen; json har cellerna som de står i filen.
      """,
    aliases: ["las"])

  @Argument(help: .named("sökväg", "Filer och mappar; - är standard in."))
  var paths: [String]

  @Flag(
    name: .customLong("prova"),
    help: "Visa form, kolumner, första raderna och alla avvisade rader.")
  var isTrial = false

  @Flag(name: [.customLong("rå"), .customLong("ra")], help: "Visa raderna utan att tolka dem.")
  var isRaw = false

  @Option(help: "Hur råa rader skrivs: tabell eller json (ett objekt per fil och rad).")
  var format = RawFormat.tabell

  @Option(help: "Råa rader: den rubrik som filen ska ha, med komma emellan.")
  var rubrik: String?

  @Option(
    name: .customLong("topp"), parsing: .unconditional, help: "Så många råa rader visar tabellen.")
  var top = 20

  @OptionGroup var senders: SenderOptions

  enum RawFormat: String, ExpressibleByArgument, CaseIterable {
    case tabell, json
  }

  func run() throws {
    if top < 0 { throw CommandFault(message: "--topp ska vara minst 0") }
    let inputs = try InputList(existing: paths)
    let saved = try senders.read()
    let outcome = isRaw ? try readRaw(inputs) : readTables(inputs, saved)
    if outcome.read == 0 && outcome.refused > 0 { throw ExitCode(2) }
    if outcome.refused > 0 { throw ExitCode(1) }
  }

  /// How many files could be read, and how many were refused.
  private typealias Tally = (read: Int, refused: Int)

  private func readTables(_ inputs: InputList, _ saved: SavedSenders) -> Tally {
    var tally: Tally = (0, 0)
    var output = StandardOutput()
    for source in inputs.sources {
      for trial in TrialReading.each(in: source, senders: saved.formats) {
        output.write(trial.lines(isComplete: isTrial).joined(separator: "\n") + "\n")
        if trial.isRead { tally.read += 1 }
        if trial.isRefused { tally.refused += 1 }
      }
    }
    for path in inputs.otherFiles { output.write("\(path)\n  \(TrialReading.noFile)\n") }
    for path in inputs.unfinishedFiles {
      output.write("\(path)\n  \(TrialReading.unfinishedFile)\n")
    }
    output.flush()
    return tally
  }

  private func readRaw(_ inputs: InputList) throws -> Tally {
    let names = rubrik?.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    var tally: Tally = (0, 0)
    var output = StandardOutput()
    for source in inputs.sources {
      let refusals =
        switch format {
        case .json: TrialReading.writeRawJSON(source, expectedNames: names, to: &output)
        case .tabell:
          TrialReading.writeRawTable(source, expectedNames: names, top: top, to: &output)
        }
      tally.read += refusals.count { $0 == nil }
      tally.refused += refusals.count { $0 != nil }
    }
    output.flush()
    return tally
  }
}
