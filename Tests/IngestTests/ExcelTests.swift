import Foundation
import Ledger
import TestSupport
import Testing

@testable import Ingest

/// Workbooks: cells as Excel shows them, and rows through the same door as all others.
struct ExcelTests {
  private func cells(_ book: WorkbookBytes) async throws -> [[String]] {
    let sheets = try await rawRows(book.data)
    #expect(sheets[0].refusal == nil)
    return sheets[0].rows.map(\.cells)
  }

  private func refusal(_ book: WorkbookBytes) async throws -> RefusalReason? {
    try await rawRows(book.data)[0].refusal
  }

  private func row(_ cells: String...) -> String { "<row>" + cells.joined() + "</row>" }

  @Test func `a cell shows what Excel shows, whatever its kind`() async throws {
    var book = WorkbookBytes(
      row(
        "<c t=\"s\"><v>0</v></c>", "<c t=\"s\"><v>1</v></c>",
        "<c t=\"inlineStr\"><is><r><t>in</t></r><r><t>ne</t></r></is></c>",
        "<c t=\"str\"><f>A1</f><v>formel</v></c>", "<c t=\"b\"><v>1</v></c>",
        "<c t=\"b\"><v>0</v></c>", "<c t=\"e\"><v>#N/A</v></c>",
        "<c t=\"d\"><v>2025-05-06T00:00:00</v></c>", "<c t=\"d\"><v>2025-05-06T20:15:00</v></c>",
        "<c><v>0.30000000000000004</v></c>", "<c t=\"n\"><f>1+1</f><v> 2 </v></c>",
        "<c t=\"s\"><v>99</v></c>", "<c><v>x</v></c>"))
    book.texts = [
      "<t>hel &amp; a_x000D_b</t>",
      "<r><t xml:space=\"preserve\">ri </t></r><rPh><t>uttal</t></rPh><r><t>k</t></r>",
    ]
    #expect(
      try await cells(book) == [
        [
          "hel & a\rb", "ri k", "inne", "formel", "SANT", "FALSKT", "#N/A", "2025-05-06",
          "2025-05-06 20:15:00", "0.3", "2", "", "x",
        ]
      ])
  }

  /// A number, the format of its cell, and what is shown.
  @Test(arguments: [
    ("45783", "yyyy-mm-dd", "2025-05-06"), ("45783", "d/m yyyy", "2025-05-06"),
    ("45783.833333333336", "yyyy-mm-dd hh:mm", "2025-05-06 20:00"),
    ("45783.99999999", "[$-41D]d mmmm yyyy;@", "2025-05-07"),
    ("0.3125", "hh:mm", "07:30"), ("0.31256944444444446", "h:mm:ss AM/PM", "07:30:06"),
    ("1.1041666666666667", "[h]:mm", "26:30"), ("45783.5", "h:mm", "2025-05-06 12:00"),
    ("59", "yyyy", "1900-02-28"), ("60", "yyyy", "1900-02-29"), ("61", "yyyy", "1900-03-01"),
    ("0.3142", "0.00%", "31.42%"), ("1", "0%", "100%"),
    ("114", "0000", "0114"), ("501011234", "000000\\-0000", "050101-1234"),
    ("501011234", "00000000-0000", "00050101-1234"),
    ("1234.5", "# ##0.00\" kr\"", "1234.5"), ("1234.5", "#,##0.00\\ \"d\"", "1234.5"),
    ("1234.5", "[Red]0.0;[Blue]-0.0", "1234.5"), ("1234.5", "General", "1234.5"),
    ("-1", "yyyy-mm-dd", "-1"), ("99999999", "yyyy-mm-dd", "99999999"),
    ("198001019812", "General", "198001019812"), ("1.98001019812E11", "0", "198001019812"),
  ])
  func `a number is shown by its format`(
    _ number: String, _ format: String, _ shown: String
  ) async throws {
    let escaped = format.replacing("\"", with: "&quot;")
    var book = WorkbookBytes(row("<c s=\"1\"><v>\(number)</v></c>"))
    book.formats = [escaped]
    #expect(try await cells(book) == [[shown]])
  }

  @Test func `days are counted from 1904 where the workbook says so`() async throws {
    var book = WorkbookBytes(row("<c s=\"1\"><v>44321</v></c>", "<c s=\"1\"><v>0</v></c>"))
    book.formats = ["yyyy-mm-dd"]
    book.properties = "date1904=\"1\""
    #expect(try await cells(book) == [["2025-05-06", "1904-01-01"]])
  }

  /// The double of the file, and its fifteen digits.
  @Test(arguments: [
    ("1234.5599999999999", "1234.56"), ("98765.429999999993", "98765.43"),
    ("2.9999999999999996", "3"), ("1E-3", "0.001"), ("1.5E3", "1500"), ("-0.0", "0"),
    ("100", "100"), ("00100.500", "100.5"), ("-12.250", "-12.25"),
    ("123456789012345678", "123456789012346000"),
    ("1E+300", "1E+300"), (".5", "0.5"), ("1,5", "1,5"), ("NaN", "NaN"),
  ])
  func `numbers have the digits that Excel keeps`(_ text: String, _ shown: String) async throws {
    #expect(try await cells(WorkbookBytes(row("<c><v>\(text)</v></c>"))) == [[shown]])
  }

  @Test func `rows and cells may be sparse, out of order, or not say where they are`()
    async throws
  {
    let book = WorkbookBytes(
      "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c><v>2</v></c><c r=\"E3\"><v>3</v></c></row>"
        + "<row r=\"4\"><c r=\"A4\" s=\"9\"/></row>"
        + "<row r=\"9\"><c r=\"C9\"><v>5</v></c><c r=\"A9\"><v>4</v></c><c r=\"C9\"><v>6</v></c>"
        + "</row><row><c><v>7</v></c></row>")
    let sheet = try await rawRows(book.data)[0]
    #expect(sheet.rows.map(\.line) == [3, 9, 10])
    #expect(
      sheet.rows.map(\.cells) == [
        ["", "1", "2", "", "3"], ["4", "", "6", "", ""], ["7", "", "", "", ""],
      ])
    #expect(sheet.filledFields == 6)
  }

  @Test(arguments: [false, true], [false, true])
  func `targets from the top and ISO's namespaces make no difference`(
    _ isAbsolute: Bool, _ isStrict: Bool
  ) async throws {
    var book = WorkbookBytes(row("<c t=\"s\"><v>0</v></c>", "<c s=\"1\"><v>45783</v></c>"))
    (book.texts, book.formats) = (["<t>text</t>"], ["yyyy-mm-dd"])
    (book.hasAbsoluteTargets, book.isStrict) = (isAbsolute, isStrict)
    #expect(try await cells(book) == [["text", "2025-05-06"]])
  }

  @Test func `sheets come in order, the hidden ones too`() async throws {
    var book = WorkbookBytes(sheets: [
      ("Ett", row("<c><v>1</v></c>")), ("Två", row("<c><v>2</v></c>")), ("Tom", ""),
    ])
    book.sheetAttributes = [1: "state=\"veryHidden\""]
    let sheets = try await rawRows(book.data)
    #expect(sheets.map(\.name) == [", blad Ett", ", blad Två", ", blad Tom"])
    #expect(sheets.map { $0.form?.sheet?.isHidden } == [false, true, false])
    #expect(sheets.map(\.filledFields) == [1, 1, 0])
  }

  @Test func `what is beyond a limit is refused with its row`() async throws {
    #expect(
      try await refusal(WorkbookBytes("<row r=\"2000000000\"><c><v>1</v></c></row>"))
        == .workbook(.rowBeyondLimit))
    #expect(
      try await refusal(WorkbookBytes("<row r=\"7\"><c r=\"ZZZZZ7\"><v>1</v></c></row>"))
        == .workbook(.columnBeyondLimit(row: 7)))
  }

  @Test func `a row of wide gaps, or a text shown again and again, ends at its limit`() throws {
    func stop(_ book: WorkbookBytes, _ limits: SheetLimits) throws -> RefusalReason? {
      let workbook = try Workbook(ZipArchive(SeekableBytes(Array(book.data))))
      do throws(RefusalReason) {
        try Worksheet(workbook.sheets[0], of: workbook, limits: limits).read { _ in true }
        return nil
      } catch { return error }
    }
    let wide = WorkbookBytes(
      String(repeating: "<row><c r=\"XFD1\"><v>1</v></c></row>", count: 5))
    let columns = IngestLimits.sheetColumns
    #expect(try stop(wide, SheetLimits(fields: 5 * columns)) == nil)
    #expect(
      try stop(wide, SheetLimits(fields: 5 * columns - 1)) == .workbook(.sheetTooLarge(row: 5)))
    var shared = WorkbookBytes(
      String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 9))
    shared.texts = ["<t>\(String(repeating: "x", count: 1000))</t>"]
    #expect(try stop(shared, SheetLimits(textBytes: 9000)) == nil)
    #expect(
      try stop(shared, SheetLimits(textBytes: 8999)) == .workbook(.sheetTooLarge(row: 9)))
  }

  @Test func `entities, broken markup and missing parts refuse the workbook`() async throws {
    var book = WorkbookBytes("")
    book.sheets[0].rows = "<row><c><v>1</v></row>"
    guard case .markup = try await refusal(book) else {
      Issue.record("broken markup was read")
      return
    }
    var zip = WorkbookBytes("").zip
    zip.entries.removeAll { String(decoding: $0.name, as: UTF8.self) == "xl/s0.xml" }
    #expect(try await rawRows(zip.data)[0].refusal == .workbook(.damaged))
    var bomb = WorkbookBytes("").zip
    bomb.entries[4].content = Array(
      "<!DOCTYPE s [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><sst><si><t>&b;</t></si></sst>".utf8
    )
    guard case .markup(let fault) = try await rawRows(bomb.data)[0].refusal else {
      Issue.record("a document type was read")
      return
    }
    #expect(fault.kind == .documentType)
  }

  @Test func `old and locked workbooks and other programs' sheets say what to do`() async throws {
    let old: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
    func compound(_ name: String) -> Data {
      Data(old + [UInt8](repeating: 0, count: 600) + name.utf8.flatMap { [$0, 0] } + [0, 0, 1])
    }
    func reason(_ data: Data) async throws -> RefusalReason? {
      // In a folder too: what may hold claims is never passed over in silence.
      guard case .refused(let reason) = try await ingest([data]).reports[0].outcome else {
        return nil
      }
      return reason
    }
    #expect(try await reason(compound("Workbook")) == .workbook(.oldFormat))
    #expect(try await reason(compound("EncryptedPackage")) == .workbook(.locked))
    #expect(try await reason(compound("WordDocument")) == nil)
    let ods = ZipBytes([.init("mimetype", "application/"), .init("content.xml", "<x/>")])
    #expect(try await reason(ods.data) == .workbook(.openDocument))
    let binary = ZipBytes([.init("[Content_Types].xml", ""), .init("xl/workbook.bin", "")])
    #expect(try await reason(binary.data) == .workbook(.binaryFormat))
    let word = ZipBytes([.init("[Content_Types].xml", ""), .init("word/document.xml", "")])
    #expect(try await reason(word.data) == nil)
  }
}
