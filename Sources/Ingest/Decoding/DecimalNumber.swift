/// What became of a field's text.
enum CellResult {
  case cell(Int32)
  case problem(RejectReason)
}

/// A decimal number with comma or point as a whole number of units, rounded half away from zero.
///
/// - Parameter unit: How many units make one: 100 for öre out of kronor, 3600 for seconds out of
///   hours.
func decimalCell(_ text: Span<UInt8>, unit: Int64) -> CellResult {
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
func mayPartThousands(_ text: Span<UInt8>) -> Bool {
  guard text.count >= 5 else { return false }
  let sign = text[text.count - 4]
  guard sign == UInt8(ascii: ".") || sign == UInt8(ascii: ",") else { return false }
  let first = text[0] == UInt8(ascii: "-") ? 1 : 0
  return 1...3 ~= text.count - 4 - first && text[first] != UInt8(ascii: "0")
}
