import ArgumentParser
import Configuration
import Detection
import Evaluation
import Foundation
import SampleWorld
import SickPay

/// `utvärdera`: how well rules and list find what is false in labelled worlds.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "utvärdera", abstract: "Mäter listan och reglerna mot facit i påhittade världar.",
    discussion: """
      Varje värld skapas ur sitt frö, skannas och jämförs med sitt facit. Bredvid listan står vad \
      enklare ordningar av samma bolag ger. Med --regler mäts i stället reglernas fynd rad för rad.

      Med --anpassa skrivs vikter och kalibrering som passar världarna, utan de bolag som fuskar \
      med någon av metoderna i --undanhållna; prova dem sedan med --config på andra frön. Med \
      --utelämnade anpassas vikter på de jämna fröna utan en metod i taget, och mäts på de udda.
      """, aliases: ["utvardera"])

  @Option(name: [.customLong("frö"), .customLong("fro")], help: "Första världens frö.")
  var seed: UInt64 = 2026

  @Option(name: [.customLong("världar"), .customLong("varldar")], help: "Antal världar.")
  var worlds = 1

  @Option(name: .customLong("rader"), help: "Ungefär så många ärenderader per värld.")
  var claims = 20_000

  @Option(name: .customLong("bolag"), help: "Bolag per värld.")
  var companies = 100

  @Option(name: .customLong("fuskande"), help: "Bolag som fuskar per värld.")
  var cheating = 15

  @Option(
    name: .customLong("andelar"),
    help: "Mät listan vid flera andelar fuskande bolag, i procent: 5,12,16.")
  var shares: String?

  @Flag(name: .customLong("regler"), help: "Mät reglernas fynd rad för rad.")
  var measuresRules = false

  @Flag(name: .customLong("register"), help: "Låt registren ligga bredvid begärandena.")
  var writesRegisters = false

  @Option(
    name: [.customLong("undanhållna"), .customLong("undanhallna")],
    help: "Metoder som hållits undan när vikterna valdes; redovisas för sig. Komma emellan.")
  var withheld: String?

  @Flag(
    name: .customLong("omdragna"),
    help: "Dra om hälften av metodernas parametrar utanför det vanliga.")
  var redraws = false

  @Flag(
    name: .customLong("anpassa"),
    help: "Skriv i stället de vikter som passar världarna bäst, att klistra in i --config.")
  var fits = false

  @Flag(
    name: [.customLong("utelämnade"), .customLong("utelamnade")],
    help: "Mät hur många som hittas med vikter anpassade utan deras metod, en i taget.")
  var withholdsEach = false

  @Option(
    name: .customLong("diagram"), help: "Fil där träffsäkerheten från toppen ritas (SVG).")
  var diagram: String?

  @Option(help: "Hur måtten skrivs: tabell eller json.")
  var format = MeasureFormat.tabell

  @OptionGroup var configurationFiles: ConfigurationOptions

  func run() async throws {
    try check()
    let configuration = try configurationFiles.read()
    if measuresRules {
      try await writeRules(configuration)
    } else if fits {
      try await writeWeights(configuration)
    } else if withholdsEach {
      try await writeWithheldRecall(configuration)
    } else {
      try await writeRanking(configuration)
    }
  }

  /// In `run`, because faults thrown in `validate` come out as the argument parser's own.
  private func check() throws {
    if worlds < 1 || claims < 1 || companies < 1 || cheating < 0 || cheating > companies {
      throw CommandFault(
        message: "--världar, --rader och --bolag ska vara minst 1, --fuskande högst antalet bolag")
    }
    try WorldLimits.check(claims: claims, companies: companies)
    if !measuresRules, try cheatingCounts().contains(0) {
      throw CommandFault(message: "det finns inget att söka om inget bolag fuskar")
    }
    if measuresRules, shares != nil || diagram != nil || withheld != nil || fits || withholdsEach {
      throw CommandFault(
        message: "--andelar, --diagram, --undanhållna, --utelämnade och --anpassa hör till listan, "
          + "inte till --regler")
    }
    if withholdsEach, shares != nil || diagram != nil || withheld != nil || fits {
      throw CommandFault(
        message: "--utelämnade går inte ihop med --andelar, --diagram, --undanhållna och --anpassa")
    }
    if fits, diagram != nil {
      throw CommandFault(message: "--diagram går inte ihop med --anpassa, som inte ritar något")
    }
    if let diagram { try DiagramFile.check(diagram) }
    for scheme in try withheldSchemes() where Scheme(rawValue: scheme) == nil {
      throw CommandFault(
        message: "metoden \(scheme) finns inte; det går att ange "
          + Scheme.allCases.map(\.rawValue).joined(separator: ", "))
    }
  }

  /// Companies that cheat, for each of the shares asked for.
  func cheatingCounts() throws -> [Int] {
    guard let shares else { return [cheating] }
    return try shares.split(separator: ",", omittingEmptySubsequences: false).map { text in
      guard let share = Double(text.trimmingCharacters(in: .whitespaces)), 0...100 ~= share else {
        throw CommandFault(message: "--andelar ska vara procenttal med komma emellan, t.ex. 5,12")
      }
      return Int((share / 100 * Double(companies)).rounded())
    }
  }

  func withheldSchemes() throws -> [String] {
    (withheld ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The plans of the worlds asked for, by seed.
  func plans(cheating: Int) -> [WorldPlan] {
    (0..<UInt64(worlds)).map {
      var plan = WorldPlan(
        seed: seed &+ $0, claims: claims, companies: companies, cheatingCompanies: cheating)
      plan.redrawsSchemes = redraws
      plan.writesRegisters = writesRegisters
      return plan
    }
  }

  func world(_ plan: WorldPlan, _ configuration: Configuration) async throws -> LabelledWorld {
    try await LabelledWorld(
      plan, windowMonths: configuration.settings.windowMonths, law: configuration.rulebook.law,
      threads: ProcessInfo.processInfo.activeProcessorCount)
  }
}

/// How measures are written.
enum MeasureFormat: String, ExpressibleByArgument, CaseIterable {
  case tabell, json
}

/// Keys sorted, so that the same measures give the same bytes.
func writeJSON(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  writeOutput(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
}
