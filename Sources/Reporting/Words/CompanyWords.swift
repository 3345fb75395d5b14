import SickPay

extension SampledCase {
  var displayName: String { name.isEmpty ? "(namn saknas)" : name }
}

extension CompanyReport {
  var displayName: String { name.isEmpty ? "(namn saknas)" : name }

  /// `0,93 (0,81–0,98)`
  var scoreText: String {
    let (value, low, high) = (twoDecimals(score), twoDecimals(low), twoDecimals(high))
    return "\(value) (\(low)–\(high))"
  }

  func count(_ verdict: String) -> Int { findings.count { $0.verdict == verdict } }

  /// The head of the company's page, one fact a line.
  var facts: [String] {
    let stake = SwedishNumbers.kronor(atStake)
    let expectation = expected.map { ", viktat med poängen \(SwedishNumbers.kronor($0))" } ?? ""
    return [
      "Plats \(rank)\(isRiskforetag ? ", riskföretag" : ", inte riskföretag")",
      "Poäng \(scoreText)",
      "Kronor att pröva \(stake)\(expectation)",
      "Begärt \(SwedishNumbers.kronor(kronor)) på "
        + "\(SwedishNumbers.count(claims, "ärenderad", "ärenderader")) efter krediter, "
        + "plats \(sizeRank) i storlek",
    ] + [forecastFact].compactMap(\.self)
  }

  /// `Fynden pekar på 31 ärenden: …`; `nil` where they point to none.
  private var forecastFact: String? {
    guard let whole = forecast else { return nil }
    let cases = SwedishNumbers.count(whole.cases, "ärende", "ärenden")
    let parts = forecasts.map { part in
      let cases = SwedishNumbers.count(part.cases, "ärende", "ärenden")
      return ". \(part.words): \(cases), \(ofHundred(part.rate)) av 100"
    }
    let split = forecasts.count > 1 ? parts.joined() : ""
    return "Fynden pekar på \(cases). En granskning väntas hitta något att rätta i "
      + "\(ofHundred(whole.rate)) av 100 (\(ofHundred(whole.low))–\(ofHundred(whole.high))), "
      + "tillsammans \(SwedishNumbers.kronor(whole.kronor))\(split)"
  }

  /// `62 av 100`, as in the list; `–` where no finding points to an ärende.
  var forecastText: String { forecast.map { "\(ofHundred($0.rate)) av 100" } ?? "–" }

  private func ofHundred(_ share: Double) -> String {
    SwedishNumbers.number(share * 100, decimals: 0)
  }

  private func twoDecimals(_ value: Double) -> String {
    SwedishNumbers.rounded(value, decimals: 2)
  }
}

extension ForecastReport {
  fileprivate var words: String {
    switch verdict {
    case "regelbrott": "Med regelbrott"
    case "granska": "Att granska"
    default: "Utan belopp att pröva"
    }
  }
}

extension ProfileReport {
  /// The profile in words, one idea a line; what is unknown is left out.
  var sentences: [String] {
    if claims == 0 { return ["Inga ärenderader att beskriva."] }
    let known = [
      amountSentence, wageSentence, lengthSentence, weekdaySentence, vacancySentence, topSentence,
      sickOnlySentence,
    ]
    return [peopleSentence, timeSentence] + known.compactMap(\.self)
  }

  private var peopleSentence: String {
    let spells = SwedishNumbers.count(spells, "sjukperiod", "sjukperioder")
    let months = SwedishNumbers.count(activeMonths, "månad", "månader")
    let employees = SwedishNumbers.count(employees, "assistent", "assistenter")
    let kommuner = SwedishNumbers.count(kommuner, "kommun", "kommuner")
    let vikarier = SwedishNumbers.count(vikarier, "vikarie", "vikarier")
    return "\(spells) under \(months): \(employees), \(vikarier) och "
      + "\(SwedishNumbers.integer(brukare)) brukare i \(kommuner)."
  }

  private var timeSentence: String {
    "Sjuktid \(SwedishNumbers.hours(sickTime)), varav begärd ersättning för "
      + "\(SwedishNumbers.hours(paidTime))."
  }

  private var amountSentence: String? {
    guard let medianAmount else { return nil }
    return typical("Belopp per rad", medianAmount / 100, amountDeviation.map { $0 / 100 })
  }

  private var wageSentence: String? {
    guard let medianWage else { return nil }
    return typical("Timlön", medianWage / 10_000, wageDeviation.map { $0 / 10_000 })
  }

  private func typical(_ what: String, _ median: Double, _ deviation: Double?) -> String {
    let middle = SwedishNumbers.rounded(median, decimals: 2)
    let spread = deviation.map {
      ", typisk avvikelse \(SwedishNumbers.rounded($0, decimals: 2))\u{A0}kr"
    }
    return "\(what): median \(middle)\u{A0}kr\(spread ?? "")."
  }

  /// `1 dag 20, 2 dagar 13, över 14 dagar 1`; the last bin holds the longer ones.
  private var lengthSentence: String? {
    let bins = spellLengths.enumerated().filter { $0.element > 0 }
    guard !bins.isEmpty else { return nil }
    let parts = bins.map { index, count in
      let isLast = index == spellLengths.count - 1
      let length = isLast ? "över \(index) dagar" : index == 0 ? "1 dag" : "\(index + 1) dagar"
      return "\(length): \(SwedishNumbers.integer(count))"
    }
    return "Periodernas längd: \(parts.joined(separator: ", "))."
  }

  private var weekdaySentence: String? {
    let names = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]
    guard weekdays.contains(where: { $0 > 0 }) else { return nil }
    let parts = zip(names, weekdays).map { "\($0) \(SwedishNumbers.integer($1))" }
    return "Första sjukdag: \(parts.joined(separator: ", "))."
  }

  private var vacancySentence: String? {
    vacancyShare.map { "Av passens tid stod \(SwedishNumbers.percent($0)) utan vikarie." }
  }

  private var topSentence: String? {
    guard employees > 0 else { return nil }
    return "Den tiondel av assistenterna som har mest begärt står för "
      + "\(SwedishNumbers.percent(topShare)) av kronorna."
  }

  private var sickOnlySentence: String? {
    guard employees > 0 else { return nil }
    if sickOnlyEmployees == 0 { return "Alla assistenter finns också som vikarier." }
    let persons = SwedishNumbers.count(sickOnlyEmployees, "assistent", "assistenter")
    return "\(persons) finns bara som \(sickOnlyEmployees == 1 ? "sjuk" : "sjuka"), "
      + "aldrig som vikarie här."
  }
}

extension RiskLoweringReport {
  /// What it says, and what it does to the score.
  var sentence: String {
    let share = SwedishNumbers.number(lowers * 100, decimals: 0)
    return "\(text) Sänker vikten av statistiken med \(share) %, inte av bevisade regelbrott."
  }
}
