import Configuration
import Detection
import Ingest
import Ledger
import Questions
import Reporting
import Secrecy
import SickPay

extension NightlyScan {
  /// Reads the request's files and answers its question; stores nothing.
  ///
  /// - Parameter progress: Called now and then, from any thread, with the bytes read since.
  /// - Returns: `nil` where no claim row could be read.
  /// - Throws: `QuestionFault`; what the request's closures throw; `DoubtfulDate` where no date is
  ///   given and the latest day in the files can't well be one.
  public static func answer(
    _ request: QuestionRequest, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> QuestionOutcome? {
    var ingestion = await Ingestion.read(
      request.inputs.sources, threads: request.threads, senders: request.senders.formats,
      progress: progress)
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
    return QuestionOutcome(answer: try await answer(request, of: ledger), refusals: refusals)
  }

  /// Answers the request's question from a ledger, wherever its columns come from.
  static func answer(
    _ request: QuestionRequest, of ledger: Ledger
  ) async throws -> AnswerReport {
    let question = request.question
    // Findings are known again by ids that are made of tokens.
    let hasTokens =
      question.showsPersons || question.countsFindings && request.earlier != nil
      || question.namesCompanies && ledger.hasSoleTraders
    let calls = hasTokens ? Calls(ledger.dictionaries, try request.pseudonyms()) : nil
    let numbers = ledger.dictionaries
    let names = QuestionNames(
      company: { calls?.organisation($0) ?? numbers.number($0).description },
      person: { person, role in
        switch role {
        case .assistent: calls?.assistent(person) ?? ""
        case .brukare: calls?.brukare(person) ?? ""
        }
      })
    let findings =
      question.countsFindings ? try await findings(request, ledger, calls?.names ?? .unnamed) : []
    let protected = ProtectedPersons(ledger.claims, persons: ledger.dictionaries.persons.count)
    let answer = try Questions.answer(
      question, of: ledger, findings: findings, protected: protected.ids, names: names)
    return AnswerReport(answer, request, ledger)
  }

  /// What the list of the same day says of its companies.
  private static func findings(
    _ request: QuestionRequest, _ ledger: Ledger, _ names: Names
  ) async throws -> [Finding] {
    let earlier = try request.earlier?(ledger.date) ?? EarlierScans()
    let result = await detect(
      ledger, names: names, rulebook: request.configuration.rulebook,
      settings: request.configuration.settings, putAway: earlier.putAway,
      firstShown: earlier.duplicatesShown, lastScan: earlier.lastScan)
    return result.companies.flatMap { $0.findings.map(\.finding) }
  }
}

extension Names {
  /// For findings that are only counted.
  fileprivate static var unnamed: Names {
    Names(assistent: { "\($0.cell)" }, company: { "\($0.cell)" })
  }
}

extension Ledger {
  fileprivate var hasSoleTraders: Bool {
    (0..<dictionaries.companyCount).contains {
      dictionaries.number(CompanyID(index: $0)).isPerson
    }
  }
}
