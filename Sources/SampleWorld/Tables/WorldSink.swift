/// The files of a world; the raw value is the path in its folder.
public enum WorldTable: String, CaseIterable, Sendable {
  case claims = "sjukloner.csv"
  case shifts = "pass.csv"
  /// One line for each company: whether and how it cheats.
  case companyTruth = "facit/bolag.csv"
  /// One line for each claim row that is false or holds a planted error.
  case rowTruth = "facit/rader.csv"
  case companyRegister = "bolag.csv"
  case permits = "tillstånd.csv"
  case decisions = "beslut.csv"
  /// Only the three whole months before the extract's; in worlds of more than 40 000 claims only a
  /// share of the brukare.
  case workedTime = "tid.csv"
  case wages = "löner.csv"
  case payments = "betalningar.csv"
  case outcomes = "utfall.csv"

  /// Written only where the plan asks for it.
  public var isRegister: Bool {
    switch self {
    case .claims, .shifts, .companyTruth, .rowTruth: false
    default: true
    }
  }

  static func tables(_ plan: WorldPlan) -> [WorldTable] {
    allCases.filter { !$0.isRegister || plan.writesRegisters }
  }
}

/// Takes a world's bytes, piece by piece, each table's in order.
public protocol WorldSink: ~Copyable {
  mutating func write(_ bytes: ArraySlice<UInt8>, to table: WorldTable) throws
}

/// A world's tables in memory.
public struct MemorySink: WorldSink, Sendable {
  public private(set) var tables: [WorldTable: [UInt8]] = [:]

  public init() {}

  public mutating func write(_ bytes: ArraySlice<UInt8>, to table: WorldTable) {
    tables[table, default: []] += bytes
  }
}
