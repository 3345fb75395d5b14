"""Absences that the law does not pay for, or not without papers."""

from datetime import date, timedelta
from fractions import Fraction

import periods
import prices
import tables
from rules import (MOST_DEDUCTIONS, PROVEN, REVIEW, NotRun, duplicates, first_hours, karens_made,
                   lawful_karens)
from tables import common, total, union

HANDOVER = Fraction(1, 4)  # hours: less may be a handover or a rounded clock

# Sick day from which a certificate is needed, by the first sick day; `None` is never
# (sjuklönelagen 8 §; su.se, teamhalsan.se; Försäkringskassan 2021-10-01). The last is whether it is
# certain.
CERTIFICATE = prices.dated(
    ("1992-01-01", (8, True)), ("2020-03-13", (None, False)), ("2020-11-01", (15, True)),
    ("2021-10-01", (8, True)), ("2022-01-19", (15, False)), ("2022-04-01", (8, True)))


def counted(world):
    again = {id(claim) for claim, _ in duplicates(world)}
    return [claim for claim in world.claims if id(claim) not in again]


def unlawful(claim, late):
    """How many of the hours that should not be paid are paid."""
    return min(late, claim.paid - (claim.lost - karens_made(claim) - late))


def paid_share(verdict, claim, late):
    excess = unlawful(claim, late)
    return [(verdict, claim.share(excess))] if late and excess > 0 else []


def lakarintyg_saknas(world):
    found, ran = [], False
    for claim in (c for c in counted(world) if c.is_sickness):
        period = world.period(claim)
        first = max(first for first, _ in period.parts if first <= claim.first)
        needed, certain = prices.at(CERTIFICATE, first)
        ran = True
        if needed is None:
            continue
        begins, ends = claim.day("läkarintyg_från"), claim.day("läkarintyg_till")
        late = sum(
            shift.hours for shift in tables.each_once(world.own(claim)) if shift.is_active
            and period.day_of_part(shift.start.date()) >= needed
            and not (begins and begins <= shift.start.date() <= (ends or shift.start.date())))
        verdict = PROVEN if certain and begins else REVIEW
        found += paid_share(verdict, claim, late)
    if not ran:
        raise NotRun
    return found


def utan_vikarie(world):
    world.need_shifts()
    found = []
    for claim in counted(world):
        active = [shift for shift in world.own(claim) if shift.is_active]
        covered = union(shift.substitute for shift in active if shift.substitute)
        lost = union(shift.real for shift in active if not shift.is_vacant)
        in_karens = first_hours(active, karens_made(claim))
        bare = total(lost) - total(common(lost, covered))
        bare_in_karens = total(common(lost, in_karens)) - total(
            common(common(lost, in_karens), covered))
        late = bare - bare_in_karens
        found += paid_share(PROVEN if late >= HANDOVER else REVIEW, claim, late)
    return found


def efter_anstallningens_slut(world):
    found, ran = [], False
    for claim in counted(world):
        end = claim.day("anställd_till")
        if end is None:
            continue
        ran = True
        late = sum(
            shift.hours for shift in world.own(claim)
            if shift.is_active and shift.start.date() > end)
        found += paid_share(PROVEN, claim, late)
    if not ran:
        raise NotRun
    return found


def tva_lager(world):
    world.need_shifts()
    found = []
    for claim in counted(world):
        as_substitute = union(
            shift.substitute for other in world.claims if other is not claim
            and other.key("brukare") == claim.key("brukare") for shift in world.own(other)
            if shift.text["vikarie"] == claim.text["assistent"])
        shared = common(world.lost(claim), as_substitute)
        if shared:
            found.append((PROVEN, claim.share(total(shared))))
    return found


def tio_avdrag(world):
    found, ran = [], False
    for own in world.periods.values():
        occasions = []
        for period in own:
            ran = True
            before = [day for day in occasions if 0 < (period.first - day).days <= 365]
            says_ten = any(c.text.get("karens_skäl") == "tio" for c in period.claims)
            made = sum(karens_made(claim) for claim in period.claims)
            if made > 0:
                occasions.append(period.first)
            if says_ten and len(before) < MOST_DEDUCTIONS:
                short = lawful_karens(world, period) - made
                found.append((REVIEW, period.claims[0].share(short)))
    if not ran:
        raise NotRun
    return found


def birthday(digits, years):
    born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    try:
        return born.replace(year=born.year + years)
    except ValueError:  # born on a leap day: the month's last day (lag 1930:173, 1 §)
        return date(born.year + years, 2, 28)


def under_18(world):
    found = []
    for claim in counted(world):
        own = world.own(claim)
        young = union(
            shift.real for shift in own if any(
                shift.start.date() < birthday(digits, 18)
                for digits in (shift.text["vikarie"], claim.text["assistent"])
                if digits.isdigit()))
        if young:
            found.append((PROVEN, claim.share(total(young))))
        elif not own and claim.last < birthday(claim.text["assistent"], 18):
            found.append((PROVEN, claim.share(claim.paid)))
    return found


def month_after(day):
    year, month = divmod(day.year * 12 + day.month, 12)
    last = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def kort_anstallning(world):
    found, ran = [], False
    for claim in counted(world):
        begins, ends = claim.day("anställd_från"), claim.day("anställd_till")
        if not begins or not ends:
            continue
        ran = True
        if ends + timedelta(days=1) >= month_after(begins):
            continue
        earlier = [
            other.day("anställd_till") for other in world.claims
            if other.key("assistent", "orgnr") == claim.key("assistent", "orgnr")
            and other.day("anställd_till") and other.day("anställd_till") < begins]
        if any((begins - end).days - 1 <= 14 for end in earlier):
            continue
        early = sum(
            shift.hours for shift in world.own(claim)
            if shift.is_active and (shift.start.date() - begins).days < 14)
        found += paid_share(REVIEW, claim, early)
    if not ran:
        raise NotRun
    return found


RULES = {
    rule.replace("_", "-"): globals()[rule] for rule in (
        "lakarintyg_saknas utan_vikarie efter_anstallningens_slut tva_lager tio_avdrag under_18 "
        "kort_anstallning").split()}
