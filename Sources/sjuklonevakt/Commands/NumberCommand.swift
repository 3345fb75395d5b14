import ArgumentParser
import Foundation
import Ingest
import SickPay

/// `nummer`: how numbers of persons, organisations and accounts are understood. Hidden: it serves
/// checks against published lists of test numbers (`Scripts/conformance`).
struct NumberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nummer",
    abstract: "Läser nummer från standard in, ett per rad, och skriver deras form.",
    shouldDisplay: false)

  @Argument(help: .named("slag", "person, organisation, bankgiro, plusgiro eller luhn."))
  var kind: Kind

  @Option(name: .customLong("datum"), help: "Dagen som avgör århundradet för tio siffror.")
  var date: Day

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case person, organisation, bankgiro, plusgiro, luhn
  }

  /// One line for each: `giltigt`, `fel kontrollsiffra` or `okänt`, a tab, and the canonical form.
  func run() throws {
    var output = StandardOutput()
    while let line = readLine() { output.write(answer(line) + "\n") }
    output.flush()
  }

  private func answer(_ text: String) -> String {
    switch kind {
    case .person: answer(IdentityNumber(person: text, event: date))
    case .organisation: answer(IdentityNumber(organisation: text))
    case .bankgiro: answer(GiroNumber(text, kind: .bankgiro))
    case .plusgiro: answer(GiroNumber(text, kind: .plusgiro))
    case .luhn:
      UInt64(text.filter { $0 != "-" }).map { word(Luhn.isValid($0)) + "\t\($0)" } ?? "okänt\t"
    }
  }

  private func answer(_ number: IdentityNumber?) -> String {
    number.map { word($0.isValid) + "\t" + $0.canonical } ?? "okänt\t"
  }

  private func answer(_ number: GiroNumber?) -> String {
    number.map { word($0.hasValidCheckDigit) + "\t\($0)" } ?? "okänt\t"
  }

  private func word(_ isValid: Bool) -> String { isValid ? "giltigt" : "fel kontrollsiffra" }
}
