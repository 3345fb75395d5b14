import Foundation
import SampleWorld

/// The world that every benchmark works on, made once and kept while its plan is the same.
///
/// `SJUKLONEVAKT_ROWS` says how many claim rows (a million by default); each has about four shifts.
public struct BenchmarkWorld {
  public static let rows =
    Int(ProcessInfo.processInfo.environment["SJUKLONEVAKT_ROWS"] ?? "") ?? 1_000_000

  public let folder: String
  /// Claim rows and shift rows, from the files.
  public let claims: Int
  public let shifts: Int
  public let bytes: Int

  public var claimsFile: String { folder + "/sjukloner.csv" }
  public var shiftsFile: String { folder + "/pass.csv" }

  public init() throws {
    folder = NSTemporaryDirectory() + "sjuklonevakt-benchmark-\(BenchmarkWorld.rows)"
    let done = folder + "/klar"
    if !FileManager.default.fileExists(atPath: done) {
      var plan = WorldPlan(seed: 2026, claims: BenchmarkWorld.rows)
      plan.halvesShifts = true
      let summary = try SampleWorld(plan: plan).write(toDirectory: folder)
      try "\(summary.claims) \(summary.shifts)".write(
        toFile: done, atomically: true, encoding: .utf8)
    }
    let counts = try String(contentsOfFile: done, encoding: .utf8).split(separator: " ")
    (claims, shifts) = (Int(counts[0]) ?? 0, Int(counts[1]) ?? 0)
    bytes = try [folder + "/sjukloner.csv", folder + "/pass.csv"].reduce(0) { sum, path in
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      return sum + (size ?? 0)
    }
  }
}
