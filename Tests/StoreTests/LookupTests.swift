import Foundation
import Reporting
import Store
import Testing

struct LookupTests {
  private let temporary: TemporaryStore
  private var store: ScanStore { temporary.store }

  init() throws {
    temporary = try TemporaryStore()
    var report = InventedReport.report(seed: 1, id: "a", companies: 1)
    let ids = ["abcdef", "abcdef01", "abcdef02", "123456789a"]
    for (index, id) in ids.enumerated() { report.companies[0].findings[index].id = id }
    try temporary.store.save(report, storedAt: InventedReport.noon)
  }

  @Test(arguments: [
    ("123456789a", "123456789a"), ("123456", "123456789a"), ("abcdef01", "abcdef01"),
    ("abcdef", "abcdef"), ("1234567", "123456789a"),
  ])
  func `the id or a start of it finds the one`(_ text: String, _ id: String) throws {
    #expect(try store.finding(id: text)?.finding.id == id)
  }

  @Test(arguments: ["123457", "123456789ab", "ABCDEF", "%%%%%%", "??????", "ååååååå"])
  func `another start finds none`(_ text: String) throws {
    #expect(try store.finding(id: text) == nil)
  }

  @Test func `a start of several names them`() throws {
    #expect(throws: StoreError.ambiguousPrefix("abcdef0", ids: ["abcdef01", "abcdef02"])) {
      try store.finding(id: "abcdef0")
    }
  }

  @Test(arguments: ["", "12345"]) func `a short start is refused`(_ text: String) {
    #expect(throws: StoreError.prefixTooShort(text)) { try store.finding(id: text) }
  }

  /// One that was put away is in no later scan, and can still be decided on.
  @Test func `a finding is looked up in the newest scan that has it`() throws {
    let before = try store.finding(id: "123456789a")
    try store.save(InventedReport.report(seed: 2, id: "b"), storedAt: InventedReport.noon)
    #expect(try store.finding(id: "123456789a") == before)
    #expect(before != nil)
  }
}
