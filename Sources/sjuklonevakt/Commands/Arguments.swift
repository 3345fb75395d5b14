public import ArgumentParser
import Ingest
public import SickPay

extension Day: ExpressibleByArgument {
  /// A day of the years that files may hold: others would move the window out of the calendar.
  public init?(argument: String) {
    self.init(iso: argument)
    guard IngestLimits.years.contains(civil.year) else { return nil }
  }
}

extension Ore: ExpressibleByArgument {
  /// Kronor with a comma or point before at most two decimals, not negative.
  public init?(argument: String) {
    let parts = argument.replacing(",", with: ".").split(
      separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    guard (1...2).contains(parts.count), decimals.utf8.count <= 2,
      parts.count == 1 || !decimals.isEmpty, let kronor = UInt32(parts[0])
    else { return nil }
    let padded = decimals + String(repeating: "0", count: 2 - decimals.utf8.count)
    guard let ore = UInt8(padded) else { return nil }
    self.init(Int64(kronor) * 100 + Int64(ore))
  }
}

extension ArgumentHelp {
  /// What an argument is, and how the help calls it.
  static func named(_ name: String, _ text: String) -> ArgumentHelp {
    ArgumentHelp(text, valueName: name)
  }
}

/// Whether a text is a kommunkod as options take it: four digits.
func isKommunCode(_ text: String) -> Bool {
  text.utf8.count == 4 && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
}

extension CommandFault {
  /// That `--kommun` has something else.
  static var kommun: CommandFault {
    CommandFault(message: "--kommun ska vara en kommunkod med fyra siffror, t.ex. 2080")
  }
}

/// How a list or an answer is written.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case tabell, json, csv

  /// - Throws: `CommandFault` where Excel's form is asked of another format than csv.
  func check(excel: Bool) throws {
    if excel, self != .csv {
      throw CommandFault(message: "--excel gäller bara --format csv; ange båda, eller ingen")
    }
  }
}
