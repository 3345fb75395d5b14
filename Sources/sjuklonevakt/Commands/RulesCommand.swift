import ArgumentParser
import Configuration
import Detection
import Reporting

/// `regler`: which rules there are, one of them explained, or the values they judge by.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regler", abstract: "Visar reglerna, eller en av dem med ett räknat exempel.",
    discussion: """
      Exempel:
        sjuklonevakt regler
        sjuklonevakt regler karensavdrag
        sjuklonevakt regler --yaml > lag.yml
        sjuklonevakt regler --yaml --fil kommuner > kommuner.yml

      Filerna som skrivs med --yaml kan ändras och anges med --config, --lag och --kommuner till \
      scan.
      """)

  @Argument(help: "Regelns namn, t.ex. karensavdrag. Utan: alla regler.")
  var rule: String?

  @Flag(help: "Skriv en inbyggd fil i stället.")
  var yaml = false

  @Option(name: .customLong("fil"), help: "Vilken inbyggd fil: lag, kommuner eller vikter.")
  var file = BuiltInFile.lag

  @OptionGroup var configurationFiles: ConfigurationOptions

  func run() throws {
    if yaml {
      writeOutput(file.contents.standard)
      return
    }
    let settings = try configurationFiles.read().settings
    var output = StandardOutput()
    let format = terminalFormat()
    if let rule {
      let known = Catalogue.rules.first { $0.id.description == rule }
      guard let known else { throw CommandFault(message: unknown(rule)) }
      format.writeRule(RulePage(known, settings), to: &output)
    } else {
      format.writeRules(Catalogue.rules.map { RulePage($0, settings) }, to: &output)
    }
    output.flush()
  }

  /// Names the rules whose names are like it, or all.
  private func unknown(_ name: String) -> String {
    let names = Catalogue.rules.map(\.id.description)
    let like = names.filter { $0.hasPrefix(name.prefix(3)) || $0.contains(name) }
    return "regeln \(name) finns inte; det finns "
      + (like.isEmpty ? names : like).joined(separator: ", ")
  }
}

/// A file that is built into the program.
enum BuiltInFile: String, ExpressibleByArgument, CaseIterable {
  case lag, kommuner, vikter

  var contents: Configuration.File {
    switch self {
    case .lag: .law
    case .kommuner: .policies
    case .vikter: .settings
    }
  }
}

extension RulePage {
  init(_ rule: any Rule, _ settings: DetectionSettings) {
    self.init(
      id: rule.id.description, title: rule.card.title, sentence: rule.card.sentence,
      ground: rule.card.ground.rawValue, basis: rule.card.basis, needs: rule.card.needs,
      verdicts: rule.card.verdicts.map(\.rawValue), stake: rule.card.stake,
      example: rule.card.example, weight: settings.weights[rule.id] ?? 0,
      mode: settings.mode(rule.id).rawValue)
  }
}
