"""Which claims count, and the sick periods in law of each person at each company."""

from datetime import timedelta

RELAPSE_DAYS = 5  # sjuklönelagen 7 § third paragraph
PERIOD_DAYS = 14  # sjuklönelagen 7 §


def settled(claims):
    """The positive claims, each once, that no credit took back in full and no claim replaces."""
    once = list({str(sorted(claim.text.items())): claim for claim in claims}.values())
    positive = [claim for claim in once if claim.kronor("belopp") >= 0]
    gone = set()
    for credit in (claim for claim in once if claim.kronor("belopp") < 0):
        other = credited_by(credit, [c for c in positive if id(c) not in gone])
        if other is None:
            continue
        if -credit.kronor("belopp") >= other.sum:
            gone.add(id(other))
        else:
            other.credited -= credit.kronor("belopp")
    for claim in positive:
        replaced = claim.text.get("ersätter", "")
        for other in positive:
            if other is not claim and replaced and (
                    named(other, replaced, claim) or corrected_before(other, replaced, claim)):
                gone.add(id(other))
            if is_application_of(other, claim):
                gone.add(id(other))
    return [claim for claim in positive if id(claim) not in gone]


def corrected_before(claim, name, by):
    """Whether a row is an earlier correction of what a later one corrects again."""
    return (claim.text.get("ersätter", "") == name and claim.text["inkommen"] < by.text["inkommen"]
            and claim.first <= by.last and by.first <= claim.last)


def is_application_of(claim, invoice):
    columns = "kommun ärende orgnr assistent brukare sjuk_från sjuk_till belopp".split()
    return (claim.key(*columns) == invoice.key(*columns)
            and not claim.text.get("fakturanummer") and bool(invoice.text.get("fakturanummer"))
            and claim.text["inkommen"] <= invoice.text["inkommen"])


def named(claim, name, by):
    same = claim.key("kommun", "orgnr") == by.key("kommun", "orgnr")
    return same and name in claim.key("ärende", "fakturanummer")


def credited_by(credit, claims):
    name = credit.text.get("krediterar", "")
    if name:
        return next((claim for claim in claims if named(claim, name, credit)), None)
    columns = ("kommun", "orgnr", "assistent", "brukare", "sjuk_från", "sjuk_till")
    candidates = [
        claim for claim in claims
        if claim.key(*columns) == credit.key(*columns) and claim.order <= credit.order]
    equal = [claim for claim in candidates if claim.sum == -credit.kronor("belopp")]
    if equal:
        return max(equal, key=lambda claim: claim.order)
    larger = [claim for claim in candidates if claim.sum > -credit.kronor("belopp")]
    return larger[0] if len(larger) == 1 else None


class Period:
    """A sick period in law: its parts (first day, last day), rows and sick days."""

    def __init__(self):
        self.parts = []
        self.claims = []

    def add(self, claim):
        first = min(claim.first, claim.day("sjukperiod_från") or claim.first)
        if self.parts and (first - self.parts[-1][1]).days <= 1:
            self.parts[-1] = (self.parts[-1][0], max(self.parts[-1][1], claim.last))
        else:
            self.parts.append((first, claim.last))
        self.claims.append(claim)

    @property
    def first(self):
        return self.parts[0][0]

    @property
    def last(self):
        return self.parts[-1][1]

    def sick_day(self, day):
        """1 for the first sick day; only sick days are added."""
        return sum(
            (min(day, last) - first).days + 1 for first, last in self.parts if first <= day)

    def day_of_part(self, day):
        """1 for the first day of the absence or relapse that holds `day`."""
        first = max(first for first, _ in self.parts if first <= day)
        return (day - first).days + 1


def periods(claims):
    """Sick periods by person and company, over every brukare and kommun, in order."""
    found = {}
    sick = sorted((c for c in claims if c.is_sickness), key=lambda c: (c.first, c.last, c.order))
    for claim in sick:
        own = found.setdefault(claim.key("assistent", "orgnr"), [])
        first = min(claim.first, claim.day("sjukperiod_från") or claim.first)
        if not own or first - own[-1].last > timedelta(days=RELAPSE_DAYS):
            own.append(Period())
        own[-1].add(claim)
    return found


def shifts_of(claim, claims, shifts):
    """The shifts of a claim row; where an ärende has two rows, by the day of the start."""
    columns = ("kommun", "ärende", "assistent", "brukare")
    siblings = [other for other in claims if other.key(*columns) == claim.key(*columns)]
    own = []
    for shift in shifts:
        if tuple(shift.text[column] for column in columns) != claim.key(*columns):
            continue
        day = shift.start.date()
        holders = [other for other in siblings if other.first <= day <= other.last]
        if (holders or siblings)[0] is claim:
            own.append(shift)
    return own
