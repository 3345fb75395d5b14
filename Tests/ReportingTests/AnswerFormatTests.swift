import Reporting
import SickPay
import Testing

struct AnswerFormatTests {
  private static func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

  private let answer = AnswerReport(
    date: day("2025-11-20"), window: day("2023-11-21")...day("2025-11-20"),
    includesHistory: false, filter: "belopp > 10", kommun: nil, keyTitles: ["avtal", "månad"],
    columns: [
      .init(title: "antal", unit: .count), .init(title: "summa(belopp)", unit: .kronor),
      .init(title: "medel(sjuktimmar)", unit: .hours), .init(title: "p90(timlön)", unit: .wage),
      .init(title: "andel(karens)", unit: .share), .init(title: "medel(sjukdagar)", unit: .days),
    ],
    rows: [
      .init(
        keys: ["=KFO; \"A\"", "2025-03"],
        values: [1234, 123_456_789, 27_000, 1_652_500, 0.1234, 3.25]),
      .init(keys: [nil, "2025-04"], values: [5, -50, nil, nil, nil, 4]),
    ],
    groups: 3,
    merged: .init(label: "färre än fem personer", groups: 2, values: [7, 700, 0, 0, 0, 0]),
    total: [1300, 123_500_000, 25_200, 1_650_000, 0.125, 3], notes: ["Att veta."])

  private func text(_ write: (AnswerReport, inout String) -> Void) -> String {
    var text = ""
    write(answer, &text)
    return text
  }

  /// What stands two spaces apart or more.
  private func cells(_ line: some StringProtocol) -> [String] {
    String(line).split(separator: "  ").map { $0.split(separator: " ").joined(separator: " ") }
  }

  @Test func `a terminal's table has units, the merged groups and the sum`() {
    let lines = text { TerminalFormat(width: 140).writeAnswer($0, to: &$1) }
      .replacing("\u{a0}", with: " ").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix("antal, summa(belopp), medel(sjuktimmar)"))
    #expect(lines[1] == "Rader inkomna 2023-11-21 till 2025-11-20.")
    #expect(lines[2] == "Filter: belopp > 10")
    #expect(
      cells(lines[4]) == [
        "avtal", "månad", "antal", "summa(belopp), kr", "medel(sjuktimmar), h",
        "p90(timlön), kr/h", "andel(karens)", "medel(sjukdagar), dagar",
      ])
    #expect(
      cells(lines[5]) == [
        "=KFO; \"A\"", "2025-03", "1 234", "1 234 567,89", "7,50", "165,25", "12,3 %", "3,3",
      ])
    #expect(cells(lines[6]) == ["–", "2025-04", "5", "−0,50", "–", "–", "–", "4"])
    #expect(lines[7].hasPrefix("färre än fem personer"))
    #expect(lines[8].hasPrefix("alla"))
    #expect(lines[10] == "Här visas 2 av 3 grupper.")
    #expect(lines[11].hasPrefix("«färre än fem personer»: 2 grupper tillsammans"))
    #expect(lines[12] == "Att veta.")
  }

  @Test func `csv is RFC 4180, and Excel's has commas and no formula`() {
    let plain = text { CSVFormat.plain.write($0, to: &$1) }
    #expect(
      plain == """
        avtal,månad,antal,summa(belopp),medel(sjuktimmar),p90(timlön),andel(karens),\
        medel(sjukdagar)\r
        "=KFO; ""A""\",2025-03,1234,1234567.89,7.50,165.25,0.1234,3.3\r
        ,2025-04,5,-0.50,,,,4\r
        färre än fem personer,,7,7.00,0.00,0.00,0.0000,0\r

        """)
    let excel = text { CSVFormat.excel.write($0, to: &$1) }
    #expect(excel.hasPrefix("\u{FEFF}avtal;månad;"))
    #expect(excel.contains("\"'=KFO; \"\"A\"\"\";2025-03;1234;1234567,89;7,50;165,25;0,1234;3,3"))
  }

  @Test func `json has the values in their columns' units`() {
    let json = text { JSONFormat.write($0, to: &$1) }
    #expect(json.contains(#"{"name": "summa(belopp)", "unit": "kronor"}"#))
    #expect(
      json.contains(
        #"{"keys": [null, "2025-04"], "values": [5, -0.50, null, null, null, 4]}"#))
    #expect(
      json.contains(#""merged": {"label": "färre än fem personer", "groups": 2, "values": [7"#))
    #expect(json.contains(#""total": {"values": [1300, 1235000.00, 7.00, 165.00, 0.1250, 3]}"#))
  }

  @Test func `an answer that is withheld has no numbers in any form`() {
    var answer = answer
    (answer.rows, answer.total) = ([], nil)
    answer.merged = .init(label: "färre än fem personer", groups: 1, values: nil)
    answer.notes = ["Svaret gäller färre än fem personer och visas inte."]
    var (table, csv, json) = ("", "", "")
    TerminalFormat().writeAnswer(answer, to: &table)
    CSVFormat.plain.write(answer, to: &csv)
    JSONFormat.write(answer, to: &json)
    #expect(table.contains("visas inte") && !table.contains("alla"))
    #expect(csv.split(separator: "\r\n").count == 1)
    #expect(json.contains(#""total": null"#))
    #expect(json.contains(#""values": [null, null, null, null, null, null]"#))
  }
}
