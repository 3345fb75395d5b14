import Foundation

/// The bytes of one input, which can be read again from the start.
///
/// Of what can't be rewound (standard input, a pipe) the bytes are kept until `forget` says that
/// one reading was enough.
final class ByteSource {
  private let handle: FileHandle
  private let isStandardInput: Bool
  private let canSeek: Bool
  /// What was read so far, where the input can't seek.
  private var kept: [Data]?
  private var keptBytes = 0
  private var replayed = 0

  init(_ source: InputSource) throws(RefusalReason) {
    switch source {
    case .standardInput:
      handle = .standardInput
      isStandardInput = true
    case .file(let path, _):
      guard let opened = FileHandle(forReadingAtPath: path) else { throw .unreadable }
      handle = opened
      isStandardInput = false
    }
    canSeek = (try? handle.seek(toOffset: 0)) != nil
    kept = canSeek ? nil : []
  }

  deinit {
    if !isStandardInput { try? handle.close() }
  }

  /// The next bytes; `nil` at the end.
  func next() throws(RefusalReason) -> Data? {
    if let kept, replayed < kept.count {
      replayed += 1
      return kept[replayed - 1]
    }
    let chunk: Data?
    do { chunk = try handle.read(upToCount: IngestLimits.chunkBytes) } catch { throw .unreadable }
    guard let chunk, !chunk.isEmpty else { return nil }
    if kept != nil {
      keptBytes += chunk.count
      if keptBytes > IngestLimits.keptStreamBytes { throw .streamTooLong }
      kept?.append(chunk)
      replayed += 1
    }
    return chunk
  }

  /// Starts over.
  func rewind() throws(RefusalReason) {
    replayed = 0
    guard canSeek else { return }
    do { try handle.seek(toOffset: 0) } catch { throw .unreadable }
  }

  /// Whether the bytes can be had again.
  var canRewind: Bool { canSeek || kept != nil }

  /// Nobody will rewind: what was kept is let go.
  func forget() { kept = nil }
}
