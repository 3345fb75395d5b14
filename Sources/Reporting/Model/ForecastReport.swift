public import SickPay

/// What a review of ärenden that findings point to is expected to find.
public struct ForecastReport: Sendable, Equatable {
  /// `regelbrott` or `granska`: the surest with something at stake in them; else `mönster`.
  public var verdict: String
  public var cases: Int
  /// That a review of one finds something to correct, 0…1, with its bounds.
  public var rate: Double
  public var low: Double
  public var high: Double
  /// rate × at stake in them.
  public var kronor: Ore

  public init(
    verdict: String, cases: Int, rate: Double, low: Double, high: Double, kronor: Ore
  ) {
    self.verdict = verdict
    self.cases = cases
    self.rate = rate
    self.low = low
    self.high = high
    self.kronor = kronor
  }
}

/// The same of all ärenden of a company together.
struct WholeForecast {
  let cases: Int
  let rate: Double
  let low: Double
  let high: Double
  let kronor: Ore

  /// `nil` without any ärende.
  init?(_ parts: [ForecastReport]) {
    let cases = parts.reduce(0) { $0 + $1.cases }
    guard cases > 0 else { return nil }
    func mean(_ value: (ForecastReport) -> Double) -> Double {
      parts.reduce(0) { $0 + Double($1.cases) * value($1) } / Double(cases)
    }
    self.cases = cases
    (rate, low, high) = (mean(\.rate), mean(\.low), mean(\.high))
    kronor = parts.reduce(.zero) { $0 + $1.kronor }
  }
}

extension CompanyReport {
  /// `nil` where no finding points to an ärende.
  var forecast: WholeForecast? { WholeForecast(forecasts) }
}
