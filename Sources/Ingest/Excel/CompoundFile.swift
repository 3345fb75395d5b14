/// The old container of Office files ([MS-CFB]), looked at only for what it is.
enum CompoundFile {
  static let signature: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

  /// Bytes in which the names of its streams are looked for.
  private static let searchedBytes = 1 << 24

  /// Why a workbook in it is not read; `nil` where it holds none.
  static func problem(_ source: ByteSource) throws(RefusalReason) -> WorkbookProblem? {
    var found: WorkbookProblem?
    var (tail, searched): ([UInt8], Int) = ([], 0)
    try source.rewind()
    while searched < searchedBytes, let chunk = try source.next() {
      searched += chunk.count
      let bytes = tail + chunk
      // A new workbook under a password lies in it as a stream of this name ([MS-OFFCRYPTO]).
      if holds(bytes, "EncryptedPackage") {
        found = .locked
        break
      }
      if holds(bytes, "Workbook") || holds(bytes, "Book") { found = .oldFormat }
      tail = Array(bytes.suffix(40))
    }
    try source.rewind()
    return found
  }

  /// Whether a name of ASCII in UTF-16 that ends with a zero stands in the bytes.
  private static func holds(_ bytes: [UInt8], _ name: String) -> Bool {
    let wanted: [UInt8] = name.utf8.flatMap { (letter: UInt8) -> [UInt8] in [letter, 0] } + [0, 0]
    guard bytes.count >= wanted.count else { return false }
    let first = wanted[0]
    for place in 0...(bytes.count - wanted.count)
    where bytes[place] == first && bytes[place..<place + wanted.count].elementsEqual(wanted) {
      return true
    }
    return false
  }
}
