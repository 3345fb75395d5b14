import ArgumentParser
import Ingest

/// `scan`: read, rank, store, show.
struct ScanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan", abstract: "Läser sjuklöner och pass och rangordnar bolagen.",
    discussion: """
      Exempel:
        sjuklonevakt scan inkommet/ --rapport rapporter/
        sjuklonevakt scan sjukloner.csv pass.csv --format json > lista.json
        cat sjukloner.csv | sjuklonevakt scan -

      Filer känns igen på sitt innehåll; sjuklonevakt läs --prova visar hur en fil förstås. \
      Rader som inte går att läsa avvisas med fil, rad och orsak; resten går vidare. Körningen \
      sparas i databasen, så att nästa lista kan visa vad som är nytt.
      """)

  @Argument(help: .named("sökväg", "Filer och mappar; - är standard in."))
  var paths: [String]

  @OptionGroup var options: ScanOptions

  func run() async throws {
    try options.check()
    options.startLog()
    let inputs = try InputList(existing: paths)
    if try await options.scan(inputs) == .withRefusedFiles { throw ExitCode(1) }
  }
}
