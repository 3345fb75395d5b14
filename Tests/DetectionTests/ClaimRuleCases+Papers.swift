import SickPay
import TestSupport

private typealias Rows = CaseRows

let paperNormalCases: [RuleCase] = [
  RuleCase(
    name: "two companies with accounts of their own",
    claims: [
      "betalkonto=9912-3456",
      Rows.second + "; betalkonto=9912-3457; \(Rows.otherCompany); \(Rows.otherPerson)",
    ], found: []),
  RuleCase(
    name: "an account of six companies: a factoring firm's",
    claims: (1...6).map {
      "ärende=F\($0); fakturanummer=F\($0); betalkonto=9912-3456; orgnr=\(company($0)); "
        + "assistent=\(person($0))"
    }, found: []),
  // Falun, Säter and Trosa ask for the claim within three months.
  RuleCase(
    name: "three months after the end of a January",
    claims: ["sjuk_från=2025-01-29; sjuk_till=2025-01-31; inkommen=2025-04-30"], found: []),
  RuleCase(
    name: "a correction a year later",
    claims: ["", Rows.second + "; inkommen=2026-03-01; ersätter=Ä1"], found: []),
  RuleCase(
    name: "half a year later, where the kommun asks for no term",
    claims: ["kommun=1384; inkommen=2025-09-10"], found: []),
  RuleCase(name: "four old claims at once", claims: batch(old: 4, prompt: 8), found: []),
  RuleCase(
    name: "a company that always bills by the quarter",
    claims: batch(old: 6, prompt: 4) + batch(old: 6, prompt: 4, year: 2024), found: []),
  RuleCase(
    name: "24 hours a day for two days", claims: ["sjuk_till=2025-03-04; sjuktimmar=48"],
    found: []),
  RuleCase(
    name: "25 hours on the day on which an hour comes twice",
    claims: ["sjuk_från=2025-10-26; sjuk_till=2025-10-26; sjuktimmar=25; inkommen=2025-11-10"],
    found: []),
  RuleCase(
    name: "an absence of 30 hours that is split over two brukare",
    claims: [
      "sjuk_till=2025-03-04; sjuktimmar=30; fördelning=60",
      Rows.second + "; sjuk_till=2025-03-04; sjuktimmar=30; fördelning=40; karenstimmar=0; "
        + Rows.otherBrukare,
    ], found: []),
]

let paperFaultyCases: [RuleCase] = [
  RuleCase(
    name: "the same account at two companies, written in two ways",
    claims: [
      "betalkonto=9912-3456",
      Rows.second + "; betalkonto=99123456; \(Rows.otherCompany); \(Rows.otherPerson)",
    ], found: ["delat-konto"]),
  RuleCase(
    name: "a day more than three months after the end of a February in a leap year",
    claims: ["sjuk_från=2024-02-28; sjuk_till=2024-02-29; inkommen=2024-05-30"],
    found: ["sen-begaran"]),
  RuleCase(
    name: "six old claims at once from a prompt company", claims: batch(old: 6, prompt: 12),
    found: ["bakdaterad-sats"]),
  RuleCase(
    name: "two rows of 30 and 28 hours on the same two days",
    claims: [
      "sjuk_till=2025-03-04; sjuktimmar=30",
      Rows.second + "; sjuk_till=2025-03-04; sjuktimmar=28; karenstimmar=0; " + Rows.otherBrukare,
    ], found: ["fler-an-dygnet"]),
  RuleCase(
    name: "24 hours on the day on which an hour is skipped, and two more",
    claims: [
      "sjuk_från=2025-03-30; sjuk_till=2025-03-30; sjuktimmar=26; inkommen=2025-05-01"
    ], found: ["fler-an-dygnet"]),
  RuleCase(
    name: "the same invoice sent again on another day", claims: ["", "inkommen=2025-05-01"],
    found: ["dubblett"]),
  RuleCase(
    name: "the same application sent again, without invoices",
    claims: ["fakturanummer=", "fakturanummer=; inkommen=2025-05-01"], shifts: [""],
    found: ["dubblett"]),
]

/// Old claims that came in on 2 June, of sickness 80 days before, and prompt ones month by month.
private func batch(old: Int, prompt: Int, year: Int = 2025) -> [String] {
  let late = (0..<old).map { index in
    "ärende=O\(year)\(index); fakturanummer=O\(year)\(index); assistent=\(person(20 + index)); "
      + "sjuk_från=\(year)-03-12; sjuk_till=\(year)-03-14; inkommen=\(year)-06-02"
  }
  return late
    + (0..<prompt).map { index in
      let month = index % 9 + 1
      return "ärende=P\(year)\(index); fakturanummer=P\(year)\(index); "
        + "assistent=\(person(40 + index)); sjuk_från=\(year)-0\(month)-03; "
        + "sjuk_till=\(year)-0\(month)-05; inkommen=\(year)-0\(month)-28"
    }
}
