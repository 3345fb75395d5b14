public import SickPay

/// Dense ids: `index` is the place in the dictionary that gave it.
public protocol DenseID: Cell, Hashable, Comparable {}

extension DenseID {
  @inlinable public var index: Int { Int(cell) }
  @inlinable public init(index: Int) { self.init(cell: Int32(index)) }
  @inlinable public static func < (left: Self, right: Self) -> Bool { left.cell < right.cell }
}

public struct CompanyID: DenseID {
  public let cell: Int32
  @inlinable public init(cell: Int32) { self.cell = cell }
}

/// An assistant, a brukare or a vikarie: one person has one id, whatever the role.
public struct PersonID: DenseID {
  public let cell: Int32
  @inlinable public init(cell: Int32) { self.cell = cell }
}

public struct TextID: DenseID {
  public let cell: Int32
  @inlinable public init(cell: Int32) { self.cell = cell }
}

/// The place of a file in the scan's sorted list of files.
public struct FileID: DenseID {
  public let cell: Int32
  @inlinable public init(cell: Int32) { self.cell = cell }
}

/// The physical line, counted from 1, on which a record begins.
public struct Line: Cell, Hashable {
  public let cell: Int32
  @inlinable public init(cell: Int32) { self.cell = cell }
}

/// A kommunkod of four digits (SCB), kept as its number: 2080 is Falun.
public struct KommunCode: Cell, Hashable, Comparable, CustomStringConvertible {
  public let cell: Int32
  @inlinable public init(cell: Int32) { self.cell = cell }
  @inlinable public static func < (left: Self, right: Self) -> Bool { left.cell < right.cell }

  public var description: String {
    let text = String(cell)
    if text.utf8.count >= 4 { return text }
    return String(repeating: "0", count: 4 - text.utf8.count) + text
  }
}

/// A value out of a closed list of the format.
public protocol CodedCell: Cell, RawRepresentable, CaseIterable where RawValue == Int32 {}

extension CodedCell {
  /// Traps on a cell that the reader cannot have written.
  @inlinable public init(cell: Int32) {
    guard let value = Self(rawValue: cell) else {
      preconditionFailure("a cell outside its list")
    }
    self = value
  }
  @inlinable public var cell: Int32 { rawValue }
}

/// What the brukare's assistance rests on: `SFB51` or `LSS9`.
public enum LegalBasis: Int32, CodedCell { case sfb51, lss9 }

/// `sjuk` or `vab`.
public enum Absence: Int32, CodedCell { case sick, parental }

/// Why no karensavdrag was made.
public enum KarensReason: Int32, CodedCell {
  case relapse, tenDeductions, specialProtection, pandemic
}

/// `aktiv`, `jour` or `beredskap`.
public enum ShiftKind: Int32, CodedCell { case active, onCall, standby }

/// Protected identity: 0 none, 1 or 2.
public struct Protection: Cell {
  public let cell: Int32
  @inlinable public init(cell: Int32) { self.cell = cell }
}
