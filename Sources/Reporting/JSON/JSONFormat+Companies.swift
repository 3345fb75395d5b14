import SickPay

extension JSONFormat {
  static func write(_ company: CompanyReport, to json: inout JSONWriter) {
    json.object { json in
      json.field("rank", company.rank)
      json.field("orgnr", company.orgnr)
      json.field("name", company.name)
      json.field("riskforetag", company.isRiskforetag)
      json.field("score", score(company.score))
      json.field("low", score(company.low))
      json.field("high", score(company.high))
      json.field("expectedKronor", company.expected)
      json.field("atStakeKronor", company.atStake)
      json.field("sizeRank", company.sizeRank)
      json.field("claims", company.claims)
      json.field("kronor", company.kronor)
      json.key("kommuner")
      json.array { json in for kommun in company.kommuner { write(kommun, to: &json) } }
      json.key("findings")
      json.array(.lines) { json in
        let shares = company.printedShares(decimals: scoreDecimals)
        for (finding, share) in zip(company.findings, shares) {
          write(finding, share: share, to: &json)
        }
      }
      json.key("riskLowering")
      json.array { json in for fact in company.riskLowering { write(fact, to: &json) } }
      json.key("review")
      writeForecast(of: company, to: &json)
      json.key("profile")
      write(company.profile, to: &json)
    }
  }

  private static func write(_ fact: RiskLoweringReport, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", fact.id)
      json.field("observed", fact.observed)
      json.field("of", fact.whole)
      json.field("lowers", score(fact.lowers))
      json.field("text", fact.text)
    }
  }

  /// `null` where no finding points to an ärende.
  private static func writeForecast(of company: CompanyReport, to json: inout JSONWriter) {
    guard let whole = company.forecast else { return json.value(nil as String?) }
    json.object { json in
      json.field("cases", whole.cases)
      json.field("rate", score(whole.rate))
      json.field("low", score(whole.low))
      json.field("high", score(whole.high))
      json.field("kronor", whole.kronor)
      json.key("verdicts")
      json.array { json in
        for part in company.forecasts {
          json.object { json in
            json.field("verdict", part.verdict)
            json.field("cases", part.cases)
            json.field("rate", score(part.rate))
            json.field("low", score(part.low))
            json.field("high", score(part.high))
            json.field("kronor", part.kronor)
          }
        }
      }
    }
  }

  private static func write(_ kommun: KommunReport, to json: inout JSONWriter) {
    json.object { json in
      json.field("kommun", kommun.kommun)
      json.field("claims", kommun.claims)
      json.field("kronor", kommun.kronor)
      json.field("atStakeKronor", kommun.atStake)
    }
  }

  private static func write(
    _ finding: FindingReport, share: FixedDecimal, to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("id", finding.id)
      json.field("indicator", finding.indicator)
      json.field("kind", finding.kind)
      json.field("verdict", finding.verdict)
      json.field("claims", finding.claims)
      json.key("rows")
      json.array { json in for row in finding.rows { write(row, to: &json) } }
      json.field("kronor", finding.kronor)
      json.field("observed", measured(finding.observed))
      json.field("expected", measured(finding.expected))
      json.field("peerGroup", finding.peerGroup)
      json.field("peers", finding.peers)
      json.field("share", share)
      json.field("text", finding.text)
      json.field("basis", finding.basis)
      json.field("clearedBy", finding.clearedBy)
      json.field("received", finding.received)
    }
  }

  private static func write(_ profile: ProfileReport, to json: inout JSONWriter) {
    json.object { json in
      json.field("claims", profile.claims)
      json.field("spells", profile.spells)
      json.field("sickHours", hours(profile.sickTime))
      json.field("paidHours", hours(profile.paidTime))
      json.field("medianKronor", kronor(profile.medianAmount, per: 100))
      json.field("deviationKronor", kronor(profile.amountDeviation, per: 100))
      json.field("medianWage", kronor(profile.medianWage, per: 10_000))
      json.field("deviationWage", kronor(profile.wageDeviation, per: 10_000))
      json.field("spellLengths", profile.spellLengths)
      json.field("weekdays", profile.weekdays)
      json.field("activeMonths", profile.activeMonths)
      json.field("employees", profile.employees)
      json.field("brukare", profile.brukare)
      json.field("kommuner", profile.kommuner)
      json.field("vikarier", profile.vikarier)
      json.field("vacancyShare", profile.vacancyShare.flatMap(score))
      json.field("topShare", score(profile.topShare))
      json.field("sickOnlyEmployees", profile.sickOnlyEmployees)
    }
  }

  private static func score(_ value: Double) -> FixedDecimal? {
    FixedDecimal(rounding: value, decimals: scoreDecimals)
  }

  /// A count, a rate or a sum: as many decimals as it needs, at most six.
  private static func measured(_ value: Double) -> FixedDecimal? {
    FixedDecimal(rounding: value, decimals: 6)?.trimmed
  }

  private static func hours(_ time: Seconds) -> FixedDecimal? {
    FixedDecimal(rounding: Double(time.value) / Double(Seconds.perHour), decimals: 2)
  }

  /// - Parameter parts: how many of the value's units make one krona.
  private static func kronor(_ value: Double?, per parts: Double) -> FixedDecimal? {
    value.flatMap { FixedDecimal(rounding: $0 / parts, decimals: 2) }
  }
}
