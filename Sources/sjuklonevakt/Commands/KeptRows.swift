import NightlyScan
import Store
import Synchronization

/// A scan's rows, kept from the end of the scan until it is stored.
final class KeptRows: Sendable {
  private let kept = Mutex<ScanRows?>(nil)

  /// Takes the rows of a scan.
  var take: @Sendable (ScanRows) -> Void {
    { rows in self.kept.withLock { $0 = rows } }
  }

  /// Writes what was kept.
  func write(to writer: inout ScanRowsWriter) throws {
    try kept.withLock { $0 }?.write(to: &writer)
  }
}
