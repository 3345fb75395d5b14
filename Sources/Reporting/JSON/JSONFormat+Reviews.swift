extension JSONFormat {
  /// `null` where no outcomes were read.
  static func write(_ outcomes: OutcomeReport?, to json: inout JSONWriter) {
    guard let outcomes else { return json.value(nil as String?) }
    json.object { json in
      json.key("risk")
      write(outcomes.risk, to: &json)
      json.key("random")
      write(outcomes.random, to: &json)
      json.key("calibration")
      json.object { json in
        json.field("companies", outcomes.calibration.companies)
        json.field("wrong", outcomes.calibration.wrong)
        json.field("used", outcomes.calibration.isUsed)
      }
    }
  }

  private static func write(_ rate: HitRateReport, to json: inout JSONWriter) {
    json.object { json in
      json.field("reviewed", rate.reviewed)
      json.field("wrong", rate.wrong)
      json.field("kronor", rate.kronor)
      json.field("rate", share(rate.rate))
      json.field("low", share(rate.low))
      json.field("high", share(rate.high))
    }
  }

  private static func share(_ value: Double?) -> FixedDecimal? {
    value.flatMap { FixedDecimal(rounding: $0, decimals: scoreDecimals) }
  }

  static func write(_ sampled: SampledCase, to json: inout JSONWriter) {
    json.object { json in
      json.field("kommun", sampled.kommun)
      json.field("arende", sampled.arende)
      json.field("orgnr", sampled.orgnr)
      json.field("name", sampled.name)
      json.field("received", sampled.received)
    }
  }
}
