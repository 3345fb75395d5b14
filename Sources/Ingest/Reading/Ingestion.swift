public import Ledger

/// What a scan has read: a report for each file, and the rows.
public struct Ingestion: Sendable {
  /// One for each file, in the sources' order. The place of a report is its rows' `FileID`.
  public let reports: [FileReport]
  /// The rows of each file that was read, until they are taken.
  public private(set) var parts: [LedgerPart]

  /// Hands the rows over, so that nobody holds a second copy while they are sorted.
  public mutating func takeParts() -> [LedgerPart] {
    defer { parts = [] }
    return parts
  }

  /// Reads all sources on at most `threads` threads. The result does not depend on `threads`.
  ///
  /// - Parameters:
  ///   - senders: Forms that the office has saved; a file's own is found by its header.
  ///   - earlier: What earlier nights have read of the same files, by the same forms.
  ///   - progress: Called now and then, from any thread, with the bytes read since.
  public static func read(
    _ sources: [InputSource], threads: Int, senders: [SenderFormat] = [],
    earlier: (any EarlierReadings)? = nil,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> Ingestion {
    await read(
      sources, threads: threads, senders: senders, earlier: earlier,
      segmentBytes: IngestLimits.segmentBytes, progress: progress)
  }

  /// - Parameter segmentBytes: Of how many bytes segments are; 1 or more.
  static func read(
    _ sources: [InputSource], threads: Int, senders: [SenderFormat] = [],
    earlier: (any EarlierReadings)? = nil, segmentBytes: Int,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> Ingestion {
    precondition(threads >= 1, "reading takes at least one thread")
    func readAll(_ sources: [InputSource]) async -> [[ReadDocument]] {
      var plan = ReadingPlan(sources, segmentBytes: segmentBytes)
      await withTaskGroup(of: ReadingPlan.Outcome.self) { group in
        func start() {
          guard let task = plan.next() else { return }
          group.addTask { task.run(senders, progress: progress) }
        }
        for _ in 0..<threads { start() }
        for await outcome in group {
          plan.take(outcome)
          start()
        }
      }
      return plan.documents()
    }
    guard let earlier else { return Ingestion(await readAll(sources).flatMap(\.self)) }
    let found = await documents(
      of: sources, threads: threads, earlier: earlier, progress: progress, reading: readAll)
    return Ingestion(found.flatMap(\.self))
  }

  private init(_ documents: consuming [ReadDocument]) {
    reports = documents.map(\.report)
    parts = []
    for index in documents.indices {
      guard var part = documents[index].part.take() else { continue }
      part.setFile(FileID(index: index))
      parts.append(part)
    }
  }
}

func readSource(
  _ source: InputSource, _ senders: [SenderFormat], progress: (Int) -> Void
) -> [ReadDocument] {
  var documents: [ReadDocument] = []
  let isReadAsItIs = Document.each(in: source) { document in
    // Progress is told in bytes of files, and not of what comes out of them.
    let isFile = document.name == source.name
    let (report, part) = document.read(senders, progress: isFile ? progress : { _ in })
    documents.append(
      ReadDocument(report: report, part: part, underlagOf: document.invoice?.document))
  }
  documents.settleInvoices()
  if !isReadAsItIs { progress(source.bytes) }
  return documents
}

extension Document {
  /// Reads it as a canonical table, and where it is none, as a sender's own form.
  fileprivate func read(
    _ senders: [SenderFormat], progress: (Int) -> Void
  ) -> (FileReport, LedgerPart?) {
    do throws(RefusalReason) {
      switch content {
      case .refused(let reason): throw reason
      case .bytes(let bytes):
        let (report, part, doubts) = try TableFileReader(self, bytes).read(progress: progress)
        let isUnclear = doubts.unclearSum != nil
        guard report.mayHaveOtherForm || doubts.hasSenderValues || isUnclear, bytes.canRewind
        else {
          if let sum = doubts.unclearSum {
            throw .unclearDecimalSign(column: sum.column, line: sum.line)
          }
          return (report, part)
        }
        var reader = SenderFileReader(self, senders: senders)
        let other = reader.read(progress: progress)
        if isUnclear, other.0.outcome != .leftAlone { return other }
        return other.0.says(more: report) ? other : (report, part)
      case .invoice(let invoice, let file):
        var report = FileReport(name: name)
        report.invoice = invoice
        (report.sha256, report.bytes) = (file.sha256, file.bytes)
        return (report, nil)
      case .sheet, .lines:
        var reader = SenderFileReader(self, senders: senders)
        return reader.read(progress: progress)
      }
    } catch {
      var failed = FileReport(name: name)
      failed.outcome = .refused(error)
      return (failed, nil)
    }
  }
}

extension Ingestion {
  /// One file read for a look at it.
  public struct Trial: Sendable {
    public let report: FileReport
    /// How it was understood; `nil` where that is not known any more.
    public let recognition: FileRecognition?
  }

  /// Reads what lies in a source as a scan would, and keeps no rows.
  public static func trial(_ source: InputSource, senders: [SenderFormat]) -> [Trial] {
    var (documents, recognitions): ([ReadDocument], [FileRecognition?]) = ([], [])
    Document.each(in: source) { document in
      let (report, part) = document.read(senders, progress: { _ in })
      documents.append(
        ReadDocument(report: report, part: part, underlagOf: document.invoice?.document))
      // A stream is gone when it has been read; all else can be looked at once more.
      recognitions.append(try? FileRecognition(document, senders: senders))
    }
    documents.settleInvoices()
    return zip(documents, recognitions).map { Trial(report: $0.report, recognition: $1) }
  }
}

extension FileReport {
  /// Whether a file that was read as a canonical table may be one of another form: no such header,
  /// or most rows rejected.
  var mayHaveOtherForm: Bool {
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
    case (_, .read), (.leftAlone, _), (.refused(.empty), .leftAlone): false
    case (.refused(.missingColumns(table: nil, _)), _): false
    case (.refused, _): true
    }
  }
}
