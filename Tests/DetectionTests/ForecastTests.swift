import Ledger
import SickPay
import TestSupport
import Testing

@testable import Detection

/// What reviews of the ärenden that findings point to are expected to find.
struct ForecastTests {
  private let rates = HitRates(
    cheating: ByVerdict(regelbrott: 0.95, granska: 0.7, monster: 0.3),
    ordinary: ByVerdict(regelbrott: 0.8, granska: 0.5, monster: 0.1))

  private func finding(
    _ verdict: Verdict, _ claims: [Int], atFault: Int,
    stakes: [(claim: Int, ore: Int64)] = []
  ) -> Finding {
    Finding(
      id: "", indicator: IndicatorID("prov"), kind: .rule, verdict: verdict,
      company: CompanyID(index: 0), claims: claims, atFault: atFault, shifts: [],
      registerRows: [], stakes: stakes.map { Stake(claim: $0.claim, amount: Ore($0.ore)) },
      observed: 1, expected: 0, peers: nil, text: "", basis: "",
      clearedBy: "")
  }

  /// Rows 0 and 1 are of one ärende, 2 and 3 of one each.
  @Test func `an ärende stands once, by its surest finding, with what is at stake in all its rows`()
    async throws
  {
    let ledger = try await TestTables(
      claims: (0..<4).map { n in
        "ärende=Ä\(max(1, n)); fakturanummer=F\(n); sjuk_från=2025-03-\(10 + n); "
          + "sjuk_till=2025-03-\(10 + n)"
      }
    ).ledger()
    let texts = (0..<4).map { ledger.dictionaries.texts[ledger.claims[.arende, $0]] }
    #expect(texts == ["Ä1", "Ä1", "Ä2", "Ä3"])
    let findings = [
      finding(.monster, [0, 1, 2], atFault: 3),
      // There is nothing at stake in the last row.
      finding(.granska, [1, 2, 3], atFault: 3, stakes: [(1, 40), (2, 5), (3, 0)]),
      // The second row is a witness.
      finding(.regelbrott, [0, 2], atFault: 1, stakes: [(0, 100)]),
    ]
    let pointed = pointedCases(findings, [0: Ore(100), 1: Ore(40), 2: Ore(5)], ledger)
    #expect(pointed.map(\.verdict) == [.regelbrott, .granska, .monster])
    #expect(pointed.map(\.stake) == [Ore(140), Ore(5), .zero])
    #expect(pointed.map(\.key) == [0, 2, 3].map(ledger.caseKey(ofClaim:)))
  }

  /// 0.5 · 0.95 + 0.5 · 0.8 = 0.875 of 200 kr, 0.6 of 50 kr.
  @Test func `rates are mixed by the score, with its bounds`() {
    let keys = (0..<3).map { _ in
      CaseKey(
        company: CompanyID(index: 0), kommun: KommunCode(cell: 2080), arende: TextID(cell: 0))
    }
    let pointed = [
      PointedCase(key: keys[0], verdict: .regelbrott, stake: Ore(15_000)),
      PointedCase(key: keys[1], verdict: .regelbrott, stake: Ore(5_000)),
      PointedCase(key: keys[2], verdict: .granska, stake: Ore(5_000)),
    ]
    let forecast = ReviewForecast(
      pointed, score: Score(value: 0.5, low: 0.2, high: 1), rates: rates)
    let proven = forecast.parts.regelbrott
    #expect(proven.cases == 2 && proven.kronor == Ore(17_500))
    #expect(abs(proven.rate.value - 0.875) < 1e-12)
    #expect(abs(proven.rate.low - 0.83) < 1e-12 && abs(proven.rate.high - 0.95) < 1e-12)
    #expect(forecast.parts.granska.cases == 1 && forecast.parts.granska.kronor == Ore(3_000))
    #expect(forecast.parts.monster.cases == 0 && forecast.parts.monster.kronor == .zero)
  }

  /// Where cheats are found wrong less often than others the bounds change places.
  @Test func `bounds never cross the rate`() {
    let turned = HitRates(cheating: rates.ordinary, ordinary: rates.cheating)
    for score in [0.0, 0.1, 0.37, 1] {
      let forecast = ReviewForecast(
        [], score: Score(value: score, low: score / 2, high: (1 + score) / 2), rates: turned)
      for verdict in Verdict.allCases {
        let rate = forecast.parts[verdict].rate
        #expect(rate.low <= rate.value && rate.value <= rate.high)
      }
    }
  }
}
