public import SickPay

/// `pass.csv`: one row for each lost shift and who worked it instead.
public enum ShiftSchema: TableSchema {
  /// The columns in the order in which they lie.
  ///
  /// `day` is the wall-clock day on which the shift starts. `wallTime` and `vikarieWallTime` are
  /// lengths by the wall clock, which differ from real time over a change of the clock.
  public enum Column: Int, CaseIterable, Sendable {
    case kommun, arende, assistent, brukare, start, end, day, wallTime, kind
    case vikarie, vikarieStart, vikarieEnd, vikarieWallTime
    case file, line
  }

  public static let codings: [Coding] = {
    var codings = Array(repeating: Coding.plain, count: Column.allCases.count)
    for name in [Column.assistent, .brukare, .vikarie] { codings[name.rawValue] = .person }
    codings[Column.arende.rawValue] = .text
    return codings
  }()

  public static let contentColumns = 0..<Column.file.rawValue
}

/// The lost shifts of a scan.
public typealias Shifts = Table<ShiftSchema>

extension Field where Schema == ShiftSchema {
  @inlinable public init(_ column: ShiftSchema.Column) { self.init(index: column.rawValue) }
}

extension Field where Schema == ShiftSchema, Value == KommunCode {
  @inlinable public static var kommun: Self { Self(.kommun) }
}

extension Field where Schema == ShiftSchema, Value == TextID {
  @inlinable public static var arende: Self { Self(.arende) }
}

extension Field where Schema == ShiftSchema, Value == PersonID {
  @inlinable public static var assistent: Self { Self(.assistent) }
  @inlinable public static var brukare: Self { Self(.brukare) }
  /// Absent where the shift was left vacant.
  @inlinable public static var vikarie: Self { Self(.vikarie) }
}

extension Field where Schema == ShiftSchema, Value == Moment {
  @inlinable public static var start: Self { Self(.start) }
  @inlinable public static var end: Self { Self(.end) }
  @inlinable public static var vikarieStart: Self { Self(.vikarieStart) }
  @inlinable public static var vikarieEnd: Self { Self(.vikarieEnd) }
}

extension Field where Schema == ShiftSchema, Value == Day {
  @inlinable public static var day: Self { Self(.day) }
}

extension Field where Schema == ShiftSchema, Value == Seconds {
  @inlinable public static var wallTime: Self { Self(.wallTime) }
  @inlinable public static var vikarieWallTime: Self { Self(.vikarieWallTime) }
}

extension Field where Schema == ShiftSchema, Value == ShiftKind {
  @inlinable public static var kind: Self { Self(.kind) }
}

extension Field where Schema == ShiftSchema, Value == FileID {
  @inlinable public static var file: Self { Self(.file) }
}

extension Field where Schema == ShiftSchema, Value == Line {
  @inlinable public static var line: Self { Self(.line) }
}
