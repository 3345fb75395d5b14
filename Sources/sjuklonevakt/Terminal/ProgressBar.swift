import Foundation
import Synchronization

/// A bar on standard error while files are read, where that is a terminal.
final class ProgressBar: Sendable {
  private let total: Int64
  private let isShown: Bool
  private let state = Mutex((done: Int64(0), drawnShare: -1))
  private static let width = 30

  /// - Parameter total: Bytes to read; 0 where that is not known, which shows no bar.
  init(total: Int64) {
    self.total = total
    isShown = total > 0 && isatty(STDERR_FILENO) == 1
  }

  func add(_ bytes: Int) {
    guard isShown else { return }
    state.withLock { state in
      state.done += Int64(bytes)
      let share = Int(min(100, state.done * 100 / total))
      guard share != state.drawnShare else { return }
      state.drawnShare = share
      let filled = share * ProgressBar.width / 100
      let bar =
        String(repeating: "█", count: filled)
        + String(repeating: "░", count: ProgressBar.width - filled)
      writeError("\rLäser \(bar) \(share) %")
    }
  }

  /// Wipes the bar.
  func end() {
    if isShown { writeError("\r\u{1b}[K") }
  }
}
