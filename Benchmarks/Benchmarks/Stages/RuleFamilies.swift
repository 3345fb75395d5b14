import Detection

/// Rules that look at the same things, so that a benchmark says where a rule has become slow.
struct RuleFamily: Sendable {
  let name: String
  let rules: [any Rule]

  /// Every rule of the catalogue is in one family; what no list names is in the last.
  static let all: [RuleFamily] = {
    let named = lists.map { name, ids in
      RuleFamily(name: name, rules: Catalogue.rules.filter { ids.contains("\($0.id)") })
    }
    let known = Set(lists.flatMap(\.ids))
    let rest = Catalogue.rules.filter { !known.contains("\($0.id)") }
    return named + [RuleFamily(name: "papers and dates", rules: rest)]
  }()

  private static let lists: [(name: String, ids: Set<String>)] = [
    (
      "the same time twice",
      [
        "dubblett", "dubblett-forskjuten", "okrediterad-dubblett", "minuter-tva-ganger",
        "sjuk-men-vikarie", "vikarie-dubbelbokad", "sjuk-men-i-tid", "ringbyten",
        "orimlig-arbetstid", "fler-an-dygnet",
      ]
    ),
    (
      "hours and days that are paid for",
      [
        "vakanta-timmar", "utan-vikarie", "efter-dag-14", "karensavdrag", "tio-avdrag",
        "aterinsjuknandekedja", "hogriskskydd-dubbelt", "lakarintyg-saknas", "over-beslut",
      ]
    ),
    (
      "amounts",
      [
        "delar-och-belopp", "sjuklon-over-lagen", "ob-over-avtal", "ob-andel",
        "semester-over-lagen", "avgift-fel-alder", "avtalskostnad-over-avtal",
        "over-lagligt-belopp", "moms", "staten-betalade", "vab-ersatts-inte", "formelbyte",
      ]
    ),
    (
      "wages and employments",
      [
        "lon-under-avtal", "lon-avviker", "lon-hojd-vid-sjukdom", "kort-anstallning",
        "efter-anstallningens-slut", "under-18",
      ]
    ),
    (
      "companies and accounts",
      ["tillstand-saknas", "delat-konto", "konto-bytt", "konto-utbetalt", "fenix"]
    ),
  ]
}
