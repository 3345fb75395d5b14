import ArgumentParser
import Foundation

/// The command. Exit codes: 0 done, 1 done with refused files, 2 usage or nothing readable.
@main
struct Sjuklonevakt: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sjuklonevakt",
    abstract: "Läser sjuklönefakturor från assistansbolag och visar vilka som bör granskas.",
    discussion: """
      Börja med att skanna en mapp:

        sjuklonevakt scan MAPP

      Mappen ska innehålla sjuklöner och helst pass: sjukloner.csv och pass.csv, eller bolagens \
      egna filer, som känns igen på sitt innehåll. Listan visar vilka bolag som avviker \
      och varför. Poängen räcker aldrig ensam för att stoppa en utbetalning: en människa beslutar.

      Slutkoder: 0 klart, 1 klart men någon fil nekades, 2 fel i kommandot eller inget att läsa.
      """,
    subcommands: [
      ScanCommand.self, WatchCommand.self, ReadCommand.self, CompanyCommand.self,
      QuestionCommand.self, PutAwayCommand.self, ConfirmCommand.self, RulesCommand.self,
      DemoDataCommand.self, EvaluateCommand.self, FairnessCommand.self, CompareCommand.self,
      NumberCommand.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// Help and version go to standard output with 0; the commands' own codes stay as they are; all
  /// else is a fault in the command line or in what it names, and gives 2.
  private static func end(with error: any Error) -> Never {
    if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
    if let message = sentence(for: error) {
      writeError("sjuklonevakt: \(message)\n")
      Foundation.exit(2)
    }
    let code = exitCode(for: error)
    if code == .success {
      writeOutput(inSwedish(fullMessage(for: error)) + "\n")
      Foundation.exit(0)
    }
    writeError(
      "sjuklonevakt: Kommandot kunde inte läsas. Se sjuklonevakt --help.\n"
        + inSwedish(fullMessage(for: error)) + "\n")
    Foundation.exit(2)
  }

  /// The argument parser's own words, which it has in English only.
  private static func inSwedish(_ text: String) -> String {
    let words = [
      ("OVERVIEW:", "OM:"), ("USAGE:", "ANVÄNDNING:"), ("ARGUMENTS:", "ARGUMENT:"),
      ("OPTIONS:", "VAL:"), ("SUBCOMMANDS:", "KOMMANDON:"), ("<options>", "<val>"),
      ("<subcommand>", "<kommando>"), ("Show help information.", "Visa hjälpen."),
      ("default:", "annars:"), ("values:", "värden:"), ("Error: ", "Fel: "),
      ("Usage: ", "Användning: "), ("Help: ", "Hjälp: "),
      ("Missing expected argument", "Argument saknas:"), ("Unknown option", "Okänt val"),
      ("Did you mean", "Menades"), ("   or: Missing value for", "   eller: Värde saknas för"),
      ("Missing value for", "Värde saknas för"), ("Unexpected argument", "Oväntat argument"),
      ("unexpected arguments:", "oväntade argument:"), ("Invalid option:", "Ogiltigt val:"),
      ("Missing one of:", "Något av dessa saknas:"), ("Value to be set with", "Värdet från"),
      ("had already been set with", "är redan satt med"), ("The option", "Valet"),
      ("does not take any value, but", "tar inget värde, men"),
      ("was specified.", "angavs."), ("The value", "Värdet"),
      ("is invalid for", "passar inte för"), (". Please provide one of ", "; ange något av "),
      (" the following:", " dessa:"), ("' and '", "' och '"), ("' or '", "' eller '"),
      ("See '", "Se '"), ("' for more information.", "' för mer."),
      (" for detailed help.", " för hjälp om ett kommando."),
    ]
    return words.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}

/// Nobody is left to tell when standard error itself can't be written to.
func writeError(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

/// Ends the program with 2 where standard output takes no more, as on a full disk.
func writeOutput(_ text: String) {
  do {
    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  } catch {
    writeError("sjuklonevakt: standard ut går inte att skriva till\n")
    Foundation.exit(2)
  }
}
