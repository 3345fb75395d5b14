import Reporting
import SickPay
import Testing

struct CSVFormatTests {
  private func text(_ format: CSVFormat, _ report: ScanReport) -> String {
    var text = ""
    format.write(report, to: &text)
    return text
  }

  @Test func `plain is RFC 4180`() throws {
    try expectGolden(text(.plain, Fixture.report), "report.csv")
  }

  @Test func `the form for Excel`() throws {
    try expectGolden(text(.excel, Fixture.report), "report-excel.csv")
  }

  @Test func `a report without companies is a header`() {
    #expect(text(.plain, Fixture.empty).split(separator: "\r\n").count == 1)
  }

  @Test(arguments: 0..<64 as Range<UInt64>, [CSVFormat.plain, .excel])
  func `reads back field by field`(seed: UInt64, format: CSVFormat) throws {
    var random = SeededRandom(seed: seed)
    let report = random.report()
    var text = text(format, report)
    let isExcel = format == .excel
    if isExcel { #expect(text.unicodeScalars.removeFirst() == "\u{FEFF}") }
    let rows = parse(text, separator: isExcel ? ";" : ",")
    #expect(rows.count == report.companies.count + 1)
    #expect(rows.allSatisfy { $0.count == 16 })
    for (row, company) in zip(rows.dropFirst(), report.companies) {
      let (name, wanted) = (Array(row[2].unicodeScalars), Array(company.name.unicodeScalars))
      #expect(name == wanted || isExcel && name == ["'"] + wanted)
      #expect(row[12] == "\(company.findings.count)")
      let kronor = try #require(Double(row[11].replacing(",", with: ".")))
      #expect((kronor * 100).rounded() == Double(company.kronor.value))
      #expect(row[13] == "\(company.forecasts.reduce(0) { $0 + $1.cases })")
    }
  }

  @Test(arguments: [
    "=1+1", "+46", "-SUM(A1)", "@here", "\tx", "\rx", "  =1",
  ])
  func `a name that a spreadsheet would run gets an apostrophe`(name: String) throws {
    var report = Fixture.report
    report.companies[0].name = name
    let rows = parse(String(text(.excel, report).unicodeScalars.dropFirst()), separator: ";")
    #expect(rows[1][2] == "'" + name)
    #expect(parse(text(.plain, report), separator: ",")[1][2] == name)
  }

  @Test func `a number that begins with 0 keeps it in Excel`() {
    var report = Fixture.report
    report.companies[0].orgnr = "0012345678"
    let rows = parse(String(text(.excel, report).unicodeScalars.dropFirst()), separator: ";")
    #expect(rows[1][1] == "'0012345678")
    #expect(rows[2][1] == "5569876543")
    #expect(rows[4][1] == "E-7f3a9c21")
  }

  /// RFC 4180; every record ends in CRLF.
  private func parse(_ text: String, separator: Unicode.Scalar) -> [[String]] {
    let scalars = Array(text.unicodeScalars)
    var (rows, row, field) = ([[String]](), [String](), String.UnicodeScalarView())
    var (index, isQuoted) = (0, false)
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if isQuoted {
        if scalar == "\"", index < scalars.count, scalars[index] == "\"" {
          index += 1
          field.append("\"")
        } else if scalar == "\"" {
          isQuoted = false
        } else {
          field.append(scalar)
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == separator || scalar == "\r" {
        row.append(String(field))
        field = String.UnicodeScalarView()
        if scalar == "\r" {
          index += 1
          rows.append(row)
          row = []
        }
      } else {
        field.append(scalar)
      }
    }
    return rows
  }
}
