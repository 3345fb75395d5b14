/// What senders call the canonical columns. A name stands under one column of a table only, and no
/// name stands here that could as well be another column's: `lön`, `timmar per vecka eller period`
/// and the like are asked about.
enum ColumnSynonyms {
  private static let tables: [TableKind: [String: [String]]] = [.claims: claims, .shifts: shifts]

  /// By canonical column; a table without synonyms goes by its own names alone.
  static func of(_ table: TableKind) -> [String: [String]] { tables[table] ?? [:] }

  static let claims: [String: [String]] = [
    "kommun": ["kommunkod", "kommun kod", "kommunnummer"],
    "ärende": [
      "ärendenummer", "ärendenr", "ärende nr", "ärende-id", "diarienummer", "diarienr", "dnr",
      "ansökan nr", "ansökningsnummer", "anspråk",
    ],
    "inkommen": [
      "inkom", "inkommet", "inkommen datum", "ankomstdatum", "ankomstdag", "ansökningsdatum",
      "datum inkommen", "inlämnad", "registrerad datum",
    ],
    "orgnr": [
      "org.nr", "organisationsnummer", "organisationsnr", "org nummer", "bolagets orgnr",
      "företagets organisationsnummer", "anordnarens organisationsnummer", "orgnr anordnare",
      "orgnr bolag", "leverantörens orgnr",
    ],
    "brukare": [
      "brukarens personnummer", "brukares personnummer", "pnr brukare", "personnummer brukare",
      "brukare pnr",
      "brukare personnummer", "brukarnummer", "brukarnr", "brukar-id", "kundnummer brukare",
      "assistansberättigad", "assistansberättigads personnummer", "kund personnummer",
      "kundens personnummer", "den enskildes personnummer",
    ],
    "assistent": [
      "assistentens personnummer", "pnr assistent", "personnummer assistent", "assistent pnr",
      "assistent personnummer", "anställd", "anställds personnummer", "anställd pnr",
      "den anställdes personnummer", "pnr anställd", "personnummer anställd", "ordinarie assistent",
      "ordinarie assistents personnummer", "sjuk assistent", "sjuk personal",
      "arbetstagare", "arbetstagarens personnummer",
    ],
    "sjuk_från": [
      "from", "fr.o.m.", "fr o m", "från", "fr om", "från och med", "sjuk from", "sjuk fr.o.m.",
      "sjukfrånvaro från", "sjukperiod from", "första sjukdag", "första sjukdagen",
      "första frånvarodag", "frånvaro från", "frånvaro from", "period från", "period from",
      "startdatum", "sjuk start", "sjukdatum från", "period start",
    ],
    "sjuk_till": [
      "tom", "t.o.m.", "t o m", "till", "till och med", "sjuk tom", "sjuk t.o.m.",
      "sjukfrånvaro till", "sjukperiod tom", "sista sjukdag", "sista sjukdagen",
      "sista frånvarodag", "frånvaro till", "frånvaro tom", "period till", "period tom",
      "slutdatum", "sjuk slut", "sjukdatum till", "period slut",
    ],
    "sjuktimmar": [
      "antal timmar", "antal sjuktimmar", "sjuk timmar", "frånvarotimmar", "timmar frånvaro",
      "antal frånvarotimmar", "bortfallna timmar", "förlorade timmar", "sjukfrånvarotimmar",
      "timmar sjuk", "antal tim", "sjuktim",
    ],
    "timlön": [
      "lön per timme", "lön/timme", "kr/tim", "kr per timme", "kr/timme", "timlön kr", "timpenning",
      "lön/tim", "kr/h", "grundtimlön",
    ],
    "sjuklön": [
      "sjuklön kr", "sjuklönekostnad", "sjuklön belopp", "sjuklön efter karens",
      "sjuklön efter karensavdrag", "utbetald sjuklön", "summa sjuklön", "sjuklön dag 1-14",
    ],
    "belopp": [
      "totalt belopp", "totalbelopp", "begärt belopp", "yrkat belopp", "sökt belopp",
      "summa att betala", "att betala", "summa att ersätta", "summa kronor", "total kostnad",
      "totalkostnad", "belopp kr", "belopp att ersätta", "fakturabelopp", "totalsumma",
      "summa totalt", "ersättningsbelopp",
    ],
    "fakturanummer": ["fakturanr", "faktura nr", "faktura", "fakt nr", "fakturans nummer"],
    "fakturadatum": ["faktura datum", "fakturans datum", "fakt datum", "fakturadag"],
    "bolag": [
      "bolagsnamn", "företag", "företagsnamn", "anordnare", "anordnarens namn", "assistansbolag",
      "assistansanordnare", "leverantör", "utförare", "arbetsgivare",
    ],
    "betalkonto": [
      "bankgiro", "bg", "plusgiro", "pg", "bankgironummer", "plusgironummer", "kontonummer",
      "bankkonto", "utbetalningskonto", "konto för utbetalning",
    ],
    "anställd_från": ["anställningsdatum", "anställd from", "anställning från"],
    "anställd_till": ["anställd tom", "anställning till", "anställningens slut"],
    "anställningsform": ["anst form", "typ av anställning", "anställningstyp"],
    "veckotimmar": [
      "timmar per vecka", "tim/vecka", "h/vecka", "veckoarbetstid", "arbetstid per vecka",
      "genomsnittlig veckoarbetstid", "snittimmar per vecka",
    ],
    "avtal": ["kollektivavtal", "avtalsområde"],
    "lagrum": ["beslut enligt", "beslutstyp", "lagstöd"],
    "frånvaro": ["frånvarotyp", "frånvaroorsak", "typ av frånvaro"],
    "sjukperiod_från": ["sjukperiodens första dag", "sjukperiodens start"],
    "ersatta_timmar": [
      "ersättningstimmar", "timmar att ersätta", "antal timmar att ersätta", "betalda timmar",
      "ersättningsbara timmar",
    ],
    "jourtimmar": ["antal jourtimmar", "timmar jour"],
    "karenstimmar": [
      "karens timmar", "antal karenstimmar", "timmar karens", "karensavdrag timmar",
      "karensavdrag h",
    ],
    "karensavdrag": ["karensavdrag kr", "karens kr", "karensbelopp", "avdrag karens"],
    "karens_skäl": ["skäl till utebliven karens", "orsak ingen karens", "skäl ingen karens"],
    "ob": ["ob-tillägg", "ob ersättning", "ob kr", "sjuk-ob", "obekväm arbetstid"],
    "jour": ["jourersättning", "jour kr", "sjuk jour"],
    "semesterersättning": [
      "semesterersättning kr", "semers", "sem.ers", "sem ers", "semesterersättning belopp",
      "semesterlön",
    ],
    "arbetsgivaravgift": [
      "arbetsgivaravgifter", "sociala avgifter", "soc avg", "soc.avg", "arb.avg", "arb avg",
      "arbetsgivaravgift kr", "sociala avgifter kr", "lagstadgade avgifter",
    ],
    "avtalskostnad": [
      "avtalskostnader", "avtalsförsäkring", "avtalsförsäkringar", "försäkringar",
      "avtalsenliga avgifter", "avtalsbundna avgifter", "pension och försäkring",
      "avtalspension", "försäkringskostnad",
    ],
    "moms": ["mervärdesskatt", "moms kr"],
    "semester_procent": ["semesterersättning procent", "semesterersättning %", "semester %"],
    "avgift_procent": [
      "arbetsgivaravgift procent", "arbetsgivaravgift %", "sociala avgifter %", "avgift %",
    ],
    "avtal_procent": ["avtalskostnad procent", "avtalskostnad %", "avtalsförsäkring %", "avtal %"],
    "lön_utbetald": [
      "löneutbetalning", "utbetalningsdatum lön", "lönedatum", "löneutbetalningsdag",
    ],
    "läkarintyg_från": ["läkarintyg from", "intyg från", "intyg from"],
    "läkarintyg_till": ["läkarintyg tom", "intyg till", "intyg tom"],
    "omfattning": ["omfattning %", "sjukskrivningsgrad", "sjukgrad"],
    "fördelning": ["fördelning %", "andel brukare", "brukarens andel"],
    "krediterar": ["krediterar faktura", "kredit av", "kredit av faktura", "krediterad faktura"],
    "ersätter": ["ersätter faktura", "ersätter ärende", "rättar"],
    "skydd": ["skyddad identitet", "sekretessmarkering", "skyddade uppgifter"],
  ]

  static let shifts: [String: [String]] = [
    "kommun": claims["kommun"] ?? [],
    "ärende": claims["ärende"] ?? [],
    "assistent": claims["assistent"] ?? [],
    "brukare": claims["brukare"] ?? [],
    "start": [
      "pass start", "passets start", "starttid", "start tid", "från tid", "från kl", "kl från",
      "schema start", "arbetspass start", "ordinarie start", "pass från", "börjar",
    ],
    "slut": [
      "pass slut", "passets slut", "sluttid", "slut tid", "till tid", "till kl", "kl till",
      "schema slut", "arbetspass slut", "ordinarie slut", "pass till", "slutar",
    ],
    "typ": ["passtyp", "typ av pass", "slag", "tidstyp"],
    "vikarie": [
      "vikariens personnummer", "pnr vikarie", "personnummer vikarie", "vikarie pnr",
      "vikarie personnummer", "ersättare", "ersättarens personnummer", "insatt vikarie",
    ],
    "vikarie_start": ["vikarie från", "vikariens start", "vikarie starttid", "vikarie kl från"],
    "vikarie_slut": ["vikarie till", "vikariens slut", "vikarie sluttid", "vikarie kl till"],
  ]

  /// Columns that hold the day of times that stand in columns of their own.
  static let shiftDays = ["datum", "dag", "passets datum", "arbetsdag", "pass datum"]
}

/// A column's name as it is compared: lower case, å ä ö folded, nothing but letters, digits and %.
func columnKey(_ name: String) -> String {
  String(
    foldedHeaderName(name).unicodeScalars.filter {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "%"
    }.map(Character.init))
}
