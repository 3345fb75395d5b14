/// A part of a scan that is measured alone: its time by `StageBenchmarks`, its instructions by
/// `StageInstructions`.
public struct Stage: Sendable {
  /// What a stage goes through, for what it does in a second or takes for each.
  public enum Unit: String, Sendable { case rows, bytes }

  /// A stage with all that it works on.
  public struct Work: Sendable {
    /// How many rows or bytes a run goes through.
    public let size: Int
    /// Does the work and says how much came of it, the same each time.
    public let run: @Sendable () async throws -> Int
  }

  public let name: String
  public let unit: Unit
  /// Does what comes before the stage.
  public let prepare: @Sendable (StageInputs) async throws -> Work

  /// In the order of a scan.
  public static let all = ofReading + ofColumns + ofDetection
}
