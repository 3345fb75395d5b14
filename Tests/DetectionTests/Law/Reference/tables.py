"""Small claim tables: rows `key=value; key=value` over defaults that break no rule."""

import re
from datetime import date, datetime, timedelta
from fractions import Fraction

CLAIM_COLUMNS = (
    "kommun ärende inkommen orgnr brukare assistent sjuk_från sjuk_till sjuktimmar timlön sjuklön "
    "belopp fakturanummer fakturadatum bolag betalkonto anställd_från anställd_till "
    "anställningsform veckotimmar avtal lagrum frånvaro sjukperiod_från ersatta_timmar jourtimmar "
    "karenstimmar karensavdrag karens_skäl ob jour semesterersättning arbetsgivaravgift "
    "avtalskostnad moms semester_procent avgift_procent avtal_procent lön_utbetald "
    "läkarintyg_från läkarintyg_till omfattning fördelning krediterar ersätter skydd").split()
SHIFT_COLUMNS = (
    "kommun ärende assistent brukare start slut typ vikarie vikarie_start vikarie_slut").split()
VACANT = "[vakant]"


def luhn(digits):
    """The check digit of `digits` (lag 1974:174, folkbokföringslagen 18 §)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled // 10 + doubled % 10
    return str(-total % 10)


def born(day, serial=980):
    digits = day.strftime("%Y%m%d") + str(serial)
    return digits + luhn(digits[2:])


def person(n):
    return born(date(1980, 1, 1) + timedelta(days=n // 20), 980 + n % 20)


def company(n):
    digits = str(455_000_000 + n)
    return digits + luhn(digits)


def wrong(number):
    return number[:-1] + ("1" if number[-1] == "0" else "0")


def expanded(text):
    """`person(3)`, `company(2)`, `born(1958-05-05)` and `wrong(…)` of them as digits."""
    text = re.sub(r"person\((\d+)\)", lambda m: person(int(m[1])), text)
    text = re.sub(r"company\((\d+)\)", lambda m: company(int(m[1])), text)
    text = re.sub(r"born\(([\d-]+)\)", lambda m: born(date.fromisoformat(m[1])), text)
    return re.sub(r"wrong\((\d+)\)", lambda m: wrong(m[1]), text)


DEFAULT_CLAIM = {
    "kommun": "2080", "ärende": "Ä1", "inkommen": "2025-04-10", "orgnr": company(1),
    "brukare": person(5000), "assistent": person(1), "sjuk_från": "2025-03-03",
    "sjuk_till": "2025-03-05", "sjuktimmar": "24", "timlön": "160", "sjuklön": "2304",
    "belopp": "2304", "fakturanummer": "F1", "veckotimmar": "30", "ersatta_timmar": "18",
    "karenstimmar": "6", "semesterersättning": "0", "arbetsgivaravgift": "0"}
DEFAULT_SHIFT = {
    "kommun": "2080", "ärende": "Ä1", "assistent": person(1), "brukare": person(5000),
    "start": "2025-03-03 08:00", "slut": "2025-03-03 16:00", "vikarie": person(2),
    "vikarie_start": "2025-03-03 08:00", "vikarie_slut": "2025-03-03 16:00"}


def rows(text, base, columns):
    """The rows of a cell; none where it is `-`."""
    if text.strip() == "-":
        return []
    return [row(part, base, columns) for part in expanded(text).split("||")]


def row(text, base, columns):
    values = dict(base)
    for part in filter(str.strip, text.split(";")):
        key, _, value = part.partition("=")
        if key.strip() not in columns:
            raise ValueError(f"no column is called {key.strip()}")
        values[key.strip()] = value.strip()
    return values


def claims(text):
    return [Claim(values) for values in rows(text, DEFAULT_CLAIM, CLAIM_COLUMNS)]


def shifts(text):
    return [Shift(values) for values in rows(text, DEFAULT_SHIFT, SHIFT_COLUMNS)]


REGISTER_COLUMNS = {
    "tillstånd": "orgnr från till underrättad", "tid": "orgnr assistent brukare start slut",
    "löner": "orgnr assistent månad timlön timmar",
    "beslut": "kommun brukare lagrum från till veckotimmar orgnr",
    "betalningar": "kommun ärende fakturanummer betald belopp betalkonto",
    "bolag": "orgnr namn adress telefon företrädare registrerad upphörd"}


def registers(text):
    """`tid: orgnr=…; start=… || … ## löner: …`: the rows of each register that is given."""
    given = {}
    for part in filter(str.strip, text.split("##")):
        name, _, cell = part.partition(":")
        columns = REGISTER_COLUMNS[name.strip()].split()
        given[name.strip()] = rows(cell, {}, columns) if cell.strip() else []
    return given


def number(text):
    return Fraction(text.replace(",", ".")) if text else None


def last_sunday(year, month):
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def summer(wall):
    """Whether the first reading of a wall time is summer time (the EU rule)."""
    begins = datetime.combine(last_sunday(wall.year, 3), datetime.min.time())
    ends = datetime.combine(last_sunday(wall.year, 10), datetime.min.time())
    return begins + timedelta(hours=3) <= wall < ends + timedelta(hours=3)


def moments(start, end):
    """In real time: a missing hour an hour later, a double one so that start < end."""
    first = start - timedelta(hours=2 if summer(start) else 1)
    last = end - timedelta(hours=2 if summer(end) else 1)
    doubled = last_sunday(end.year, 10) == end.date() and end.hour == 2
    if last <= first and doubled:
        last += timedelta(hours=1)
    return first, last


def hours(length):
    return Fraction(int(length.total_seconds()), 3600)


def half_away(value):
    """A fraction to a whole number, halves away from zero."""
    value = Fraction(value)
    size = (2 * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    return size if value >= 0 else -size


class Claim:
    def __init__(self, values):
        self.text = values
        self.first = date.fromisoformat(values["sjuk_från"])
        self.last = date.fromisoformat(values["sjuk_till"])
        self.credited = Fraction(0)
        self.listed = Fraction(0)

    def number(self, column):
        return number(self.text.get(column, ""))

    def kronor(self, column):
        return self.number(column) or Fraction(0)

    def day(self, column):
        text = self.text.get(column, "")
        return date.fromisoformat(text) if text else None

    @property
    def sum(self):
        return self.kronor("belopp") - self.credited

    @property
    def lost(self):
        """As stated, or what is listed where that is more: some leave out what is not paid."""
        return max(self.kronor("sjuktimmar"), self.listed)

    @property
    def paid(self):
        stated = self.number("ersatta_timmar")
        if stated is not None:
            return stated
        wage = self.kronor("timlön")
        return self.kronor("sjuklön") / (wage * Fraction(4, 5)) if wage else Fraction(0)

    @property
    def is_sickness(self):
        return self.text.get("frånvaro", "") in ("", "sjuk")

    @property
    def order(self):
        return (self.text["inkommen"], self.text["ärende"], self.text.get("fakturanummer", ""))

    def key(self, *columns):
        return tuple(self.text.get(column, "") for column in columns)

    def share(self, of_hours):
        """Öre that fall on some of the hours that the row is paid for, never above its sum."""
        if self.sum <= 0 or of_hours <= 0:
            return 0
        whole = max(self.paid, of_hours)
        return half_away(self.sum * 100 * of_hours / whole)


class Shift:
    def __init__(self, values):
        self.text = values
        self.start = datetime.fromisoformat(values["start"])
        self.end = datetime.fromisoformat(values["slut"])
        self.real = moments(self.start, self.end)
        self.is_active = values.get("typ", "") in ("", "aktiv")
        self.is_vacant = values["vikarie"] == VACANT
        self.substitute = None
        if not self.is_vacant:
            self.substitute = moments(
                datetime.fromisoformat(values["vikarie_start"]),
                datetime.fromisoformat(values["vikarie_slut"]))

    @property
    def hours(self):
        """Wall clock or real time, whichever is less: a deduction may follow either."""
        return min(hours(self.end - self.start), hours(self.real[1] - self.real[0]))


def each_once(shifts):
    """Shifts of which each vikarie has a line, once each."""
    return list({(s.start, s.end, s.is_active): s for s in shifts}.values())


def union(stretches):
    """Stretches as ordered ones that do not touch."""
    joined = []
    for start, end in sorted(s for s in stretches if s[0] < s[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def common(one, other):
    """What two lists of stretches share."""
    return union(
        (max(a, c), min(b, d)) for a, b in one for c, d in other if max(a, c) < min(b, d))


def total(stretches):
    return sum((hours(end - start) for start, end in union(stretches)), Fraction(0))
