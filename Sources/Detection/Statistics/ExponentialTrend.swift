import Glibc

/// Exponential values whose mean is a power of something known: log mean = level + slope · x.
///
/// Fitted by scoring. Values above 2.3 times their mean, a tenth of the ordinary ones, count as
/// that, and the sum is corrected for it, so that those who are looked for do not raise what is
/// ordinary.
struct ExponentialTrend {
  let level: Double
  let slope: Double

  private static let rounds = 100
  private static let precision = 1e-9
  /// ln 10: a tenth of an exponential's values are farther off than this many means.
  private static let highest = 2.302585092994046
  private static let meanOfCapped = 0.9

  /// - Parameter points: y ≥ 0; `nil` where all are 0.
  init?(fitting points: [(x: Double, y: Double)]) {
    let count = Double(points.count)
    let mean = points.reduce(0) { $0 + $1.y } / max(1, count)
    guard mean > 0 else { return nil }
    let centre = points.reduce(0) { $0 + $1.x } / count
    let spread = points.reduce(0) { $0 + ($1.x - centre) * ($1.x - centre) }
    // About the centre of x level and slope can be moved apart.
    var (centred, slope) = (log(mean), 0.0)
    for _ in 0..<ExponentialTrend.rounds {
      var (up, tilt) = (0.0, 0.0)
      for (x, y) in points {
        let ratio = y / exp(centred + slope * (x - centre))
        let rest = min(ratio, ExponentialTrend.highest) / ExponentialTrend.meanOfCapped - 1
        up += rest
        tilt += rest * (x - centre)
      }
      let (rise, turn) = (bounded(up / count), spread > 0 ? bounded(tilt / spread) : 0)
      centred += rise
      slope += turn
      if abs(rise) + abs(turn) < ExponentialTrend.precision { break }
    }
    self.slope = slope
    level = centred - slope * centre
  }

  func mean(at x: Double) -> Double { exp(level + slope * x) }
}

/// A step goes no farther than this.
private func bounded(_ step: Double) -> Double { min(1, max(-1, step)) }
