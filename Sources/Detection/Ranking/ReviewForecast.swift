public import SickPay

/// What a review of the ärenden that a company's findings point to is expected to find.
public struct ReviewForecast: Sendable, Equatable {
  /// The ärenden of one surest verdict.
  public struct Part: Sendable, Equatable {
    public let cases: Int
    /// The probability (0…1) that a review of one of them finds something to correct, with the
    /// bounds that the score's give it.
    public let rate: Interval
    /// That times what is at stake in them.
    public let kronor: Ore
  }

  public let parts: ByVerdict<Part>

  init(_ pointed: [PointedCase], score: Score, rates: HitRates) {
    parts = ByVerdict { verdict in
      let cases = pointed.filter { $0.verdict == verdict }
      let stake = cases.reduce(Ore.zero) { $0 + $1.stake }
      func rate(_ score: Double) -> Double { rates.rate(verdict, score: score) }
      let ends = (rate(score.low), rate(score.high))
      let value = rate(score.value)
      return Part(
        cases: cases.count,
        rate: Interval(low: min(ends.0, ends.1), value: value, high: max(ends.0, ends.1)),
        kronor: Ore(Int64((value * Double(stake.value)).rounded())))
    }
  }
}
