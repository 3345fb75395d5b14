import BenchmarkWorld
import Foundation
import Ingest
import Ledger
import NightlyScan

/// Reading, profiles and record pairs on our own columns: what `Benchmarks/peers` counts in other
/// systems. It knows no law, and leaves out neither repeated nor credited rows.
///
///     RelationalCounts world            makes the world, or finds it, and prints its folder
///     RelationalCounts count FOLDER     prints time, memory and counts as one JSON object
@main struct RelationalCounts {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "world": print(try BenchmarkWorld().folder)
    case "count" where arguments.count == 2: try await count(folder: arguments.last ?? "")
    default:
      FileHandle.standardError.write(Data("RelationalCounts world | count FOLDER\n".utf8))
      exit(2)
    }
  }

  private static func count(folder: String) async throws {
    var stages = Stages(version: sjuklonevaktVersion)
    let files = InputList(paths: ["sjukloner.csv", "pass.csv"].map { "\(folder)/\($0)" })
    var ingestion = await Ingestion.read(
      files.sources, threads: ProcessInfo.processInfo.activeProcessorCount)
    let rejected = ingestion.reports.reduce(0) { $0 + $1.rejected }
    precondition(rejected == 0, "\(rejected) rows were rejected: the counts could not agree")
    let part = LedgerPart(joining: ingestion.takeParts())
    stages.end("reading")

    let profiles = Profiles(part.claims)
    async let companies = profiles.ofCompanies(part.claims)
    async let employees = profiles.ofEmployees(part.claims)
    stages.count(await counts(of: companies))
    stages.count(["days of employees": await employees.reduce(0) { $0 + $1.days }])
    stages.end("profiles")

    async let ofClaims = claimCounts(part.claims)
    async let ofVacancies = vacancies(part)
    async let ofShifts = shiftCounts(part.shifts)
    for counts in [await ofClaims, await ofVacancies, await ofShifts] { stages.count(counts) }
    stages.end("record pairs")
    print(String(decoding: try JSONEncoder().encode(stages), as: UTF8.self))
  }

  private static func counts(of companies: [CompanyFigures]) -> [String: Int] {
    func total(_ value: (CompanyFigures) -> Int) -> Int {
      companies.reduce(0) { $0 + value($1) }
    }
    return [
      "companies": companies.count,
      "claims": total(\.claims),
      "öre": total(\.amounts.sum),
      "employments": total(\.employees),
      "brukare of companies": total(\.brukare),
      "kommuner of companies": total(\.kommuner),
      // Hours have two decimals: a hundredth is 36 seconds.
      "hundredths of hours": total(\.sickSeconds) / 36,
      "certificates": total(\.certificates),
      "Mondays": total(\.mondays),
    ]
  }
}
