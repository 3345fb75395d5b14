import Foundation

/// The form of every kept file: a head of four words, a list in JSON of what follows, and the
/// sections one after the other, as they lie in memory.
///
/// The head's words are a sign, the layout's number, the length of the list and its checksum.
/// Everything else has its checksum in the list.
enum ListedSections {
  private static let headBytes = 32

  /// Writes under another name first: whoever finds the file finds all of it. The disk is not
  /// waited for; what a fall of the power leaves half written, the checksums tell.
  static func write(
    _ list: some Encodable, _ sections: [Section], to place: String, sign: UInt64, layout: UInt64
  ) throws(SnapshotProblem) {
    guard let list = try? JSONEncoder().encode(list) else { throw .unwritable }
    let listBytes = Section.bytes([UInt8](list))
    let head = Section.words(
      [sign, layout, UInt64(list.count), listBytes.withBytes { checksum($0) }])
    let draft = try DraftFile(for: place)
    for section in [head, listBytes] + sections { try draft.append(section) }
    try draft.publish()
  }

  /// The list, and the file behind it, to be read from its first section on.
  static func open<List: Decodable>(
    _ place: String, sign: UInt64, layout: UInt64
  ) throws(SnapshotProblem) -> (list: List, file: OwnFile, sectionsStart: Int) {
    let file = try OwnFile(place)
    guard case .words(let head) = try file.section(4, .words), head[0] == sign else {
      throw .damaged
    }
    guard head[1] == layout else { throw .otherLayout }
    guard let length = Int(exactly: head[2]), length <= file.byteCount - headBytes else {
      throw .damaged
    }
    let bytes = try file.section(length, .bytes)
    guard bytes.withBytes({ checksum($0) }) == head[3], case .bytes(let text) = bytes,
      let list = try? JSONDecoder().decode(List.self, from: Data(text))
    else { throw .damaged }
    return (list, file, headBytes + length)
  }
}

extension OwnFile {
  /// The next section, whole and as its entry says.
  func section(
    _ entry: SectionEntry, _ width: Section.Width
  ) throws(SnapshotProblem) -> Section {
    if let only = entry.only { return .cells(Array(repeating: only, count: entry.count)) }
    let section = try section(entry.count, width)
    guard section.withBytes({ checksum($0) }) == entry.checksum else { throw .damaged }
    return section
  }
}
