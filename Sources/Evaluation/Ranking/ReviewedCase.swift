public import Detection
import Ledger
public import SickPay

/// An ärende that findings point to, and what a review of it finds.
public struct ReviewedCase: Sendable {
  public let verdict: Verdict
  /// That something is to be corrected, as it was foretold, 0…1.
  public let probability: Double
  public let stake: Ore
  public let isWrong: Bool
}

/// Ärenden, each of one company.
public struct CaseCount: Sendable, Equatable {
  public let all: Int
  /// Of which something is to be corrected.
  public let wrong: Int
}

extension LabelledWorld {
  /// The ärenden of which something is to be corrected, and how many there are, among those of
  /// companies in the window.
  func cases() -> (wrong: Set<CaseKey>, all: Int) {
    var (wrong, all) = (Set<CaseKey>(), Set<CaseKey>())
    for claim in 0..<ledger.claims.count where ledger.isInWindow(claim) {
      let key = ledger.caseKey(ofClaim: claim)
      all.insert(key)
      if isToCorrect[claim] { wrong.insert(key) }
    }
    return (wrong, all.count)
  }
}

extension RankedCompany {
  /// What reviews of the ärenden find to which the company's findings point.
  func reviewed(_ wrong: Set<CaseKey>) -> [ReviewedCase] {
    pointed.map { pointed in
      ReviewedCase(
        verdict: pointed.verdict, probability: forecast.parts[pointed.verdict].rate.value,
        stake: pointed.stake, isWrong: wrong.contains(pointed.key))
    }
  }
}

extension HitRates {
  /// The rates among ärenden of companies of which it is known whether they cheat. Half an ärende
  /// of each outcome is added, so that no rate is 0 or 1.
  init(_ companies: [WorldEvaluation.Company]) {
    func rates(ofCheating cheats: Bool) -> ByVerdict<Double> {
      let cases = companies.filter { $0.truth.cheats == cheats }.flatMap(\.cases)
      return ByVerdict { verdict in
        let some = cases.filter { $0.verdict == verdict }
        return (Double(some.count(where: \.isWrong)) + 0.5) / Double(some.count + 1)
      }
    }
    self.init(cheating: rates(ofCheating: true), ordinary: rates(ofCheating: false))
  }
}
