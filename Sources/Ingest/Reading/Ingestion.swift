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
  /// - Parameter progress: Called now and then, from any thread, with the bytes read since.
  public static func read(
    _ sources: [InputSource], threads: Int, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> Ingestion {
    precondition(threads >= 1, "reading takes at least one thread")
    var results: [(FileReport, LedgerPart?)?] = Array(repeating: nil, count: sources.count)
    await withTaskGroup(of: (Int, (FileReport, LedgerPart?)).self) { group in
      var next = 0
      func start() {
        guard next < sources.count else { return }
        let (index, source) = (next, sources[next])
        next += 1
        group.addTask { (index, readFile(source, id: FileID(index: index), progress: progress)) }
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

private func readFile(
  _ source: InputSource, id: FileID, progress: (Int) -> Void
) -> (FileReport, LedgerPart?) {
  do {
    return try TableFileReader(source, id: id).read(progress: progress)
  } catch {
    var report = FileReport(id: id, name: source.name)
    report.outcome = .refused(.outOfMemory)
    return (report, nil)
  }
}
