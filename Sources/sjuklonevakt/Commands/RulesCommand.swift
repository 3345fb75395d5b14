import ArgumentParser
import Configuration
import Detection
import NightlyScan
import Reporting

/// `regler`: which rules and statistics there are, one of them explained, or the values they judge
/// by.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regler",
    abstract: "Visar reglerna och de statistiska måtten, eller ett av dem utförligt.",
    discussion: """
      Exempel:
        sjuklonevakt regler
        sjuklonevakt regler karensavdrag
        sjuklonevakt regler sjukfrekvens
        sjuklonevakt regler --yaml > lag.yml
        sjuklonevakt regler --yaml --fil kommuner > kommuner.yml

      Filerna som skrivs med --yaml kan ändras och anges med --config, --lag och --kommuner till \
      scan.
      """)

  @Argument(
    help: .named("namn", "Regelns eller måttets namn, t.ex. karensavdrag. Utan: alla."))
  var name: String?

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
    if name == nil {
      format.writeRules(
        Catalogue.rules.map { RulePage($0, settings) },
        Catalogue.statisticCards.map { StatisticPage($0, settings) }, to: &output)
    } else if let rule = Catalogue.rules.first(where: { $0.id.description == name }) {
      format.writeRule(RulePage(rule, settings), to: &output)
    } else if let card = Catalogue.statisticCards.first(where: { $0.id.description == name }) {
      format.writeStatistic(StatisticPage(card, settings), to: &output)
    } else {
      throw CommandFault(message: unknown(name ?? ""))
    }
    output.flush()
  }

  /// Names the rules and statistics whose names are like it, or all.
  private func unknown(_ name: String) -> String {
    let names = Catalogue.weighted.map(\.description)
    let like = names.filter { $0.hasPrefix(name.prefix(3)) || $0.contains(name) }
    return "\(oneLine(name)) finns inte; det finns "
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

extension StatisticPage {
  init(_ card: StatisticCard, _ settings: DetectionSettings) {
    self.init(
      id: card.id.description, basis: card.basis, comparedWith: card.comparedWith,
      clearedBy: card.clearedBy, isTest: card.isTest, weight: settings.weights[card.id] ?? 0,
      mode: settings.mode(card.id).rawValue)
  }
}
