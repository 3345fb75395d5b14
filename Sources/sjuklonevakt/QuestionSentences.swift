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
    "\(words(vocabulary)) «\(oneLine(name))» finns inte; \(list(name, known))"
  case .notAdditive(let column):
    "\(column.name) går inte att summera: den har \(words(column.kind))\(instead(column))"
  case .notMeasured(let column):
    "\(column.name) går inte att räkna medel, median eller kvantil på: den har "
      + words(column.kind) + instead(column)
  case .noQuantile(let name):
    "«\(oneLine(name))» finns inte: kvantilerna går från p1 till p99"
  case .ruleNotCompared(let name):
    "\(oneLine(name)) är en regel, och relativt jämför bara statistik; regelns fynd räknas med "
      + "--per indikator"
  case .statisticNotCompared(let name):
    "\(oneLine(name)) är gjord av andra mått och fynd och har inget väntat värde att jämföra med; "
      + "dess fynd räknas med --per indikator"
  case .keyNotColumn(let key, let column):
    "\(key.rawValue) är en nyckel och ingen kolumn; filtrera på \(column), t.ex. "
      + "\(column) = \(example(key))"
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
    "frågor väljer inte ut enskilda personer eller ärenden, så \(oneLine(column)) går varken att "
      + "filtrera på eller räkna med; ett bolags personer visas av --per anställd eller "
      + "--per brukare"
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

/// Which one may have been meant, the others, and that there are more.
private func list(_ name: String, _ known: [String]) -> String {
  guard let first = known.first else { return "raderna har inget värde där" }
  let more = known.count > mostListed ? " med flera (docs/questions.md)" : ""
  func names(_ names: some Sequence<String>) -> String {
    names.map { oneLine($0) }.joined(separator: ", ") + more
  }
  let shown = known.prefix(mostListed)
  if !mayMean(name, first) { return "det finns \(names(shown))" }
  return "menades \(oneLine(first))? "
    + (shown.count == 1 ? "Det är det enda." : "Annars finns \(names(shown.dropFirst()))")
}

/// What a column that can't be reckoned with so is good for.
private func instead(_ column: QuestionColumn) -> String {
  let name = column.name
  return column.isMeasured
    ? "; däremot går medel(\(name)), median(\(name)) och p1(\(name)) till p99(\(name))"
    : "; den går att filtrera på"
}

private func example(_ key: GroupKey) -> String {
  switch key {
  case .sickQuarter, .receivedQuarter: "2025-K2"
  case .sickYear, .receivedYear: "2025"
  default: "2025-05"
  }
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
  case .kronor: "kronor, t.ex. 1500 eller 2831,95"
  case .wage: "kronor i timmen, t.ex. 165,50"
  case .hours: "timmar, t.ex. 7,5"
  case .percent: "procent, t.ex. 31,42"
  case .days: "ett antal dagar"
  case .date: "ett datum 2025-05-06, en månad 2025-05, ett kvartal 2025-K2 eller ett år 2025"
  case .kommun: "en kommunkod med fyra siffror"
  case .company: "ett organisationsnummer med tio siffror eller en beteckning E-…"
  case .text: "text"
  case .word(let words): "ett av orden \(words.joined(separator: ", "))"
  }
}
