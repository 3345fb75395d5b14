/// One run of equal numbers in a snapshot, as it lies in memory.
enum Section {
  case bytes([UInt8])
  case cells([Int32])
  case words([UInt64])

  /// Bytes a number.
  enum Width: Int {
    case bytes = 1
    case cells = 4
    case words = 8
  }

  var count: Int {
    switch self {
    case .bytes(let values): values.count
    case .cells(let values): values.count
    case .words(let values): values.count
    }
  }

  func withBytes<Result>(_ body: (RawSpan) throws -> Result) rethrows -> Result {
    switch self {
    case .bytes(let values): try unsafe body(values.span.bytes)
    case .cells(let values): try unsafe body(values.span.bytes)
    case .words(let values): try unsafe body(values.span.bytes)
    }
  }

  /// The cell that a column holds in all of its rows. Most optional columns are such.
  var onlyCell: Int32? {
    guard case .cells(let cells) = self, let first = cells.first else { return nil }
    return cells.allSatisfy { $0 == first } ? first : nil
  }
}

/// What the head of a snapshot says of a section.
struct SectionEntry: Codable, Equatable {
  let count: Int
  /// Where all rows hold the same cell, the section has no bytes of its own.
  let only: Int32?
  let checksum: UInt64?

  init(_ section: Section) {
    count = section.count
    only = section.onlyCell
    checksum = only == nil ? section.withBytes { Snapshot.checksum($0) } : nil
  }

  /// Bytes in the file.
  func byteCount(_ width: Section.Width) -> Int { only == nil ? count * width.rawValue : 0 }
}
