import SickPay

/// How a company stands against the last list.
enum ListMark: String {
  case new = "ny"
  case remaining = "kvar"
  /// A riskföretag of a first scan, which has nothing to be new against.
  case risk = "ja"
  case unmarked = "–"
}

/// A riskföretag of the last scan that is none now.
struct GoneCompany: Equatable {
  var orgnr: String
  var before: ListedCompany
  /// Its place now; `nil` when it has no claims in the window.
  var rank: Int?
  /// The kommun that the list is limited to.
  var kommun: String?
}

/// A rule finding to open. It says where the finding stands: a nation's list has tens of thousands
/// of them and shows a few.
struct Opening {
  private let companies: [CompanyReport]
  private let companyIndex: Int
  private let findingIndex: Int
  let kronor: Ore

  init(of companies: [CompanyReport], _ companyIndex: Int, _ findingIndex: Int) {
    self.companies = companies
    self.companyIndex = companyIndex
    self.findingIndex = findingIndex
    kronor = companies[companyIndex].findings[findingIndex].kronor
  }

  var company: CompanyReport { companies[companyIndex] }
  var finding: FindingReport { companies[companyIndex].findings[findingIndex] }

  /// Most kronor first.
  func precedes(_ other: Opening) -> Bool {
    if kronor != other.kronor { return kronor > other.kronor }
    let (rank, otherRank) = (
      companies[companyIndex].rank, companies[other.companyIndex].rank
    )
    if rank != otherRank { return rank < otherRank }
    return companies[companyIndex].findings[findingIndex].id
      < companies[other.companyIndex].findings[other.findingIndex].id
  }
}

extension ReportView {
  var isFirst: Bool { comparison.since == nil }

  var listed: ArraySlice<CompanyReport> { report.companies.prefix(top) }

  var riskforetag: [CompanyReport] { report.companies.filter(\.isRiskforetag) }

  /// An expected sum is given only when the score is calibrated.
  var isCalibrated: Bool {
    !report.companies.isEmpty && report.companies.allSatisfy { $0.expected != nil }
  }

  func mark(of company: CompanyReport) -> ListMark {
    if !company.isRiskforetag { return .unmarked }
    if isFirst { return .risk }
    return comparison.previous[company.orgnr]?.isRiskforetag == true ? .remaining : .new
  }

  /// In the order of the last list.
  var gone: [GoneCompany] {
    var now: [String: CompanyReport] = [:]
    for company in report.companies { now[company.orgnr] = company }
    return comparison.previous
      .filter { $0.value.isRiskforetag && now[$0.key]?.isRiskforetag != true }
      .map {
        GoneCompany(orgnr: $0.key, before: $0.value, rank: now[$0.key]?.rank, kommun: kommun)
      }
      .sorted { ($0.before.rank, $0.orgnr) < ($1.before.rank, $1.orgnr) }
  }

  /// The rule findings on claims received after the last scan (all of them in a first scan) that
  /// nobody has decided on, most kronor first.
  var openings: [Opening] {
    var openings: [Opening] = []
    eachNew { company, finding in
      if !isSettled(report.companies[company].findings[finding]) {
        openings.append(Opening(of: report.companies, company, finding))
      }
    }
    return openings.sorted { $0.precedes($1) }
  }

  /// How many more there would be if nobody had decided on any.
  var settledCount: Int {
    if decisions.isEmpty { return 0 }
    var count = 0
    eachNew { company, finding in
      count += isSettled(report.companies[company].findings[finding]) ? 1 : 0
    }
    return count
  }

  /// The rule findings that have come since the last list, by the places of company and finding.
  private func eachNew(_ body: (_ company: Int, _ finding: Int) -> Void) {
    for (place, company) in report.companies.enumerated() {
      for (index, finding) in company.findings.enumerated()
      where finding.isRule && finding.rowsAtFault > 0 && comparison.isNew(finding)
        && concerns(finding)
      {
        body(place, index)
      }
    }
  }

  /// Whether a finding is about the kommun that the list is limited to.
  private func concerns(_ finding: FindingReport) -> Bool {
    kommun.map { kommun in finding.rows.contains { $0.kommun == kommun } } ?? true
  }

  /// The heaviest findings that are not put away, at most three.
  func reasons(of company: CompanyReport) -> [FindingReport] {
    Array(company.findings.lazy.filter { !isPutAway($0) }.prefix(3))
  }

  func isPutAway(_ finding: FindingReport) -> Bool {
    decisions[finding.id]?.isPutAway(on: report.head.date) == true
  }

  private func isSettled(_ finding: FindingReport) -> Bool {
    decisions[finding.id]?.settles(on: report.head.date) == true
  }
}
