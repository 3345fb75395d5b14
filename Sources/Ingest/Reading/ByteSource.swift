import Foundation

/// The bytes of one input, which can be read again from the start.
///
/// Of what can't be rewound (standard input, a pipe) the bytes are kept, and where there are too
/// many, the stream is refused or, after `keepIfShort`, can't be read again.
final class ByteSource {
  private enum Origin {
    case handle(FileHandle, canSeek: Bool)
    case entry(ZipEntryReader)
    /// Bytes in memory: an attachment.
    case memory(Data)
  }

  private let origin: Origin
  /// Where the bytes lie, if they are a file's.
  private let path: String?
  /// What was read so far, where the input can't seek.
  private var kept: [Data]?
  private var keptBytes = 0
  private var mayForget = false
  private var replayed = 0
  /// Of bytes in memory, how many were read.
  private var taken = 0

  init(_ source: InputSource) throws(RefusalReason) {
    let handle: FileHandle
    switch source {
    case .standardInput: (handle, path) = (.standardInput, nil)
    case .file(let file, _):
      guard let opened = FileHandle(forReadingAtPath: file) else { throw .unreadable }
      (handle, path) = (opened, file)
    }
    let canSeek = (try? handle.seek(toOffset: 0)) != nil
    origin = .handle(handle, canSeek: canSeek)
    kept = canSeek ? nil : []
  }

  /// An entry of an archive, unpacked as it is read.
  init(_ entry: ZipEntryReader) {
    (origin, path) = (.entry(entry), nil)
  }

  init(_ bytes: Data) {
    (origin, path) = (.memory(bytes), nil)
  }

  deinit {
    if case .handle(let handle, _) = origin, path != nil { try? handle.close() }
  }

  /// The next bytes; `nil` at the end.
  func next() throws(RefusalReason) -> Data? {
    if let kept, replayed < kept.count {
      replayed += 1
      return kept[replayed - 1]
    }
    let chunk: Data?
    switch origin {
    case .entry(let entry): chunk = try entry.next().map { Data($0) }
    case .memory(let bytes):
      chunk = bytes.dropFirst(taken).prefix(IngestLimits.chunkBytes)
      taken += chunk?.count ?? 0
    case .handle(let handle, _):
      do { chunk = try handle.read(upToCount: IngestLimits.chunkBytes) } catch { throw .unreadable }
    }
    guard let chunk, !chunk.isEmpty else { return nil }
    if kept != nil {
      keptBytes += chunk.count
      if keptBytes > IngestLimits.keptStreamBytes {
        guard mayForget else { throw .streamTooLong }
        kept = nil
        return chunk
      }
      kept?.append(chunk)
      replayed += 1
    }
    return chunk
  }

  /// Starts over.
  func rewind() throws(RefusalReason) {
    (replayed, taken) = (0, 0)
    switch origin {
    case .memory: break
    case .entry(let entry): entry.rewind()
    case .handle(let handle, true):
      do { try handle.seek(toOffset: 0) } catch { throw .unreadable }
    case .handle: break
    }
  }

  /// Whether the bytes can be had again.
  var canRewind: Bool {
    if case .handle(_, canSeek: false) = origin { return kept != nil }
    return true
  }

  /// One reading is nearly always enough: a stream that is too long to keep is let go.
  func keepIfShort() { mayForget = true }

  /// The first bytes, at least `count` of them unless there are fewer; they can be read again.
  func start(_ count: Int) throws(RefusalReason) -> [UInt8] {
    var start: [UInt8] = []
    while start.count < count, let chunk = try next() { start += chunk.prefix(count) }
    try rewind()
    return start
  }

  /// The bytes as what can be read at any place: of what is no file, all are taken into memory.
  ///
  /// - Parameter most: Bytes that are taken into memory at the most.
  /// - Throws: `streamTooLong` where there are more.
  func seekable(most: Int) throws(RefusalReason) -> SeekableBytes {
    if let path, canRewind { return try SeekableBytes(path: path) }
    var bytes: [UInt8] = []
    try rewind()
    while let chunk = try next() {
      guard bytes.count + chunk.count <= most else { throw .streamTooLong }
      bytes += chunk
    }
    return SeekableBytes(bytes)
  }
}
