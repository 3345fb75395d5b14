/// Text as bytes, put together in one buffer without a String for each field.
///
/// A table's rows are written one after another; its owner empties the buffer when it is nearly
/// full.
struct ByteWriter {
  private(set) var bytes: [UInt8]
  private(set) var count = 0
  /// Bytes poured out so far.
  private(set) var poured = 0

  /// The longest row that fits after `drain`.
  static let longestRow = 4096

  init(capacity: Int = 1 << 18) {
    bytes = Array(repeating: 0, count: capacity + ByteWriter.longestRow)
  }

  /// Makes room for another row.
  mutating func drain(
    to sink: inout some WorldSink & ~Copyable, _ table: WorldTable
  ) throws {
    if count + ByteWriter.longestRow > bytes.count { try pour(into: &sink, table) }
  }

  mutating func pour(
    into sink: inout some WorldSink & ~Copyable, _ table: WorldTable
  ) throws {
    try sink.write(bytes[..<count], to: table)
    poured += count
    count = 0
  }

  mutating func byte(_ value: UInt8) {
    bytes[count] = value
    count += 1
  }

  mutating func text(_ value: String) {
    for unit in value.utf8 { byte(unit) }
  }

  mutating func text(_ value: StaticString) {
    value.withUTF8Buffer { units in
      for unit in units { byte(unit) }
    }
  }

  mutating func bytes(_ source: ArraySlice<UInt8>) {
    for unit in source { byte(unit) }
  }

  mutating func field() { byte(UInt8(ascii: ";")) }

  mutating func endRow() { byte(UInt8(ascii: "\n")) }

  /// Decimal digits, with leading zeros up to `width`. The value has at most eighteen digits.
  mutating func digits(_ value: UInt64, width: Int = 1) {
    var length = 1
    var bound: UInt64 = 10
    while value >= bound {
      length += 1
      bound *= 10
    }
    length = max(length, width)
    var rest = value
    for offset in 1...length {
      bytes[count + length - offset] = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
    }
    count += length
  }

  /// Hundredths with two decimals behind a comma: −123456 is `-1234,56`.
  mutating func hundredths(_ value: Int64) {
    if value < 0 { byte(UInt8(ascii: "-")) }
    let magnitude = value.magnitude
    digits(magnitude / 100)
    byte(UInt8(ascii: ","))
    digits(magnitude % 100, width: 2)
  }

  /// `9950-3088`
  mutating func bankgiro(_ number: UInt64) {
    digits(number / 10_000, width: 4)
    byte(UInt8(ascii: "-"))
    digits(number % 10_000, width: 4)
  }

  /// Minutes as hours with two decimals; every length here is a whole number of three minutes.
  mutating func hours(_ minutes: Int64) { hundredths(minutes * 5 / 3) }
}
