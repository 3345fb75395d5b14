import Foundation
import Testing

@testable import Ingest

/// Published invoices in the folder that `SJUKLONEVAKT_DATA` names: unit tests and examples of
/// Peppol BIS Billing 3 (OpenPeppol, 2025-05-29) and EN 16931 (ConnectingEurope, 2026-04-14), and
/// Svefaktura 1.0.
struct InvoiceConformanceTests {
  private func files(_ folder: String) throws -> [URL]? {
    guard let data = ProcessInfo.processInfo.environment["SJUKLONEVAKT_DATA"] else {
      print("hoppades över: \(folder) (SJUKLONEVAKT_DATA är inte satt)")
      return nil
    }
    return try FileManager.default.contentsOfDirectory(
      at: URL(filePath: data).appending(path: folder), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension.lowercased() == "xml" }
  }

  /// One test of a published set: what it says of a rule, and the document.
  private struct UnitTest {
    let rule: String
    let isBroken: Bool
    let document: String
  }

  private func unitTests(_ file: URL) throws -> [UnitTest] {
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: /<test[\s>]/).dropFirst().compactMap { part in
      guard let verdict = part.firstMatch(of: /<(success|error|warning)>([^<]+)</),
        let document = part.firstMatch(of: /<(Invoice|CreditNote)[\s>][\s\S]*<\/\1>/)
      else { return nil }
      return UnitTest(
        rule: String(verdict.2).trimmingCharacters(in: .whitespaces),
        isBroken: verdict.1 != "success", document: String(document.0))
    }
  }

  /// The rules that a document is found to break.
  private func broken(_ document: String) throws -> Set<String> {
    let invoice = try #require(invoices(document).invoices.first)
    return Set(
      invoice.complaints.compactMap { complaint in
        switch complaint.kind {
        case .swedish(let rule): rule.rawValue
        case .total(let rule, _, _): rule.rawValue
        default: nil
        }
      })
  }

  @Test func `each Swedish rule fires and keeps still as its published tests say`() throws {
    guard let files = try files("peppol/unit-ubl-se") else { return }
    var rules: Set<String> = []
    for file in files {
      for test in try unitTests(file) {
        #expect(try broken(test.document).contains(test.rule) == test.isBroken, "\(test.rule)")
        rules.insert(test.rule)
      }
    }
    #expect(rules == Set(SwedishInvoiceRule.allCases.map(\.rawValue)))
  }

  @Test(arguments: ["peppol/cen-unit-invoice", "peppol/cen-unit-creditnote"])
  func `sums are found wrong where the published tests of EN 16931 say so`(
    _ folder: String
  ) throws {
    guard let files = try files(folder) else { return }
    let known = Set(InvoiceTotalRule.allCases.map(\.rawValue))
    var count = 0
    for test in try files.flatMap(unitTests) where known.contains(test.rule) {
      #expect(try broken(test.document).contains(test.rule) == test.isBroken, "\(test.rule)")
      count += 1
    }
    #expect(count > 0)
  }

  @Test(arguments: [
    "cen-ubl-examples", "national-examples", "official-examples", "sfti-bis3-examples", "snippets",
  ])
  func `published invoices are read whole, and their sums are right`(_ folder: String) throws {
    guard let files = try files("peppol/" + folder) else { return }
    for file in files {
      var reader = try MarkupReader(InvoiceDocument(), limits: .invoice)
      try reader.read(try ByteSource(.file(path: file.path, isNamed: true)))
      let invoice = try #require(reader.handler.invoices.first)
      #expect(invoice.number != nil && invoice.totals.payable != nil, "\(file.lastPathComponent)")
      let sums = invoice.complaints.filter { complaint in
        if case .swedish = complaint.kind { false } else { true }
      }
      #expect(sums.isEmpty, "\(file.lastPathComponent)")
    }
  }

  /// The one that does not add up lacks an öre: lines 1901.09 and a charge of 100.00 for 2001.10.
  @Test func `published Svefakturor are read whole, in two envelopes too`() throws {
    guard let files = try files("svefaktura/invoices") else { return }
    var wrong: [String] = []
    for file in files {
      var reader = try MarkupReader(InvoiceDocument(), limits: .invoice)
      try reader.read(try ByteSource(.file(path: file.path, isNamed: true)))
      let invoice = try #require(reader.handler.invoices.first)
      #expect(invoice.number != nil && invoice.totals.payable != nil)
      if !invoice.complaints.isEmpty { wrong.append(file.lastPathComponent) }
    }
    let expected = files.map(\.lastPathComponent).filter {
      $0.hasPrefix("04-") || $0.contains("LineExtensionTotalAmount_invalid")
    }
    #expect(wrong.sorted() == expected.sorted())
  }
}
