import TestSupport

/// How the cases below call what they have in common.
enum CaseRows {
  static let second = "ärende=Ä2; fakturanummer=F2; inkommen=2025-05-01"
  static let third = "ärende=Ä3; fakturanummer=F3; inkommen=2025-06-01"
  static let otherPerson = "assistent=\(person(3))"
  static let otherBrukare = "brukare=\(person(5001))"
  static let otherCompany = "orgnr=\(company(2))"

  /// A relapse without karens: 24 hours paid.
  static let paidInFull = "karenstimmar=0; ersatta_timmar=24; sjuklön=3072; belopp=3072"

  /// A shift that a vikarie works from beginning to end.
  static func shift(_ start: String, _ end: String, _ more: String = "") -> String {
    "start=\(start); slut=\(end); vikarie_start=\(start); vikarie_slut=\(end); \(more)"
  }

  /// A shift and the times that its vikarie worked.
  static func shift(_ start: String, _ end: String, vikarie from: String, _ to: String) -> String {
    "start=\(start); slut=\(end); vikarie_start=\(from); vikarie_slut=\(to)"
  }
}

private typealias Rows = CaseRows

/// One row of the days 3 to 16 March 2025, fourteen sick days.
private let fortnight = "sjuk_från=2025-03-03; sjuk_till=2025-03-16"

let claimNormalCases: [RuleCase] = [
  // Sjuklönelagen 8 §: sick day 7 needs no certificate.
  RuleCase(name: "seven sick days", claims: ["sjuk_till=2025-03-09"], found: []),
  RuleCase(
    name: "a certificate from day 8 on",
    claims: [fortnight + "; läkarintyg_från=2025-03-10; läkarintyg_till=2025-03-16"], found: []),
  RuleCase(
    name: "a certificate on the row of another brukare",
    claims: [
      fortnight + "; läkarintyg_från=2025-03-10; läkarintyg_till=2025-03-16",
      Rows.second + "; " + fortnight + "; karenstimmar=0; ersatta_timmar=24; sjuklön=3072; "
        + "belopp=3072; " + Rows.otherBrukare,
    ],
    shifts: [
      Rows.shift("2025-03-12 08:00", "2025-03-12 16:00"),
      Rows.shift("2025-03-13 08:00", "2025-03-13 16:00", "ärende=Ä2; " + Rows.otherBrukare),
    ], found: []),
  // The count of days to the certificate starts again in a relapse (Försäkringskassan).
  RuleCase(
    name: "five days, a relapse of five days: no day 8 in either",
    claims: [
      "sjuk_från=2025-03-03; sjuk_till=2025-03-07",
      Rows.second + "; sjuk_från=2025-03-11; sjuk_till=2025-03-15; karens_skäl=återinsjuknande; "
        + Rows.paidInFull,
    ], found: []),
  RuleCase(
    name: "no shift lost from day 8 on", claims: [fortnight],
    shifts: [Rows.shift("2025-03-09 22:00", "2025-03-10 06:00")], found: []),
  // HFD 2015 ref. 72: the hours that a vikarie worked are paid.
  RuleCase(
    name: "a vikarie who came late, and the hours are subtracted",
    claims: ["ersatta_timmar=16; sjuklön=2048; belopp=2048"],
    shifts: [
      Rows.shift("2025-03-03 08:00", "2025-03-03 16:00"),
      Rows.shift(
        "2025-03-04 08:00", "2025-03-04 16:00", vikarie: "2025-03-04 10:00", "2025-03-04 16:00"),
    ], found: []),
  RuleCase(
    name: "a vikarie who came late, in the karens hours", claims: [""],
    shifts: [
      Rows.shift(
        "2025-03-03 08:00", "2025-03-03 16:00", vikarie: "2025-03-03 14:00", "2025-03-03 16:00")
    ], found: []),
  RuleCase(
    name: "one vikarie until midnight, another from then on", claims: [""],
    shifts: [
      Rows.shift(
        "2025-03-04 20:00", "2025-03-05 06:00", vikarie: "2025-03-04 20:00", "2025-03-05 00:00"),
      Rows.shift(
        "2025-03-04 20:00", "2025-03-05 06:00", vikarie: "2025-03-05 00:00", "2025-03-05 06:00")
        + "; vikarie=\(person(4))",
    ], found: []),
  RuleCase(
    name: "a vikarie through the night in which an hour is skipped",
    claims: ["sjuk_från=2025-03-28; sjuk_till=2025-03-30; inkommen=2025-05-01"],
    shifts: [
      Rows.shift("2025-03-28 08:00", "2025-03-28 16:00"),
      Rows.shift(
        "2025-03-29 22:00", "2025-03-30 06:00", vikarie: "2025-03-29 22:00", "2025-03-30 03:00"),
      Rows.shift(
        "2025-03-29 22:00", "2025-03-30 06:00", vikarie: "2025-03-30 02:00", "2025-03-30 06:00")
        + "; vikarie=\(person(4))",
    ], found: []),
  // Sjuklönelagen 7 §: a shift belongs to the day on which it starts.
  RuleCase(
    name: "a night shift that starts on the employment's last day",
    claims: [
      "anställd_från=2024-01-01; anställd_till=2025-02-28; sjuk_från=2025-02-26; "
        + "sjuk_till=2025-02-28"
    ],
    shifts: [Rows.shift("2025-02-28 22:00", "2025-03-01 06:00")], found: []),
  RuleCase(
    name: "an employment that a later claim shows was prolonged",
    claims: [
      "anställd_från=2024-01-01; anställd_till=2025-03-03",
      Rows.second + "; anställd_från=2024-01-01; anställd_till=2025-12-31; sjuk_från=2025-04-07; "
        + "sjuk_till=2025-04-09",
    ], shifts: [Rows.shift("2025-03-04 08:00", "2025-03-04 16:00")], found: []),
  RuleCase(
    name: "days after the employment's end that are not paid",
    claims: [
      "anställd_från=2024-01-01; anställd_till=2025-03-03; ersatta_timmar=2; sjuklön=256; "
        + "belopp=256"
    ],
    shifts: [
      "", Rows.shift("2025-03-04 08:00", "2025-03-04 16:00"),
      Rows.shift("2025-03-05 08:00", "2025-03-05 16:00"),
    ], found: []),
  // Kammarrätten i Sundsvall 1345-17 does not concern dubbelassistans.
  RuleCase(
    name: "dubbelassistans: both sick, each with a vikarie of their own",
    claims: ["", Rows.second + "; " + Rows.otherPerson],
    shifts: [
      Rows.shift("2025-03-03 20:00", "2025-03-04 06:00"),
      Rows.shift(
        "2025-03-03 20:00", "2025-03-04 06:00",
        "ärende=Ä2; vikarie=\(person(4)); " + Rows.otherPerson),
    ], found: []),
  RuleCase(
    name: "a vikarie who falls sick the day after",
    claims: [
      "", Rows.second + "; \(Rows.otherPerson); sjuk_från=2025-03-04",
    ],
    shifts: [
      "vikarie=\(person(3))",
      Rows.shift("2025-03-04 08:00", "2025-03-04 16:00", "ärende=Ä2; " + Rows.otherPerson),
    ], found: []),
  // Sjuklönelagen 6 §: after ten deductions in twelve months none is made.
  RuleCase(
    name: "ten deductions and then none", claims: tenDeductions(count: 10, firstMonth: 1),
    found: []),
  // A revision and a raise of one's own.
  RuleCase(
    name: "a wage that is raised twice", claims: wages(160, 164.8, 171.4), found: []),
  RuleCase(
    name: "a wage that is raised much, and stays", claims: wages(160, 185, 185), found: []),
  RuleCase(
    name: "another wage for another brukare",
    claims: wages(160, 160, 160) + wages(150, 150, 150, from: 4, more: Rows.otherBrukare),
    found: []),
]

let claimFaultyCases: [RuleCase] = [
  // No certificate before day 15 from 2020-11-01 to 2021-09-30, and none at all before
  // that; what is found is that the state paid sick pay then.
  RuleCase(
    name: "fourteen days in the spring of 2021",
    claims: ["sjuk_från=2021-03-01; sjuk_till=2021-03-14; inkommen=2021-04-01"],
    found: ["staten-betalade"]),
  RuleCase(
    name: "fourteen days in the summer of 2020",
    claims: ["sjuk_från=2020-06-01; sjuk_till=2020-06-14; inkommen=2020-07-01"],
    found: ["staten-betalade"]),
  RuleCase(
    name: "eight sick days without a certificate", claims: ["sjuk_till=2025-03-10"],
    found: ["lakarintyg-saknas"]),
  RuleCase(
    name: "a shift on day 8 without a certificate, over a leap day",
    claims: ["sjuk_från=2024-02-22; sjuk_till=2024-02-29; inkommen=2024-04-01"],
    shifts: [Rows.shift("2024-02-29 22:00", "2024-03-01 06:00")], found: ["lakarintyg-saknas"]),
  RuleCase(
    name: "a certificate that ends before the absence does",
    claims: [fortnight + "; läkarintyg_från=2025-03-10; läkarintyg_till=2025-03-12"],
    found: ["lakarintyg-saknas"]),
  RuleCase(
    name: "a relapse of eight days without a certificate of its own",
    claims: [
      "sjuk_från=2025-03-03; sjuk_till=2025-03-04; läkarintyg_från=2025-03-03; "
        + "läkarintyg_till=2025-03-04",
      Rows.second + "; sjuk_från=2025-03-07; sjuk_till=2025-03-14; karens_skäl=återinsjuknande; "
        + Rows.paidInFull,
    ], found: ["lakarintyg-saknas"]),
  RuleCase(
    name: "eight sick days on two rows",
    claims: [
      "sjuk_från=2025-03-03; sjuk_till=2025-03-05",
      Rows.second + "; sjuk_från=2025-03-06; sjuk_till=2025-03-10; " + Rows.paidInFull,
    ], found: ["lakarintyg-saknas"]),
  RuleCase(
    name: "certificates again from 2021-10-01",
    claims: ["sjuk_från=2021-10-01; sjuk_till=2021-10-08; inkommen=2021-11-01"],
    found: ["lakarintyg-saknas"]),
  RuleCase(
    name: "a vikarie who came two hours late, and the whole shift is paid", claims: [""],
    shifts: [
      Rows.shift("2025-03-03 08:00", "2025-03-03 16:00"),
      Rows.shift(
        "2025-03-04 08:00", "2025-03-04 16:00", vikarie: "2025-03-04 10:00", "2025-03-04 16:00"),
    ], found: ["utan-vikarie"]),
  RuleCase(
    name: "a vikarie who left at midnight", claims: [""],
    shifts: [
      "",
      Rows.shift(
        "2025-03-04 20:00", "2025-03-05 06:00", vikarie: "2025-03-04 20:00", "2025-03-05 00:00"),
    ], found: ["utan-vikarie"]),
  RuleCase(
    name: "no vikarie between two vikarier", claims: [""],
    shifts: [
      "",
      Rows.shift(
        "2025-03-04 08:00", "2025-03-04 16:00", vikarie: "2025-03-04 08:00", "2025-03-04 10:00"),
      Rows.shift(
        "2025-03-04 08:00", "2025-03-04 16:00", vikarie: "2025-03-04 12:00", "2025-03-04 16:00")
        + "; vikarie=\(person(4))",
    ], found: ["utan-vikarie"]),
  RuleCase(
    name: "shifts paid after the employment's end",
    claims: ["anställd_från=2024-01-01; anställd_till=2025-03-03"],
    shifts: ["", Rows.shift("2025-03-04 00:00", "2025-03-04 08:00")],
    found: ["efter-anstallningens-slut"]),
  RuleCase(
    name: "a row wholly after the employment's end",
    claims: [
      "anställd_från=2024-01-01; anställd_till=2024-02-29; sjuk_från=2024-03-01; "
        + "sjuk_till=2024-03-03; inkommen=2024-04-01"
    ], found: ["efter-anstallningens-slut"]),
  RuleCase(
    name: "an earlier claim that knew of no end",
    claims: [
      "anställd_från=2024-01-01; sjuk_från=2025-01-06; sjuk_till=2025-01-08; inkommen=2025-02-01",
      Rows.second + "; anställd_från=2024-01-01; anställd_till=2025-03-03",
    ], shifts: [Rows.shift("2025-03-05 08:00", "2025-03-05 16:00", "ärende=Ä2")],
    found: ["efter-anstallningens-slut"]),
  RuleCase(
    name: "the vikarie's sick pay for the same night",
    claims: ["", Rows.second + "; " + Rows.otherPerson],
    shifts: [
      Rows.shift("2025-03-03 22:00", "2025-03-04 06:00", "vikarie=\(person(3))"),
      Rows.shift(
        "2025-03-04 00:00", "2025-03-04 06:00",
        "ärende=Ä2; vikarie=\(person(4)); " + Rows.otherPerson),
    ], found: ["tva-lager"]),
  RuleCase(
    name: "ten deductions said, nine made", claims: tenDeductions(count: 9, firstMonth: 1),
    found: ["tio-avdrag"]),
  RuleCase(
    name: "ten deductions, the first of them more than a year ago",
    claims: tenDeductions(count: 10, firstMonth: 0), found: ["tio-avdrag"]),
  RuleCase(
    name: "ten deductions said where no week is stated",
    claims: ["veckotimmar=; karens_skäl=tio; " + Rows.paidInFull], found: ["tio-avdrag"]),
  RuleCase(
    name: "a wage that goes up and falls back", claims: wages(160, 192, 160),
    found: ["lon-avviker"]),
  RuleCase(
    name: "a wage that leaps on the last claim", claims: wages(160, 160, 185),
    found: ["lon-avviker"]),
]

/// Claims a month apart, the last of them of 7 January 2025 with ten deductions as its reason.
private func tenDeductions(count: Int, firstMonth: Int) -> [String] {
  let months = (0..<count).map { index in
    index == 0 && firstMonth == 0 ? "2024-01-0" : "2024-\(index + 2 < 10 ? "0" : "")\(index + 2)-0"
  }
  let rows = months.enumerated().map { index, month in
    "ärende=T\(index); fakturanummer=T\(index); sjuk_från=\(month)3; sjuk_till=\(month)5; "
      + "inkommen=\(month)9; anställd_från=2024-01-01"
  }
  return rows + [
    "sjuk_från=2025-01-07; sjuk_till=2025-01-09; inkommen=2025-02-01; karens_skäl=tio; "
      + "anställd_från=2024-01-01; " + Rows.paidInFull
  ]
}

/// Claims of January, March, May … 2025 with these wages.
private func wages(_ wages: Double..., from: Int = 1, more: String = "") -> [String] {
  wages.enumerated().map { index, wage in
    let month = "2025-0\(from / 2 + 2 * index + 1)-"
    let number = from + index
    let pay = (wage * 0.8 * 18 * 100).rounded() / 100
    return "ärende=L\(number); fakturanummer=L\(number); inkommen=\(month)28; "
      + "sjuk_från=\(month)\(from > 1 ? "17" : "03"); sjuk_till=\(month)\(from > 1 ? "19" : "05"); "
      + "timlön=\(wage); sjuklön=\(pay); belopp=\(pay); \(more)"
  }
}
