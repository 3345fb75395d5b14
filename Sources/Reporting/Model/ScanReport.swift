public import SickPay

/// What a scan tells the world: no dense ids, no persons in clear. Every format and the store are
/// made from it.
public struct ScanReport: Sendable, Equatable {
  /// The version of the output contract.
  public static let schema = 1

  public var head: ScanHead
  public var ingestion: IngestionReport
  /// Every company of the window, best rank first.
  public var companies: [CompanyReport]
  public var skipped: [SkippedReport]
  /// What the rules found that the configuration has set to be silent.
  public var silent: [SilentReport]
  /// What reviews came to; `nil` where no `utfall.csv` was read.
  public var outcomes: OutcomeReport?
  /// The ärenden drawn by chance for review.
  public var randomSample: RandomSampleReport

  public init(
    head: ScanHead, ingestion: IngestionReport, companies: [CompanyReport],
    skipped: [SkippedReport], silent: [SilentReport] = [], outcomes: OutcomeReport? = nil,
    randomSample: RandomSampleReport = .none
  ) {
    self.head = head
    self.ingestion = ingestion
    self.companies = companies
    self.skipped = skipped
    self.silent = silent
    self.outcomes = outcomes
    self.randomSample = randomSample
  }
}

/// Which scan this is. Equal inputs, configuration and date give an equal `id`.
public struct ScanHead: Sendable, Equatable {
  /// Hash of the files' hashes, the configuration's hash and the date.
  public var id: String
  public var date: Day
  public var window: ClosedRange<Day>
  public var configHash: String
  public var version: String

  public init(
    id: String, date: Day, window: ClosedRange<Day>, configHash: String, version: String
  ) {
    self.id = id
    self.date = date
    self.window = window
    self.configHash = configHash
    self.version = version
  }
}

/// What was read. Always `rows == accepted + rejected`, here and for each file.
public struct IngestionReport: Sendable, Equatable {
  public var files: [FileEntry] = []
  /// Accepted rows that came again unchanged and count once.
  public var repeated = 0
  /// Shifts for which no claim row was found.
  public var shiftsWithoutClaim = 0
  /// Rows received after the scan's date; they do not count.
  public var laterRows = 0
  /// Negative rows that found no row to credit (*kredit utan motpart*).
  public var unmatchedCredits: [RowReference] = []
  /// Paths in folders that are no CSV, and CSV files that are no table of ours.
  public var leftAlone: [String] = []

  public init() {}

  public var rows: Int { files.reduce(0) { $0 + $1.rows } }
  public var accepted: Int { files.reduce(0) { $0 + $1.accepted } }
  public var rejected: Int { files.reduce(0) { $0 + $1.rejected } }
  /// Accepted rows of sjuklöner: without any there is nothing to rank.
  public var acceptedClaims: Int {
    files.reduce(0) { $0 + ($1.table == "sjukloner" ? $1.accepted : 0) }
  }
}

/// One file.
public struct FileEntry: Sendable, Equatable {
  public var name: String
  /// `sjukloner`, `pass` or a register, as in `tid`; `nil` where the file was refused before that
  /// was known.
  public var table: String?
  /// Hexadecimal SHA-256 of the bytes.
  public var sha256: String
  public var bytes: Int64
  public var rows: Int
  public var accepted: Int
  public var rejected: Int
  /// The first of them, with place and reason.
  public var rejects: [RejectEntry]
  public var unknownColumns: [String]
  /// Swedish; set where the file was refused whole.
  public var refusal: String?
  /// The name of an earlier file with the same bytes.
  public var sameAs: String?
  /// SHA-256 of the file that it lies in or is, where originals are kept.
  public var original: String?
  /// Swedish; what the file is, where it is an invoice.
  public var invoice: String?
  /// Swedish; what the reader should know of the invoice, or of formulas without a value.
  public var remarks: [String]

  public init(
    name: String, table: String?, sha256: String, bytes: Int64, rows: Int, accepted: Int,
    rejected: Int, rejects: [RejectEntry], unknownColumns: [String], refusal: String?,
    sameAs: String?, invoice: String? = nil, remarks: [String] = []
  ) {
    self.name = name
    self.table = table
    self.sha256 = sha256
    self.bytes = bytes
    self.rows = rows
    self.accepted = accepted
    self.rejected = rejected
    self.rejects = rejects
    self.unknownColumns = unknownColumns
    self.refusal = refusal
    self.sameAs = sameAs
    self.invoice = invoice
    self.remarks = remarks
  }
}

/// One row that could not be read.
public struct RejectEntry: Sendable, Equatable {
  public var line: Int
  public var column: String?
  /// The value with 9 for digits and a for letters.
  public var shape: String
  /// Swedish.
  public var reason: String

  public init(line: Int, column: String?, shape: String, reason: String) {
    self.line = line
    self.column = column
    self.shape = shape
    self.reason = reason
  }
}

/// Where a row stands.
public struct RowReference: Sendable, Hashable {
  /// Four digits.
  public var kommun: String
  public var arende: String
  public var file: String
  public var line: Int

  public init(kommun: String, arende: String, file: String, line: Int) {
    self.kommun = kommun
    self.arende = arende
    self.file = file
    self.line = line
  }
}

/// A rule or indicator that did not run, or not on all rows.
public struct SkippedReport: Sendable, Equatable {
  public var indicator: String
  public var reason: String
  public var rows: Int

  public init(indicator: String, reason: String, rows: Int) {
    self.indicator = indicator
    self.reason = reason
    self.rows = rows
  }
}

/// A silent rule: what it found is counted, not ranked.
public struct SilentReport: Sendable, Equatable {
  public var indicator: String
  public var findings: Int
  public var companies: Int
  public var kronor: Ore

  public init(indicator: String, findings: Int, companies: Int, kronor: Ore) {
    self.indicator = indicator
    self.findings = findings
    self.companies = companies
    self.kronor = kronor
  }
}
