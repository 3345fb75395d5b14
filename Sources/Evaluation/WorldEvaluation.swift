public import Configuration
import Foundation
import Ingest
import NightlyScan
import Reporting
public import SampleWorld
import Secrecy

/// One labelled world, scanned and measured against its truth.
public struct WorldEvaluation: Sendable {
  public let seed: UInt64
  public let companies: Int
  public let cheating: Int
  public let claims: Int
  /// The list by score.
  public let list: RankingMeasures
  /// The same companies by claimed kronor alone.
  public let bySize: RankingMeasures
  /// Riskföretag that cheat, and all riskföretag.
  public let trueRiskforetag: Int
  public let riskforetag: Int
  /// Honest companies among the first five.
  public let honestFirst: Int
  /// Each company's score and whether it cheats, best rank first.
  public let outcomes: [(score: Double, cheats: Bool)]

  /// Writes the world to a folder of its own, scans it and removes it again.
  ///
  /// - Parameter k: Among how many first companies the precision is taken; `nil` for as many as
  ///   cheat.
  /// - Throws: What writing the world throws.
  public init(
    _ plan: WorldPlan, configuration: Configuration, threads: Int, k: Int? = nil
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "sjuklonevakt-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try SampleWorld(plan: plan).write(toDirectory: folder.path)
    let cheats = try cheatingCompanies(folder.appendingPathComponent("facit/bolag.csv"))
    let paths = ["sjukloner.csv", "pass.csv"].map { folder.appendingPathComponent($0).path }
    let report = try await NightlyScan.run(
      ScanRequest(
        inputs: InputList(paths: paths), configuration: configuration,
        pseudonyms: Pseudonyms(key: PseudonymKey()), date: nil, threads: threads))
    let relevant = report.companies.map { cheats.contains($0.orgnr) }
    let sizeOrder = report.companies.indices.sorted {
      report.companies[$0].sizeRank < report.companies[$1].sizeRank
    }
    seed = plan.seed
    companies = report.companies.count
    cheating = relevant.count { $0 }
    claims = report.companies.reduce(0) { $0 + $1.claims }
    let first = k ?? max(1, cheating)
    list = RankingMeasures(relevant, k: first)
    bySize = RankingMeasures(sizeOrder.map { relevant[$0] }, k: first)
    riskforetag = report.companies.count(where: \.isRiskforetag)
    honestFirst = relevant.prefix(5).count { !$0 }
    outcomes = zip(report.companies, relevant).map { ($0.score, $1) }
    trueRiskforetag = zip(report.companies, relevant).count { $0.isRiskforetag && $1 }
  }
}

/// The organisationsnummer that the truth says cheat.
private func cheatingCompanies(_ file: URL) throws -> Set<String> {
  let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
    $0.split(separator: ";", omittingEmptySubsequences: false)
  }
  guard let header = rows.first, let number = header.firstIndex(of: "orgnr"),
    let cheats = header.firstIndex(of: "fuskar")
  else { preconditionFailure("the generator writes orgnr and fuskar") }
  return Set(rows.dropFirst().filter { $0[cheats] == "ja" }.map { String($0[number]) })
}
