import Evaluation
import Ledger
import SickPay
import TestSupport
import Testing

struct FairnessAuditTests {
  /// `counts`: companies, selected of them, hits of those, for groups a and b.
  private func audit(
    _ a: (Int, Int, Int), _ b: (Int, Int, Int), isKnown: Bool = true
  ) -> [FairnessAudit.Group] {
    let companies = [("a", a), ("b", b)].flatMap { name, counts in
      (0..<counts.0).map { n in
        FairnessAudit.Company(
          group: name, isSelected: n < counts.1, isHit: isKnown ? n < counts.2 : nil)
      }
    }
    return FairnessAudit(companies).groups
  }

  @Test func `a selection like the whole passes both steps`() {
    let groups = audit((40, 8, 4), (60, 12, 6))
    #expect(groups.map(\.name) == ["a", "b"])
    #expect(groups.map(\.randomShare) == [0.4, 0.6])
    #expect(groups.map(\.selectedShare) == [0.4, 0.6])
    #expect(groups.allSatisfy { !$0.failsSelection && $0.failsHits == false })
    #expect(groups.allSatisfy { abs($0.chance - 1) < 1e-9 })
  }

  /// Group a is a fifth of all: 10 % is half of it and 40 % twice it.
  @Test(arguments: [(2, true), (3, false), (7, false), (8, true)])
  func `step 1 fails where the share halves or doubles`(_ selected: Int, _ fails: Bool) {
    #expect(audit((20, selected, 0), (80, 20 - selected, 0))[0].failsSelection == fails)
  }

  /// Group a is half of all: 80 % is not twice it, but 30 points away.
  @Test(arguments: [(15, false), (16, true)])
  func `step 1 fails where the share moves 30 points`(_ selected: Int, _ fails: Bool) {
    #expect(audit((50, selected, 0), (50, 20 - selected, 0))[0].failsSelection == fails)
  }

  /// Half of the selected are of group a; of ten hits, six are 10 points more.
  @Test(arguments: [(5, false), (6, true), (4, true)])
  func `step 2 fails where the hits are 10 points from the selected`(_ hits: Int, _ fails: Bool) {
    #expect(audit((50, 10, hits), (50, 10, 10 - hits))[0].failsHits == fails)
  }

  @Test func `without outcomes step 2 is not tried`() {
    #expect(audit((5, 2, 1), (5, 2, 1), isKnown: false).allSatisfy { $0.failsHits == nil })
  }

  /// Two of two drawn from three marked among six: 3/15; none is as far from the mean, 3/15.
  @Test func `chance is that of a draw without replacement`() {
    #expect(abs(audit((3, 2, 0), (3, 0, 0))[0].chance - 0.4) < 1e-12)
  }
}
