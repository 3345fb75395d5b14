/// Bytes, eight or sixteen at a time. The loads are checked against the span's bounds; they are
/// called unsafe because they make integers of raw bytes.
extension Span<UInt8> {
  /// Eight bytes from `index`, the first in the lowest place.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// Sixteen bytes from `index`.
  @inline(__always)
  func block(at index: Int) -> SIMD16<UInt8> {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
  }

  /// One to eight bytes, the first in the lowest place, zero above the last.
  @inline(__always)
  func packed(_ place: Range<Int>) -> UInt64 {
    if place.upperBound >= 8 {
      return word(at: place.upperBound - 8) &>> UInt64(64 - 8 * place.count)
    }
    var packed: UInt64 = 0
    for index in place.reversed() { packed = packed << 8 | UInt64(self[index]) }
    return packed
  }

  /// Whether as many bytes from two places on are the same.
  @inline(__always)
  func holdsSame(_ left: Int, _ right: Int, count: Int) -> Bool {
    if count <= 8 {
      return packed(left..<left + count) == packed(right..<right + count)
    }
    var index = 0
    while index + 8 < count {
      if word(at: left + index) != word(at: right + index) { return false }
      index += 8
    }
    return word(at: left + count - 8) == word(at: right + count - 8)
  }

  /// Whether two places hold the same text, which is not empty.
  @inline(__always)
  func holdsSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == right.count && !left.isEmpty
      && holdsSame(left.lowerBound, right.lowerBound, count: left.count)
  }
}

extension [UInt8] {
  mutating func append(copying bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
