import SickPay

/// The output contract as JSON: keys English and in a fixed order, texts Swedish. Equal reports
/// give equal bytes. Keys may be added; those that are here keep their name, type and meaning.
///
/// Kronor have two decimals; scores and shares four, and a company's shares add up to its score.
/// A value that is unknown, or no number, is `null`.
public enum JSONFormat {
  /// How many decimals scores and shares have.
  static let scoreDecimals = 4

  /// Writes one object and a line break, company by company.
  public static func write(_ report: ScanReport, to output: inout some TextOutputStream) {
    var json = JSONWriter()
    json.object(.lines) { json in
      json.field("schema", ScanReport.schema)
      json.key("scan")
      write(report.head, to: &json)
      json.key("ingestion")
      write(report.ingestion, to: &json)
      json.key("companies")
      json.array(.lines) { json in
        for company in report.companies {
          write(company, to: &json)
          output.write(json.take())
        }
      }
      json.key("skipped")
      json.array(.lines) { json in
        for skipped in report.skipped { write(skipped, to: &json) }
      }
      json.key("silent")
      json.array(.lines) { json in
        for silent in report.silent { write(silent, to: &json) }
      }
      json.key("outcomes")
      write(report.outcomes, to: &json)
      json.key("randomSample")
      json.array(.lines) { json in
        for sampled in report.randomSample.cases { write(sampled, to: &json) }
      }
    }
    output.write(json.take() + "\n")
  }

  private static func write(_ head: ScanHead, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", head.id)
      json.field("date", head.date)
      json.field(
        "window", [head.window.lowerBound.description, head.window.upperBound.description])
      json.field("configHash", head.configHash)
      json.field("version", head.version)
    }
  }

  private static func write(_ skipped: SkippedReport, to json: inout JSONWriter) {
    json.object { json in
      json.field("indicator", skipped.indicator)
      json.field("reason", skipped.reason)
      json.field("rows", skipped.rows)
    }
  }

  private static func write(_ silent: SilentReport, to json: inout JSONWriter) {
    json.object { json in
      json.field("indicator", silent.indicator)
      json.field("findings", silent.findings)
      json.field("companies", silent.companies)
      json.field("kronor", silent.kronor)
    }
  }

  static func write(_ row: RowReference, to json: inout JSONWriter) {
    json.object { json in
      json.field("kommun", row.kommun)
      json.field("arende", row.arende)
      json.field("file", row.file)
      json.field("line", row.line)
    }
  }
}
