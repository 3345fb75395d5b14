public import Ledger

/// What a scan has read: a report for each file, and the rows.
public struct Ingestion: Sendable {
  /// One for each source, in the sources' order.
  public let reports: [FileReport]
  /// The rows of each file that was read, until they are taken.
  public private(set) var parts: [LedgerPart]

  /// Hands the rows over, so that nobody holds a second copy while they are sorted.
  public mutating func takeParts() -> [LedgerPart] {
    defer { parts = [] }
    return parts
  }

  /// Reads all sources, at most `threads` at a time. The result does not depend on `threads`.
  ///
  /// - Parameters:
  ///   - senders: Forms that the office has saved; a file's own is found by its header.
  ///   - progress: Called now and then, from any thread, with the bytes read since.
  public static func read(
    _ sources: [InputSource], threads: Int, senders: [SenderFormat] = [],
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> Ingestion {
    precondition(threads >= 1, "reading takes at least one thread")
    var results: [(FileReport, LedgerPart?)?] = Array(repeating: nil, count: sources.count)
    await withTaskGroup(of: (Int, (FileReport, LedgerPart?)).self) { group in
      var next = 0
      func start() {
        guard next < sources.count else { return }
        let (index, source) = (next, sources[next])
        next += 1
        group.addTask {
          (index, readFile(source, id: FileID(index: index), senders, progress: progress))
        }
      }
      for _ in 0..<threads { start() }
      for await (index, result) in group {
        results[index] = result
        start()
      }
    }
    let finished = results.compactMap(\.self)
    return Ingestion(reports: finished.map(\.0), parts: finished.compactMap(\.1))
  }
}

/// Reads a file as a canonical table, and where it is none, as a sender's own form.
private func readFile(
  _ source: InputSource, id: FileID, _ senders: [SenderFormat], progress: (Int) -> Void
) -> (FileReport, LedgerPart?) {
  var failed = FileReport(id: id, name: source.name)
  do throws(RefusalReason) {
    let bytes = try ByteSource(source)
    let canonical = try canonicalReader(source, bytes, id).read(progress: progress)
    guard canonical.0.mayHaveOtherForm, bytes.canRewind else { return canonical }
    var reader = SenderFileReader(source, bytes, senders: senders, id: id)
    let other = reader.read(progress: progress)
    return other.0.says(more: canonical.0) ? other : canonical
  } catch {
    failed.outcome = .refused(error)
    return (failed, nil)
  }
}

private func canonicalReader(
  _ source: InputSource, _ bytes: ByteSource, _ id: FileID
) throws(RefusalReason) -> TableFileReader {
  do { return try TableFileReader(source, bytes, id: id) } catch { throw RefusalReason(error) }
}

extension FileReport {
  /// Whether a file that was read as a canonical table may be one of another form: no such header,
  /// or most rows rejected.
  fileprivate var mayHaveOtherForm: Bool {
    switch outcome {
    case .read: rejected > accepted
    case .leftAlone, .refused(.missingColumns), .refused(.empty): true
    case .refused: table == nil
    }
  }

  /// Whether this reading of a file is of more use than the canonical one.
  fileprivate func says(more canonical: FileReport) -> Bool {
    switch (outcome, canonical.outcome) {
    case (.read, .read): accepted > canonical.accepted
    case (.read, _): true
    case (_, .read), (.leftAlone, _), (.refused(.empty), _): false
    case (.refused(.missingColumns(table: nil, _)), _): false
    case (.refused, _): true
    }
  }
}
