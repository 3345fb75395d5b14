/// What became of a field's text.
enum CellResult {
  case cell(Int32)
  case problem(RejectReason)
}

/// A decimal number with comma or point as a whole number of units, rounded half away from zero.
///
/// - Parameters:
///   - place: Where the text lies in `bytes`; not empty.
///   - unit: How many units make one: a multiple of 100. 100 for öre out of kronor, 3600 for
///     seconds out of hours.
@inline(__always)
func decimalCell(_ bytes: Span<UInt8>, _ place: Range<Int>, unit: Int64) -> CellResult {
  // Nearly every sum has two decimals and fits in eight bytes.
  if 4...8 ~= place.count, let hundredths = hundredths(bytes.packed(place), place.count) {
    let units = hundredths * (unit / 100)
    return units > IngestLimits.cell ? .problem(.beyondLimit) : .cell(Int32(units))
  }
  return decimalCell(bytes.extracting(place), unit: unit)
}

/// The hundredths that `1234,50` comes to; `nil` where a text is written in another way.
///
/// - Parameter length: 4 to 8 bytes.
@inline(__always)
private func hundredths(_ packed: UInt64, _ length: Int) -> Int64? {
  // The text ends in the highest byte, so that what is written before the sign keeps its place.
  let text = packed &<< UInt64(64 - 8 * length)
  let sign = UInt8(truncatingIfNeeded: text >> 40)
  guard sign == UInt8(ascii: ",") || sign == UInt8(ascii: ".") else { return nil }
  // Over the sign, and zeros in all places before the first digit.
  let digits = (text & 0xffff << 48) | (text & 0xff_ffff_ffff) << 8
  let leading = Digits.zeros & (1 &<< UInt64(72 - 8 * length) - 1)
  return Digits.value(digits | leading).map(Int64.init)
}

private func decimalCell(_ text: Span<UInt8>, unit: Int64) -> CellResult {
  var (mantissa, decimals, digits): (Int64, Int, Int) = (0, -1, 0)
  var index = 0
  let negative = text.count > 0 && text[0] == UInt8(ascii: "-")
  if negative { index = 1 }
  while index < text.count {
    let byte = text[index]
    if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      digits += 1
      if digits > longestNumber { return .problem(.beyondLimit) }
      mantissa = mantissa * 10 + Int64(byte - UInt8(ascii: "0"))
      if decimals >= 0 { decimals += 1 }
    } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."), decimals < 0 {
      decimals = 0
    } else {
      return .problem(.notANumber)
    }
    index += 1
  }
  if digits == 0 || decimals == 0 { return .problem(.notANumber) }
  var divisor: Int64 = 1
  for _ in 0..<max(0, decimals) { divisor *= 10 }
  // Most sums have two decimals and are öre as they stand: no division.
  let units = divisor == unit ? mantissa : (mantissa * unit * 2 + divisor) / (divisor * 2)
  if units > IngestLimits.cell { return .problem(.beyondLimit) }
  return .cell(Int32(negative ? -units : units))
}

/// Digits of a number: with a unit of 10,000 doubled, the product still fits 64 bits.
private let longestNumber = 14

/// Whether a sum's only comma or point may as well part thousands: three digits stand after it and
/// one to three before, the first of which is not 0.
@inline(__always)
func mayPartThousands(_ bytes: Span<UInt8>, _ place: Range<Int>) -> Bool {
  guard place.count >= 5 else { return false }
  let sign = bytes[place.upperBound - 4]
  guard sign == UInt8(ascii: ".") || sign == UInt8(ascii: ",") else { return false }
  let first = bytes[place.lowerBound] == UInt8(ascii: "-") ? 1 : 0
  return 1...3 ~= place.count - 4 - first
    && bytes[place.lowerBound + first] != UInt8(ascii: "0")
}
