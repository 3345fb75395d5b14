"""What the law and the words of the tables make of claims that contradict each other or it.

Every function takes a `World` and gives (verdict, öre) for each finding, or raises `NotRun`.
"""

from datetime import date, timedelta
from fractions import Fraction

import periods
import tables
from tables import common, total, union

PROVEN = "regelbrott"
REVIEW = "granska"
KARENSAVDRAG_FROM = date(2019, 1, 1)  # SFS 2018:647; before it a karensdag
ROUNDING = Fraction(1, 10)  # hours: two decimals on each of several rows
MOST_DEDUCTIONS = 10  # sjuklönelagen 6 §, allmänt högriskskydd


class NotRun(Exception):
    """A fact or a column that the rule needs is missing."""


class World:
    def __init__(self, claims, shifts, registers=""):
        self.registers = tables.registers(registers)
        self.all = tables.claims(claims)
        self.shifts = tables.shifts(shifts)
        self.claims = periods.settled(self.all)
        self.shifts_of = {
            id(c): periods.shifts_of(c, self.all, self.shifts) for c in self.all}
        self.periods = periods.periods(self.claims)
        for claim in self.all:
            claim.listed = sum(
                shift.hours for shift in tables.each_once(self.own(claim))
                if shift.is_active and claim.first <= shift.start.date() <= claim.last)

    def own(self, claim):
        return self.shifts_of[id(claim)]

    def period(self, claim):
        own = self.periods[claim.key("assistent", "orgnr")]
        return next(period for period in own if any(c is claim for c in period.claims))

    def lost(self, claim):
        return union(shift.real for shift in self.own(claim))

    def pairs(self):
        """Each two counted rows, the earlier first."""
        ordered = sorted(self.claims, key=lambda claim: claim.order)
        return [(a, b) for i, a in enumerate(ordered) for b in ordered[i + 1:]]

    def need_shifts(self):
        if not any(self.own(claim) for claim in self.claims):
            raise NotRun


def same_absence(world, a, b):
    columns = ("orgnr", "assistent", "brukare")
    if a.key(*columns) != b.key(*columns) or a.kronor("belopp") <= 0:
        return False
    if world.own(a) and world.own(b):
        return world.lost(a) == world.lost(b)
    return (a.first, a.last, a.sum) == (b.first, b.last, b.sum)


def duplicates(world):
    """Later row -> whether the earlier one is of another kommun."""
    found = {}
    for a, b in world.pairs():
        if same_absence(world, a, b):
            found.setdefault(id(b), (b, a.key("kommun") != b.key("kommun")))
    return list(found.values())


def dubblett(world):
    return [(PROVEN, c.share(c.paid)) for c, elsewhere in duplicates(world) if not elsewhere]


def moved(world, a, b, days):
    """Whether b is a with every day moved: the same lengths and clock times, the same sum."""
    columns = ("orgnr", "assistent", "brukare")
    if a.key(*columns) != b.key(*columns) or a.sum != b.sum:
        return False
    step = timedelta(days=days)
    if (a.first + step, a.last + step) != (b.first, b.last):
        return False
    walls = [sorted((s.start, s.end) for s in world.own(c)) for c in (a, b)]
    return [(s + step, e + step) for s, e in walls[0]] == walls[1]


def dubblett_forskjuten(world):
    found = [(PROVEN, c.share(c.paid)) for c, elsewhere in duplicates(world) if elsewhere]
    shifted = {
        id(b): b for a, b in world.pairs() if any(moved(world, a, b, d) for d in (-1, 1))}
    return found + [(REVIEW, c.share(c.paid)) for c in shifted.values()]


def minuter_tva_ganger(world):
    world.need_shifts()
    again = {id(claim) for claim, _ in duplicates(world)}
    proven, review = {}, {}
    for a, b in world.pairs():
        if a.key("assistent") != b.key("assistent") or id(a) in again or id(b) in again:
            continue
        shared = common(world.lost(a), world.lost(b))
        if not shared or (a.text.get("fördelning") and b.text.get("fördelning")):
            continue
        if a.key("orgnr") == b.key("orgnr"):
            proven.setdefault(id(b), (b, []))[1].extend(shared)
        else:
            for claim in (a, b):
                review.setdefault(id(claim), (claim, []))[1].extend(shared)
    return shares(PROVEN, proven) + shares(REVIEW, review)


def shares(verdict, found):
    return [(verdict, claim.share(total(shared))) for claim, shared in found.values()]


def sjuk_men_vikarie(world):
    world.need_shifts()
    found = {}
    again = {id(claim) for claim, _ in duplicates(world)}
    for claim in (c for c in world.claims if id(c) not in again):
        worked = union(
            shift.substitute for other in world.claims for shift in world.own(other)
            if shift.text["vikarie"] == claim.text["assistent"])
        shared = common(world.lost(claim), worked)
        if shared:
            found[id(claim)] = (claim, shared)
    part_time = {key: pair for key, pair in found.items() if is_part_time(pair[0])}
    whole = {key: pair for key, pair in found.items() if key not in part_time}
    return shares(PROVEN, whole) + shares(REVIEW, part_time)


def is_part_time(claim):
    extent = claim.number("omfattning")
    return extent is not None and extent < 100


def vikarie_dubbelbokad(world):
    world.need_shifts()
    again = {id(claim) for claim, _ in duplicates(world)}
    found = {}
    for a, b in world.pairs():
        if id(a) in again or id(b) in again:
            continue
        shared = union(
            stretch for one in world.own(a) for other in world.own(b)
            if one.substitute and other.substitute
            and one.text["vikarie"] == other.text["vikarie"]
            for stretch in common([one.substitute], [other.substitute]))
        # Within a company one of the two is false: the later. Between two nobody knows whose.
        for claim in ([b] if a.key("orgnr") == b.key("orgnr") else [a, b]):
            if shared:
                found.setdefault(id(claim), (claim, []))[1].extend(shared)
    return shares(REVIEW, found)


def karens_made(claim):
    """Hours of karens that a row has deducted: stated, and not paid after all.

    It may be written with a minus sign, and taken from the sick pay while the hours are left whole.
    """
    an_hour = claim.kronor("timlön") * Fraction(4, 5)
    stated = claim.number("karenstimmar")
    if stated is None:
        kronor = claim.number("karensavdrag")
        stated = kronor / an_hour if kronor else Fraction(0)
    by_sick_pay = claim.kronor("sjuklön") / an_hour if claim.kronor("sjuklön") else claim.paid
    paid = min(claim.paid, by_sick_pay) if claim.paid >= claim.lost else claim.paid
    return max(Fraction(0), min(abs(stated), claim.lost - paid))


def first_hours(shifts, length):
    """The stretches of the first `length` hours lost: karens falls there."""
    taken, left = [], length
    for start, end in union(shift.real for shift in shifts):
        if left <= 0:
            break
        stop = min(end, start + timedelta(hours=float(left)))
        taken.append((start, stop))
        left -= tables.hours(stop - start)
    return taken


def vakanta_timmar(world):
    world.need_shifts()
    found = []
    again = {id(claim) for claim, _ in duplicates(world)}
    for claim in (c for c in world.claims if id(c) not in again):
        active = [shift for shift in world.own(claim) if shift.is_active]
        karens = karens_made(claim)
        worked = [shift.substitute for shift in active if shift.substitute]
        filled = union(first_hours(active, karens) + worked)
        vacant = sum(
            shift.hours - total(common([shift.real], filled))
            for shift in active if shift.is_vacant)
        excess = min(claim.paid - (claim.lost - karens - vacant), vacant)
        if excess > 0:
            found.append((PROVEN, claim.share(excess)))
    return found


def efter_dag_14(world):
    world.need_shifts()
    found = []
    again = {id(claim) for claim, _ in duplicates(world)}
    for claim in (c for c in world.claims if c.is_sickness and id(c) not in again):
        period = world.period(claim)
        late = sum(
            shift.hours for shift in tables.each_once(world.own(claim))
            if shift.is_active and period.sick_day(shift.start.date()) > periods.PERIOD_DAYS)
        excess = min(late, claim.paid - (claim.lost - karens_made(claim) - late))
        if late and excess > 0:
            found.append((PROVEN, claim.share(excess)))
    return found


def lawful_karens(world, period):
    """Hours: 20 % of the week from 2019, the whole first day before; never above the hours lost."""
    lost = sum(claim.lost for claim in period.claims)
    if period.first < KARENSAVDRAG_FROM:
        first_day = [
            shift.hours for claim in period.claims for shift in tables.each_once(world.own(claim))
            if shift.is_active and shift.start.date() == period.first]
        if not first_day:
            raise NotRun
        return min(lost, sum(first_day))
    weeks = [claim.number("veckotimmar") for claim in period.claims]
    weeks = [week if week is None or week <= 60 else None for week in weeks]  # more is a month's
    if all(week is None for week in weeks):
        raise NotRun
    return min(lost, Fraction(1, 5) * min(week for week in weeks if week is not None))


def karensavdrag(world):
    found = []
    again = {id(claim) for claim, _ in duplicates(world)}
    for own in world.periods.values():
        occasions = []
        for period in own:
            period.claims = [c for c in period.claims if id(c) not in again]
            if not period.claims:
                continue
            reasons = {c.text.get("karens_skäl", "") for c in period.claims}
            before = [day for day in occasions if 0 < (period.first - day).days <= 365]
            made = sum(karens_made(claim) for claim in period.claims)
            if made > 0:
                occasions.append(period.first)
            if reasons & {"särskilt högriskskydd", "tio"} or len(before) >= MOST_DEDUCTIONS:
                continue
            short = lawful_karens(world, period) - made
            if short > ROUNDING:
                found.append((verdict_on_karens(world, period), in_parts(period.claims, short)))
    return found


def verdict_on_karens(world, period):
    """Review where earlier or other parts of the period may lie outside the rows."""
    first = min(claim.first for claim in world.claims)
    if (period.first - first).days <= periods.RELAPSE_DAYS:
        return REVIEW  # the absence before it, which bore karens, may lie outside of the rows
    shifts = [shift for claim in period.claims for shift in world.own(claim)]
    if shifts and all(shift.start.date() != period.first for shift in shifts):
        return REVIEW
    if any((claim.number("jourtimmar") or 0) > 0 for claim in period.claims):
        return REVIEW  # karens may have been taken from jour, which the row's hours do not show
    for claim in period.claims:
        begins = claim.day("sjukperiod_från")
        outside = begins and not any(c.first <= begins <= c.last for c in period.claims)
        reason = claim.text.get("karens_skäl")
        again = reason == "återinsjuknande" and claim.first == period.first
        if outside or again or claim.text.get("fördelning"):
            return REVIEW
    return PROVEN


def in_parts(claims, short):
    """Öre of hours that were paid though karens: taken from the earliest rows that paid them."""
    sum_of_rows = 0
    for claim in sorted(claims, key=lambda c: (c.first, c.order)):
        here = min(short, claim.paid)
        sum_of_rows += claim.share(here)
        short -= here
    return sum_of_rows


PARTS = "sjuklön ob jour semesterersättning arbetsgivaravgift avtalskostnad moms".split()


def delar_och_belopp(world):
    import prices  # which needs this module's words

    found, ran = [], False
    for claim in world.claims:
        if not all(claim.text.get(c, "") for c in ("semesterersättning", "arbetsgivaravgift")):
            continue
        ran = True
        difference = claim.kronor("belopp") - sum(claim.kronor(part) for part in PARTS)
        if difference > 1:
            is_open = not all(claim.text.get(c, "") for c in ("ob", "jour", "avtalskostnad"))
            verdict = REVIEW if is_open and not prices.above_range(claim, world) else PROVEN
            found.append((verdict, tables.half_away(difference * 100)))
        elif difference < -1:
            found.append((REVIEW, 0))
    if not ran:
        raise NotRun
    return found


def is_wrong(digits):
    """Whether the check digit is wrong; interim numbers and opaque ids have none."""
    bare = digits.replace("-", "").replace("+", "")
    if not bare.isdigit() or len(bare) not in (10, 12):
        return False
    return tables.luhn(bare[-10:-1]) != bare[-1]


def kontrollsiffra(world):
    numbers = set()
    for claim in world.claims:
        numbers |= {n for n in claim.key("orgnr", "assistent", "brukare") if is_wrong(n)}
    return [(REVIEW, 0) for _ in numbers]


def motsagande_uppgifter(world):
    found = []
    for claim in world.claims:
        outside = sum(
            shift.hours for shift in world.own(claim)
            if not claim.first <= shift.start.date() <= claim.last)
        if outside:
            found.append((REVIEW, claim.share(outside)))
        certificate = claim.day("läkarintyg_till")
        if certificate and certificate < claim.first:
            found.append((REVIEW, 0))
        negative = any((claim.number(c) or 0) < 0 for c in ("sjuktimmar", "ersatta_timmar"))
        if negative and claim.kronor("belopp") > 0:
            found.append((REVIEW, 0))
    return found


RULES = {
    rule.replace("_", "-"): globals()[rule] for rule in (
        "dubblett dubblett_forskjuten minuter_tva_ganger sjuk_men_vikarie vikarie_dubbelbokad "
        "vakanta_timmar efter_dag_14 karensavdrag delar_och_belopp kontrollsiffra "
        "motsagande_uppgifter").split()}
