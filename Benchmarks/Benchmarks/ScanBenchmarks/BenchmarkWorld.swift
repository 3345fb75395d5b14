import Foundation
import SampleWorld

/// The world that every benchmark works on, made once and kept while its plan is the same.
///
/// `SJUKLONEVAKT_ROWS` says how many claim rows (a million by default); each has about four shifts.
struct BenchmarkWorld {
  static let rows =
    Int(ProcessInfo.processInfo.environment["SJUKLONEVAKT_ROWS"] ?? "") ?? 1_000_000

  let folder: String
  /// Claim rows and shift rows, from the files.
  let claims: Int
  let shifts: Int
  let bytes: Int

  var claimsFile: String { folder + "/sjukloner.csv" }
  var shiftsFile: String { folder + "/pass.csv" }

  init() throws {
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
