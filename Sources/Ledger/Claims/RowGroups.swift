import SickPay

/// The runs of claim rows of one assistant at one company, in order.
public struct RowGroups: Sequence, IteratorProtocol, Sendable {
  private let companies: [Int32]
  private let persons: [Int32]
  private var start: Int
  private let end: Int

  public init(_ claims: Claims) { self.init(claims, 0..<claims.count) }

  /// The runs inside `rows`, which begins and ends at the border of a run.
  public init(_ claims: Claims, _ rows: Range<Int>) {
    companies = claims.column(.company)
    persons = claims.column(.assistent)
    start = rows.lowerBound
    end = rows.upperBound
  }

  public mutating func next() -> Range<Int>? {
    if start == end { return nil }
    var next = start
    repeat {
      next += 1
    } while next < end && persons[next] == persons[start] && companies[next] == companies[start]
    defer { start = next }
    return start..<next
  }
}
