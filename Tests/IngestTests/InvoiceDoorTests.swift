import Foundation
import Ledger
import SickPay
import TestSupport
import Testing

@testable import Ingest

/// Invoices that come in through the door, with claims in their attachments and lines.
struct InvoiceDoorTests {
  private let table = TestTables(claims: [
    "ärende=Ä1; belopp=1000; \(Self.given)",
    "ärende=Ä2; belopp=234,50; assistent=\(person(9)); \(Self.given)",
  ])
  private static let given =
    "fakturanummer=F-17; fakturadatum=2025-04-11; bolag=Bolaget AB; betalkonto=5106-0000"

  private func invoice(_ csv: String, _ form: InvoiceText.Form = .peppol) -> InvoiceText {
    var text = InvoiceText(form)
    text.attachments = [("underlag.csv", Data(csv.utf8).base64EncodedString())]
    return text
  }

  private func ingest(_ text: String) async throws -> Ingestion {
    try await TestSupport.ingest([Data(text.utf8)])
  }

  /// Everything of the claims but where they were read.
  private func claims(_ ingestion: Ingestion) -> [[Int32]] {
    let ledger = Ledger(parts: ingestion.parts, date: nil, windowMonths: 24, law: sickPeriodLaw)
    return Array(ledger.claims.columns[ClaimSchema.contentColumns])
  }

  /// A table without some columns.
  private func without(_ names: Set<String>, _ csv: String) -> String {
    let rows = csv.split(separator: "\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false)
    }
    let kept = rows[0].indices.filter { !names.contains(String(rows[0][$0])) }
    return rows.map { row in kept.map { row[$0] }.joined(separator: ";") }.joined(separator: "\n")
      + "\n"
  }

  @Test func `claims of an attachment are those of the table, with where they came from`()
    async throws
  {
    let found = try await ingest(invoice(table.claimsCSV).document)
    #expect(found.reports.map(\.outcome) == [.read, .read])
    #expect(found.reports[1].name == found.reports[0].name + "/underlag.csv")
    #expect(found.reports[0].invoice?.complaints == [])
    #expect(found.reports[0].sha256.count == 64 && found.reports[0].rows == 0)
    #expect(found.parts[0].claims.place(1).file.index == 1)
    #expect(found.parts[0].claims.place(1).line.cell == 3)
    #expect(claims(found) == claims(try await ingest(table.claimsCSV)))
  }

  @Test func `what the claims do not say, the invoice gives`() async throws {
    let given: Set<String> = ["fakturanummer", "fakturadatum", "orgnr", "bolag", "betalkonto"]
    let bare = without(given, table.claimsCSV)
    let (found, whole) = (
      try await ingest(invoice(bare).document),
      try await ingest(invoice(table.claimsCSV).document)
    )
    #expect(found.reports.map(\.rejected) == [0, 0])
    #expect(claims(found) == claims(whole))
    let ledger = Ledger(parts: found.parts, date: nil, windowMonths: 24, law: sickPeriodLaw)
    #expect(
      ledger.claims.value(.account, 0).map { ledger.dictionaries.texts[$0] } == "5106-0000")
    // Alone, such a file lacks its company.
    #expect(try await ingest(bare).reports[0].outcome != .read)
  }

  @Test func `underlag that does not come to the invoice's sum is told`() async throws {
    var text = invoice(table.claimsCSV)
    text.lines = ["1000.00", "235.00"]
    let report = try await ingest(text.document).reports[0]
    let sums = try #require(report.invoice?.complaints.map(\.kind))
    #expect(
      sums == [
        .underlag(
          claimed: try #require(InvoiceAmount("1234.5")),
          invoiced: try #require(InvoiceAmount("1235")))
      ])
    #expect(report.invoice?.complaints.first?.path == "/Invoice/LegalMonetaryTotal/PayableAmount")
  }

  @Test func `rounding may or may not be in the claims, and the same claims may come twice`()
    async throws
  {
    var text = invoice(table.claimsCSV)
    text.rounding = "0.50"
    #expect(try await ingest(text.document).reports[0].invoice?.complaints == [])
    text = invoice(table.claimsCSV)
    text.attachments.append(text.attachments[0])
    let found = try await ingest(text.document)
    #expect(found.reports.count == 3 && found.reports[2].name.hasSuffix("/underlag.csv (2)"))
    #expect(found.reports[0].invoice?.complaints == [])
    let ledger = Ledger(parts: found.parts, date: nil, windowMonths: 24, law: sickPeriodLaw)
    #expect(ledger.repeatedClaims == 2)
  }

  @Test(arguments: [InvoiceText.Form.creditNote, .svefaktura], [false, true])
  func `a credit note takes away what it credits`(
    _ form: InvoiceText.Form, _ isNegative: Bool
  ) async throws {
    let first = TestTables(claims: ["ärende=Ä1; fakturanummer=F-16; inkommen=2025-04-10"])
    var claim = "ärende=K1; inkommen=2025-04-20; fakturanummer=F-17"
    if isNegative { claim += "; belopp=-2304; sjuklön=-2304; sjuktimmar=-24; ersatta_timmar=-18" }
    let csv = TestTables(claims: [claim]).claimsCSV
    var credit = form == .svefaktura ? InvoiceText(form) : invoice(csv, form)
    (credit.credits, credit.lines) = ("F-16", ["2304.00"])
    let document = form == .svefaktura ? enveloped(credit, csv) : credit.document
    let found = try await TestSupport.ingest([Data(document.utf8), Data(first.claimsCSV.utf8)])
    #expect(found.reports[0].invoice?.isCredit == true)
    #expect(found.reports[0].invoice?.complaints == [])
    let ledger = Ledger(parts: found.parts, date: nil, windowMonths: 24, law: sickPeriodLaw)
    #expect(Set(ledger.settlement.states) == [.credit, .credited])
    #expect(ledger.claims.column(.amount).sorted() == [-230_400, 230_400])
  }

  /// A Svefaktura with its underlag beside it in the envelope, as SFTI's object envelope has it.
  private func enveloped(_ text: InvoiceText, _ csv: String) -> String {
    let object = """
      <ObjectEnvelope xmlns="urn:sfti:documents:ObjectEnvelope:1:0"><EncodedObject>\
      <EncodedData filename="underlag.csv">\(Data(csv.utf8).base64EncodedString())</EncodedData>\
      </EncodedObject></ObjectEnvelope></StandardBusinessDocument>
      """
    let whole = text.enveloped()
    return whole.replacing("</StandardBusinessDocument>", with: object)
  }

  @Test func `what lies beside a Svefaktura in its envelope is its underlag`() async throws {
    let document = enveloped(InvoiceText(.svefaktura), table.claimsCSV)
    let found = try await ingest(document)
    #expect(found.reports.map(\.accepted) == [0, 2])
    #expect(found.reports[0].invoice?.complaints == [])
  }

  @Test func `lines that say all of a claim are claims, by their lines of the file`() async throws {
    var text = InvoiceText()
    text.lines = ["2304.00"]
    let row = TestTables(claims: ["ärende=Ä1"]).claims[0]
    let said = [
      "kommun", "ärende", "inkommen", "brukare", "assistent", "sjuk_från", "sjuk_till",
      "sjuktimmar", "timlön", "sjuklön",
    ]
    text.lineExtra = said.map { name in
      """
      <cac:AdditionalItemProperty><cbc:Name>\(name)</cbc:Name>\
      <cbc:Value>\(row[name] ?? "")</cbc:Value></cac:AdditionalItemProperty>
      """
    }.joined()
    let found = try await ingest(text.document)
    #expect(found.reports.map(\.accepted) == [0, 1])
    #expect(found.reports[1].name == found.reports[0].name + ", fakturarader")
    #expect(found.reports[0].invoice?.complaints == [])
    let line = try #require(found.reports[0].invoice?.lines.first?.line)
    #expect(found.parts[0].claims.place(0).line.cell == line && line > 10)
    #expect(found.parts[0].claims[.amount, 0] == Ore(230_400))
    // One word less, and the invoice is only an invoice.
    text.lineExtra = text.lineExtra.replacing("timlön", with: "något")
    #expect(try await ingest(text.document).reports.count == 1)
  }

  @Test func `broken XML is refused with its place, other XML left alone, and the rest goes on`()
    async throws
  {
    let whole = InvoiceText().document
    let found = try await TestSupport.ingest(
      [
        String(whole.dropLast(40)), "<rss><channel></rss>", table.claimsCSV,
        "<!DOCTYPE x [<!ENTITY y 'z'>]><x>&y;</x>", InvoiceText().enveloped(5),
      ].map { Data($0.utf8) })
    let outcomes = found.reports.map(\.outcome)
    guard case .refused(.markup(let cut)) = outcomes[0] else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(cut.kind == .truncated || cut.kind == .noElement)
    #expect(outcomes[1] == .leftAlone && outcomes[2] == .read)
    guard case .refused(.markup(let type)) = outcomes[3] else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(type.kind == .documentType)
    #expect(outcomes[4] == .refused(.invoice(.tooManyEnvelopes)))
  }

  @Test func `invoices attached to invoices end at a depth`() async throws {
    var document = InvoiceText().document
    for _ in 0...IngestLimits.archiveDepth {
      var text = InvoiceText()
      text.attachments = [("faktura.xml", Data(document.utf8).base64EncodedString())]
      document = text.document
    }
    let outcomes = try await ingest(document).reports.map(\.outcome)
    #expect(outcomes.last == .refused(.invoice(.tooDeep)))
    #expect(outcomes.count == IngestLimits.archiveDepth + 1)
  }
}
