/// What a canonical reading of a file leaves in doubt, so that another form of it is tried.
struct ReadingDoubts {
  /// The first sum that is 1,80 kr by the format and 1 800 kr by many senders, like `1.800`.
  private(set) var unclearSum: (column: String, line: Int32)?
  /// Whether a row was rejected for a value that can be read as senders write it.
  private(set) var hasSenderValues = false

  mutating func note(unclearSum column: String, line: Int32) {
    if unclearSum == nil { unclearSum = (column, line) }
  }

  mutating func note(_ reason: RejectReason, _ kind: FieldKind, _ text: Span<UInt8>) {
    guard !hasSenderValues, reason == .notANumber || reason == .notADate else { return }
    let written = String(decodingUTF8: text)
    switch kind {
    case .kronor, .wage, .percent: hasSenderValues = NumberText(written) != nil
    case .hours:
      hasSenderValues = NumberText(written) != nil || hoursOfClockForm(written) != nil
    case .date: hasSenderValues = DateText(written) != nil
    default: break
    }
  }
}
