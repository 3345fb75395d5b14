import Ledger
import SickPay

/// Two layers of sick pay for one shift: the vikarie of a sick assistant falls sick too, and both
/// are claimed. Two assistants of one brukare at the same time (dubbelassistans) are lawful: the
/// second must have been the first one's vikarie in the very minutes that he or she lost.
struct SecondLayer: Rule {
  let id = IndicatorID("tva-lager")
  let card = RuleCard(
    title: "Sjuklön i två lager",
    sentence:
      "Sjuklön begärs för en vikarie under samma minuter som sjuklön begärs för den ordinarie "
      + "assistenten.",
    ground: .ruling,
    basis:
      "Kammarrätten i Sundsvall mål 1345-17: bara den ordinarie assistentens sjuklön ersätts",
    needs: ["pass.csv"],
    verdicts: [.regelbrott],
    stake:
      "De delade minuternas andel av beloppet på raden som gäller vikarien.",
    example:
      "Passet 08–16 är begärt för den ordinarie, med vikarien angiven. Samma pass är begärt en "
      + "gång till för vikarien, som också blev sjuk: det andra beloppet ersätts inte.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    var overlaps = OverlapsByClaim()
    forEachOverlap(evidence.lost, evidence.worked) { lost, worked in
      guard ledger.isSecondLayer(lost, worked) else { return }
      let (claim, first) = (ledger.claim(of: lost), ledger.claim(of: worked))
      guard evidence.isSickness(claim), !evidence.duplicates.isDuplicate[first] else { return }
      overlaps.add(claim: claim, witness: first, lost, worked)
    }
    return overlaps.outcome(evidence, finding)
  }

  private func finding(
    _ evidence: Evidence, _ claim: Int, _ overlap: OverlapsByClaim.Overlap
  ) -> RuleFinding {
    let ledger = evidence.ledger
    let witnesses = overlap.witnesses.sorted()
    let person = evidence.names.assistent(ledger.claims[.assistent, claim])
    let others = witnesses.map { evidence.texts(ofClaim: $0).arende }.joined(separator: ", ")
    let hours = SwedishNumbers.hours(Seconds(overlap.seconds))
    return RuleFinding(
      verdict: .regelbrott, atFault: [claim], witnesses: witnesses,
      shifts: overlap.shifts.sorted(),
      amounts: [evidence.paidAmount(of: overlap.seconds, claim: claim)],
      observed: Double(overlap.seconds) / 3600, expected: 0,
      text: "\(hours) är begärda för assistent \(person), som under samma minuter är vikarie i "
        + "ärende \(others) (väntat: 0 h). Sjuklön ersätts bara för den ordinarie.",
      clearedBy: "Ett schema som visar att passet var assistentens eget, eller en kreditering av "
        + "timmarna.")
  }
}

extension Ledger {
  /// Whether a lost shift is one that its assistant had as vikarie: the same company and brukare,
  /// and minutes that lie within those worked for somebody else.
  func isSecondLayer(_ lost: Stretch, _ worked: Stretch) -> Bool {
    let (sick, first) = (claim(of: lost), claim(of: worked))
    return sick != first && worked.start <= lost.start && lost.end <= worked.end
      && claims[.company, sick] == claims[.company, first]
      && claims[.brukare, sick] == claims[.brukare, first]
      && claims[.assistent, sick] != claims[.assistent, first]
  }
}
