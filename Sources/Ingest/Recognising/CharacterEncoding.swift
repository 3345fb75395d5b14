/// How a file's bytes stand for characters.
public enum CharacterEncoding: String, Sendable, Equatable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16 LE"
  case utf16BigEndian = "UTF-16 BE"
  case windows1252 = "Windows-1252"
  /// Windows-1252 without any of its own bytes 0x80 to 0x9f.
  case latin1 = "ISO-8859-1"
}

/// What all bytes of a file say about its encoding.
struct EncodingEvidence {
  private var head: [UInt8] = []
  private var utf8 = UTF8Check()
  private var hasHighControls = false
  /// Zero bytes at even and at odd places: half of a UTF-16 text of Latin letters.
  private var zeros = (even: 0, odd: 0)
  private var count = 0

  mutating func add(_ bytes: Span<UInt8>) {
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x80 && byte != 0 && utf8.isBetweenCharacters { continue }
      if byte == 0 { if (count + index) % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 } }
      if 0x80..<0xa0 ~= byte { hasHighControls = true }
      utf8.add(byte)
    }
    for index in bytes.indices.prefix(max(0, 4 - head.count)) { head.append(bytes[index]) }
    count += bytes.count
  }

  /// The encoding, and how many bytes at the start are its mark.
  var result: (encoding: CharacterEncoding, markBytes: Int) {
    if head.starts(with: [0xef, 0xbb, 0xbf]) { return (.utf8, 3) }
    if head.starts(with: [0xff, 0xfe]) { return (.utf16LittleEndian, 2) }
    if head.starts(with: [0xfe, 0xff]) { return (.utf16BigEndian, 2) }
    // Without a mark: nearly every second byte of such a text is zero, and no other is.
    if zeros.odd * 10 > count * 3, zeros.even * 20 < count { return (.utf16LittleEndian, 0) }
    if zeros.even * 10 > count * 3, zeros.odd * 20 < count { return (.utf16BigEndian, 0) }
    if utf8.isValid && utf8.isBetweenCharacters { return (.utf8, 0) }
    return (hasHighControls ? .windows1252 : .latin1, 0)
  }
}

/// Whether bytes that come one at a time are UTF-8 (The Unicode Standard, table 3-7).
private struct UTF8Check {
  private(set) var isValid = true
  private var missing = 0
  private var low: UInt8 = 0x80
  private var high: UInt8 = 0xbf

  var isBetweenCharacters: Bool { missing == 0 }

  mutating func add(_ byte: UInt8) {
    if missing > 0 {
      if byte < low || byte > high { isValid = false }
      (low, high) = (0x80, 0xbf)
      missing -= 1
      return
    }
    switch byte {
    case ..<0x80: break
    case 0xc2...0xdf: missing = 1
    case 0xe0...0xef:
      missing = 2
      if byte == 0xe0 { low = 0xa0 } else if byte == 0xed { high = 0x9f }
    case 0xf0...0xf4:
      missing = 3
      if byte == 0xf0 { low = 0x90 } else if byte == 0xf4 { high = 0x8f }
    default: isValid = false
    }
  }
}

/// Turns the bytes of a file into UTF-8, a chunk at a time. Line ends stay where they are.
struct UTF8Transcoder {
  let encoding: CharacterEncoding
  private var markBytes: Int
  /// The first byte of a UTF-16 unit whose second is in the next chunk.
  private var half: UInt8?
  /// The first unit of a surrogate pair.
  private var leading: UInt16?

  init(_ encoding: CharacterEncoding, markBytes: Int) {
    self.encoding = encoding
    self.markBytes = markBytes
  }

  mutating func transcode(_ chunk: Span<UInt8>) -> [UInt8] {
    let skipped = min(markBytes, chunk.count)
    markBytes -= skipped
    let rest = chunk.extracting(skipped..<chunk.count)
    var target: [UInt8] = []
    target.reserveCapacity(rest.count + rest.count / 8)
    switch encoding {
    case .utf8: target.append(copying: rest)
    case .windows1252, .latin1:
      for index in rest.indices {
        let byte = rest[index]
        if byte < 0x80 { target.append(byte) } else { appendWindows1252(byte, to: &target) }
      }
    case .utf16LittleEndian, .utf16BigEndian:
      for index in rest.indices { add(rest[index], to: &target) }
    }
    return target
  }

  private mutating func add(_ byte: UInt8, to target: inout [UInt8]) {
    guard let first = half else {
      half = byte
      return
    }
    half = nil
    let (high, low) = encoding == .utf16BigEndian ? (first, byte) : (byte, first)
    let unit = UInt16(high) << 8 | UInt16(low)
    var scalar = Unicode.Scalar(unit)
    if let leading, UTF16.isTrailSurrogate(unit) {
      scalar = Unicode.Scalar(
        0x10000 + (UInt32(leading) - 0xd800) << 10 + (UInt32(unit) - 0xdc00))
    }
    leading = UTF16.isLeadSurrogate(unit) ? unit : nil
    if leading == nil {
      target.append(contentsOf: String(Character(scalar ?? "\u{fffd}")).utf8)
    }
  }
}
