public import Detection
public import Ledger
import SickPay

/// Answers a question from a ledger's columns.
///
/// Counted are the claim rows that count after credits, and credits without a counterpart, received
/// in the window or, where history is asked for, up to the ledger's date. One pass gives each row
/// the number of its group, one puts the groups' rows beside each other, and each measure looks at
/// its own column. The answer depends on nothing but what is passed in.
///
/// - Parameters:
///   - findings: Those of the scan's companies, where the question counts findings.
///   - protected: Persons whose identity is protected: they count, and are never a row.
///   - names: How companies and persons are called.
/// - Throws: `unknownCompany`, or `unknown` where the filter names a text that no row has.
public func answer(
  _ question: Question, of ledger: Ledger, findings: [Finding] = [], protected: [PersonID] = [],
  names: QuestionNames
) throws(QuestionFault) -> Answer {
  let named = Set(question.measures.compactMap(\.indicator))
  var comparisons: [IndicatorID: [Comparison?]] = [:]
  if !named.isEmpty {
    let companies = Companies(ledger)
    for indicator in Catalogue.indicators where named.contains(indicator.id) {
      comparisons[indicator.id] = indicator.compare(companies)
    }
  }
  return try answer(
    question, of: ClaimRows(ledger), findings: findings, comparisons: comparisons,
    protected: protected, names: names)
}

/// Answers a question from the claim rows alone, which do where it asks for no more
/// (`Question.needsLedger`).
public func answer(
  _ question: Question, of rows: ClaimRows, protected: [PersonID] = [], names: QuestionNames
) throws(QuestionFault) -> Answer {
  precondition(!question.needsLedger, "claim rows tell neither findings nor statistics")
  return try answer(
    question, of: rows, findings: [], comparisons: [:], protected: protected, names: names)
}

private func answer(
  _ question: Question, of rows: ClaimRows, findings: [Finding],
  comparisons: [IndicatorID: [Comparison?]], protected: [PersonID], names: QuestionNames
) throws(QuestionFault) -> Answer {
  var mask = counted(question, rows)
  if let filter = question.filter {
    mask.formIntersection(try FilterEvaluation(rows, names).mask(filter))
  }
  let facts = question.countsFindings ? Facts(findings, mask) : Facts(mask)
  var table = AnswerTable(question, facts, rows, comparisons, protected, names)
  return table.answer()
}

/// The rows that a question looks at before its filter.
private func counted(_ question: Question, _ rows: ClaimRows) -> RowMask {
  let (states, received) = (rows.states, rows.claims.column(.received))
  let first = question.includesHistory ? Int32.min : rows.window.lowerBound.cell
  var mask = RowMask(count: rows.count) { row in
    (states[row] == .counted || states[row] == .unmatchedCredit) && received[row] >= first
  }
  if let kommun = question.kommun {
    mask.formIntersection(RowMask(rows.claims.column(.kommun), in: kommun.cell...kommun.cell))
  }
  return mask
}
