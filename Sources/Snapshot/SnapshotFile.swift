import Foundation
import Ingest
import Ledger

/// The file that keeps what one source gave: a head of four words, a list in JSON of what follows,
/// and the sections one after the other, as they lie in memory.
///
/// The head's words are a sign, the layout's number, the length of the list and its checksum.
/// Everything else has its checksum in the list.
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
  private static let layout: UInt64 = 1
  private static let headBytes = 32
}

extension SnapshotFile {
  /// Writes a source's documents under another name first: whoever finds the file finds all of it.
  /// The disk is not waited for; what a fall of the power leaves half written, the checksums tell.
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
    guard let list = try? JSONEncoder().encode(file) else { throw .unwritable }
    let listBytes = Section.bytes([UInt8](list))
    let head = Section.words(
      [sign, layout, UInt64(list.count), listBytes.withBytes { checksum($0) }])
    let draft = try DraftFile(for: place)
    for section in [head, listBytes] + sections { try draft.append(section) }
    try draft.publish()
    return true
  }

  /// The list and, behind it, the place where sections begin.
  private static func list(
    _ file: OwnFile
  ) throws(SnapshotProblem) -> (list: SnapshotFile, sectionsStart: Int) {
    guard case .words(let head) = try file.section(4, .words), head[0] == sign else {
      throw .damaged
    }
    guard head[1] == layout else { throw .otherLayout }
    guard let length = Int(exactly: head[2]), length <= file.byteCount - headBytes else {
      throw .damaged
    }
    let bytes = try file.section(length, .bytes)
    guard bytes.withBytes({ checksum($0) }) == head[3], case .bytes(let text) = bytes,
      let list = try? JSONDecoder().decode(SnapshotFile.self, from: Data(text))
    else { throw .damaged }
    return (list, headBytes + length)
  }

  /// What is kept at a place, if the same reader wrote it; its sections wait to be read.
  static func open(
    _ place: String, reader: String
  ) throws(SnapshotProblem) -> (list: SnapshotFile, sections: OpenSections) {
    let file = try OwnFile(place)
    let (list, start) = try list(file)
    guard list.reader == reader else { throw .otherReader }
    guard start + list.sectionBytes == file.byteCount else { throw .damaged }
    return (list, OpenSections(file: file))
  }

  private var sectionBytes: Int {
    documents.compactMap(\.sections).reduce(0) { sum, entries in
      sum + zip(entries, PartSections.widths).reduce(0) { $0 + $1.0.byteCount($1.1) }
    }
  }

  /// Reads the sections: bytes are copied into columns, and nothing is parsed.
  func documents(_ open: OpenSections) throws(SnapshotProblem) -> [ReadDocument] {
    var read: [ReadDocument] = []
    for document in documents {
      guard let entries = document.sections else {
        read.append(ReadDocument(document.report, part: nil))
        continue
      }
      guard entries.count == PartSections.widths.count else { throw .damaged }
      var sections: [Section] = []
      for (entry, width) in zip(entries, PartSections.widths) {
        sections.append(try open.section(entry, width))
      }
      let registers = Set(document.registers.compactMap(RegisterKind.init))
      guard let part = PartSections.part(sections, registers: registers) else { throw .damaged }
      read.append(ReadDocument(document.report, part: part))
    }
    return read
  }
}

/// A snapshot whose list has been read, and whose sections come next.
struct OpenSections {
  fileprivate let file: OwnFile

  fileprivate func section(
    _ entry: SectionEntry, _ width: Section.Width
  ) throws(SnapshotProblem) -> Section {
    if let only = entry.only { return .cells(Array(repeating: only, count: entry.count)) }
    let section = try file.section(entry.count, width)
    guard section.withBytes({ checksum($0) }) == entry.checksum else { throw .damaged }
    return section
  }
}
