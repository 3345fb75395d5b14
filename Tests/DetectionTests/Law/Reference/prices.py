"""What a claim may cost: the dated values of law and agreements, and the lawful amount.

Each list holds (first day, value); a value lasts until the next first day. `None` is unknown.
"""

from datetime import date, timedelta
from fractions import Fraction
from itertools import product

import tables
from rules import PROVEN, REVIEW, NotRun, duplicates
from tables import half_away

SICK_PAY = Fraction(80, 100)  # sjuklönelagen 6 §


def percent(text):
    return None if text is None else Fraction(text) / 100


def dated(*pairs):
    return [(date.fromisoformat(first), value) for first, value in pairs]


def at(table, day):
    values = [value for first, value in table if first <= day]
    return values[-1] if values else None


# Arbetsgivaravgifter by the day of payment: socialavgiftslagen (2000:980) 2 kap. 26–29 §§,
# SFS 2022:889, 2023:750 and 2026:100; blinfo.se, skr.se, wiklands.se, arevision.se.
NORMAL = "31.42"
OLDER_AGE = dated(("2015-01-01", 65), ("2023-01-01", 66), ("2026-01-01", 67))
OLDER = dated(("2015-01-01", "10.21"), ("2016-01-01", "16.36"), ("2019-07-01", "10.21"))
BORN_1937 = dated(("2015-01-01", "0"), ("2016-01-01", "6.15"), ("2019-07-01", "0"))
# Youngest and oldest when the year begins, percent, and whether only up to 25,000 kr a month.
CHILDREN = (15, 17, "10.21", True)
YOUNG = dated(
    ("2015-01-01", [(0, 25, "15.49", False)]),
    ("2015-05-01", [(0, 22, "10.21", False), (23, 24, "15.49", False)]),
    ("2015-08-01", [(0, 24, "25.46", False)]), ("2016-06-01", []), ("2019-08-01", [CHILDREN]),
    ("2021-01-01", [CHILDREN, (18, 22, "19.73", True)]),
    ("2021-06-01", [CHILDREN, (18, 22, "10.21", True)]),
    ("2021-09-01", [CHILDREN, (18, 22, "19.73", True)]),
    ("2022-06-01", [CHILDREN, (18, 22, "10.21", True)]),
    ("2022-09-01", [CHILDREN, (18, 22, "19.73", True)]), ("2023-04-01", [CHILDREN]),
    ("2024-01-01", []), ("2026-04-01", [(18, 22, "20.81", True)]), ("2027-10-01", []))
FIRST_EMPLOYED = dated(("2015-01-01", NORMAL), ("2017-01-01", "10.21"))  # växa-stöd


def fee(birth, paid_on):
    """Percent, and whether a ceiling that the rows do not show may give the normal one."""
    if birth.year <= 1937:
        return at(BORN_1937, paid_on), False
    age = paid_on.year - birth.year - 1
    if (birth.month, birth.day) != (1, 1):
        return fee_at(age, paid_on)
    # skr.se groups by year of birth; by the words of the law the age is reached that very day.
    return max(fee_at(age, paid_on), fee_at(age + 1, paid_on), key=lambda f: Fraction(f[0]))


def fee_at(age, paid_on):
    if age >= at(OLDER_AGE, paid_on):
        return at(OLDER, paid_on), False
    for youngest, oldest, rate, has_ceiling in at(YOUNG, paid_on):
        if youngest <= age <= oldest:
            return rate, has_ceiling
    return NORMAL, False


def birth(claim):
    digits = claim.text["assistent"].replace("-", "")
    if not digits.isdigit():
        raise NotRun
    day = int(digits[6:8])
    return date(int(digits[:4]), int(digits[4:6]), day - 60 if day > 60 else day)


def months(claim):
    """The days on which the wage may have been paid: stated, or any month up to the invoice."""
    stated = claim.day("lön_utbetald")
    if stated:
        return [stated]
    last = claim.day("fakturadatum")
    if last is None:
        raise NotRun
    days = [claim.first + timedelta(days=n) for n in range((last - claim.first).days + 1)]
    return days or [claim.first]


def highest_fee(claim):
    """The most that the fee may be, and whether that is certain."""
    fees = [fee(birth(claim), day) for day in months(claim)]
    if any(rate is None for rate, _ in fees):
        raise NotRun
    return max(percent(rate) for rate, _ in fees), not any(ceiling for _, ceiling in fees)


# Agreements: semesterersättning by age (ka.se 2020-12-15; semesterlagen 16 b §), whether it is
# certain, and the highest avtalskostnad (levels nobody has verified).
FREMIA = dated(("2015-01-01", {0: "12"}), ("2023-01-01", {0: "12", 40: "13", 50: "14"}))
TWELVE = dated(("2015-01-01", {0: "12"}))
AGREEMENTS = {
    "Fremia": (FREMIA, True, "8"), "inget": (TWELVE, True, "0"),
    "Bransch G": (TWELVE, False, "8"), "Sobona": (TWELVE, False, "8")}
LOWEST_WAGE = {"Fremia": dated(("2026-01-01", "145.91"), ("2027-01-01", "152.09"))}
# OB per hour 2017, evening 19–22, night 22–06, weekend Friday 19 to Monday 07 (assistanskoll.se).
OB_2017 = {
    "Fremia": ("20.55", "41.43", "51.10"), "Bransch G": ("20.63", "41.62", "51.34"),
    "Sobona": ("20.76", "41.54", "50.63")}

# What kommuner pay: whether semesterersättning on karens, its bases, vab; None is not said.
FULL, SICK = "full wage", "sick pay"
PAID_HOURS, KARENS_TOO, ON_SICK_PAY = (
    "full lön för de ersatta timmarna", "full lön, även för karenstimmarna", "sjuklönen")
POLICIES = {
    "9901": (False, (FULL,), False), "9902": (True, (FULL, SICK), True),
    "1260": (True, (FULL, SICK), None), "1290": (None, (FULL, SICK), False),
    "0380": (None, (FULL, SICK), True)}


def policy(claim):
    return POLICIES.get(claim.text["kommun"], (None, (FULL, SICK), None))


def agreement(claim):
    name = claim.text.get("avtal", "")
    if name not in AGREEMENTS:
        raise NotRun
    return AGREEMENTS[name]


def age_on(birth_day, day):
    return day.year - birth_day.year - ((day.month, day.day) < (birth_day.month, birth_day.day))


def semester_percent(claim):
    steps = at(agreement(claim)[0], claim.first)
    age = age_on(birth(claim), claim.first)
    return percent(steps[max(step for step in steps if step <= age)])


def ore(kronor):
    return half_away(kronor * 100)


def sick_pay(claim):
    return ore(SICK_PAY * claim.kronor("timlön") * claim.paid)


def bases(claim):
    """Öre that semesterersättning may be counted on, by method, without and with OB."""
    wage, ob = claim.kronor("timlön") * 100, claim.kronor("ob") * 100
    full = wage * claim.paid
    return {
        PAID_HOURS: (full, full + ob / SICK_PAY),
        KARENS_TOO: tuple(
            base + wage * claim.kronor("karenstimmar") for base in (full, full + ob / SICK_PAY)),
        ON_SICK_PAY: (SICK_PAY * full, SICK_PAY * full + ob)}


def admitted_bases(claim):
    """Those that the kommun's policy admits."""
    on_karens, admitted, _ = policy(claim)
    found, by_method = [], bases(claim)
    if FULL in admitted:
        found += by_method[PAID_HOURS] + (by_method[KARENS_TOO] if on_karens is not False else ())
    if SICK in admitted:
        found += by_method[ON_SICK_PAY]
    return found


def lawful(claim):
    """Lowest and highest lawful amount in öre, each part rounded to öre.

    Sick pay and OB at 80 %; semesterersättning on its base; the fee on the three (falun.se,
    bjuv.se: on sick pay and semesterersättning); avtalskostnad on the three, before or after the
    fee is added.
    """
    sick, ob = sick_pay(claim), ore(claim.kronor("ob"))
    cost = percent(agreement(claim)[2])
    most = highest_fee(claim)[0]
    least = min([most] + [percent(at(FIRST_EMPLOYED, day)) for day in months(claim)])
    sums = []
    for base, rate in product(admitted_bases(claim), (least, most)):
        wage = sick + ob + half_away(semester_percent(claim) * base)
        with_fee = wage + half_away(rate * wage)
        sums += [with_fee + half_away(cost * whole) for whole in (0, wage, with_fee)]
    return min(sums), max(sums)


def amount_by(claim, method):
    """The amount in öre by one method and the percentages that the claim states."""
    semester = half_away(semester_percent(claim) * bases(claim)[method][1])
    wage = sick_pay(claim) + ore(claim.kronor("ob")) + semester
    cost, rate = (claim.number(column) / 100 for column in ("avtal_procent", "avgift_procent"))
    return wage + half_away(cost * wage) + half_away(rate * wage)


def highest(claim, world):
    """The highest lawful amount in öre for the hours that are left of those lost after karens.

    An agreement that the row does not name may be any; OB is that of the shifts where its steps are
    known, and as claimed where they are not.
    """
    named = claim.text.get("avtal", "")
    agreements = [AGREEMENTS[named]] if named in AGREEMENTS else list(AGREEMENTS.values())
    karens = claim.kronor("karenstimmar")
    hours = max(Fraction(0), claim.lost - karens)
    wage, ob = claim.kronor("timlön") * 100, claim.kronor("ob") * 100
    own = [shift for shift in world.own(claim) if shift.is_active]
    if named in OB_2017 and own:
        if claim.first.year != 2017 and any(has_ob(shift) for shift in own):
            raise NotRun
        ob = SICK_PAY * 100 * sum(ob_of(shift, OB_2017[named]) for shift in own)
    sick = half_away(SICK_PAY * wage * hours)
    on_karens, admitted, _ = policy(claim)
    found = [SICK_PAY * wage * hours + ob] if SICK in admitted else []
    if FULL in admitted:
        on_wage = wage * (hours + (karens if on_karens is not False else 0))
        found.append(on_wage + ob / SICK_PAY)
    year = claim.first.year - birth(claim).year
    rates = [
        percent(steps[max(step for step in steps if step <= age)])
        for terms in agreements for steps in [at(terms[0], claim.first)]
        for age in (year - 1, year)]
    paid = sick + half_away(ob) + ore(claim.kronor("jour")) + half_away(max(found) * max(rates))
    with_fee = paid + half_away(fee_until(claim) * paid)
    return with_fee + half_away(max(percent(terms[2]) for terms in agreements) * with_fee)


def fee_until(claim):
    """The most that the fee may be: on the day of payment, or in any month until the invoice."""
    if claim.day("lön_utbetald"):
        return highest_fee(claim)[0]
    last = claim.day("fakturadatum") or claim.day("inkommen")
    days = [claim.first + timedelta(days=n) for n in range((last - claim.first).days + 1)]
    return max(percent(fee(birth(claim), day)[0]) for day in days or [claim.first])


def above_range(claim, world):
    """Whether the row as a whole claims more than is lawful; a part may only be called another."""
    try:
        return ore(claim.kronor("belopp")) > highest(claim, world)
    except NotRun:
        return False


def has_ob(shift):
    return ob_of(shift, ("1", "1", "1")) > 0


def may_hold_ob(claim, world):
    """Whether sick pay may hold OB or jour: none is stated, and the shifts may carry some."""
    if (claim.number("jourtimmar") or 0) > 0 and not claim.text.get("jour", ""):
        return True
    own = world.own(claim)
    return not claim.text.get("ob", "") and (
        not own or any(has_ob(shift) for shift in own if shift.is_active and shift.substitute))


def highest_semester(claim):
    return max(half_away(semester_percent(claim) * base) for base in admitted_bases(claim))


def wage_costs(claim):
    return sum(claim.kronor(part) for part in ("sjuklön", "ob", "semesterersättning"))


def above(verdict, claimed, most, claim):
    """A finding where more is claimed than is lawful, with a krona and 36 seconds to spare.

    Parts are rounded, some to whole kronor; hours have two decimals, paid ones and karens.
    """
    spare = 100 + most * Fraction(1, 100) / max(claim.paid, Fraction(1, 100))
    return [(verdict, claimed - most)] if claimed - most > spare else []


def each(rule):
    """A rule that looks at one row at a time; not run where it could judge none."""
    def judged(world):
        found, ran = [], False
        for claim in world.claims:
            try:
                found += rule(claim, world)
                ran = True
            except NotRun:
                pass
        if not ran:
            raise NotRun
        return found
    return judged


@each
def sjuklon_over_lagen(claim, world):
    if claim.number("ersatta_timmar") is None:
        raise NotRun
    proven = above_range(claim, world) and not may_hold_ob(claim, world)
    verdict = PROVEN if proven else REVIEW
    return above(verdict, ore(claim.kronor("sjuklön")), sick_pay(claim), claim)


@each
def semester_over_lagen(claim, world):
    most = highest_semester(claim)
    # Without shifts and known steps of OB nobody knows what OB the wage held.
    knows_ob = bool(world.own(claim)) and claim.text["avtal"] in OB_2017 and (
        claim.first.year == 2017 or not any(has_ob(shift) for shift in world.own(claim)))
    proven = agreement(claim)[1] and knows_ob and above_range(claim, world)
    charged = ore(claim.kronor("semesterersättning"))
    found = above(PROVEN if proven else REVIEW, charged, most, claim)
    # A percentage of another age, or of no agreement, though the sum is inside of the range.
    stated, lawful_rate = claim.number("semester_procent"), semester_percent(claim) * 100
    if not found and stated and stated > lawful_rate:
        return [(REVIEW, half_away(charged * (stated - lawful_rate) / stated))]
    return found


@each
def avgift_fel_alder(claim, world):
    rate, certain = highest_fee(claim)
    # Some count the fee on costs bound by agreement too.
    base = wage_costs(claim) + claim.kronor("avtalskostnad")
    most = half_away(rate * base * 100)
    verdict = PROVEN if certain and above_range(claim, world) else REVIEW
    return above(verdict, ore(claim.kronor("arbetsgivaravgift")), most, claim)


@each
def avtalskostnad_over_avtal(claim, world):
    wage = sick_pay(claim) + ore(claim.kronor("ob")) + highest_semester(claim)
    with_fee = wage + half_away(highest_fee(claim)[0] * wage)
    most = half_away(percent(agreement(claim)[2]) * with_fee)
    return above(REVIEW, ore(claim.kronor("avtalskostnad")), most, claim)


@each
def over_lagligt_belopp(claim, world):
    """Only rows that do not divide their sum: the parts of the others are judged one by one."""
    if any(claim.text.get(part, "") for part in ("semesterersättning", "arbetsgivaravgift")):
        return []
    return above(REVIEW, ore(claim.kronor("belopp")), lawful(claim)[1], claim)


@each
def moms(claim, world):
    vat = ore(claim.kronor("moms"))
    return [(REVIEW, vat)] if vat > 0 else []


@each
def lon_under_avtal(claim, world):
    lowest = at(LOWEST_WAGE.get(claim.text.get("avtal", ""), []), claim.first)
    if lowest is None:
        raise NotRun
    # A month is divided by 165 or so: two per cent are left for that.
    return [(REVIEW, 0)] if claim.kronor("timlön") < Fraction(lowest) * Fraction(98, 100) else []


@each
def vab_ersatts_inte(claim, world):
    if claim.is_sickness:
        return []
    reimbursed = policy(claim)[2]
    if reimbursed is None:
        raise NotRun
    return [] if reimbursed else [(PROVEN, ore(claim.sum))]


# Kommuner whose pages say that they take applications only, or invoices too.
TAKES_INVOICES = {"9901": True, "9902": False, "1384": False, "1277": False, "0380": True}


def faktura_vid_ansokan(world):
    """One question for each company and kommun, unless most claims there have a number."""
    known = [c for c in world.claims if TAKES_INVOICES.get(c.text["kommun"]) is not None]
    if not known:
        raise NotRun
    found, judged = set(), False
    for kommun in {c.text["kommun"] for c in known if not TAKES_INVOICES[c.text["kommun"]]}:
        rows = [c for c in known if c.text["kommun"] == kommun]
        numbered = [c for c in rows if c.text.get("fakturanummer", "")]
        if len(numbered) * 2 <= len(rows):
            judged = True
            found |= {c.key("orgnr", "kommun") for c in numbered}
    if not judged and not any(TAKES_INVOICES[c.text["kommun"]] for c in known):
        raise NotRun
    return [(REVIEW, 0) for _ in found]


def hogriskskydd_dubbelt(world):
    """Försäkringskassan repays the employer's sick pay, sjuklönelagen 16 §."""
    again = {id(claim) for claim, _ in duplicates(world)}
    found = {}
    for claim in world.claims:
        protected = claim.text.get("karens_skäl", "") == "särskilt högriskskydd"
        if protected and claim.is_sickness and id(claim) not in again:
            repaid = sum(claim.kronor(part) for part in ("sjuklön", "ob", "jour"))
            key = claim.key("orgnr", "assistent")
            found[key] = found.get(key, 0) + ore(min(repaid, claim.sum))
    return [(REVIEW, kronor) for kronor in found.values() if kronor > 0]


@each
def staten_betalade(claim, world):
    """April to July 2020 the state paid all sick pay and its fees (vellinge.se)."""
    if not date(2020, 4, 1) <= claim.first <= claim.last <= date(2020, 7, 31):
        return []
    paid = sum(claim.kronor(c) for c in ("sjuklön", "ob", "jour", "arbetsgivaravgift"))
    return [(PROVEN, ore(paid))] if paid > 0 else []


@each
def ob_over_avtal(claim, world):
    if claim.kronor("ob") == 0:
        return []
    rates = OB_2017.get(claim.text.get("avtal", "")) if claim.first.year == 2017 else None
    if rates is None or not world.own(claim):
        raise NotRun
    lost = sum(ob_of(shift, rates) for shift in world.own(claim) if shift.is_active)
    verdict = PROVEN if above_range(claim, world) else REVIEW
    return above(verdict, ore(claim.kronor("ob")), ore(SICK_PAY * lost), claim)


def ob_of(shift, rates):
    """Kronor of OB in a shift, minute by minute on the wall clock."""
    evening, night, weekend = (Fraction(rate) / 60 for rate in rates)
    kronor, moment = Fraction(0), shift.start
    while moment < shift.end:
        hour, day = moment.hour, moment.weekday()
        if (day == 4 and hour >= 19) or day in (5, 6) or (day == 0 and hour < 7):
            kronor += weekend
        elif hour >= 22 or hour < 6:
            kronor += night
        elif hour >= 19:
            kronor += evening
        moment += timedelta(minutes=1)
    return kronor


RULES = {
    rule.replace("_", "-"): globals()[rule] for rule in (
        "sjuklon_over_lagen ob_over_avtal semester_over_lagen avgift_fel_alder "
        "avtalskostnad_over_avtal over_lagligt_belopp moms staten_betalade vab_ersatts_inte "
        "lon_under_avtal faktura_vid_ansokan hogriskskydd_dubbelt").split()}
