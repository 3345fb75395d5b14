import SickPay
import TestSupport

private typealias Rows = CaseRows

let employmentNormalCases: [RuleCase] = [
  // Sjuklönelagen 3 §: the right begins on the fifteenth day.
  RuleCase(
    name: "sick from the fifteenth day of a short employment",
    claims: ["anställd_från=2025-02-17; anställd_till=2025-03-14"], found: []),
  RuleCase(
    name: "sick in the first days of an employment of a whole month",
    claims: ["anställd_från=2025-03-01; anställd_till=2025-03-31"], found: []),
  RuleCase(
    name: "a whole month that begins at the end of January",
    claims: [
      "anställd_från=2025-01-31; anställd_till=2025-02-27; sjuk_från=2025-02-03; "
        + "sjuk_till=2025-02-05"
    ], found: []),
  RuleCase(
    name: "two short employments with fourteen days between them",
    claims: [
      "anställd_från=2025-01-27; anställd_till=2025-02-14; sjuk_från=2025-02-11; "
        + "sjuk_till=2025-02-12; inkommen=2025-03-01",
      Rows.second + "; anställd_från=2025-03-01; anställd_till=2025-03-20",
    ], found: []),
  // LSS 9 d §: the eighteenth birthday itself is lawful.
  RuleCase(
    name: "a vikarie on the eighteenth birthday", claims: [""],
    shifts: ["vikarie=\(born("20070303"))"], found: []),
  RuleCase(
    name: "an assistant born on a leap day, eighteen at the end of February",
    claims: [
      "assistent=\(born("20060228")); sjuk_från=2024-02-28; sjuk_till=2024-02-29; "
        + "inkommen=2024-04-01"
    ], found: []),
  // Colleagues stand in for each other now and then.
  RuleCase(
    name: "two colleagues who stand in for each other twice",
    claims: swaps(twice).claims, shifts: swaps(twice).shifts, found: []),
  RuleCase(
    name: "the only two assistants of a brukare, who stand in for each other eight times",
    claims: swaps(twice + twice).claims, shifts: swaps(twice + twice).shifts, found: []),
  RuleCase(
    name: "a vikarie who stands in for everybody and is never sick",
    claims: swaps(Array(repeating: (1, 9), count: 4) + Array(repeating: (2, 9), count: 4)).claims,
    shifts: swaps(Array(repeating: (1, 9), count: 4) + Array(repeating: (2, 9), count: 4)).shifts,
    found: []),
  // A day and a night on end, and an hour more by the clock in October.
  RuleCase(
    name: "a vikarie for 24 hours over the hour that comes twice",
    claims: ["sjuk_från=2025-10-25; sjuk_till=2025-10-27; inkommen=2025-11-10"],
    shifts: [Rows.shift("2025-10-25 20:00", "2025-10-26 20:00", "typ=aktiv")], found: []),
  RuleCase(
    name: "thirty hours with jour at night", claims: [""],
    shifts: [
      Rows.shift("2025-03-03 08:00", "2025-03-03 22:00", "typ=aktiv"),
      Rows.shift("2025-03-03 22:00", "2025-03-04 06:00", "typ=jour"),
      Rows.shift("2025-03-04 06:00", "2025-03-04 14:00", "typ=aktiv"),
    ], found: []),
  // Sjuklönelagen 7 §: three absences in a chain are still ordinary.
  RuleCase(name: "two relapses", claims: relapses(2), found: []),
]

let employmentFaultyCases: [RuleCase] = [
  RuleCase(
    name: "sick on the fourteenth day of a short employment",
    claims: ["anställd_från=2025-02-18; anställd_till=2025-03-14"],
    shifts: [""], found: ["kort-anstallning"]),
  RuleCase(
    name: "two short employments with fifteen days between them",
    claims: [
      "anställd_från=2025-01-27; anställd_till=2025-02-14; sjuk_från=2025-02-11; "
        + "sjuk_till=2025-02-12; inkommen=2025-03-01",
      Rows.second + "; anställd_från=2025-03-02; anställd_till=2025-03-20",
    ], found: ["kort-anstallning"]),
  RuleCase(
    name: "a vikarie who turns eighteen the day after the shift begins", claims: [""],
    shifts: [
      Rows.shift("2025-03-03 22:00", "2025-03-04 06:00", "vikarie=\(born("20070304"))")
    ], found: ["under-18"]),
  RuleCase(
    name: "an assistant of seventeen, without shifts",
    claims: ["assistent=\(born("20071231"))"], found: ["under-18"]),
  RuleCase(
    name: "two colleagues who stand in for each other eight times",
    claims: swaps(twice + [(5, 6)] + twice).claims, shifts: swaps(twice + [(5, 6)] + twice).shifts,
    found: ["ringbyten"]),
  RuleCase(
    name: "a ring of three",
    claims: swaps(Array(repeating: [(1, 2), (2, 3), (3, 1)], count: 3).flatMap { $0 }).claims,
    shifts: swaps(Array(repeating: [(1, 2), (2, 3), (3, 1)], count: 3).flatMap { $0 }).shifts,
    found: ["ringbyten"]),
  RuleCase(
    name: "a vikarie at work for 28 hours over midnight and a month's end",
    claims: ["sjuk_från=2025-02-27; sjuk_till=2025-03-01"],
    shifts: [
      Rows.shift("2025-02-28 08:00", "2025-02-28 20:00", "typ=aktiv"),
      Rows.shift("2025-02-28 20:00", "2025-03-01 12:00", "typ=aktiv"),
    ], found: ["orimlig-arbetstid"]),
  RuleCase(
    name: "a vikarie for 25 hours at two companies",
    claims: ["", Rows.second + "; " + Rows.otherCompany + "; " + Rows.otherPerson],
    shifts: [
      Rows.shift("2025-03-03 08:00", "2025-03-03 20:00", "typ=aktiv"),
      Rows.shift(
        "2025-03-03 20:00", "2025-03-04 09:00", "ärende=Ä2; typ=aktiv; " + Rows.otherPerson),
    ], found: ["orimlig-arbetstid"]),
  RuleCase(name: "three relapses", claims: relapses(3), found: ["aterinsjuknandekedja"]),
]

/// An invented person born on a day, given as eight digits.
private func born(_ date: String) -> String {
  let digits = UInt64(date.dropFirst(2) + "980") ?? 0
  return date + "980" + String(Luhn.checkDigit(digits))
}

/// Absences of two days with three days between them, the first with karens.
private func relapses(_ count: Int) -> [String] {
  (0...count).map { index in
    let day = index * 5 + 1
    let two = { (day: Int) in day < 10 ? "0\(day)" : "\(day)" }
    return "ärende=R\(index); fakturanummer=R\(index); sjuk_från=2025-03-\(two(day)); "
      + "sjuk_till=2025-03-\(two(day + 1)); "
      + (index == 0 ? "" : "karens_skäl=återinsjuknande; " + Rows.paidInFull)
  }
}

private let twice = [(sick: 1, vikarie: 2), (2, 1), (1, 2), (2, 1)]

/// Absences three weeks apart: who was sick, and who was the only vikarie.
private func swaps(_ pairs: [(sick: Int, vikarie: Int)]) -> (claims: [String], shifts: [String]) {
  var (claims, shifts): ([String], [String]) = ([], [])
  for (index, pair) in pairs.enumerated() {
    guard let day = Day(year: 2025, month: 1, day: 7)?.advanced(by: index * 21) else { continue }
    claims.append(
      "ärende=B\(index); fakturanummer=B\(index); assistent=\(person(pair.sick)); "
        + "sjuk_från=\(day); sjuk_till=\(day.advanced(by: 2)); "
        + "inkommen=\(day.advanced(by: 30))")
    shifts.append(
      Rows.shift(
        "\(day) 08:00", "\(day) 16:00",
        "ärende=B\(index); assistent=\(person(pair.sick)); vikarie=\(person(pair.vikarie))"))
  }
  return (claims, shifts)
}
