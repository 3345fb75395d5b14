import Ingest
import Ledger

/// The file that keeps what one source gave: what was told of it, and its columns.
struct SnapshotFile: Codable {
  /// The build of the program, and the saved forms of senders, that read the source.
  let reader: String
  let source: KeptSource
  private let documents: [KeptDocument]

  private struct KeptDocument: Codable {
    let report: KeptReport
    let registers: [String]
    /// `nil` where nothing of the document is used.
    let sections: [SectionEntry]?
  }

  private static let sign = UInt64(0x314b_4c4f_4b56_4a53)  // "SJVKOLK1"
  /// To be raised with every change of what lies where.
  private static let layout: UInt64 = 2
}

extension SnapshotFile {
  /// Writes a source's documents.
  ///
  /// - Returns: `false` where they are of a kind that is not kept.
  static func write(
    _ documents: [ReadDocument], of source: KeptSource, reader: String, to place: String
  ) throws(SnapshotProblem) -> Bool {
    var (kept, sections): ([KeptDocument], [Section]) = ([], [])
    for document in documents {
      guard let report = document.keptReport else { return false }
      let own = document.part.map(PartSections.sections)
      let entries = own?.map(SectionEntry.init)
      kept.append(
        KeptDocument(
          report: report,
          registers: document.part?.registers.given.map(\.rawValue).sorted() ?? [],
          sections: entries))
      sections += zip(own ?? [], entries ?? []).filter { $1.only == nil }.map(\.0)
    }
    let file = SnapshotFile(reader: reader, source: source, documents: kept)
    try ListedSections.write(file, sections, to: place, sign: sign, layout: layout)
    return true
  }

  /// What is kept at a place, if the same reader wrote it; its sections wait to be read.
  static func open(
    _ place: String, reader: String
  ) throws(SnapshotProblem) -> (list: SnapshotFile, file: OwnFile) {
    let (list, file, start): (SnapshotFile, OwnFile, Int) = try ListedSections.open(
      place, sign: sign, layout: layout)
    guard list.reader == reader else { throw .otherReader }
    guard start + list.sectionBytes == file.byteCount else { throw .damaged }
    return (list, file)
  }

  private var sectionBytes: Int {
    documents.compactMap(\.sections).reduce(0) { sum, entries in
      sum + zip(entries, PartSections.widths).reduce(0) { $0 + $1.0.byteCount($1.1) }
    }
  }

  /// Reads the sections: bytes are copied into columns, and nothing is parsed.
  func documents(_ file: OwnFile) throws(SnapshotProblem) -> [ReadDocument] {
    var read: [ReadDocument] = []
    for document in documents {
      guard let entries = document.sections else {
        read.append(ReadDocument(document.report, part: nil))
        continue
      }
      guard entries.count == PartSections.widths.count else { throw .damaged }
      var sections: [Section] = []
      for (entry, width) in zip(entries, PartSections.widths) {
        sections.append(try file.section(entry, width))
      }
      let registers = Set(document.registers.compactMap(RegisterKind.init))
      guard let part = PartSections.part(sections, registers: registers) else { throw .damaged }
      read.append(ReadDocument(document.report, part: part))
    }
    return read
  }
}
