import Ledger
import SickPay
import Testing

@testable import Questions

/// Where a wrong question goes wrong, and what it is told.
struct FilterFaultTests {
  private func fault(
    keys: String = "", _ measures: String = "antal", filter: String? = nil, order: String? = nil
  ) -> QuestionFault? {
    do {
      _ = try Question(keys: keys, measures: measures, filter: filter, order: order)
      return nil
    } catch { return error }
  }

  @Test(arguments: [
    ("belopp > 100", 0), ("belop > 100", 1), ("kommun=2080 och belop > 1", 17),
    ("belopp >", 9), ("belopp 100", 8), ("belopp > hundra", 10), ("belopp > 1,2,3", 10),
    ("(belopp > 1", 12), ("belopp > 1)", 11), ("belopp > 1 belopp < 3", 12), ("", 1),
    ("inte", 5), ("kommun i 2080", 10), ("kommun i (2080", 15), ("kommun i (2080,)", 16),
    ("kommun = 208", 10), ("kommun < 2080", 8), ("inkommen = 2025-02-30", 12),
    ("inkommen = 2025-13", 12), ("inkommen > belopp", 12), ("frånvaro = sjukk", 12),
    ("avtal = \"KFO", 9), ("bolag = 12", 9), ("assistent = 198001011234", 1),
    ("ärende = Ä1", 1), ("belopp > 1 och", 15), ("belopp i (100,200)", 11),
    ("belopp i (100.5, 200)", 0), ("sjukdagar i (1,2)", 0), ("inkommen >= i", 13),
  ])
  func `a fault names the character at which it stands`(_ filter: String, _ position: Int) {
    let fault = fault(filter: filter)
    #expect(fault?.position ?? 0 == position, "\(filter): \(String(describing: fault))")
    #expect(fault == nil || fault?.part == .filter)
  }

  @Test(arguments: [
    ("belop > 1", "belopp"), ("BELOPP_ > 1", "belopp"), ("sjuktimar > 1", "sjuktimmar"),
    ("inkomen > 2025-01", "inkommen"), ("avtl = KFO", "avtal"),
  ])
  func `the column that was meant stands first`(_ filter: String, _ meant: String) {
    guard case .unknown(_, .filterColumn, let known)? = fault(filter: filter)?.problem else {
      Issue.record("no unknown column in \(filter)")
      return
    }
    #expect(known.first == meant)
    #expect(Set(known) == Set(QuestionColumn.all.map(\.name)))
  }

  @Test(arguments: [
    ("veckodag", false), ("sum", true), ("komun", true), ("manda", true), ("x", false),
    ("belop", true), ("vecka", false), ("", false),
  ])
  func `a name is offered only where little parts it from what was typed`(
    _ typed: String, _ isAlike: Bool
  ) {
    let names = GroupKey.allCases.map(\.rawValue) + ["summa", "belopp"]
    let first = nearest(typed, among: names).first ?? ""
    #expect(mayMean(typed, first) == isAlike)
    if !isAlike { #expect(nearest(typed, among: names) == names) }
  }

  @Test func `what exists is never said to be missing`() throws {
    let wage = try #require(QuestionColumn.named("timlön", among: QuestionColumn.all))
    let agreement = try #require(QuestionColumn.named("avtal", among: QuestionColumn.all))
    #expect(fault("summa(timlön)")?.problem == .notAdditive(wage))
    #expect(fault("andel(timlön)")?.problem == .notAdditive(wage))
    #expect(fault("medel(avtal)")?.problem == .notMeasured(agreement))
    #expect(fault("p50(avtal)")?.problem == .notMeasured(agreement))
    #expect(fault("summa(ärende)")?.problem == .singledOut(column: "ärende"))
    #expect(fault("p100(belopp)")?.problem == .noQuantile("p100"))
    for (name, isRule) in [("dubblett", true), ("delar-med-andra", false)] {
      #expect(
        fault(keys: "bolag", "relativt(\(name))")
          == QuestionFault(
            part: .measures, position: 10,
            problem: isRule ? .ruleNotCompared(name) : .statisticNotCompared(name)))
    }
    #expect(
      fault(filter: "kvartal = 2025-K2")?.problem
        == .keyNotColumn(.sickQuarter, column: "sjuk_från"))
    #expect(
      fault(filter: "inkommen-år = 2025")?.problem
        == .keyNotColumn(.receivedYear, column: "inkommen"))
    let amount = try #require(QuestionColumn.named("belopp", among: QuestionColumn.all))
    #expect(
      fault(filter: "belopp > abc")
        == QuestionFault(part: .filter, position: 10, problem: .wrongValue("abc", column: amount)))
    #expect(fault(filter: "läkarintyg_från = tom och sjukdagar > 7") == nil)
  }

  @Test func `every column of the claims is asked of or said to single out`() {
    let kept: Set<ClaimSchema.Column> = [
      .arende, .invoiceNumber, .account, .credits, .replaces, .amount, .file, .line,
    ]
    #expect(Question.everyColumn == Set(ClaimSchema.Column.allCases).subtracting(kept))
  }

  @Test func `keys, measures and orders that do not exist are named with those that do`() {
    let keys = nearest("manda", among: GroupKey.allCases.map(\.rawValue))
    #expect(keys.first == "månad" && keys.count == GroupKey.allCases.count)
    #expect(
      fault(keys: "kommun, manda")
        == QuestionFault(part: .keys, position: 9, problem: .unknown("manda", .key, known: keys)))
    #expect(fault("antal, sumna(belopp)")?.position == 8)
    for measure in ["p0(belopp)", "p100(belopp)", "px(belopp)", "p(belopp)"] {
      #expect(fault(measure)?.position == 1, "\(measure)")
    }
    #expect(fault("p50")?.problem == .expected(.openingParenthesis))
    #expect(fault("summa(timlön)")?.position == 7)
    #expect(fault("medel(inkommen)")?.position == 7)
    #expect(fault("antal,antal")?.problem == .repeated("antal"))
    #expect(fault(keys: "kommun,kommun")?.problem == .repeated("kommun"))
    #expect(fault(keys: "kommun", order: "summa-")?.part == .sort)
    #expect(fault(keys: "kommun", order: "antal-") == nil)
    #expect(fault(keys: "kommun", "summa", order: "summa(belopp)") == nil)
  }

  @Test(arguments: ["anställd", "brukare", "kommun,anställd"])
  func `persons need exactly one company`(_ keys: String) throws {
    let one = "5566778899"
    for filter in [
      nil, "belopp > 1", "bolag != \(one)", "inte bolag = \(one)",
      "bolag = \(one) eller belopp > 1", "bolag = \(one) eller bolag = 5566778898",
      "bolag i (\(one), 5566778898)", "bolag = tom",
    ] {
      guard case .needsOneCompany? = fault(keys: keys, filter: filter)?.problem else {
        Issue.record("\(keys) with \(filter ?? "no filter") goes through")
        continue
      }
    }
    for filter in [
      "bolag = \(one)", "belopp > 1 och bolag = 556677-8899", "orgnr = 165566778899",
      "bolag i (\(one))", "(bolag = \(one) och belopp > 1) eller bolag = \(one)",
    ] {
      #expect(fault(keys: keys, filter: filter) == nil)
      #expect(try Question(keys: keys, measures: "antal", filter: filter).company == one)
    }
  }

  @Test func `findings are not counted by person`() {
    let filter = "bolag = 5566778899"
    #expect(fault(keys: "anställd,indikator", filter: filter)?.problem == .findingsOfPersons)
    #expect(fault(keys: "bolag,indikator", filter: filter) == nil)
    #expect(
      fault(keys: "indikator", "medel(belopp)")?.problem == .notOfFindings("medel(belopp)"))
    #expect(fault("summa(att_pröva)")?.problem == .onlyOfFindings("summa(att_pröva)"))
  }

  @Test func `a comparison with peers needs the company as its only key`() {
    #expect(fault(keys: "bolag", "relativt(sjukfrekvens)") == nil)
    for keys in ["", "kommun", "bolag,kommun"] {
      #expect(
        fault(keys: keys, "antal,relativt(sjukfrekvens)")
          == QuestionFault(
            part: .measures, position: 7, problem: .needsCompanyKey("relativt(sjukfrekvens)")))
    }
  }

  @Test func `parentheses beyond all reason are a fault, not a crash`() {
    let deep = String(repeating: "(", count: 100_000) + "belopp > 1"
    #expect(fault(filter: deep)?.problem == .tooDeep)
    let denied = String(repeating: "inte ", count: 100_000) + "belopp > 1"
    #expect(fault(filter: denied)?.problem == .tooDeep)
  }
}
