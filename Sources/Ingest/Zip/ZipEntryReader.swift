/// Unpacks one entry a piece at a time, in constant memory, and holds what comes out against the
/// archive's directory.
final class ZipEntryReader {
  private let archive: ZipArchive
  private let entry: ZipEntry
  private var inflater: Inflater?
  /// Packed bytes at hand, and the place of the first that is not used yet.
  private var packed: [UInt8] = []
  private var packedPlace = 0
  /// Where the next packed bytes are in the archive; `nil` before the first piece.
  private var nextPacked: Int?
  private var packedLeft = 0
  private var given = 0
  private var checksum = Checksum()
  private var isAtEnd = false

  /// Bytes of a piece.
  private static let pieceBytes = 1 << 17

  init(_ archive: ZipArchive, _ entry: ZipEntry) throws(RefusalReason) {
    if entry.isEncrypted { throw .archive(.encrypted, entry: entry.name) }
    if entry.method == .unknown { throw .archive(.unknownMethod, entry: entry.name) }
    self.archive = archive
    self.entry = entry
  }

  /// Starts over.
  func rewind() {
    (packed, packedPlace, nextPacked, given) = ([], 0, nil, 0)
    (checksum, isAtEnd) = (Checksum(), false)
    inflater = nil
  }

  /// The next bytes; `nil` at the end.
  ///
  /// - Throws: `archive`, also after the last byte, where the checksum is another.
  func next() throws(RefusalReason) -> [UInt8]? {
    if isAtEnd { return nil }
    if nextPacked == nil { try begin() }
    let piece = try entry.method == .stored ? nextStored() : nextInflated()
    given += piece.count
    checksum.add(piece)
    guard given <= entry.bytes else { throw .archive(.wrongSize, entry: entry.name) }
    if piece.isEmpty {
      isAtEnd = true
      guard given == entry.bytes else { throw .archive(.wrongSize, entry: entry.name) }
      guard checksum.value == entry.checksum else {
        throw .archive(.wrongChecksum, entry: entry.name)
      }
      return nil
    }
    return piece
  }

  private func begin() throws(RefusalReason) {
    nextPacked = try archive.dataStart(of: entry)
    packedLeft = entry.packedBytes
    if entry.method == .deflated { inflater = try Inflater() }
  }

  private func fetch() throws(RefusalReason) -> [UInt8] {
    let start = nextPacked ?? 0
    let wanted = min(Self.pieceBytes, packedLeft)
    if wanted == 0 { return [] }
    let bytes = try archive.source.bytes(at: start, wanted)
    guard bytes.count == wanted else { throw .archive(.truncated, entry: entry.name) }
    nextPacked = start + wanted
    packedLeft -= wanted
    return bytes
  }

  private func nextStored() throws(RefusalReason) -> [UInt8] { try fetch() }

  private func nextInflated() throws(RefusalReason) -> [UInt8] {
    while inflater?.isFinished == false {
      if packedPlace == packed.count {
        (packed, packedPlace) = (try fetch(), 0)
        if packed.isEmpty { throw .archive(.damaged, entry: entry.name) }
      }
      // One byte more than the directory says is enough to know that it is wrong.
      let capacity = min(Self.pieceBytes, entry.bytes - given + 1)
      let answer = inflater?.inflate(packed, from: &packedPlace, capacity: capacity)
      switch answer?.1 {
      case .damaged: throw .archive(.damaged, entry: entry.name)
      case .outOfMemory: throw .outOfMemory
      case .went, nil: break
      }
      if let piece = answer?.0, !piece.isEmpty { return piece }
    }
    return []
  }
}
