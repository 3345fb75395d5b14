import Testing

/// `regler` as who meets a finding reads it.
struct RulesTests {
  private func rules(_ arguments: String...) throws -> Outcome {
    let folder = try Folder()
    return try folder.start(["regler"] + arguments).wait()
  }

  /// Without line breaks.
  private func words(_ outcome: Outcome) -> String {
    outcome.stdout.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `rules and statistics are listed`() throws {
    let outcome = try rules()
    #expect(outcome.status == 0 && outcome.stderr.isEmpty)
    let lines = outcome.stdout.split(separator: "\n").map(String.init)
    for name in ["karensavdrag", "dubblett", "sjukfrekvens", "jamna-langder", "delar-med-andra"] {
      #expect(lines.contains(name))
    }
    #expect(lines.contains { $0.hasSuffix(" statistiska mått") })
  }

  @Test func `a statistic tells what it compares, with whom, its weight and what clears it`() throws
  {
    let alike = words(try rules("sjukfrekvens"))
    #expect(alike.contains("Mäter: Sjukfall per månads arbete"))
    #expect(alike.contains("Med: bolag av samma storlek, i samma län och med samma kollektivavtal"))
    #expect(alike.contains("Vikt i poängen: "))
    #expect(alike.contains("Reder ut: Uppgift om bolagets anställda och arbetade tid"))
    #expect(words(try rules("jamna-langder")).contains("Med: alla bolag i körningen."))
    #expect(words(try rules("ovanligt-monster")).contains("gör det aldrig till riskföretag"))
    #expect(words(try rules("karensavdrag")).contains("Exempel: "))
  }

  @Test func `a wrong name gets the right ones`() throws {
    let outcome = try rules("sjukfrekven")
    #expect(outcome.status == 2 && outcome.stdout.isEmpty)
    #expect(outcome.stderr.contains("sjukfrekven finns inte; det finns "))
    #expect(outcome.stderr.contains("sjukfrekvens"))
  }
}
