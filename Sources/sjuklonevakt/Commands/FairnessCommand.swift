import ArgumentParser
import Configuration
import Detection
import Evaluation
import Ledger
import Reporting
import SickPay

/// `rättvisa`: whether the list picks some groups of companies too often or too seldom.
struct FairnessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rättvisa",
    abstract: "Prövar om listan väljer ut vissa grupper av bolag för ofta eller för sällan.",
    discussion: """
      Prövningen har två steg, efter Försäkringskassans modell, och görs för bolagens storlek, \
      kommun och kollektivavtal. Steg 1 jämför gruppens andel av de utvalda med dess andel av \
      alla bolag, som ett slumpurval får i medeltal. Steg 2 jämför gruppens andel av träffarna \
      med dess andel av de utvalda vars utfall är känt, ur utfall.csv bland filerna eller ett \
      facit. Ingenting sparas.
      """, aliases: ["rattvisa"])

  @Argument(help: .named("sökväg", "Filer och mappar; - är standard in."))
  var paths: [String]

  @Option(
    name: .customLong("topp"),
    help: "De utvalda är så många bolag från toppen; utan: riskföretagen.")
  var top: Int?

  @Option(
    name: .customLong("datum"),
    help: "Körningens datum, t.ex. 2025-11-20. Utan: senaste dag då en rad kom in.")
  var date: Day?

  @OptionGroup var truthOptions: TruthOptions
  @OptionGroup var configurationFiles: ConfigurationOptions
  @OptionGroup var senders: SenderOptions

  func run() async throws {
    if let top, top < 1 { throw CommandFault(message: "--topp ska vara minst 1") }
    let configuration = try configurationFiles.read()
    let truth = try truthOptions.read()
    let rows = try await ReadRows(paths, senders: try senders.read())
    let ledger = rows.ledger(date: date, configuration)
    let result = await ledger.scan(configuration.rulebook, configuration.settings)
    let selected = result.companies.map { isSelected($0) }
    let hits = hits(truth, ledger, result)
    var text = "Utvalda: \(selected.count { $0 }) av \(selected.count) bolag.\n"
    for grouping in CompanyGrouping.allCases {
      let groups = result.groups(by: grouping, ledger)
      let audit = FairnessAudit(
        result.companies.indices.map { index in
          FairnessAudit.Company(
            group: groups[index], isSelected: selected[index],
            isHit: hits[result.companies[index].number])
        })
      text += "\n\(grouping.title)\n" + table(audit) + verdict(audit)
    }
    writeOutput(text + words(isKnown: !hits.isEmpty))
    if rows.hasRefused { throw ExitCode(1) }
  }

  /// By the truth where it is given, else by the reviews of `utfall.csv`.
  private func hits(
    _ truth: Truth?, _ ledger: Ledger, _ result: ScanResult
  ) -> [OrganisationNumber: Bool] {
    if let truth { return truth.companies.mapValues(\.cheats) }
    let reviews = ledger.companyReviews()
    return Dictionary(
      uniqueKeysWithValues: result.companies.compactMap { company in
        reviews[company.company].map { (company.number, $0.isWrong) }
      })
  }

  private func isSelected(_ company: RankedCompany) -> Bool {
    top.map { company.rank <= $0 } ?? company.isRiskforetag
  }
}

private func table(_ audit: FairnessAudit) -> String {
  var table = TextTable([
    .text("Grupp"), .number("Bolag"), .number("Utvalda"), .number("Slumpurval"),
    .number("Andel av de utvalda"), .number("Slumpens p"), .text("Steg 1"),
    .number("Andel av träffarna"), .number("Slumpens p"), .text("Steg 2"),
  ])
  for group in audit.groups {
    table.add([
      group.name, String(group.companies), String(group.selected),
      percent(group.selection?.expectedShare), percent(group.selection?.share),
      chance(group.selection), word(group.selection), percent(group.hits?.share),
      chance(group.hits), word(group.hits),
    ])
  }
  return table.text
}

private func verdict(_ audit: FairnessAudit) -> String {
  sentence("Steg 1", audit.groups, \.selection) + sentence("Steg 2", audit.groups, \.hits)
}

private func sentence(
  _ step: String, _ groups: [FairnessAudit.Group],
  _ result: KeyPath<FairnessAudit.Group, FairnessAudit.Step?>
) -> String {
  func names(_ verdict: FairnessAudit.Verdict) -> String {
    groups.filter { $0[keyPath: result]?.verdict == verdict }.map { group in
      "\(group.name) (p \(chance(group[keyPath: result])))"
    }.joined(separator: ", ")
  }
  guard groups.contains(where: { $0[keyPath: result] != nil }) else {
    return "\(step): inte prövat.\n"
  }
  let (failing, chancy) = (names(.fails), names(.withinChance))
  let few = groups.filter { $0[keyPath: result]?.verdict == .tooFew }.map(\.name)
  let known = groups.contains { ($0[keyPath: result]?.verdict ?? .tooFew) != .tooFew }
  let text =
    !failing.isEmpty
    ? "underkänt för \(failing)" : known ? "godkänt" : "för få för att prövas"
  let rest =
    (chancy.isEmpty ? "" : "; över gränsen men inom slumpen: \(chancy)")
    + (few.isEmpty || failing.isEmpty && !known
      ? "" : "; för få för att prövas: \(few.joined(separator: ", "))")
  return "\(step): \(text)\(rest).\n"
}

private func words(isKnown: Bool) -> String {
  """

  Steg 1 underkänns där andelen halveras, fördubblas eller flyttas 30 procentenheter, steg 2 där \
  andelen av träffarna skiljer 10 procentenheter från andelen av de utvalda.
  Slumpens p: hur ofta en slumpvis dragning av samma storlek hamnar minst lika långt ifrån. Från \
  0,05 är det inom slumpen. För få: färre än fem väntas av gruppen; då underkänns bara det som \
  slumpen nästan aldrig gör med någon av grupperna.
  \(isKnown ? "" : "Steg 2 kräver utfall.csv bland filerna, eller --facit.\n")
  """
}

private func chance(_ step: FairnessAudit.Step?) -> String {
  step.map { SwedishNumbers.number($0.chance, decimals: 3) } ?? "–"
}

private func percent(_ share: Double?) -> String { share.map { SwedishNumbers.percent($0) } ?? "–" }

private func word(_ step: FairnessAudit.Step?) -> String {
  switch step?.verdict {
  case nil: "inte prövat"
  case .tooFew: "för få"
  case .passes: "godkänt"
  case .withinChance: "inom slumpen"
  case .fails: "underkänt"
  }
}

extension CompanyGrouping {
  fileprivate var title: String {
    switch self {
    case .size: "Storlek (antal ärenderader)"
    case .kommun: "Kommun (den med flest av bolagets ärenderader)"
    case .agreement: "Kollektivavtal (det som står på flest ärenderader)"
    }
  }
}
