import Glibc
import Ledger
import SickPay

/// First digits of claimed sums further from Benford's law than those of other companies.
///
/// Claims are no free numbers: hours and wages keep them within two powers of ten, and even honest
/// ones deviate. So it is the ratio of a company's deviation to what chance leaves of as many sums
/// that is compared, and it says little by itself.
struct ClaimedDigits: Indicator {
  let id = IndicatorID("siffror-i-belopp")
  let family = StatisticFamily.digits
  let basis =
    "De två första siffrorna i begärda belopp: avvikelse från Benfords lag jämfört med andra "
    + "bolags (Nigrinis medelavvikelse, mantissbågen)"
  let comparedWith = "bolag med minst 50 belopp"
  let clearedBy = "Fakturaunderlag för de belopp som börjar med siffrorna."

  private static let fewestSums = 50
  private static let fewestCompanies = 8

  func compare(_ companies: Companies) -> [Comparison?] {
    let digits = companies.profiles.map { profile in
      profile.sums.count >= ClaimedDigits.fewestSums
        ? Benford(firstTwoDigits: profile.sums.firstTwoDigits) : nil
    }
    // Chance shrinks with the number of sums and the law's misfit does not: both are fitted.
    let ratios = digits.map { digits in
      digits.map { log($0.meanAbsoluteDeviation / $0.chanceDeviation) }
    }
    let known = ratios.compactMap(\.self)
    guard known.count >= ClaimedDigits.fewestCompanies,
      let line = Line(fitting: zip(digits, ratios).compactMap(point)),
      let spread = robustDeviation(
        zip(digits, ratios).compactMap(point).map { line.rest($0) }, around: 0), spread > 0
    else { return digits.map { _ in nil } }
    return digits.indices.map { company in
      guard let digits = digits[company], let ratio = ratios[company],
        let point = point(digits, ratio)
      else { return nil }
      let deviations = line.rest(point) / spread
      let expected = digits.meanAbsoluteDeviation * exp(-line.rest(point))
      return Comparison(
        observed: digits.meanAbsoluteDeviation, expected: expected,
        evidence: NormalDeparture.usual.evidence(deviations),
        pValue: normalUpperTail(deviations),
        peers: Peers(name: comparedWith, count: known.count),
        claims: deviations > 0 ? companies.rows[company] : [],
        text: deviations > 0
          ? words(digits, expected, companies.profiles[company].sums.ore, known.count) : "",
        clearedBy: clearedBy)
    }
  }

  private func words(
    _ digits: Benford, _ expected: Double, _ sums: [Int64], _ peers: Int
  ) -> String {
    let worst = digits.largestDeviations(3).map { String($0.digits) }.joined(separator: ", ")
    func number(_ value: Double) -> String { SwedishNumbers.number(value, decimals: 4) }
    return "De två första siffrorna i \(digits.count) belopp avviker i medeltal "
      + "\(number(digits.meanAbsoluteDeviation)) från Benfords lag "
      + "(\(digits.conformity.rawValue) enligt Nigrini), \(number(expected)) väntat enligt "
      + "\(peers) \(comparedWith); mest avviker \(worst). Mantissbåge "
      + "\(number(mantissaArc(sums)))."
  }

  private typealias Point = (size: Double, ratio: Double)

  private func point(_ digits: Benford?, _ ratio: Double?) -> Point? {
    guard let digits, let ratio else { return nil }
    return (log(Double(digits.count)), ratio)
  }

  /// A line through points: the median of all slopes and of all rests (Theil & Sen, over pairs of
  /// neighbours at half the points' distance, which keeps it fast).
  private struct Line {
    let slope: Double
    let level: Double

    init?(fitting points: [Point]) {
      let sorted = points.sorted { $0 < $1 }
      let half = sorted.count / 2
      let slopes = (0..<(sorted.count - half)).compactMap { index -> Double? in
        let (near, far) = (sorted[index], sorted[index + half])
        return far.size > near.size ? (far.ratio - near.ratio) / (far.size - near.size) : nil
      }
      guard let slope = median(slopes),
        let level = median(points.map { $0.ratio - slope * $0.size })
      else { return nil }
      self.slope = slope
      self.level = level
    }

    func rest(_ point: Point) -> Double { point.ratio - level - slope * point.size }
  }
}
