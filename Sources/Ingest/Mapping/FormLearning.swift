/// Learns from all values of a file how its numbers and dates are written.
///
/// A file has one hand: where a column's own values leave its decimal sign open, the other columns
/// of the file decide. Where nothing does, it is not guessed.
struct FormLearning {
  private var columns: [RewrittenColumn] = []
  private var numbers: [NumberEvidence]
  private var dates: [DateEvidence]
  private let rewriter: RecordRewriter

  init(_ mapping: TableMapping, names: [String]) {
    var columns: [RewrittenColumn] = []
    for mapped in mapping.columns {
      guard let spec = mapping.table.columns.first(where: { $0.name == mapped.column }) else {
        continue
      }
      columns.append(RewrittenColumn(mapping: mapped, spec: spec))
    }
    let days = ShiftDays(columns.map(\.mapping).filter { $0.dayPlace != nil })
    for index in columns.indices where columns[index].mapping.dayPlace != nil {
      columns[index].shiftDays = days
    }
    self.columns = columns
    numbers = columns.map { _ in NumberEvidence() }
    dates = columns.map { _ in DateEvidence() }
    rewriter = RecordRewriter(columns: columns, names: names)
  }

  mutating func take(_ batch: borrowing RecordBatch) {
    for record in 0..<batch.recordCount {
      let (cells, line) = (batch.texts(of: record), batch.lines[record])
      let exact = batch.exactFields(of: record)
      if rewriter.skipKind(cells) != nil { continue }
      for index in columns.indices {
        let column = columns[index]
        // Of a number that the sheet knows there is nothing to learn.
        if let place = column.mapping.place, exact.isExact(place) { continue }
        switch column.spec.kind {
        case .kronor, .hours, .wage, .percent:
          numbers[index].add(column.source(cells), line: line)
        case .date: dates[index].add(column.source(cells), line: line)
        case .wallTime: dates[index].add(column.dayText(cells), line: line)
        default: break
        }
      }
    }
  }

  /// The columns with what was learned; a question where the values leave it open.
  func columns(said: SenderFormat?) throws(RefusalReason) -> [RewrittenColumn] {
    var known = columns
    let sign = said?.decimalSign ?? theOnly(numbers.compactMap(\.decided))
    let order = said?.dateOrder ?? theOnly(dates.compactMap(\.decided))
    for index in known.indices {
      let name = known[index].spec.name
      if said?.decimalSign == nil, let line = numbers[index].contraryLine {
        throw .contraryDecimalSigns(column: name, line: line)
      }
      if said?.dateOrder == nil, let line = dates[index].contraryLine {
        throw .contraryDateOrders(column: name, line: line)
      }
      let kind = known[index].spec.kind
      if kind.isAmount {
        known[index].decimalSign = said?.decimalSign ?? numbers[index].decided ?? sign
      } else if kind.isDay {
        known[index].dateOrder = said?.dateOrder ?? dates[index].decided ?? order
      }
      if known[index].decimalSign == nil, let line = numbers[index].unclearLine {
        throw .unclearDecimalSign(column: name, line: line)
      }
      if known[index].dateOrder == nil, let line = dates[index].unclearLine {
        throw .unclearDateOrder(column: name, line: line)
      }
    }
    return known
  }

  private func theOnly<Value: Equatable>(_ values: [Value]) -> Value? {
    values.dropFirst().allSatisfy { $0 == values.first } ? values.first : nil
  }
}

extension RewrittenColumn {
  /// The text that holds the day of a time.
  func dayText(_ cells: [String]) -> String {
    if let dayPlace = mapping.dayPlace { return dayPlace < cells.count ? cells[dayPlace] : "" }
    let text = source(cells)
    return text.split { " T".contains($0) }.dropLast().joined(separator: " ")
  }
}
