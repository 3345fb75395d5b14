import SickPay

/// The sentences about reviews that the terminal and the page share.
extension OutcomeReport {
  var sentences: [String] {
    [
      risk.sentence("Valda efter risk"), random.sentence("Valda av slumpen"), calibration.sentence,
    ]
  }
}

extension CalibrationReport {
  fileprivate var sentence: String {
    let reviewed =
      "\(SwedishNumbers.count(companies, "granskat bolag", "granskade bolag")), varav "
      + "\(SwedishNumbers.integer(wrong)) med fel"
    return isUsed
      ? "Poängen är kalibrerad på utfallet hos \(reviewed)."
      : "Poängen är kalibrerad enligt konfigurationen, inte på utfall: \(reviewed) räcker inte "
        + "(minst \(fewestCompanies), och minst \(fewestOfEach) med fel och "
        + "\(fewestOfEach) utan)."
  }
}

extension HitRateReport {
  fileprivate func sentence(_ choice: String) -> String {
    guard let rate, let low, let high else { return "\(choice): inga granskade ärenden." }
    return "\(choice): fel i \(SwedishNumbers.integer(wrong)) av "
      + "\(SwedishNumbers.count(reviewed, "granskat ärende", "granskade ärenden")), "
      + "\(SwedishNumbers.percent(rate)) (95 % säkerhet: \(SwedishNumbers.percent(low)) till "
      + "\(SwedishNumbers.percent(high))), \(SwedishNumbers.kronor(kronor))."
  }
}

extension RandomSampleReport {
  /// What was drawn and why; `nil` where there was nothing to draw from.
  var sentence: String? {
    guard drawnFrom > 0, share > 0, let since else { return nil }
    let from = SwedishNumbers.count(drawnFrom, "ärende", "ärenden")
    return
      "Slumpen har valt \(SwedishNumbers.integer(drawn)) av \(from) som kommit in från och med "
      + "\(since) (andel \(SwedishNumbers.percent(share))). \(toReview)"
  }

  private var toReview: String {
    if let kommun, cases.isEmpty { return "Inget av dem hör till kommun \(kommun)." }
    if cases.isEmpty { return "Inget av dem är nytt i den här körningen." }
    let isOne = cases.count == 1
    let which =
      kommun.map { "hör till kommun \($0)" }
      ?? (isOne ? "är nytt i den här körningen" : "är nya i den här körningen")
    return
      "\(SwedishNumbers.integer(cases.count)) av dem \(which): granska \(isOne ? "det" : "dem") "
      + "som andra ärenden, för bara så går det att mäta vad listan missar."
  }
}
