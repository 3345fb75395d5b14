import Evaluation
import Ledger
import SampleWorld
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
    let groups = audit((80, 16, 12), (120, 24, 18))
    #expect(groups.map(\.name) == ["a", "b"])
    #expect(groups.map(\.selection?.expectedShare) == [0.4, 0.6])
    #expect(groups.map(\.selection?.share) == [0.4, 0.6])
    #expect(groups.allSatisfy { $0.selection?.verdict == .passes && $0.hits?.verdict == .passes })
    #expect(groups.allSatisfy { abs(($0.selection?.chance ?? 0) - 1) < 1e-9 })
  }

  /// Group a is a fifth of all: 10 % is half of it and 40 % twice it.
  @Test(arguments: [(8, true), (9, false), (31, false), (32, true)])
  func `step 1 fails where the share halves or doubles`(_ selected: Int, _ fails: Bool) {
    let step = audit((80, selected, 0), (320, 80 - selected, 0))[0].selection
    #expect(step?.verdict == (fails ? .fails : .passes))
  }

  /// Group a is half of all: 80 % is not twice it, but 30 points away.
  @Test(arguments: [(15, false), (16, true)])
  func `step 1 fails where the share moves 30 points`(_ selected: Int, _ fails: Bool) {
    let step = audit((50, selected, 0), (50, 20 - selected, 0))[0].selection
    #expect(step?.verdict == (fails ? .fails : .passes))
  }

  /// Half of the selected are of group a; of a hundred hits, sixty are 10 points more.
  @Test(arguments: [(50, false), (59, false), (60, true), (40, true)])
  func `step 2 fails where the hits are 10 points from the selected`(_ hits: Int, _ fails: Bool) {
    let step = audit((500, 100, hits), (500, 100, 100 - hits))[0].hits
    #expect(step?.verdict == (fails ? .fails : .passes))
  }

  @Test func `without outcomes step 2 is not tried`() {
    #expect(audit((5, 2, 1), (5, 2, 1), isKnown: false).allSatisfy { $0.hits == nil })
  }

  /// Two of two drawn from three marked among six: 3/15; none is as far from the mean, 3/15.
  @Test func `chance is that of a draw without replacement`() {
    let step = audit((3, 2, 0), (3, 0, 0))[0].selection
    #expect(abs((step?.chance ?? 0) - 0.4) < 1e-12)
  }

  @Test func `fewer than five expected are too few, and two hits no ground to pass`() {
    // A fifth of 20 selected is four: one of them is no sign.
    let groups = audit((20, 1, 0), (80, 19, 2))
    #expect(groups.map(\.selection?.verdict) == [.tooFew, .passes])
    #expect(groups.map(\.hits?.verdict) == [.tooFew, .tooFew])
  }

  /// Four are expected of 40 among 1,000: thirty is no chance, and seven may well be one.
  @Test(arguments: [(30, FairnessAudit.Verdict.fails), (7, .tooFew), (8, .tooFew)])
  func `a small group fails by what chance hardly does`(
    _ selected: Int, _ verdict: FairnessAudit.Verdict
  ) {
    let groups = audit((40, selected, 0), (960, 100 - selected, 0))
    #expect(groups[0].selection?.verdict == verdict)
  }

  /// A fifth of 30 selected is six, of which a draw from 1,000 holds three or fewer, or nine or
  /// more, every fourth time.
  @Test func `past the limit by what chance often does is no failure`() {
    let groups = audit((200, 3, 0), (800, 27, 0))
    #expect(groups[0].selection?.verdict == .withinChance)
  }

  /// Eleven groups of 9 of 99 companies, 12 to 30 of them drawn: fewer than three are expected of
  /// each. Of three groups of 33, ten of 30.
  @Test func `a selection by chance passes nearly always`() {
    var random = SeededGenerator(seed: 5)
    var failures = 0
    for round in 0..<400 {
      let order = (0..<99).shuffled(using: &random)
      let drawn = Set(order.prefix(12 + round % 19))
      for groups in [11, 3] {
        let audit = FairnessAudit(
          (0..<99).map { company in
            FairnessAudit.Company(
              group: String(company % groups), isSelected: drawn.contains(company), isHit: nil)
          })
        if audit.groups.contains(where: { $0.selection?.verdict == .fails }) { failures += 1 }
      }
    }
    #expect(failures < 40)
  }
}
