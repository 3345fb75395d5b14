import Glibc

/// How much better a deviation is explained by a company of its own kind than by the ordinary
/// ones, whose deviations are standard normal: others lie `mean` deviations above them, give or
/// take `deviation`.
struct NormalDeparture {
  let mean: Double
  let deviation: Double

  /// Two and a half deviations up, give or take one and a half.
  static let usual = NormalDeparture(mean: 2.5, deviation: 1.5)

  /// 0 where the value is not above the ordinary mean.
  func logBayesFactor(_ deviations: Double) -> Double {
    if deviations <= 0 { return 0 }
    let scaled = (deviations - mean) / deviation
    return deviations * deviations / 2 - scaled * scaled / 2 - log(deviation)
  }

  /// The same one deviation down and up.
  func evidence(_ deviations: Double) -> Interval {
    Interval(
      low: logBayesFactor(deviations - 1), value: logBayesFactor(deviations),
      high: logBayesFactor(deviations + 1))
  }
}
