import SickPay

/// The sentences of the list that the terminal and the page share.
extension ReportView {
  var title: String { "Sjuklönevakt \(report.head.date)" }

  var windowSentence: String {
    let window = report.head.window
    let all = "Ärenden som kom in \(window.lowerBound) till \(window.upperBound) räknas."
    guard let kommun else { return all }
    return all + " Listan visar bolag med ärenden i kommun \(kommun); poäng, plats, belopp och "
      + "tyngsta skäl gäller bolagens ärenden i alla kommuner."
  }

  /// Against which list the marks are set.
  var comparisonSentence: String {
    guard let since = comparison.since else {
      return "Det här är den första körningen: det finns ingen tidigare lista att jämföra med."
    }
    return "Jämförs med körningen \(since)."
  }

  var noCompaniesSentence: String { "Inget bolag har ärenden i fönstret." }

  var listSentence: String {
    let all = "\(SwedishNumbers.integer(report.companies.count)) bolag"
    let flagged = riskforetag.count
    if flagged == 0 { return "\(all), inget riskföretag\(shownClause)." }
    let below = flagged - listed.count { $0.isRiskforetag }
    let rest = below == 0 ? "" : " (\(SwedishNumbers.integer(below)) längre ned än listan)"
    return "\(all), varav \(SwedishNumbers.integer(flagged)) riskföretag\(rest)\(shownClause)."
  }

  private var shownClause: String {
    guard listed.count < report.companies.count else { return "" }
    switch listed.count {
    case 0: return "; listan visar inget av dem"
    case 1: return "; listan visar det första"
    default: return "; listan visar de \(SwedishNumbers.integer(listed.count)) första"
    }
  }

  var markLegend: String {
    guard let since = comparison.since else { return "Risk: ja = riskföretag." }
    return "Risk: ny = riskföretag nu men inte \(since), kvar = riskföretag båda gångerna."
  }

  static let scoreLegend =
    "Poäng: bedömd sannolikhet, 0 till 1, att bolaget med avsikt begär för mycket, med osäkerheten "
    + "inom parentes; den är ett underlag för urval, inget konstaterande. Att rätta: i hur många "
    + "av de ärenden som fynden pekar på en granskning väntas hitta något att rätta, "
    + "misstag också. Storlek: platsen om bara begärda kronor räknades."

  /// What a score may be used for.
  var scoreNotice: String {
    let ground =
      report.outcomes?.calibration.isUsed == true
      ? "på utfall av granskningar"
      : "enligt konfigurationen (den som följer med bygger på påhittade världar)"
    let quality =
      isCalibrated
      ? "Poängen är kalibrerad \(ground) men är en bedömning."
      : "Poängen är inte kalibrerad: den ordnar listan men är inte avstämd mot utfall."
    return quality + " Den är aldrig i sig skäl att stoppa en utbetalning. En människa beslutar."
  }

  var noGoneSentence: String { "Inget riskföretag har lämnat listan." }

  /// The heading over `openings`.
  var openingsTitle: String {
    guard let since = comparison.since else { return "Ärenden att öppna, hela fönstret" }
    return "Ärenden att öppna, inkomna efter \(since)"
  }

  var noOpeningsSentence: String {
    isFirst
      ? "Inga fynd från reglerna att pröva."
      : "Inga fynd från reglerna att pröva på ärenden som kommit in sedan dess."
  }

  /// What is not among the openings because it is decided; `nil` when nothing is.
  var settledSentence: String? {
    switch settledCount {
    case 0: nil
    case 1: "1 fynd är bekräftat eller lagt åt sidan och visas inte här."
    default:
      "\(SwedishNumbers.integer(settledCount)) fynd är bekräftade eller lagda åt sidan och visas "
        + "inte här."
    }
  }

  /// The openings beyond the limit; `nil` when all are shown.
  func restSentence(_ openings: [Opening]) -> String? {
    let rest = openings.dropFirst(openLimit)
    guard !rest.isEmpty else { return nil }
    let sum = rest.reduce(Ore.zero) { $0 + $1.kronor }
    return "och \(SwedishNumbers.integer(rest.count)) fynd till, "
      + "sammanlagt \(SwedishNumbers.kronor(sum))"
  }

  static let allRanSentence = "Alla regler och jämförelser kördes på alla rader."
}

extension GoneCompany {
  var sentence: String {
    let name = before.name.isEmpty ? "(namn saknas)" : before.name
    let then = "\(name) (\(orgnr)), plats \(before.rank)"
    guard let rank else {
      return "\(then): har inga ärenden \(kommun.map { "i kommun \($0) " } ?? "")i fönstret."
    }
    return "\(then): nu plats \(rank) och inte riskföretag."
  }
}

extension SkippedReport {
  /// A rule that lacks a whole file has no rows to count.
  var sentence: String {
    let scope = rows == 0 ? "" : " (\(SwedishNumbers.count(rows, "rad", "rader")))"
    return "\(indicator): \(reason)\(scope)"
  }
}

extension SilentReport {
  var sentence: String {
    "\(indicator): körs tyst, \(SwedishNumbers.count(findings, "fynd", "fynd")) hos "
      + "\(SwedishNumbers.count(companies, "bolag", "bolag")), \(SwedishNumbers.kronor(kronor)); "
      + "rangordnas inte"
  }
}
