/// An archive by its central directory (PKWARE, APPNOTE.TXT 6.3.10, 2022), with ZIP64.
///
/// What the directory says is checked before anything is unpacked: places, sizes, that no two
/// entries share bytes or a name, and the limits. What comes out of an entry is held against it
/// while it is unpacked.
struct ZipArchive {
  let source: SeekableBytes
  let entries: [ZipEntry]
  /// Bytes of all entries when unpacked.
  let unpackedBytes: Int

  static let localSignature = 0x0403_4b50
  private static let directorySignature = 0x0201_4b50
  private static let endSignature = 0x0605_4b50
  private static let wideEndSignature = 0x0606_4b50
  private static let wideLocatorSignature = 0x0706_4b50
  static let localHeaderBytes = 30
  private static let directoryHeaderBytes = 46
  private static let endBytes = 22

  /// - Parameter allowedBytes: What may be unpacked of it in all.
  init(
    _ source: SeekableBytes, allowedBytes: Int = IngestLimits.archiveBytes
  ) throws(RefusalReason) {
    self.source = source
    let end = try ZipArchive.end(of: source)
    guard end.entries <= IngestLimits.archiveEntries else { throw .archive(.tooManyEntries) }
    guard end.directoryBytes <= IngestLimits.archiveDirectoryBytes else {
      throw .archive(.tooManyEntries)
    }
    let directory = LittleEndian(
      bytes: try source.bytes(at: end.directoryStart, end.directoryBytes))
    guard directory.count == end.directoryBytes else { throw .archive(.truncated) }
    var (entries, place): ([ZipEntry], Int) = ([], 0)
    for _ in 0..<end.entries {
      guard let (entry, next) = ZipArchive.entry(directory, place) else {
        throw .archive(.damaged)
      }
      entries.append(entry)
      place = next
    }
    self.entries = entries
    unpackedBytes = entries.reduce(0) { $0.addingReportingOverflow($1.bytes).partialValue }
    try checkSizes(allowedBytes)
    try checkPlaces(end.directoryStart)
    try checkNames()
  }

  /// The end of the directory: how many entries, where it starts, how long it is.
  private typealias End = (entries: Int, directoryStart: Int, directoryBytes: Int)

  /// The end record is the last one that says its own length right: a comment may follow it.
  private static func end(of source: SeekableBytes) throws(RefusalReason) -> End {
    let tailBytes = min(source.count, endBytes + 0xffff)
    let tailStart = source.count - tailBytes
    let tail = LittleEndian(bytes: try source.bytes(at: tailStart, tailBytes))
    guard tail.count >= endBytes else { throw .archive(.truncated) }
    for place in (0...(tail.count - endBytes)).reversed()
    where tail.four(place) == endSignature && place + endBytes + tail.two(place + 20) <= tail.count
    {
      // Parts on several disks were never in use for files that are sent.
      guard tail.two(place + 4) == tail.two(place + 6) else { throw .archive(.damaged) }
      let end = (tail.two(place + 10), tail.four(place + 16), tail.four(place + 12))
      let isWide = end.0 == 0xffff || end.1 == 0xffff_ffff || end.2 == 0xffff_ffff
      let found = isWide ? try wideEnd(of: source, before: tailStart + place) ?? end : end
      guard found.1 + found.2 <= tailStart + place else { throw .archive(.damaged) }
      return found
    }
    throw .archive(.truncated)
  }

  /// ZIP64: a locator before the end record says where its wide form is.
  private static func wideEnd(
    of source: SeekableBytes, before place: Int
  ) throws(RefusalReason) -> End? {
    let locator = LittleEndian(bytes: try source.bytes(at: place - 20, 20))
    guard locator.count == 20, locator.four(0) == wideLocatorSignature,
      let start = locator.eight(8)
    else { return nil }
    let end = LittleEndian(bytes: try source.bytes(at: start, 56))
    guard end.count == 56, end.four(0) == wideEndSignature, let entries = end.eight(32),
      let directoryBytes = end.eight(40), let directoryStart = end.eight(48),
      entries >= 0, directoryStart <= source.count, directoryBytes <= source.count
    else { throw .archive(.damaged) }
    return (entries, directoryStart, directoryBytes)
  }

  /// The entry at a place of the directory, and the place of the next.
  private static func entry(_ directory: LittleEndian, _ start: Int) -> (ZipEntry, Int)? {
    guard start + directoryHeaderBytes <= directory.count,
      directory.four(start) == directorySignature
    else { return nil }
    let nameStart = start + directoryHeaderBytes
    let extraStart = nameStart + directory.two(start + 28)
    let extraEnd = extraStart + directory.two(start + 30)
    let next = extraEnd + directory.two(start + 32)
    guard next <= directory.count else { return nil }
    var sizes = [
      directory.four(start + 24), directory.four(start + 20), directory.four(start + 42),
    ]
    guard widen(&sizes, directory, extraStart..<extraEnd) else { return nil }
    let method: ZipEntry.Method =
      switch directory.two(start + 10) {
      case 0: .stored
      case 8: .deflated
      default: .unknown
      }
    let entry = ZipEntry(
      rawName: ZipEntry.name(directory.bytes[nameStart..<extraStart]), method: method,
      isEncrypted: directory.two(start + 8) & 0x41 != 0,
      checksum: UInt32(directory.four(start + 16)), packedBytes: sizes[1], bytes: sizes[0],
      headerStart: sizes[2])
    return (entry, next)
  }

  /// Puts the wide numbers of ZIP64's extra field where the narrow ones say that they stand there.
  private static func widen(
    _ sizes: inout [Int], _ directory: LittleEndian, _ extra: Range<Int>
  ) -> Bool {
    guard sizes.contains(0xffff_ffff) else { return true }
    var place = extra.lowerBound
    while place + 4 <= extra.upperBound {
      let (id, length) = (directory.two(place), directory.two(place + 2))
      var value = place + 4
      place = value + length
      guard place <= extra.upperBound else { return false }
      if id != 1 { continue }
      for index in sizes.indices where sizes[index] == 0xffff_ffff {
        guard value + 8 <= place, let wide = directory.eight(value) else { return false }
        sizes[index] = wide
        value += 8
      }
      return true
    }
    return true
  }
}

extension ZipArchive {
  private func checkSizes(_ allowedBytes: Int) throws(RefusalReason) {
    var total = 0
    for entry in entries {
      guard entry.bytes <= allowedBytes - total else {
        throw .archive(.tooLarge, entry: entry.name)
      }
      total += entry.bytes
      if entry.bytes > IngestLimits.archiveFreeBytes,
        entry.bytes / IngestLimits.archiveRatio > entry.packedBytes
      {
        throw .archive(.tooDense, entry: entry.name)
      }
    }
  }

  /// Entries lie before the directory and share no bytes.
  private func checkPlaces(_ directoryStart: Int) throws(RefusalReason) {
    var end = 0
    for entry in entries.sorted(by: { $0.headerStart < $1.headerStart }) {
      guard entry.headerStart >= end else { throw .archive(.overlapping, entry: entry.name) }
      end = entry.headerStart + ZipArchive.localHeaderBytes
      guard entry.packedBytes <= directoryStart, end + entry.packedBytes <= directoryStart else {
        throw .archive(.damaged, entry: entry.name)
      }
      end += entry.packedBytes
    }
  }

  private func checkNames() throws(RefusalReason) {
    var names: Set<String> = []
    for entry in entries where !names.insert(entry.rawName).inserted {
      throw .archive(.repeatedName, entry: entry.name)
    }
  }

  /// Where an entry's packed bytes start, by its own header.
  func dataStart(of entry: ZipEntry) throws(RefusalReason) -> Int {
    let header = LittleEndian(
      bytes: try source.bytes(at: entry.headerStart, ZipArchive.localHeaderBytes))
    guard header.count == ZipArchive.localHeaderBytes,
      header.four(0) == ZipArchive.localSignature
    else { throw .archive(.damaged, entry: entry.name) }
    return entry.headerStart + header.count + header.two(26) + header.two(28)
  }
}
