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

      Mappen ska innehålla sjukloner.csv och helst pass.csv. Listan visar vilka bolag som avviker \
      och varför. Poängen räcker aldrig ensam för att stoppa en utbetalning: en människa beslutar.

      Slutkoder: 0 klart, 1 klart men någon fil nekades, 2 fel i kommandot eller inget att läsa.
      """,
    subcommands: [
      ScanCommand.self, CompanyCommand.self, PutAwayCommand.self, ConfirmCommand.self,
      DemoDataCommand.self, EvaluateCommand.self,
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
      print(fullMessage(for: error))
      Foundation.exit(0)
    }
    writeError(
      "sjuklonevakt: Kommandot kunde inte läsas. Se sjuklonevakt --help.\n"
        + fullMessage(for: error) + "\n")
    Foundation.exit(2)
  }
}

func writeError(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

func writeOutput(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
