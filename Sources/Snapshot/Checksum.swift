/// XXH64 of some bytes with seed 0: tells damage by chance, not by intent.
///
/// Source: Yann Collet, xxHash fast digest algorithm, specification 0.1.1 (2018-10-10), XXH64.
func checksum(_ bytes: RawSpan) -> UInt64 {
  let count = bytes.byteCount
  var place = 0
  var hash = prime5
  if count >= 32 {
    var (a, b, c, d) = (prime1 &+ prime2, prime2, UInt64(0), 0 &- prime1)
    while place + 32 <= count {
      a = mixed(a, bytes.word(at: place))
      b = mixed(b, bytes.word(at: place + 8))
      c = mixed(c, bytes.word(at: place + 16))
      d = mixed(d, bytes.word(at: place + 24))
      place += 32
    }
    hash = rotated(a, 1) &+ rotated(b, 7) &+ rotated(c, 12) &+ rotated(d, 18)
    for lane in [a, b, c, d] { hash = (hash ^ mixed(0, lane)) &* prime1 &+ prime4 }
  }
  hash &+= UInt64(count)
  while place + 8 <= count {
    hash = rotated(hash ^ mixed(0, bytes.word(at: place)), 27) &* prime1 &+ prime4
    place += 8
  }
  if place + 4 <= count {
    let half = unsafe UInt64(bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self))
    hash = rotated(hash ^ (half &* prime1), 23) &* prime2 &+ prime3
    place += 4
  }
  while place < count {
    let byte = unsafe UInt64(bytes.unsafeLoad(fromByteOffset: place, as: UInt8.self))
    hash = rotated(hash ^ (byte &* prime5), 11) &* prime1
    place += 1
  }
  hash = (hash ^ (hash >> 33)) &* prime2
  hash = (hash ^ (hash >> 29)) &* prime3
  return hash ^ (hash >> 32)
}

private let prime1: UInt64 = 0x9e37_79b1_85eb_ca87
private let prime2: UInt64 = 0xc2b2_ae3d_27d4_eb4f
private let prime3: UInt64 = 0x1656_67b1_9e37_79f9
private let prime4: UInt64 = 0x85eb_ca77_c2b2_ae63
private let prime5: UInt64 = 0x27d4_eb2f_1656_67c5

private func mixed(_ lane: UInt64, _ word: UInt64) -> UInt64 {
  rotated(lane &+ word &* prime2, 31) &* prime1
}

private func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 {
  value << bits | value >> (64 - bits)
}

extension RawSpan {
  /// Eight bytes as one word, in the machine's order, which is little-endian on all that we know.
  /// The load is checked against the span's bounds; it is called unsafe because it makes an integer
  /// of raw bytes.
  fileprivate func word(at place: Int) -> UInt64 {
    unsafe unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
  }
}
