import Foundation
import Synchronization

/// Whether somebody asked the program to end when it has finished what it is doing: SIGINT
/// (Ctrl-C) or SIGTERM. Asking twice ends it at once.
enum StopRequest {
  private static let made = Atomic(false)

  static var isMade: Bool { made.load(ordering: .relaxed) }

  static func listen() {
    // The flag has to be there before a signal can come.
    made.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        StopRequest.made.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }
}
