import Crypto

/// The SHA-256 of a file, by pieces.
struct FileHash: MadeOfPieces {
  struct Piece: Sendable {
    let bytes: [UInt8]
    /// Where in `bytes` the piece lies.
    let place: Range<Int>
  }

  private var hash = SHA256()

  init() {}

  mutating func append(_ piece: consuming Piece) {
    let place = piece.place
    unsafe piece.bytes.withUnsafeBytes { bytes in
      unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[place]))
    }
  }

  var hexadecimal: String { hash.hexadecimal }
}
