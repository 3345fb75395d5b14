import Foundation
import GRDB
import Glibc

/// The scans, what people decided about their findings, and who read which persons, in one SQLite
/// database (https://sqlite.org) in WAL mode.
///
/// Readers see the last whole transaction and never wait for a writer. One process writes at a
/// time; another waits up to ``longestWait``. No clock is read: every time is passed in.
public struct ScanStore: Sendable {
  /// Seconds that a write waits for another process.
  public static let longestWait = 10.0

  let pool: DatabasePool

  /// Opens the database, makes it where there is none, and brings its schema up to date.
  ///
  /// A new file has mode 0600: ärenden with their sick periods are secret. SQLite gives the files
  /// next to it (`-wal`, `-shm`) the same mode; an existing file keeps the mode it has.
  ///
  /// - Throws: `cannotOpen`, `notADatabase`, `newerSchema`, `busy`, `diskFull`, `failed`.
  public init(path: String) throws(StoreError) {
    // Of two processes that make or migrate a database at the same time, one waits here.
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .cannotOpen(path: path) }
    defer { close(folder) }
    // Not by `open`: to close a descriptor of the database would drop SQLite's locks on it.
    guard flock(folder, LOCK_EX) == 0,
      mknod(path, S_IFREG | 0o600, 0) == 0 || errno == EEXIST
    else { throw .cannotOpen(path: path) }
    do {
      pool = try DatabasePool(path: path, configuration: ScanStore.configuration)
      // A line in the log of reads outlives a power cut only if every commit reaches the disk.
      // A scan's indexes (8 MB for a million claims) stay in the cache until it is committed.
      try pool.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -16384")
      }
      if try pool.read(Schema.migrator.hasBeenSuperseded) {
        throw StoreError.newerSchema(path: path)
      }
      try Schema.migrator.migrate(pool)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "Sjuklonevakt"
    configuration.busyMode = .timeout(longestWait)
    return configuration
  }

  /// One snapshot: what is committed meanwhile is not seen.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try pool.read(body) } catch { throw StoreError(error) }
  }

  /// One transaction: all of it or, where an error is thrown, nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try pool.write(body) } catch { throw StoreError(error) }
  }
}
