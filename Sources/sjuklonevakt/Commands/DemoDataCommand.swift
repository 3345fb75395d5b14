import ArgumentParser
import SampleWorld
import SickPay

/// `demo-data`: a labelled world of invented companies.
struct DemoDataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo-data", abstract: "Skriver en påhittad värld med facit, att prova på.",
    discussion: """
      Mappen får sjukloner.csv och pass.csv, och undermappen facit berättar vilka bolag som fuskar \
      och vilka rader som är fel. Med --register följer också bolag.csv, tillstånd.csv, \
      beslut.csv, tid.csv, löner.csv, betalningar.csv och utfall.csv; tid.csv rymmer bara de tre \
      hela månaderna före uttagets. Allt är påhittat. Samma frö ger samma filer, byte för byte.
      """)

  @Argument(help: .named("mapp", "Mappen att skriva i."))
  var folder: String

  @Option(name: [.customLong("frö"), .customLong("fro")], help: "Frö för slumpen.")
  var seed: UInt64 = 1

  @Option(name: .customLong("rader"), help: "Ungefär så många ärenderader.")
  var claims = 20_000

  @Option(
    name: [.customLong("från"), .customLong("fran")],
    help: "Första dagen som någon kan vara sjuk, tidigast 2019-07-01.")
  var from = WorldPlan.firstDay

  @Option(name: .customLong("bolag"), help: "Antal bolag; utan: ett på 170 rader.")
  var companies: Int?

  @Option(name: .customLong("fuskande"), help: "Antal bolag som fuskar; utan: ett av tjugo.")
  var cheating: Int?

  @Flag(
    name: .customLong("halva-pass"),
    help: "Skriv varje pass på två rader: omkring fyra passrader per ärenderad.")
  var halvesShifts = false

  @Flag(name: .customLong("register"), help: "Skriv också registren som hör till.")
  var writesRegisters = false

  /// In `run`, because faults thrown in `validate` come out as the argument parser's own.
  private func check() throws {
    if claims < 1 || companies.map({ $0 < 1 }) ?? false {
      throw CommandFault(message: "--rader och --bolag ska vara minst 1")
    }
    if !(WorldPlan.earliestDay...WorldPlan.lastDay).contains(from) {
      throw CommandFault(
        message: "--från ska vara från \(WorldPlan.earliestDay) till \(WorldPlan.lastDay)")
    }
    try WorldLimits.check(claims: claims, companies: companies)
    let most = plan.companies
    if let cheating, cheating < 0 || cheating > most {
      throw CommandFault(
        message: "--fuskande ska vara från 0 till antalet bolag, här \(most)")
    }
  }

  private var plan: WorldPlan {
    var plan = WorldPlan(
      seed: seed, claims: claims, companies: companies, cheatingCompanies: cheating,
      from: from)
    plan.halvesShifts = halvesShifts
    plan.writesRegisters = writesRegisters
    return plan
  }

  func run() throws {
    try check()
    let summary = try SampleWorld(plan: plan).write(toDirectory: folder)
    writeOutput(
      "Skrev \(summary.claims) ärenderader och \(summary.shifts) pass för \(summary.companies) "
        + "bolag i \(folder). Facit: \(summary.cheatingCompanies) bolag fuskar på "
        + "\(summary.falseRows) rader, och \(summary.plantedErrors) rader har ärliga fel.\n")
  }
}
