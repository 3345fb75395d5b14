import Crypto
import Foundation
public import Ledger

/// What earlier nights have read, so that a file that has not changed need not be read again.
///
/// Called from several threads at once, each with a source of its own.
public protocol EarlierReadings: Sendable {
  /// What a source holds, where it was kept and is still so; called before anything is read.
  func recall(_ source: InputSource) -> [ReadDocument]?
  /// Takes what a source gave that could not be recalled.
  func keep(_ documents: [ReadDocument], of source: InputSource)
}

extension Ingestion {
  /// The documents of each source: recalled, or read and kept.
  static func documents(
    of sources: [InputSource], threads: Int, earlier: any EarlierReadings,
    progress: @escaping @Sendable (Int) -> Void,
    reading: ([InputSource]) async -> [[ReadDocument]]
  ) async -> [[ReadDocument]] {
    let recalled = await inOrder(sources, threads: threads) { source in
      let documents = earlier.recall(source)
      if documents != nil { progress(source.bytes) }
      return documents
    }
    let unread = zip(sources, recalled).filter { $1 == nil }.map(\.0)
    let read = await reading(unread)
    _ = await inOrder(Array(zip(unread, read)), threads: threads) { source, documents in
      earlier.keep(documents, of: source)
    }
    var fresh = read.makeIterator()
    return recalled.map { $0 ?? fresh.next() ?? [] }
  }
}

/// What became of one document. The part is `nil` where nothing of it is used.
public struct ReadDocument: Sendable {
  public internal(set) var report: FileReport
  public internal(set) var part: LedgerPart?
  /// The name of the invoice that it came with.
  let underlagOf: String?

  init(report: FileReport, part: LedgerPart?, underlagOf: String?) {
    (self.report, self.part, self.underlagOf) = (report, part, underlagOf)
  }

  /// A document that was read before.
  public init(_ kept: KeptReport, part: LedgerPart?) {
    self.init(report: kept.report, part: part, underlagOf: nil)
  }

  /// `nil` for what is not kept: refused files, what has to do with an invoice, and sheets with
  /// formulas that nobody worked out, of which there is something to say. They are few and small,
  /// and read again each night.
  public var keptReport: KeptReport? {
    guard underlagOf == nil, report.invoice == nil, report.form?.unworkedFormulas ?? 0 == 0
    else { return nil }
    switch report.outcome {
    case .read, .leftAlone: return KeptReport(report)
    case .refused: return nil
    }
  }
}

/// What a scan says of a file that it has read, to be written down. How its columns were
/// understood, which only a trial reading tells, is not part of it.
public struct KeptReport: Codable, Sendable, Equatable {
  private let name: String
  private let sheet: String?
  private let table: String?
  private let sha256: String
  private let bytes: Int64
  private let rows: Int
  private let accepted: Int
  private let rejected: Int
  private let rejects: [KeptReject]
  private let unknownColumns: [String]
  private let isLeftAlone: Bool

  fileprivate init(_ report: FileReport) {
    name = report.name
    sheet = report.sheet
    table = report.table?.rawValue
    sha256 = report.sha256
    bytes = report.bytes
    (rows, accepted, rejected) = (report.rows, report.accepted, report.rejected)
    rejects = report.rejects.map(KeptReject.init)
    unknownColumns = report.unknownColumns
    isLeftAlone = report.outcome == .leftAlone
  }

  fileprivate var report: FileReport {
    var report = FileReport(name: name)
    report.sheet = sheet
    report.table = table.flatMap(TableKind.init)
    report.sha256 = sha256
    report.bytes = bytes
    (report.rows, report.accepted, report.rejected) = (rows, accepted, rejected)
    report.rejects = rejects.compactMap(\.reject)
    report.unknownColumns = unknownColumns
    report.outcome = isLeftAlone ? .leftAlone : .read
    return report
  }
}

private struct KeptReject: Codable, Sendable, Equatable {
  let line: Int32
  let column: String?
  let shape: String
  let reason: UInt8

  init(_ reject: Reject) {
    (line, column, shape) = (reject.line.cell, reject.column, reject.shape)
    reason = reject.reason.rawValue
  }

  var reject: Reject? {
    RejectReason(rawValue: reason).map {
      Reject(line: Line(cell: line), column: column, shape: shape, reason: $0)
    }
  }
}

extension InputSource {
  /// Hexadecimal, of all bytes of a file; `nil` for what can't be read twice.
  public var sha256: String? {
    guard case .file = self else { return nil }
    var hash = SHA256()
    do throws(RefusalReason) {
      let bytes = try ByteSource(self)
      while let chunk = try bytes.next() { hash.update(data: chunk) }
    } catch { return nil }
    return hash.hexadecimal
  }
}
