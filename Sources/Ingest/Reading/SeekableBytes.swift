import Foundation
import Glibc

/// Bytes that can be had from any place: a file, or what is in memory.
///
/// A file is read where it is asked for and not mapped, so that one which is cut short while it is
/// read gives fewer bytes and no fault of the machine.
final class SeekableBytes: Sendable {
  private enum Storage {
    case file(FileHandle)
    case memory([UInt8])
  }

  private let storage: Storage
  let count: Int

  /// - Throws: `unreadable` where there is no such file, or it can't be read at a place.
  init(path: String) throws(RefusalReason) {
    guard let handle = FileHandle(forReadingAtPath: path),
      let end = try? handle.seekToEnd(), let size = Int(exactly: end)
    else { throw .unreadable }
    storage = .file(handle)
    count = size
  }

  init(_ bytes: [UInt8]) {
    storage = .memory(bytes)
    count = bytes.count
  }

  deinit {
    if case .file(let handle) = storage { try? handle.close() }
  }

  /// The bytes from `start` on: `length` of them, or fewer where the end comes before.
  func bytes(at start: Int, _ length: Int) throws(RefusalReason) -> [UInt8] {
    guard start >= 0, start < count, length > 0 else { return [] }
    let wanted = min(length, count - start)
    switch storage {
    case .memory(let bytes): return Array(bytes[start..<start + wanted])
    case .file(let handle):
      let descriptor = handle.fileDescriptor
      var failed = false
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
        while filled < wanted {
          let read = unsafe pread(
            descriptor, buffer.baseAddress.map { unsafe $0 + filled }, wanted - filled,
            off_t(start + filled))
          if read <= 0 {
            failed = read < 0
            return
          }
          filled += read
        }
      }
      if failed { throw .unreadable }
      return bytes
    }
  }
}
