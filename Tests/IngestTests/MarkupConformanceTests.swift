import Foundation
import Testing

@testable import Ingest

/// Takes in any document and forgets it.
private struct Nothing: MarkupHandler {
  func start(_ element: MarkupName, _ attributes: borrowing MarkupAttributes) {}
  func end(_ element: MarkupName) {}
  func text(_ bytes: Span<UInt8>) {}
}

/// Published documents in `xml/` of the folder that `SJUKLONEVAKT_DATA` names: entity bombs
/// (defusedxml 0.7.1) and, unpacked, the W3C XML Conformance Test Suite of 2013-09-23.
struct MarkupConformanceTests {
  private var folder: String? {
    guard let folder = ProcessInfo.processInfo.environment["SJUKLONEVAKT_DATA"] else {
      print("hoppades över: xml (SJUKLONEVAKT_DATA är inte satt)")
      return nil
    }
    return folder + "/xml"
  }

  private func fault(_ path: String) throws -> MarkupFault.Kind? {
    do throws(RefusalReason) {
      var reader = try MarkupReader(Nothing())
      try reader.read(try ByteSource(.file(path: path, isNamed: true)))
      return nil
    } catch {
      guard case .markup(let fault) = error else { throw error }
      return fault.kind
    }
  }

  @Test func `entity bombs and outside entities are refused, plain documents read`() throws {
    guard let folder else { return }
    for name in ["dtd.xml", "external.xml", "xmlbomb.xml"] {
      #expect(try fault("\(folder)/bombs/\(name)") == .documentType)
    }
    for name in ["simple.xml", "simple-ns.xml"] {
      #expect(try fault("\(folder)/bombs/\(name)") == nil)
    }
  }
}
