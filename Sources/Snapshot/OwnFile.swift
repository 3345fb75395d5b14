import Foundation

/// A file that is read from its beginning straight into arrays.
final class OwnFile {
  private let descriptor: Int32
  let byteCount: Int

  init(_ path: String) throws(SnapshotProblem) {
    descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw errno == ENOENT ? .missing : .damaged }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      close(descriptor)
      throw .damaged
    }
    byteCount = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The next numbers.
  ///
  /// - Throws: `damaged` where the file has fewer.
  func section(_ count: Int, _ width: Section.Width) throws(SnapshotProblem) -> Section {
    guard count >= 0, count <= byteCount / width.rawValue else { throw .damaged }
    return switch width {
    case .bytes: .bytes(try numbers(count))
    case .cells: .cells(try numbers(count))
    case .words: .words(try numbers(count))
    }
  }

  /// Leaves so many bytes unread.
  func skip(_ bytes: Int) throws(SnapshotProblem) {
    guard lseek(descriptor, off_t(bytes), SEEK_CUR) >= 0 else { throw .damaged }
  }

  /// Any bits are a number of these types, so that an array may be filled with bytes of a file.
  private func numbers<Number: FixedWidthInteger>(
    _ count: Int
  ) throws(SnapshotProblem) -> [Number] {
    var isWhole = true
    let numbers = unsafe [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      var filled = 0
      while filled < count * MemoryLayout<Number>.stride {
        let got = unsafe read(
          descriptor, bytes.baseAddress?.advanced(by: filled),
          count * MemoryLayout<Number>.stride - filled)
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        filled += got
      }
      isWhole = filled == count * MemoryLayout<Number>.stride
      initialized = filled / MemoryLayout<Number>.stride
    }
    guard isWhole else { throw .damaged }
    return numbers
  }
}

/// A file that only its owner may read, under a name of its own until all of it is written.
final class DraftFile {
  /// How drafts that a crash has left are known.
  static let suffix = ".halvskriven"

  private let descriptor: Int32
  private let path: String
  private let draft: String

  init(for path: String) throws(SnapshotProblem) {
    self.path = path
    draft = "\(path).\(UUID().uuidString)\(DraftFile.suffix)"
    descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable }
  }

  /// A draft that was published has this name no more.
  deinit {
    close(descriptor)
    unsafe unlink(draft)
  }

  func append(_ section: Section) throws(SnapshotProblem) {
    let isWritten = section.withBytes { bytes in
      unsafe bytes.withUnsafeBytes { bytes in
        var written = 0
        while written < bytes.count {
          let count = unsafe write(
            descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
          if count < 0, errno == EINTR { continue }
          if count <= 0 { return false }
          written += count
        }
        return true
      }
    }
    guard isWritten else { throw .unwritable }
  }

  /// Within one folder, renaming is one step: the name is there with all bytes or not at all.
  func publish() throws(SnapshotProblem) {
    guard unsafe rename(draft, path) == 0 else { throw .unwritable }
  }
}
