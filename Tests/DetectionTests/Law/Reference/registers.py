"""What the registers beside the claims show: permits, worked time, wages, decisions, accounts.

Every function takes a `World` and gives (verdict, öre) for each finding, or raises `NotRun`.
"""

from datetime import date, datetime, timedelta
from fractions import Fraction

import rules
import tables
from rules import PROVEN, REVIEW, NotRun
from tables import common, total, union

PERMIT_LAW = date(2021, 11, 1)  # LSS 9 d §, SFS 2021:877
GRACE_DAYS = 14  # LSS 9 d §: after the brukare was told that the permit had lapsed
HANDOVER = Fraction(1, 4)  # hours; shorter meetings are carelessly written down
WAGE_ROUNDING = Fraction(1, 10)  # kronor: monthly wages as hourly ones
FIRST_ACCOUNT = (5, 90)  # claims and days on one account before another is a change
SOON = 30  # days within which a changed account is paid to
SUCCESSION = (-90, 365)  # days from the old company's end to the new one's beginning


def need(world, register):
    if register not in world.registers:
        raise NotRun
    return world.registers[register]


def day(text):
    return date.fromisoformat(text) if text else None


def own_claims(world):
    """Counted claims that are no duplicates."""
    again = {id(claim) for claim, _ in rules.duplicates(world)}
    return [claim for claim in world.claims if id(claim) not in again]


def days_of(claim):
    return [claim.first + timedelta(days=n) for n in range((claim.last - claim.first).days + 1)]


def permit_state(permits, on):
    """`fine`, `lapsed`, or `open` where only papers can tell."""
    if on < PERMIT_LAW:
        return "fine"
    begun = [p for p in permits if day(p["från"]) <= on]
    if not begun:
        return "open"
    if any(not p.get("till") or day(p["till"]) >= on for p in begun):
        return "fine"
    last = max(day(p["till"]) for p in begun)
    told = [day(p.get("underrättad", "")) for p in begun if day(p["till"]) == last]
    if told == [None]:
        return "open"
    return "lapsed" if max(max(told), last) + timedelta(days=GRACE_DAYS) < on else "fine"


def tillstand_saknas(world):
    permits, found, missing = need(world, "tillstånd"), [], set()
    for claim in own_claims(world):
        own = [p for p in permits if p["orgnr"] == claim.text["orgnr"]]
        if claim.last < PERMIT_LAW:
            continue
        if not own:
            missing.add(claim.text["orgnr"])
            continue
        states = {on: permit_state(own, on) for on in days_of(claim)}
        meant = "lapsed" if "lapsed" in states.values() else "open"
        concerned = {on for on, state in states.items() if state == meant}
        if not concerned:
            continue
        verdict = PROVEN if meant == "lapsed" else REVIEW
        if len(concerned) == len(states):
            found.append((verdict, tables.half_away(claim.sum * 100)))
        elif not world.own(claim):
            part = Fraction(len(concerned), len(states))
            found.append((REVIEW, tables.half_away(claim.sum * 100 * part)))
        else:
            lost = sum(s.hours for s in world.own(claim) if s.start.date() in concerned)
            if lost:
                found.append((verdict, claim.share(lost)))
    return found + [(REVIEW, 0) for _ in missing]


def worked(entry):
    return tables.moments(
        datetime.fromisoformat(entry["start"]), datetime.fromisoformat(entry["slut"]))


def sjuk_men_i_tid(world):
    reported, found = need(world, "tid"), []
    world.need_shifts()
    for claim in (c for c in own_claims(world) if c.is_sickness):
        at_work = union(worked(e) for e in reported if e["assistent"] == claim.text["assistent"])
        length = total(common(world.lost(claim), at_work))
        if length:
            part_time = (claim.number("omfattning") or 100) < 100
            verdict = REVIEW if length < HANDOVER or part_time else PROVEN
            found.append((verdict, claim.share(length)))
    return found


def month_after(month, steps):
    number = int(month[:4]) * 12 + int(month[5:]) - 1 + steps
    return f"{number // 12:04}-{number % 12 + 1:02}"


def lon_hojd_vid_sjukdom(world):
    wages, found, ran = need(world, "löner"), [], False
    for claim in own_claims(world):
        month = claim.first.isoformat()[:7]

        def paid(steps):
            own = [
                tables.number(w["timlön"]) for w in wages
                if (w["orgnr"], w["assistent"]) == claim.key("orgnr", "assistent")
                and w["månad"] == month_after(month, steps)]
            return max(own) if own else None
        before, same, after = paid(-1), paid(0), paid(1)
        if same is None:
            continue
        ran = True
        claimed, beside = claim.kronor("timlön"), [w for w in (before, after) if w is not None]
        normal = max([same] + beside)
        if claimed > normal + WAGE_ROUNDING:
            found.append((PROVEN if beside else REVIEW, excess(claim, claimed, normal)))
        elif len(beside) == 2 and min(claimed, same) > max(beside) + WAGE_ROUNDING:
            found.append((REVIEW, excess(claim, claimed, max(beside))))
    if not ran:
        raise NotRun
    return found


def excess(claim, claimed, normal):
    return tables.half_away(claim.sum * 100 * (claimed - normal) / claimed)


def over_beslut(world):
    """One brukare's paid hours against what a decision grants for its days, and a day's more."""
    decisions, found, ran = need(world, "beslut"), [], False
    last_received = max(date.fromisoformat(c.text["inkommen"]) for c in world.all)
    for claim in own_claims(world):
        own = [
            d for d in decisions if d["brukare"] == claim.text["brukare"]
            and d.get("orgnr", claim.text["orgnr"]) == claim.text["orgnr"]]
        if not own:
            continue
        ran = True
        granted, a_day, whole = Fraction(0), Fraction(0), True
        for decision in own:
            until = min(day(decision.get("till", "")) or last_received, last_received)
            days = (until - day(decision["från"])).days + 1
            granted += tables.number(decision["veckotimmar"]) * days / 7
            a_day += tables.number(decision["veckotimmar"]) / 7
            ended = day(decision.get("till", ""))
            whole = whole and ended is not None and ended <= last_received
        if claim.paid > granted + a_day:
            found.append((PROVEN if whole else REVIEW, claim.share(claim.paid - granted)))
    if not ran:
        raise NotRun
    return found


def account(text):
    """The digits; a plusgiro is another account than the bankgiro of the same digits."""
    digits = "".join(letter for letter in text if letter.isdigit())
    return ("pg" if text.strip().lower().startswith("p") else "") + digits


def payments_of(claim, payments):
    return [
        p for p in payments
        if (p["kommun"], p["ärende"]) == claim.key("kommun", "ärende")
        and p.get("fakturanummer", "") in ("", claim.text["fakturanummer"])
        and tables.number(p["belopp"]) > 0]


def konto_utbetalt(world):
    payments, found, ran = need(world, "betalningar"), [], False
    for claim in world.claims:
        if not claim.text.get("betalkonto"):
            continue
        ran = True
        others = [
            p for p in payments_of(claim, payments)
            if p.get("betalkonto")
            and account(p["betalkonto"]) != account(claim.text["betalkonto"])]
        if others:
            found.append((REVIEW, 0))
    if not ran:
        raise NotRun
    return found


def konto_bytt(world):
    found, ran = [], False
    payments = world.registers.get("betalningar", [])
    for company in sorted({claim.text["orgnr"] for claim in world.claims}):
        known = sorted(
            (c for c in world.claims if c.text["orgnr"] == company and c.text.get("betalkonto")),
            key=lambda claim: claim.order)
        if not known:
            continue
        ran = True
        accounts = [account(claim.text["betalkonto"]) for claim in known]
        place = next((i for i, name in enumerate(accounts) if name != accounts[0]), None)
        if place is None or place < FIRST_ACCOUNT[0]:
            continue
        seen = day(known[place].text["inkommen"])
        if (seen - day(known[0].text["inkommen"])).days < FIRST_ACCOUNT[1]:
            continue

        def paid(claim):
            days = [day(p["betald"]) for p in payments_of(claim, payments)]
            return min(days) if days else day(claim.text["inkommen"])
        if any(
                name == accounts[place] and (paid(claim) - seen).days <= SOON
                for name, claim in zip(accounts, known)):
            found.append((REVIEW, 0))
    if not ran:
        raise NotRun
    return found


def fenix(world):
    """A registered company that begins about when another ends, with its people or account."""
    entries = {entry["orgnr"]: entry for entry in need(world, "bolag")}
    found = []
    for old, new in ((a, b) for a in entries for b in entries if a != b):
        ended, begun = day(entries[old].get("upphörd", "")), day(entries[new]["registrerad"])
        rows = {
            number: [c for c in world.claims if c.text["orgnr"] == number] for number in (old, new)}
        if not ended or not rows[new] or len(rows[old]) < 5:
            continue
        if not SUCCESSION[0] <= (begun - ended).days <= SUCCESSION[1]:
            continue
        staff = {number: staff_of(world, rows[number]) for number in rows}
        shared = len(staff[old] & staff[new])
        accounts = [
            {account(c.text["betalkonto"]) for c in rows[number] if c.text.get("betalkonto")}
            for number in rows]
        ties = [
            entries[old].get("företrädare") and
            entries[old].get("företrädare") == entries[new].get("företrädare"),
            accounts[0] & accounts[1],
            shared >= 3 and shared * 2 >= min(len(people) for people in staff.values())]
        if any(ties):
            found.append((REVIEW, 0))
    return found


def staff_of(world, claims):
    people = {claim.text["assistent"] for claim in claims}
    return people | {s.text["vikarie"] for c in claims for s in world.own(c) if not s.is_vacant}


RULES = {
    rule.replace("_", "-"): globals()[rule] for rule in (
        "tillstand_saknas sjuk_men_i_tid lon_hojd_vid_sjukdom over_beslut konto_utbetalt "
        "konto_bytt fenix").split()}
