import Synchronization

/// What is made of pieces in their order.
protocol MadeOfPieces: Sendable {
  associatedtype Piece: Sendable

  mutating func append(_ piece: consuming Piece)
}

/// A whole whose pieces come in any order, from any thread.
///
/// Whoever brings the piece that is next appends it and all that wait behind it; nobody waits for
/// anybody else.
final class JoinedPieces<Whole: MadeOfPieces>: Sendable {
  private struct State {
    /// `nil` while somebody appends to it.
    var whole: Whole?
    var next = 0
    var waiting: [Int: Whole.Piece] = [:]
  }

  private let state: Mutex<State>

  init(_ whole: Whole) { state = Mutex(State(whole: whole)) }

  /// - Parameter index: The piece's place among all pieces, each of which comes once.
  func append(_ piece: consuming Whole.Piece, at index: Int) {
    // Swapped, not assigned: with two owners for a moment, the next change would copy all of it.
    var brought: Whole.Piece? = piece
    state.withLock { swap(&$0.waiting[index], &brought) }
    var whole: Whole?
    while let piece = takeNext(&whole) {
      whole?.append(piece)
      state.withLock { state in
        swap(&state.whole, &whole)
        state.next += 1
      }
    }
  }

  private func takeNext(_ whole: inout Whole?) -> Whole.Piece? {
    state.withLock { state in
      guard case .some = state.whole, let piece = state.waiting.removeValue(forKey: state.next)
      else { return nil }
      swap(&state.whole, &whole)
      return piece
    }
  }

  /// The whole, handed over, when all of its pieces have been appended; `nil` where one is missing.
  ///
  /// - Parameter count: How many pieces it has.
  func take(count: Int) -> Whole? {
    var whole: Whole?
    state.withLock { if $0.next == count { swap(&$0.whole, &whole) } }
    return whole
  }
}
