import Reporting
import SickPay

extension Fixture {
  static func row(_ arende: String, _ file: String, _ line: Int) -> RowReference {
    RowReference(kommun: String(arende.prefix(4)), arende: arende, file: file, line: line)
  }

  static let substitute = FindingReport(
    id: "f-new", indicator: "sjuk-men-vikarie", kind: "rule", verdict: "regelbrott",
    rows: [row("2080-2025-000123", "sjukloner.csv", 812), row("2081-2025-000044", "pass.csv", 9)],
    rowsAtFault: 1, kronor: Ore(2_831_95), received: day(2025, 11, 18), observed: 4, expected: 0,
    peerGroup: nil,
    peers: nil, share: 0.31,
    text: "Assistent A-31f0 är sjuk här men vikarie hos \"Västra\" <AB> samma 4,0\u{A0}h.",
    basis: "Sjuklönelagen (1991:1047) 4 och 7 §§",
    clearedBy: "Tidsredovisning som visar att någon annan var vikarie.")

  static let karens = FindingReport(
    id: "f-karens", indicator: "karens-fel", kind: "rule", verdict: "granska",
    rows: [
      row("2081-2025-000045", "sjukloner.csv", 900), row("2081-2025-000046", "sjukloner.csv", 901),
      row("2081-2025-000047", "sjukloner.csv", 902),
    ], rowsAtFault: 3, kronor: Ore(55_968_05), received: day(2025, 11, 20), observed: 1.5,
    expected: 5.7,
    peerGroup: nil, peers: nil, share: 0.3333,
    text: "Karensavdraget är 1,5\u{A0}h men ska vara 5,7\u{A0}h.", basis: "Sjuklönelagen 6 §",
    clearedBy: "Lönespecifikation som visar hela avdraget.")

  static let rate = FindingReport(
    id: "f-rate", indicator: "sjukfall-per-manad", kind: "statistic", verdict: "mönster",
    rows: [], rowsAtFault: 0, kronor: .zero, received: day(2025, 11, 20), observed: 0.314159,
    expected: 0.12, peerGroup: "medelstora bolag", peers: 32, share: 0.2867,
    text: "Sjukfallen avviker från jämförbara bolag.", basis: "Poisson-gamma, 32 bolag",
    clearedBy: "En förklaring av personalläget.")

  /// Decided: confirmed.
  static let duplicate = FindingReport(
    id: "f-sure", indicator: "dubbelt-arende", kind: "rule", verdict: "regelbrott",
    rows: [row("2080-2025-000500", "sjukloner.csv", 40)], rowsAtFault: 1,
    kronor: Ore(17_400_00), received: day(2025, 11, 19), observed: 2, expected: 1, peerGroup: nil,
    peers: nil, share: 0.4, text: "Samma timmar är begärda två gånger.",
    basis: "Sjuklönelagen 6 §", clearedBy: "Kreditfaktura på den senare.")

  /// Decided: put away, and still so.
  static let away = FindingReport(
    id: "f-away", indicator: "vakant-begart", kind: "rule", verdict: "granska",
    rows: [row("2080-2025-000501", "sjukloner.csv", 41)], rowsAtFault: 1,
    kronor: Ore(300_00), received: day(2025, 11, 19), observed: 2, expected: 0, peerGroup: nil,
    peers: nil, share: 0.2, text: "Timmar utan vikarie är begärda.", basis: "LSS 9 § 2",
    clearedBy: "Tidsredovisning.")

  /// Decided: put away, and that is over.
  static let over = FindingReport(
    id: "f-over", indicator: "vakant-begart", kind: "rule", verdict: "granska",
    rows: [row("2080-2025-000502", "sjukloner.csv", 42)], rowsAtFault: 1,
    kronor: Ore(299_00), received: day(2025, 11, 14), observed: 2, expected: 0, peerGroup: nil,
    peers: nil, share: 0.11, text: "Timmar utan vikarie är begärda.", basis: "LSS 9 § 2",
    clearedBy: "Tidsredovisning.")

  static let lone = FindingReport(
    id: "f-lone", indicator: "sjukfall-per-manad", kind: "statistic", verdict: "mönster",
    rows: [], rowsAtFault: 0, kronor: .zero, received: day(2025, 10, 1), observed: 12,
    expected: 3.25,
    peerGroup: nil, peers: 1, share: 0.125, text: "Sjukfallen avviker.",
    basis: "Poisson-gamma", clearedBy: "En förklaring av personalläget.")
}
