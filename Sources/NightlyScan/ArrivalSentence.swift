public import Ingest
import Reporting
import SickPay

extension TrialReading {
  private static let shownParts = 4

  /// What was made of a file that has arrived, on one line without persons' numbers: for each table
  /// in it what it is, its rows, and how many were rejected.
  public static func arrival(of source: InputSource, senders: [SenderFormat]) -> String {
    let trials = each(in: source, senders: senders)
    var parts = trials.prefix(shownParts).map { trial in
      // What lies in the file is called by what is after the file's own name.
      let inner = trial.report.name.dropFirst(source.name.count).drop { "/, ".contains($0) }
      return (inner.isEmpty ? "" : "\(inner): ") + trial.outcomeLine
    }
    let rest = trials.dropFirst(shownParts)
    if !rest.isEmpty {
      let refused = rest.count { $0.isRefused }
      parts.append(
        "\(SwedishNumbers.count(rest.count, "del", "delar")) till"
          + (refused > 0 ? ", varav \(refused) inte går att använda" : ""))
    }
    return oneLine(maskedPersons("\(source.name): \(parts.joined(separator: "; "))"))
  }

  /// What is said of a file that goes on changing, so that no scan begins.
  public static func holdsUp(_ source: InputSource) -> String {
    oneLine(
      maskedPersons("\(source.name): ändras fortfarande; skanningen väntar tills den är klar"))
  }

  /// What is said of a file that has arrived and can't be opened.
  public static func unopened(_ source: InputSource) -> String {
    oneLine(maskedPersons("\(source.name): går inte att öppna just nu; prövas igen"))
  }
}
