/// A value that changes from one day to another, without a gap from its first day on.
///
/// A stretch without a known fact is an entry without a value: a rule that meets it does not run.
public struct Dated<Value: Sendable>: Sendable {
  /// What holds from the first day to the last, and who says so.
  public struct Entry: Sendable {
    public let from: Day
    /// The last day; `nil` until further notice.
    public let to: Day?
    /// `nil` where the fact is not known.
    public let value: Value?
    public let tag: EvidenceTag
    /// Paragraph, SFS number, case, or publisher and date.
    public let source: String

    public init(from: Day, to: Day?, value: Value?, tag: EvidenceTag, source: String) {
      self.from = from
      self.to = to
      self.value = value
      self.tag = tag
      self.source = source
    }
  }

  /// By first day, each beginning on the day after the one before it ends.
  public let entries: [Entry]

  /// - Parameter entries: In order, without gap or overlap; traps otherwise, since whoever reads
  ///   them from a file checks first.
  public init(_ entries: [Entry]) {
    for (entry, next) in zip(entries, entries.dropFirst()) {
      precondition(
        entry.to?.advanced(by: 1) == next.from, "dated values follow each other day by day")
    }
    self.entries = entries
  }

  /// What holds on a day; `nil` before the first entry and after the last.
  @inlinable public subscript(day: Day) -> Entry? {
    // From the end: most days that are asked for are of late. Open to inlining, since rules ask for
    // every row, and a generic call would look its types up each time.
    var place = entries.count - 1
    while place >= 0, entries[place].from > day { place -= 1 }
    guard place >= 0 else { return nil }
    if let last = entries[place].to, last < day { return nil }
    return entries[place]
  }
}
