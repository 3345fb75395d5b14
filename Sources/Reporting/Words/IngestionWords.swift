import SickPay

extension IngestionReport {
  var refused: [FileEntry] { files.filter { $0.refusal != nil } }
  var read: [FileEntry] { files.filter { $0.refusal == nil } }

  /// One line for each file that was refused whole: its name and why.
  var refusalSentences: [String] {
    refused.map { file in "\(file.name): \(file.refusal ?? "")" }
  }

  /// What was read, and what in it the reader should know of.
  var sentences: [String] {
    let notes = [
      registerSentence, repeatedSentence, laterSentence, shiftSentence, creditSentence,
      leftAloneSentence,
    ]
    return [readSentence] + notes.compactMap(\.self) + files.flatMap(\.sentences)
  }

  /// The rejected rows that were kept, with place and reason.
  func rejectSentences(limit: Int) -> [String] {
    let kept = files.flatMap { file in file.rejects.map { $0.sentence(file: file.name) } }
    let shown = Array(kept.prefix(limit))
    let rest = rejected - shown.count
    guard !shown.isEmpty, rest > 0 else { return shown }
    return shown + ["och \(SwedishNumbers.count(rest, "avvisad rad", "avvisade rader")) till"]
  }

  private var readSentence: String {
    if read.isEmpty { return "Inga filer lästes in." }
    let what = SwedishNumbers.count(read.count, "fil", "filer")
    if rows == 0 { return "Läste in \(what) utan rader." }
    let size = "Läste in \(what) med \(SwedishNumbers.count(rows, "rad", "rader"))"
    if rejected == 0 { return "\(size); alla godtogs." }
    let good = SwedishNumbers.integer(accepted)
    return "\(size): \(good) godtogs och \(SwedishNumbers.integer(rejected)) avvisades."
  }

  /// Which registers were read beside the two tables.
  private var registerSentence: String? {
    let tables = Set(read.compactMap(\.table)).subtracting(["sjukloner", "pass"]).sorted()
    return tables.isEmpty ? nil : "Register som lästes: \(tables.joined(separator: ", "))."
  }

  private var repeatedSentence: String? {
    switch repeated {
    case 0: nil
    case 1: "1 godtagen rad har kommit förut och räknas en gång."
    default:
      "\(SwedishNumbers.integer(repeated)) godtagna rader har kommit förut och räknas en gång."
    }
  }

  private var laterSentence: String? {
    guard laterRows > 0 else { return nil }
    let rows = SwedishNumbers.count(laterRows, "rad", "rader")
    return "\(rows) kom in efter körningens datum och räknas inte."
  }

  private var shiftSentence: String? {
    guard shiftsWithoutClaim > 0 else { return nil }
    return
      "\(SwedishNumbers.integer(shiftsWithoutClaim)) pass hör inte till någon inläst ärenderad."
  }

  private var creditSentence: String? {
    guard !unmatchedCredits.isEmpty else { return nil }
    let places = unmatchedCredits.map(\.place).listed(limit: 3)
    let credits = SwedishNumbers.count(unmatchedCredits.count, "kredit", "krediter")
    return "\(credits) utan motpart: \(places)."
  }

  private var leftAloneSentence: String? {
    guard !leftAlone.isEmpty else { return nil }
    let files = SwedishNumbers.count(leftAlone.count, "fil", "filer")
    let names = leftAlone.listed(limit: 3)
    return "\(files) är inte tabeller av känt slag och lästes inte: \(names)."
  }
}

extension FileEntry {
  fileprivate var sentences: [String] {
    var sentences: [String] = []
    if let sameAs { sentences.append("\(name) har samma innehåll som \(sameAs).") }
    if !unknownColumns.isEmpty {
      let columns = unknownColumns.count == 1 ? "En okänd kolumn" : "Okända kolumner"
      sentences.append("\(columns) i \(name): \(unknownColumns.joined(separator: ", ")).")
    }
    sentences += remarks.prefix(3).map { "\(name): \($0)." }
    if remarks.count > 3 {
      let rest = SwedishNumbers.count(remarks.count - 3, "anmärkning", "anmärkningar")
      sentences.append("\(name): \(rest) till; sjuklonevakt läs --prova visar dem.")
    }
    return sentences
  }
}

extension RejectEntry {
  fileprivate func sentence(file: String) -> String {
    let place = column.map { "\(file), rad \(line), kolumn \($0)" } ?? "\(file), rad \(line)"
    return shape.isEmpty ? "\(place): \(reason)" : "\(place): \(reason) (form \(shape))"
  }
}

extension RowReference {
  /// `sjukloner.csv:812`
  var place: String { "\(file):\(line)" }
}

extension [String] {
  /// The first of them, and how many more there are.
  func listed(limit: Int) -> String {
    let shown = prefix(limit).joined(separator: ", ")
    return count > limit ? "\(shown) och \(count - limit) till" : shown
  }
}

extension FileEntry {
  /// Why nothing of the file is used; `nil` where something is, or it holds no row.
  public var unreadSentence: String? {
    if let refusal { return "\(name): \(refusal)" }
    guard accepted == 0, let first = rejects.first else { return nil }
    let place = first.column.map { "rad \(first.line), kolumn \($0)" } ?? "rad \(first.line)"
    return "\(name): ingen rad gick att läsa; den första, \(place): \(first.reason)"
  }
}
