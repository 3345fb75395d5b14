import ArgumentParser
import Configuration
import Detection
import Evaluation
import Foundation
import Ledger
import Reporting
import Secrecy
import SickPay

/// `jämför`: what another configuration does to the list.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jämför", abstract: "Jämför två konfigurationers listor på samma data.",
    discussion: """
      Exempel:
        sjuklonevakt jamfor --config gammal.yml --config ny.yml inkommet/

      Filerna läses en gång. Den första konfigurationen är den gamla, den andra den nya; anges \
      bara en är den ny och den inbyggda gammal. Ingenting sparas.

      Vad listorna hittar mäts mot ett facit (--facit), annars mot utfall.csv bland filerna: då \
      räknas bara de bolag som har ett granskat ärende.
      """, aliases: ["jamfor"])

  @Argument(help: .named("sökväg", "Filer och mappar; - är standard in."))
  var paths: [String]

  @Option(
    name: .customLong("config"),
    help: "Egen fil med vikter och gränser (YAML); anges två gånger, först den gamla.")
  var settings: [String] = []

  @Option(name: .customLong("topp"), help: "Så många bolag från toppen jämförs.")
  var top = 20

  @Option(
    name: .customLong("datum"),
    help: "Körningens datum, t.ex. 2025-11-20. Utan: senaste dag då en rad kom in.")
  var date: Day?

  @Option(
    name: .customLong("nyckel"), help: "Nyckelfil för personernas beteckningar, om den finns.")
  var keyFile = "./sjuklonevakt.nyckel"

  @OptionGroup var truthOptions: TruthOptions
  @OptionGroup var rulebookFiles: RulebookOptions
  @OptionGroup var senders: SenderOptions

  func run() async throws {
    if top < 1 { throw CommandFault(message: "--topp ska vara minst 1") }
    if settings.isEmpty || settings.count > 2 {
      throw CommandFault(message: "ange --config en eller två gånger")
    }
    let before = try rulebookFiles.read(settings: settings.count == 2 ? settings[0] : nil)
    let after = try rulebookFiles.read(settings: settings.last)
    let truth = try truthOptions.read()
    let companies = CompanyTexts(Pseudonyms(key: try key()))
    let rows = try await ReadRows(paths, senders: try senders.read())
    let ledger = rows.ledger(date: date, after)
    let old = await list(rows.ledger(date: date, before), before)
    let new = await list(ledger, after)
    let change = RankingChange(before: old, after: new, top: top)
    writeOutput(companies.text(change))
    let known = truth.map(told) ?? reviewed(ledger)
    if !known.isEmpty {
      let compared = min(top, known.count)
      let gain = RankingGain(
        before: old.map(\.number), after: new.map(\.number), known: known, top: compared)
      writeOutput(text(gain, compared, isTruth: truth != nil, of: known.count))
    }
    if rows.hasRefused { throw ExitCode(1) }
  }

  /// The key of the file; without one, tokens that hold for what is written here alone, since a
  /// command that only reads makes no key.
  private func key() throws -> PseudonymKey {
    try FileManager.default.fileExists(atPath: keyFile)
      ? PseudonymKey(file: keyFile) : PseudonymKey()
  }

  private func list(_ ledger: Ledger, _ configuration: Configuration) async -> [RankedCompany] {
    await ledger.scan(configuration.rulebook, configuration.settings).companies
  }

  private func told(_ truth: Truth) -> [OrganisationNumber: RankingGain.Known] {
    truth.companies.mapValues { RankingGain.Known(isWrong: $0.cheats, kronor: $0.falseKronor) }
  }

  /// What is known by the reviews of `utfall.csv`; nothing where there are none.
  private func reviewed(_ ledger: Ledger) -> [OrganisationNumber: RankingGain.Known] {
    let reviews = ledger.companyReviews().map { company, review in
      (
        ledger.dictionaries.number(company),
        RankingGain.Known(isWrong: review.isWrong, kronor: review.kronor)
      )
    }
    return Dictionary(uniqueKeysWithValues: reviews)
  }

  private func text(
    _ gain: RankingGain, _ compared: Int, isTruth: Bool, of known: Int
  ) -> String {
    var table = TextTable([
      .text(isTruth ? "De \(compared) första" : "De \(compared) första av \(known) granskade"),
      .number(isTruth ? "Andel som fuskar" : "Andel med fel"),
      .number(isTruth ? "Falska kronor hos dem" : "Kronor fel hos dem"),
    ])
    for (name, finds) in [
      ("gamla listan", gain.before), ("nya listan", gain.after), ("skillnad", gain.difference),
    ] {
      table.add([
        name, interval(finds.precision) { SwedishNumbers.percent($0) },
        interval(finds.kronor) { SwedishNumbers.number($0, decimals: 0) + " kr" },
      ])
    }
    return "\n" + table.text
      + "Inom parentes: 95 %-intervall när bolagen dras om på nytt, samma för båda listorna.\n"
  }

  private func interval(_ estimate: Estimate, _ text: (Double) -> String) -> String {
    "\(text(estimate.mean)) (\(text(estimate.low)) till \(text(estimate.high)))"
  }
}

/// How companies are called: a sole trader's number is a person's, and is a token here.
private struct CompanyTexts {
  private let pseudonyms: Pseudonyms

  init(_ pseudonyms: Pseudonyms) { self.pseudonyms = pseudonyms }

  func text(_ change: RankingChange) -> String {
    let both = change.moved.count + change.unmoved
    return """
      Bland de \(change.top) första: \(both) bolag i båda listorna (\(change.unmoved) på samma \
      plats), \(change.entered.count) in och \(change.left.count) ut.
      \(section("Nya bland de första", change.entered))\
      \(section("Inte längre bland de första", change.left))\
      \(section("På annan plats", change.moved))
      """
  }

  private func section(_ title: String, _ places: [RankingChange.Place]) -> String {
    if places.isEmpty { return "" }
    var table = TextTable([
      .number("Plats förr"), .number("nu"), .number("Poäng förr"), .number("nu"), .text("Orgnr"),
      .text("Bolag"),
    ])
    for place in places {
      let number = place.number
      table.add([
        place.before.map(String.init) ?? "–", place.after.map(String.init) ?? "–",
        score(place.scoreBefore), score(place.scoreAfter),
        number.isPerson
          ? pseudonyms.token(role: .soleTrader, canonicalID: number.description)
          : number.description,
        number.isPerson ? "Enskild firma" : place.name,
      ])
    }
    return "\n\(title)\n" + table.text
  }

  private func score(_ score: Double?) -> String {
    score.map { SwedishNumbers.number($0, decimals: 2) } ?? "–"
  }
}
