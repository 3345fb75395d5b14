extension CSVFormat {
  /// One row for each group, and one for those that are shown together; no row for their sum, so
  /// that a column adds up to it. What is unknown is empty.
  public func write(_ answer: AnswerReport, to output: inout some TextOutputStream) {
    if self == .excel { output.write("\u{FEFF}") }
    output.write(line(answer.keyTitles + answer.columns.map(\.title)))
    for row in answer.tableRows {
      let values = zip(answer.columns, row.values).map { column, value in
        value.flatMap(column.unit.decimal)?.text(point: point) ?? ""
      }
      output.write(line(row.keys.map { text($0 ?? "") } + values))
    }
  }
}

extension AnswerReport {
  /// The groups, then those that are merged under their label; the sum where there are no keys.
  fileprivate var tableRows: [Row] {
    if keyTitles.isEmpty { return total.map { [Row(keys: [], values: $0)] } ?? [] }
    let keys = [merged?.label] + Array(repeating: nil, count: keyTitles.count - 1)
    return rows + (merged?.values.map { [Row(keys: keys, values: $0)] } ?? [])
  }
}
