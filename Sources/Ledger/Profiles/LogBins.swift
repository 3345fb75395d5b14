/// Fixed logarithmic bins for positive integers: 128 to each doubling, and one to each value
/// below 256.
///
/// A value is told back as the middle of its bin, at most 1/256 (0.39 %) off. The bins are those of
/// HdrHistogram (Tene, public domain) with seven bits of precision; they are the same everywhere,
/// so counts from any two scans add.
public enum LogBins {
  /// The bin of a value; 0 for zero and below.
  public static func bin(_ value: Int64) -> UInt16 {
    guard value > 0 else { return 0 }
    guard value >= 256 else { return UInt16(value) }
    let exponent = 63 - value.leadingZeroBitCount
    let fraction = value >> (exponent - 7) & 127
    return UInt16(256 + (exponent - 8) * 128 + Int(fraction))
  }

  /// The middle of a bin.
  public static func value(_ bin: UInt16) -> Double {
    guard bin >= 256 else { return Double(bin) }
    let (octave, fraction) = (Int(bin) - 256).quotientAndRemainder(dividingBy: 128)
    let width = Int64(1) << (octave + 1)
    return Double(Int64(128 + fraction) * width) + Double(width - 1) / 2
  }
}
