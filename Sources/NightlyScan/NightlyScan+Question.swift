import Configuration
import Detection
import Ingest
import Ledger
import Questions
import Reporting
import Secrecy
import SickPay

extension NightlyScan {
  /// Answers the request's question from rows that were kept, or from its files; stores nothing in
  /// the database.
  ///
  /// - Parameter progress: Called now and then, from any thread, with the bytes read since.
  /// - Returns: `nil` where no claim row could be read.
  /// - Throws: `QuestionFault`; what the request's closures throw; `DoubtfulDate` where no date is
  ///   given and the latest day in the files can't well be one.
  public static func answer(
    _ request: QuestionRequest, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> QuestionOutcome? {
    let question = request.question
    if !question.needsLedger,
      let kept = request.recallRows?(question.columns, question.looksAtShifts)
    {
      return QuestionOutcome(answer: try answer(request, of: kept), refusals: [])
    }
    var ingestion = await Ingestion.read(
      request.inputs.sources, threads: request.threads, senders: request.senders.formats,
      earlier: request.earlierReadings, progress: progress)
    if request.date == nil, let doubt = DoubtfulDate(ingestion) { throw doubt }
    let refusals = ingestion.reports.compactMap { report -> String? in
      guard case .refused(let reason) = report.outcome else { return nil }
      return "\(report.name): \(sentence(reason))"
    }
    let ledger = Ledger(
      parts: ingestion.takeParts(), date: request.date,
      windowMonths: request.configuration.settings.windowMonths,
      law: request.configuration.rulebook.law.sickPeriod)
    if ledger.claims.count == 0 { return nil }
    let rows = ClaimRows(ledger)
    // A file may have been refused for what passes: it is tried again the next time.
    if refusals.isEmpty, !question.needsLedger { request.keepRows?(rows) }
    let report =
      try await question.needsLedger ? answer(request, of: ledger) : answer(request, of: rows)
    return QuestionOutcome(answer: report, refusals: refusals)
  }

  private static func answer(
    _ request: QuestionRequest, of rows: ClaimRows
  ) throws -> AnswerReport {
    let calls = try calls(request, rows.dictionaries)
    let answer = try Questions.answer(
      request.question, of: rows, protected: protected(rows),
      names: names(rows.dictionaries, calls))
    return AnswerReport(answer, request, rows)
  }

  private static func answer(
    _ request: QuestionRequest, of ledger: Ledger
  ) async throws -> AnswerReport {
    let (rows, calls) = (ClaimRows(ledger), try calls(request, ledger.dictionaries))
    let findings =
      request.question.countsFindings
      ? try await findings(request, ledger, calls?.names ?? .unnamed) : []
    let answer = try Questions.answer(
      request.question, of: ledger, findings: findings, protected: protected(rows),
      names: names(ledger.dictionaries, calls))
    return AnswerReport(answer, request, rows)
  }

  /// Tokens, where the answer has any or findings are known again by ids that are made of them.
  private static func calls(
    _ request: QuestionRequest, _ dictionaries: Dictionaries
  ) throws -> Calls? {
    let question = request.question
    let hasTokens =
      question.showsPersons || question.countsFindings && request.earlier != nil
      || question.namesCompanies && dictionaries.hasSoleTraders
    return hasTokens ? Calls(dictionaries, try request.pseudonyms()) : nil
  }

  private static func names(_ numbers: Dictionaries, _ calls: Calls?) -> QuestionNames {
    QuestionNames(
      company: { calls?.organisation($0) ?? numbers.number($0).description },
      person: { person, role in
        switch role {
        case .assistent: calls?.assistent(person) ?? ""
        case .brukare: calls?.brukare(person) ?? ""
        }
      })
  }

  private static func protected(_ rows: ClaimRows) -> [PersonID] {
    ProtectedPersons(rows.claims, persons: rows.dictionaries.persons.count).ids
  }

  /// What the list of the same day says of its companies.
  private static func findings(
    _ request: QuestionRequest, _ ledger: Ledger, _ names: Names
  ) async throws -> [Finding] {
    let earlier = try request.earlier?(ledger.date) ?? EarlierScans()
    let result = await detect(
      ledger, names: names, rulebook: request.configuration.rulebook,
      settings: request.configuration.settings, putAway: earlier.putAway,
      firstShown: earlier.duplicatesShown)
    return result.companies.flatMap { $0.findings.map(\.finding) }
  }
}

extension Names {
  /// For findings that are only counted.
  fileprivate static var unnamed: Names {
    Names(assistent: { "\($0.cell)" }, company: { "\($0.cell)" })
  }
}

extension Dictionaries {
  fileprivate var hasSoleTraders: Bool {
    (0..<companyCount).contains { number(CompanyID(index: $0)).isPerson }
  }
}
