import Foundation
import Secrecy
import Store

extension ScanStore {
  /// The key of the database's tokens. The first scan makes one; a database that has scans is
  /// never given another.
  func key(file path: String) throws -> PseudonymKey {
    let isFirst = try keyFingerprint() == nil && latestScan() == nil
    let key = try isFirst ? PseudonymKey(file: path) : existingKey(file: path)
    try bind(toKey: key.fingerprint)
    return key
  }

  /// The key of the database's tokens, for commands that only read.
  func existingKey(file path: String) throws -> PseudonymKey {
    guard FileManager.default.fileExists(atPath: path) else {
      throw CommandFault(
        message: "nyckelfilen \(path) finns inte; databasens beteckningar är gjorda med den")
    }
    let key = try PseudonymKey(file: path)
    if let known = try keyFingerprint(), known != key.fingerprint { throw StoreError.otherKey }
    return key
  }
}
