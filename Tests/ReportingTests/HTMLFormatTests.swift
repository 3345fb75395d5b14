import Foundation
import FoundationXML
import Reporting
import Testing

struct HTMLFormatTests {
  private func text(_ view: ReportView) -> String {
    var text = ""
    HTMLFormat.write(view, to: &text)
    return text
  }

  @Test func `the page`() throws {
    try expectGolden(text(Fixture.view), "lista.html")
  }

  @Test func `the page without companies`() throws {
    try expectGolden(text(ReportView(report: Fixture.empty)), "lista-empty.html")
  }

  @Test func `the page with all companies is well-formed`() {
    let parser = XMLParser(data: Data(text(Fixture.view(top: 20)).utf8))
    #expect(parser.parse())
  }

  @Test(arguments: 0..<32 as Range<UInt64>)
  func `whatever the texts, the page is well-formed`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let view = ReportView(report: random.report())
    let parser = XMLParser(data: Data(text(view).utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError)) at \(parser.lineNumber)")
  }

  @Test func `texts are escaped, and nothing runs or is fetched`() {
    let page = text(Fixture.view)
    #expect(page.contains("Östra &#34;Hjälp&#34; &#38; Omsorg; AB"))
    #expect(!page.contains("<AB>"))
    #expect(!page.contains("<script"))
    #expect(!page.contains("src="))
    #expect(!page.contains("href=\"http"))
    #expect(!page.contains("@import") && !page.contains("url("))
  }

  @Test func `every link has its place`() {
    let page = text(Fixture.view)
    for rank in [1, 2] {
      #expect(page.contains("href=\"#bolag-\(rank)\""))
      #expect(page.contains("id=\"bolag-\(rank)\""))
    }
    #expect(!page.contains("#bolag-3"))
  }
}
