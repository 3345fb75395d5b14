import Foundation
import SampleWorld

/// The world that every benchmark works on, made once and kept while the generator makes the same
/// of its plan.
public struct BenchmarkWorld: Sendable {
  /// `SJUKLONEVAKT_ROWS` says how many claim rows, a million by default; each has about four
  /// shifts.
  public static let rows =
    Int(ProcessInfo.processInfo.environment["SJUKLONEVAKT_ROWS"] ?? "") ?? 1_000_000

  public let folder: String
  /// Claim rows and shift rows, from the files.
  public let claims: Int
  public let shifts: Int
  public let bytes: Int

  public var claimsFile: String { folder + "/sjukloner.csv" }
  public var shiftsFile: String { folder + "/pass.csv" }

  public init(rows: Int = BenchmarkWorld.rows) throws {
    let sample = try sampleChecksum()
    folder = NSTemporaryDirectory() + "sjuklonevakt-benchmark-\(rows)-\(sample)"
    let done = folder + "/klar"
    if !FileManager.default.fileExists(atPath: done) {
      let summary = try world(rows: rows).write(toDirectory: folder)
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

private func world(rows: Int) -> SampleWorld {
  var plan = WorldPlan(seed: 2026, claims: rows)
  plan.halvesShifts = true
  return SampleWorld(plan: plan)
}

/// What the generator makes of a small plan, as sixteen digits: another generator, other digits.
private func sampleChecksum() throws -> String {
  let folder = NSTemporaryDirectory() + "sjuklonevakt-sample-\(UUID().uuidString)"
  defer { try? FileManager.default.removeItem(atPath: folder) }
  _ = try world(rows: 500).write(toDirectory: folder)
  // FNV-1a, 64 bits (Fowler, Noll and Vo; RFC 9923).
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for name in ["sjukloner.csv", "pass.csv"] {
    for byte in try Data(contentsOf: URL(filePath: "\(folder)/\(name)")) {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
  }
  return String(hash, radix: 16)
}
