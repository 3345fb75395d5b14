import SickPay
import Testing

@testable import Ingest

struct MappingTests {
  @Test func `no name stands for two columns of a table`() {
    for (table, synonyms) in [
      (TableKind.claims, ColumnSynonyms.claims), (.shifts, ColumnSynonyms.shifts),
    ] {
      var owners: [String: String] = [:]
      for column in table.columns.map(\.name) { owners[columnKey(column)] = column }
      for (column, names) in synonyms.sorted(by: { $0.key < $1.key }) {
        #expect(table.columnNames.contains(column))
        for name in names {
          let owner = owners.updateValue(column, forKey: columnKey(name))
          #expect(owner == nil || owner == column, "\(name): \(owner ?? "") och \(column)")
        }
      }
    }
  }

  @Test(
    arguments: [
      ("1234,5", [DecimalSign.comma], false), ("1.234,50", [.comma], false),
      ("1,234.50", [.point], false), ("1.234", [.comma, .point], true),
      ("1.234.567", [.comma], false), ("0,125", [.comma], false), ("1 234,567", [.comma], false),
      ("12.5", [.point], false), ("1234", [.comma, .point], false),
      ("1 234", [.comma, .point], false),
    ] as [(String, [DecimalSign], Bool)])
  func `a number allows these decimal signs`(
    _ text: String, _ signs: [DecimalSign], _ differ: Bool
  ) throws {
    let readings = try #require(NumberText(text)).readings
    #expect(readings.signs == signs)
    #expect(readings.differ == differ)
  }

  @Test(arguments: [
    ("-1 234,50 kr", "-1234.50"), ("1234,50-", "-1234.50"), ("\u{2212}3", "-3"), ("12 %", "12"),
    ("1'234,00", "1234.00"), ("+5", "5"), ("7 tim", "7"),
  ])
  func `a number with a decimal comma is this`(_ text: String, _ canonical: String) throws {
    #expect(try #require(NumberText(text)).canonical(.comma) == canonical)
  }

  @Test(arguments: ["1 23", "12 34,5", "abc", "1,2,3.4,5", "", "kr", "1 2345", "--5", ",5", "5,"])
  func `this is no number by any sign`(_ text: String) {
    let number = NumberText(text)
    #expect(DecimalSign.allCases.allSatisfy { number?.canonical($0) == nil })
  }

  @Test(arguments: [("7:30", "7.5000"), ("0:20", "0.3333"), ("40:00", "40.0000")])
  func `hours on the clock's form are decimal hours`(_ text: String, _ hours: String) {
    #expect(hoursOfClockForm(text) == hours)
  }

  @Test(arguments: ["5/6/2025", "05-06-2025", "25-05-06"])
  func `this day can be read in two ways`(_ text: String) throws {
    let date = try #require(DateText(text))
    #expect(date.readings.differ)
    #expect(date.day(nil) == nil)
  }

  @Test(arguments: ["2025-02-30", "31/11 2025", "99999", "maj", "6 maj", "2025-13-01", "1/2/3/4"])
  func `this is no day`(_ text: String) { #expect(DateText(text)?.day(.dayMonthYear) == nil) }

  @Test(arguments: [
    ("19800101-9801", "••••••••-••••"), ("pnr 800101-9801, Anna", "pnr ••••••-••••, Anna"),
    ("8001019801", "••••••••••"), ("556016-0680", "556016-0680"), ("2025-03-13", "2025-03-13"),
    ("12345", "12345"), ("avser 19900201 1006.", "avser •••••••• ••••."),
    ("19900201–1006", "••••••••–••••"), ("900201\u{a0}-\u{a0}1006", "••••••\u{a0}-\u{a0}••••"),
    ("19900201\u{2212}1006", "••••••••\u{2212}••••"), ("900201+1006", "••••••+••••"),
    ("1990 02 01 10061", "1990 02 01 10061"), ("20250313 2080 kr", "•••••••• •••• kr"),
    ("900201-10061", "900201-10061"), ("5050-1055", "5050-1055"), ("19900201-", "19900201-"),
  ])
  func `persons' numbers are masked and others are not`(_ text: String, _ shown: String) {
    #expect(maskedPersons(text) == shown)
  }

  @Test(arguments: [
    ("kitten", "sitting", 3), ("fran", "farn", 1), ("", "abc", 3), ("assistent", "assistnet", 1),
  ])
  func `the edit distance counts swaps of neighbours once`(_ a: String, _ b: String, _ n: Int) {
    #expect(editDistance(a, b) == n)
    #expect(editDistance(b, a) == n)
  }

  @Test func `a name longer than any column's is not looked at for likeness`() throws {
    var names = TableKind.claims.columnNames
    let place = try #require(names.firstIndex(of: "sjuktimmar"))
    for (length, isLike) in [(90, true), (200, false)] {
      names[place] = "sjuktimmar" + String(repeating: "x", count: length - 10)
      let mapping = try #require(TableMapping.best(names, nil))
      #expect(
        mapping.missing == [
          MissingColumn("sjuktimmar", similarHeader: isLike ? names[place] : nil)
        ])
    }
  }

  @Test func `in a file of very many columns no near name is looked for`() throws {
    var names = TableKind.claims.columnNames
    let place = try #require(names.firstIndex(of: "sjuktimmar"))
    names[place] = "sjuktimar"
    for (more, suggestion) in [(100, "sjuktimar"), (1000, nil)] {
      let wide = names + (0..<more).map { "kolumn \($0)" }
      let mapping = try #require(TableMapping.best(wide, nil))
      #expect(mapping.missing == [MissingColumn("sjuktimmar", similarHeader: suggestion)])
    }
  }

  @Test func `a name with one wrong letter is taken, but never for money`() throws {
    var names = TableKind.claims.columnNames
    names[5] = "asistent"
    let mapping = try #require(TableMapping.best(names, nil))
    #expect(mapping.missing.isEmpty)
    #expect(mapping.columns.contains { $0.header == "asistent" && $0.ground == .similar })
    let place = try #require(names.firstIndex(of: "sjuktimmar"))
    names[place] = "sjuktimar"
    let other = try #require(TableMapping.best(names, nil))
    #expect(other.missing == [MissingColumn("sjuktimmar", similarHeader: "sjuktimar")])
  }
}
