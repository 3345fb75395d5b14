public import Configuration
public import Ingest
public import Secrecy
public import SickPay

/// Everything that a scan depends on. Equal requests on equal files give equal reports.
public struct ScanRequest: Sendable {
  public var inputs: InputList
  public var configuration: Configuration
  public var pseudonyms: Pseudonyms
  /// The scan's date; the latest day on which a row was received where `nil`.
  public var date: Day?
  /// Findings that a person has put away, by the scan's date.
  public var putAway: @Sendable (Day) throws -> Set<String>
  /// Takes the lines of a table with each row's lawful amounts; `nil` where nobody asks for it.
  public var amountLines: (@Sendable (String) throws -> Void)?
  /// Files read at a time.
  public var threads: Int

  public init(
    inputs: InputList, configuration: Configuration, pseudonyms: Pseudonyms, date: Day?,
    threads: Int, amountLines: (@Sendable (String) throws -> Void)? = nil,
    putAway: @escaping @Sendable (Day) throws -> Set<String> = { _ in [] }
  ) {
    self.inputs = inputs
    self.configuration = configuration
    self.pseudonyms = pseudonyms
    self.date = date
    self.threads = threads
    self.putAway = putAway
    self.amountLines = amountLines
  }
}

/// The program's version, part of every report.
public let sjuklonevaktVersion = "0.1.0"
