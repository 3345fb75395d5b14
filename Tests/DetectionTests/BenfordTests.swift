import Foundation
import Ledger
import Testing

@testable import Detection

/// The folder with public data sets for the tests that need them; they stay outside of the project.
let dataFolder = ProcessInfo.processInfo.environment["SJUKLONEVAKT_DATA"]

struct BenfordTests {
  /// corporate.payment of the R package benford.analysis (Cinelli): 189,470 payments of 2010 with
  /// published results.
  @Test func `the payments of benford.analysis give the published figures`() throws {
    guard let dataFolder else { return Skipping.say("corporate.payment.csv") }
    let lines = try payments(dataFolder)
    let sums = ClaimedSums(lines.compactMap(ore))
    #expect(lines.count == 189_470)
    #expect(sums.count == 185_083)
    let benford = Benford(firstTwoDigits: sums.firstTwoDigits)
    #expect(abs(benford.meanAbsoluteDeviation - 0.002336614) < 5e-10)
    #expect(benford.conformity == .none)
    #expect(benford.largestDeviations(5).map(\.digits) == [50, 11, 10, 14, 98])
    #expect(abs(benford.largestDeviations(1)[0].deviation - 5938.25) < 0.005)
    #expect(abs(mantissaArc(sums.ore) - 0.0039958) < 5e-8)
  }

  /// The same vendor, invoice and sum above zero again.
  @Test func `the payments of benford.analysis have so many exact duplicates`() throws {
    guard let dataFolder else { return Skipping.say("corporate.payment.csv") }
    let byInvoice = Dictionary(grouping: try payments(dataFolder)) { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return "\(fields[0]),\(fields[2])"
    }
    let repeats = byInvoice.values.map { ClaimedSums($0.compactMap(ore)).repeats }
    #expect(repeats.reduce(0) { $0 + $1.sums } == 2438)
    #expect(repeats.reduce(0) { $0 + $1.tooMany } == 2632)
  }

  private func payments(_ folder: String) throws -> ArraySlice<Substring> {
    let file = URL(filePath: folder).appending(path: "ledgers/corporate.payment.csv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
  }

  /// `Amount` is the last field, with a point and at most two decimals.
  private func ore(_ line: Substring) -> Int64? {
    guard let text = line.split(separator: ",", omittingEmptySubsequences: false).last else {
      return nil
    }
    let parts = text.trimmingCharacters(in: .whitespacesAndNewlines).split(
      separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? (parts[1] + "00").prefix(2) : "00"
    return Int64(String(parts[0]) + decimals)
  }

  @Test func `the law's probabilities add up to one`() {
    #expect(abs(Benford.law.reduce(0, +) - 1) < 1e-12)
  }

  /// Powers of a number that is no root of ten follow the law (Weyl's equidistribution).
  @Test func `powers of two conform and equal sums do not`() {
    var value = 1.0
    var powers: [Int64] = []
    for _ in 0..<3000 {
      value *= 2
      while value >= 1e9 { value /= 10 }
      while value < 1e8 { value *= 10 }
      powers.append(Int64(value))
    }
    let benford = Benford(firstTwoDigits: ClaimedSums(powers).firstTwoDigits)
    #expect(benford.conformity == .close)
    #expect(mantissaArc(powers) < 1e-5)
    let equal = [Int64](repeating: 5000, count: 50)
    #expect(Benford(firstTwoDigits: ClaimedSums(equal).firstTwoDigits).conformity == .none)
    #expect(abs(mantissaArc(equal) - 1) < 1e-12)
  }
}

/// Tells that a test which needs data from outside did not run.
enum Skipping {
  static func say(_ name: String) {
    print("hoppades över: \(name) (SJUKLONEVAKT_DATA är inte satt)")
  }
}
