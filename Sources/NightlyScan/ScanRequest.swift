public import Configuration
import Detection
public import Ingest
public import Secrecy
public import SickPay

/// Everything that a scan depends on. Equal requests on equal files give equal reports.
public struct ScanRequest: Sendable {
  public var inputs: InputList
  public var configuration: Configuration
  /// Forms of senders' files that the office has saved.
  public var senders: SavedSenders
  public var pseudonyms: Pseudonyms
  /// The scan's date; the latest day on which a row was received where `nil`.
  public var date: Day?
  /// Takes the lines of a table with each row's lawful amounts; `nil` where nobody asks for it.
  public var amountLines: (@Sendable (String) throws -> Void)?
  /// Takes the scan's rows for a database; `nil` where nobody asks for them.
  public var rows: (@Sendable (ScanRows) -> Void)?
  /// What earlier scans and people's decisions say, by the scan's date.
  public var earlier: @Sendable (Day) throws -> EarlierScans
  /// Files read at a time.
  public var threads: Int
  /// What earlier nights have read of the same files.
  public var earlierReadings: (any EarlierReadings)?

  public init(
    inputs: InputList, configuration: Configuration, senders: SavedSenders = SavedSenders(),
    pseudonyms: Pseudonyms, date: Day?, threads: Int,
    earlierReadings: (any EarlierReadings)? = nil,
    amountLines: (@Sendable (String) throws -> Void)? = nil,
    rows: (@Sendable (ScanRows) -> Void)? = nil,
    earlier: @escaping @Sendable (Day) throws -> EarlierScans = { _ in EarlierScans() }
  ) {
    self.inputs = inputs
    self.configuration = configuration
    self.senders = senders
    self.pseudonyms = pseudonyms
    self.date = date
    self.threads = threads
    self.earlierReadings = earlierReadings
    self.amountLines = amountLines
    self.rows = rows
    self.earlier = earlier
  }
}

/// What a scan is told of those before it.
public struct EarlierScans: Sendable {
  /// Findings that a person has put away.
  public var putAway: Set<String>
  /// The duplicates that were shown, and the date of the scan that first did.
  public var duplicatesShown: [String: Day]
  /// The ärenden that were drawn by chance.
  public var drawn: Set<DrawnCase>

  /// The indicators whose findings are duplicates.
  public static let duplicateIndicators = Catalogue.duplicates.map(\.description)

  public init(
    putAway: Set<String> = [], duplicatesShown: [String: Day] = [:], drawn: Set<DrawnCase> = []
  ) {
    self.putAway = putAway
    self.duplicatesShown = duplicatesShown
    self.drawn = drawn
  }
}

/// An ärende that was drawn by chance, as reports write it.
public struct DrawnCase: Hashable, Sendable {
  /// Four digits.
  let kommun: String
  let arende: String
  /// Ten digits; a token for a sole trader.
  let orgnr: String

  public init(kommun: String, arende: String, orgnr: String) {
    (self.kommun, self.arende, self.orgnr) = (kommun, arende, orgnr)
  }
}

/// The program's version, part of every report.
public let sjuklonevaktVersion = "0.1.0"
