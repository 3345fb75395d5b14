import Reporting
import SickPay

/// SplitMix64 (Steele, Lea, Flood 2014): the same sequence for a seed.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

extension SeededRandom {
  /// Text of the signs that formats must escape, and some that they needn't.
  mutating func text() -> String {
    let signs = Array(
      "\"\\;,&<>'=+-@\t\n\r\u{1}\u{1B}\u{7F}å😀 e\u{301}\u{202E}\u{2028}a1".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &self) {
      text.append(signs[Int.random(in: 0..<signs.count, using: &self)])
    }
    return String(text)
  }

  /// A report whose shares add up, with texts that are hard to write.
  mutating func report() -> ScanReport {
    var report = Fixture.report
    report.companies = (1...5).map { company(rank: $0) }
    return report
  }

  private mutating func company(rank: Int) -> CompanyReport {
    var company = Fixture.quoted
    company.rank = rank
    company.name = text()
    company.kronor = Ore(Int64.random(in: -1_000_000_000...1_000_000_000, using: &self))
    company.findings = (0..<Int.random(in: 1...9, using: &self)).map { number in
      var finding = Fixture.substitute
      finding.id = "\(rank)-\(number)"
      finding.text = text()
      finding.share = Double.random(in: 0...0.1, using: &self)
      return finding
    }
    company.score = company.findings.reduce(0) { $0 + $1.share }
    return company
  }
}
