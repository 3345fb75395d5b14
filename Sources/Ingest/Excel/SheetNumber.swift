import Foundation

/// The number of a cell as Excel shows it: 15 digits of the double that stands in the file
/// (ECMA-376 part 1, 18.3.1.96; "Excel specifications and limits": number precision 15 digits).
///
/// `0.30000000000000004` is 0.3. Texts of at most 15 digits are the double's shortest form already.
struct SheetNumber {
  /// Digits, a point before decimals, a minus; no power of ten.
  let text: String

  private static let precision = 15
  /// Powers of ten that are written out as zeros.
  private static let writtenPowers = -20...20

  /// `nil` where the text is no number, or one that no cell of a table can be.
  init?(_ text: String) {
    guard var parts = Parts(text) else { return nil }
    if parts.digits.count > Self.precision {
      guard let value = Double(text), value.isFinite,
        let rounded = Parts(String(format: "%.*e", Self.precision - 1, value))
      else { return nil }
      parts = rounded
    }
    guard Self.writtenPowers.contains(parts.power + parts.digits.count) else { return nil }
    self.text = parts.plain
  }

  private init(plain: String) { text = plain }

  /// The number a hundred times as large, as percent are shown.
  var timesHundred: SheetNumber {
    guard var parts = Parts(text) else { return self }
    parts.power += 2
    return SheetNumber(plain: parts.plain)
  }

  /// The value, for dates.
  var value: Double { Double(text) ?? 0 }

  /// `digits` · 10^`power`.
  private struct Parts {
    var isNegative = false
    /// Without zeros at either end; empty for zero.
    var digits: [UInt8] = []
    var power = 0

    init?(_ text: String) {
      var (hasPoint, hasDigit, exponent): (Bool, Bool, String?) = (false, false, nil)
      for (place, byte) in text.utf8.enumerated() {
        if exponent != nil {
          exponent?.unicodeScalars.append(Unicode.Scalar(byte))
          continue
        }
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          hasDigit = true
          if byte > UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte) }
          if hasPoint { power -= 1 }
        case UInt8(ascii: ".") where !hasPoint: hasPoint = true
        case UInt8(ascii: "-") where place == 0: isNegative = true
        case UInt8(ascii: "+") where place == 0: break
        case UInt8(ascii: "e"), UInt8(ascii: "E"): exponent = ""
        default: return nil
        }
      }
      guard hasDigit, digits.count <= 400 else { return nil }
      if let exponent {
        guard let more = Int(exponent), abs(more) <= 400 else { return nil }
        power += more
      }
      while digits.last == UInt8(ascii: "0") {
        digits.removeLast()
        power += 1
      }
      if digits.isEmpty { (isNegative, power) = (false, 0) }
    }

    var plain: String {
      if digits.isEmpty { return "0" }
      var whole = digits
      var decimals: [UInt8] = []
      if power >= 0 {
        whole += [UInt8](repeating: UInt8(ascii: "0"), count: power)
      } else if -power < digits.count {
        decimals = Array(digits[(digits.count + power)...])
        whole.removeLast(-power)
      } else {
        decimals = [UInt8](repeating: UInt8(ascii: "0"), count: -power - digits.count) + digits
        whole = [UInt8(ascii: "0")]
      }
      let text = String(decoding: whole, as: UTF8.self)
      let tail = decimals.isEmpty ? "" : "." + String(decoding: decimals, as: UTF8.self)
      return (isNegative ? "-" : "") + text + tail
    }
  }
}
