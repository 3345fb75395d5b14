import SickPay

extension JSONFormat {
  /// One object and a line break: what was asked, `columns`, `rows` with `keys` and `values`,
  /// `merged` and `total`. Values have the unit of their column and stand in its order.
  public static func write(_ answer: AnswerReport, to output: inout some TextOutputStream) {
    var json = JSONWriter()
    json.object(.lines) { json in
      json.field("schema", ScanReport.schema)
      json.field("date", answer.date)
      json.field(
        "window", [answer.window.lowerBound.description, answer.window.upperBound.description])
      json.field("includesHistory", answer.includesHistory)
      json.field("kommun", answer.kommun)
      json.field("filter", answer.filter)
      json.field("keys", answer.keyTitles)
      json.key("columns")
      json.array(.lines) { json in
        for column in answer.columns {
          json.object { json in
            json.field("name", column.title)
            json.field("unit", column.unit.rawValue)
          }
        }
      }
      json.field("groups", answer.groups)
      json.key("rows")
      json.array(.lines) { json in
        for row in answer.rows {
          json.object { json in
            json.key("keys")
            json.array { json in for key in row.keys { json.value(key) } }
            write(row.values, of: answer, to: &json)
          }
          output.write(json.take())
        }
      }
      json.key("merged")
      write(answer.merged, of: answer, to: &json)
      json.key("total")
      write(answer.total, of: answer, to: &json)
      json.field("notes", answer.notes)
    }
    output.write(json.take() + "\n")
  }

  private static func write(
    _ merged: AnswerReport.Merged?, of answer: AnswerReport, to json: inout JSONWriter
  ) {
    guard let merged else { return json.value(nil as String?) }
    json.object { json in
      json.field("label", merged.label)
      json.field("groups", merged.groups)
      write(merged.values ?? answer.columns.map { _ in nil }, of: answer, to: &json)
    }
  }

  private static func write(
    _ total: [Double?]?, of answer: AnswerReport, to json: inout JSONWriter
  ) {
    guard let total else { return json.value(nil as String?) }
    json.object { json in write(total, of: answer, to: &json) }
  }

  /// As the field `values`.
  private static func write(
    _ values: [Double?], of answer: AnswerReport, to json: inout JSONWriter
  ) {
    json.key("values")
    json.array { json in
      for (column, value) in zip(answer.columns, values) {
        json.value(value.flatMap(column.unit.decimal))
      }
    }
  }
}
