import NightlyScan
import Questions

/// Where a question goes wrong, and what would be right.
func sentence(_ fault: QuestionFault) -> String {
  "\(option(fault.part)), tecken \(fault.position): \(sentence(fault.problem))"
}

private func option(_ part: QuestionFault.Part) -> String {
  switch part {
  case .keys: "--per"
  case .measures: "--mått"
  case .filter: "--filter"
  case .sort: "--sortera"
  }
}

private func sentence(_ problem: QuestionFault.Problem) -> String {
  switch problem {
  case .unknown(let name, let vocabulary, let known):
    "\(words(vocabulary)) «\(oneLine(name))» finns inte; \(list(known))"
  case .expected(let expectation): "här väntades \(words(expectation))"
  case .wrongValue(let text, let column):
    "«\(oneLine(text))» är inte \(words(column.kind)), som \(column.name) har"
  case .ambiguousComma(let text):
    "i «\(oneLine(text))» kan kommat vara decimaltecken eller skilja två värden; skriv punkt som "
      + "decimaltecken, och blanksteg efter komma"
  case .unordered(let column):
    "\(column.name) går att jämföra med =, != och i (…), men är varken större eller mindre"
  case .incomparable(let left, let right):
    "\(left.name) har \(words(left.kind)) och \(right.name) \(words(right.kind)); de går inte att "
      + "jämföra"
  case .singledOut(let column):
    "frågor väljer inte ut enskilda personer eller ärenden, så \(oneLine(column)) går inte att "
      + "filtrera på; ett bolags personer visas av --per anställd eller --per brukare"
  case .unknownCompany(let name): "bolaget \(oneLine(name)) finns inte bland raderna"
  case .repeated(let name): "\(oneLine(name)) står två gånger"
  case .tooDeep: "för många parenteser eller inte i varandra"
  case .notOfFindings(let measure):
    "med nyckeln indikator räknas fynd, och de har inte \(measure); de har antal, personer, "
      + "summa(att_pröva) och andelar av dem"
  case .onlyOfFindings(let measure): "\(measure) finns bara med nyckeln indikator"
  case .needsCompanyKey(let measure):
    "\(measure) jämför bolag med likartade och går bara med --per bolag och ingen annan nyckel"
  case .findingsOfPersons: "fynd gäller bolag och räknas inte per person"
  case .needsOneCompany(let key):
    "--per \(key) går bara inom ett enda bolag; lägg till --filter \"bolag = …\", med och före "
      + "andra villkor"
  case .nothingToAccumulate: "--ackumulerat kräver måttet antal eller summa"
  }
}

private let mostListed = 12

/// The closest first, and that there are more.
private func list(_ known: [String]) -> String {
  guard let first = known.first else { return "raderna har inget värde där" }
  let others = known.dropFirst().prefix(mostListed - 1).map { oneLine($0) }
  let more = known.count > mostListed ? " med flera (docs/questions.md)" : ""
  return "menades \(oneLine(first))? "
    + (others.isEmpty
      ? "Det är det enda." : "Annars finns \(others.joined(separator: ", "))\(more)")
}

private func words(_ vocabulary: QuestionFault.Vocabulary) -> String {
  switch vocabulary {
  case .key: "nyckeln"
  case .measure: "måttet"
  case .measuredColumn, .filterColumn: "kolumnen"
  case .share: "andelen"
  case .personRole: "personrollen"
  case .indicator: "statistiken"
  case .order: "bland frågans mått och nycklar"
  case .value(let column): "\(column) med värdet"
  }
}

private func words(_ expectation: QuestionFault.Expectation) -> String {
  switch expectation {
  case .key: "en nyckel, t.ex. kommun"
  case .measure: "ett mått, t.ex. antal"
  case .column: "ett namn, t.ex. belopp"
  case .comparison: "=, !=, <, <=, >, >= eller i (…)"
  case .value: "ett värde"
  case .openingParenthesis: "( med en kolumn, t.ex. (belopp)"
  case .closingParenthesis: ")"
  case .comma: "komma eller slut"
  case .listEnd: "komma och nästa värde, eller )"
  case .conjunction: "och, eller eller slut; text med blanksteg ska stå inom citattecken"
  case .closingQuote: "ett citattecken till: texten som börjar här tar aldrig slut"
  }
}

private func words(_ kind: QuestionColumn.Kind) -> String {
  switch kind {
  case .kronor, .wage: "kronor, t.ex. 1500 eller 2831,95"
  case .hours: "timmar, t.ex. 7,5"
  case .percent: "procent, t.ex. 31,42"
  case .days: "ett antal dagar"
  case .date: "ett datum 2025-05-06, en månad 2025-05 eller ett år 2025"
  case .kommun: "en kommunkod med fyra siffror"
  case .company: "ett organisationsnummer med tio siffror eller en beteckning E-…"
  case .text: "text"
  case .word(let words): "ett av orden \(words.joined(separator: ", "))"
  }
}
