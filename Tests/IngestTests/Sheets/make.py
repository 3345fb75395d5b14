#!/usr/bin/env python3
"""Makes the workbooks of this folder, and the canonical tables that they have to come to.

Usage: python3 make.py   (needs openpyxl 3.1 and XlsxWriter 3.2; run where the files are to lie)

All numbers are invented: companies of the group 4 that is not in use, persons of the series 980 to
999. Every workbook holds the same four claims and three shifts in another form.
"""
import datetime
import io
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.styles import Alignment


def luhn(digits):
    total = 0
    for place, digit in enumerate(reversed(digits)):
        n = int(digit) * (2 if place % 2 == 0 else 1)
        total += n - 9 if n > 9 else n
    return str(-total % 10)


def person(n):
    day = datetime.date(1980, 1, 1) + datetime.timedelta(days=n // 20)
    body = day.strftime("%y%m%d") + str(980 + n % 20)
    return str(day.year) + body[2:] + luhn(body)


def company(n):
    return str(455_000_000 + n) + luhn(str(455_000_000 + n))


DAY = datetime.date
CLAIMS = [  # kommun, ärende, inkommen, bolag, brukare, assistent, från, till, tim, timlön, sjuklön
    ("2080", "Ä1", DAY(2025, 4, 10), 1, 5000, 1, DAY(2025, 3, 3), DAY(2025, 3, 5), 24, 160.5, 2304.0),
    ("2080", "Ä2", DAY(2025, 4, 11), 1, 5001, 2, DAY(2025, 3, 12), DAY(2025, 3, 14), 20.5, 155.125,
     1250.3),
    ("0114", "Ä3", DAY(2025, 4, 12), 2, 5002, 3, DAY(2025, 2, 27), DAY(2025, 3, 1), 7.75, 149.99,
     0.1 + 0.2),
    ("2081", "Å & <4>", DAY(2025, 4, 13), 2, 5003, 4, DAY(2025, 3, 30), DAY(2025, 4, 2), 1 / 3 * 3,
     1234.56, 98765.43),
]
WHEN = datetime.datetime
SHIFTS = [  # kommun, ärende, assistent, brukare, start, slut, vikarie (None: vakant)
    ("2080", "Ä1", 1, 5000, WHEN(2025, 3, 3, 20, 0), WHEN(2025, 3, 4, 6, 30), 9),
    ("2080", "Ä1", 1, 5000, WHEN(2025, 3, 4, 8, 10), WHEN(2025, 3, 4, 16, 20), None),
    ("0114", "Ä3", 3, 5002, WHEN(2025, 2, 27, 23, 59), WHEN(2025, 2, 28, 7, 1), 8),
]


def sum_claimed(row):
    return round(row[10], 2)


def canonical():
    lines = ["kommun;ärende;inkommen;orgnr;brukare;assistent;sjuk_från;sjuk_till;sjuktimmar;timlön;"
             "sjuklön;belopp"]
    for r in CLAIMS:
        lines.append(";".join([
            r[0], r[1], str(r[2]), company(r[3]), person(r[4]), person(r[5]), str(r[6]), str(r[7]),
            f"{r[8]:.15g}", f"{r[9]:.15g}", f"{r[10]:.15g}", f"{sum_claimed(r):.15g}"]))
    with open("sjukloner.csv", "w", encoding="utf-8") as f:
        f.write("\n".join(lines) + "\n")
    lines = ["kommun;ärende;assistent;brukare;start;slut;vikarie;vikarie_start;vikarie_slut"]
    for k, a, s, b, start, end, v in SHIFTS:
        times = [start.strftime("%Y-%m-%d %H:%M"), end.strftime("%Y-%m-%d %H:%M")]
        lines.append(";".join([k, a, person(s), person(b), *times,
                               *([person(v), *times] if v else ["[vakant]", "", ""])]))
    with open("pass.csv", "w", encoding="utf-8") as f:
        f.write("\n".join(lines) + "\n")


def save_stable(book, name):
    """openpyxl writes the time of the day into the file; the archive's own times are set."""
    book.properties.created = book.properties.modified = WHEN(2025, 1, 1)
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename == "docProps/core.xml":
                data = data[:data.index(b"<dcterms:modified")] + data[
                    data.index(b"</dcterms:modified>") + 19:]
            target.writestr(zipfile.ZipInfo(item.filename), data, zipfile.ZIP_DEFLATED)


def grouped():
    """openpyxl: a title, names in two lines under merged groups, a sum, notes, a hidden sheet."""
    book = openpyxl.Workbook()
    info = book.active
    info.title = "Information"
    info["A1"] = "Sjuklöner mars 2025"
    info["A3"] = "Frågor besvaras av löneavdelningen"
    sheet = book.create_sheet("Sjuklöner")
    sheet["A1"] = "Ersättning för sjuklöner"
    sheet.merge_cells("A1:L1")
    groups = [("A", "A", "Kommunkod"), ("B", "B", "Ärendenr"), ("C", "C", "Inkommen"),
              ("D", "D", "Organisationsnummer"), ("E", "E", "Brukarens personnummer"),
              ("F", "F", "Assistentens personnummer"), ("G", "H", "Frånvaro"),
              ("K", "K", "Sjuklön"), ("L", "L", "Belopp")]
    for first, last, name in groups:
        sheet[f"{first}3"] = name
        sheet[f"{first}3"].alignment = Alignment(horizontal="center")
        if first == last:
            sheet.merge_cells(f"{first}3:{first}4")
        else:
            sheet.merge_cells(f"{first}3:{last}3")
    for cell, name in (("G4", "från"), ("H4", "till"), ("I4", "Sjuktimmar"), ("J4", "Timlön")):
        sheet[cell] = name
    for place, r in enumerate(CLAIMS):
        row = place + 5
        values = [int(r[0]), r[1], r[2], int(company(r[3])), person(r[4]), int(person(r[5])), r[6],
                  r[7], r[8], r[9], r[10], sum_claimed(r)]
        for column, value in enumerate(values, 1):
            sheet.cell(row, column, value)
        sheet.cell(row, 1).number_format = "0000"
        for column in (3, 7, 8):
            sheet.cell(row, column).number_format = "d/m yyyy"
        for column in (11, 12):
            sheet.cell(row, column).number_format = '# ##0.00" kr"'
    sheet["A10"] = "Summa"
    sheet["L10"] = "=SUM(L5:L8)"
    sheet["N6"] = "en anteckning i marginalen"
    shifts = book.create_sheet("Sjuklista")
    shifts.sheet_state = "hidden"
    shifts.append(["Kommun", "Ärende", "Assistent", "Brukare", "Start", "Slut", "Vikarie",
                   "Vikarie start", "Vikarie slut"])
    for k, a, s, b, start, end, v in SHIFTS:
        shifts.append([k, a, person(s), person(b), start, end, person(v) if v else "[vakant]",
                       start if v else None, end if v else None])
    book.create_sheet("Blad4")
    save_stable(book, "grupper.xlsx")


def from_1904():
    """XlsxWriter: days from 1904, formulas with their values, numbers as texts, rich texts."""
    book = xlsxwriter.Workbook("fran-1904.xlsx", {"date_1904": True})
    book.set_properties({"created": WHEN(2025, 1, 1)})
    day = book.add_format({"num_format": 14})
    moment = book.add_format({"num_format": "[$-41D]yyyy/mm/dd hh:mm;@"})
    number = book.add_format({"num_format": "000000-0000"})
    bold = book.add_format({"bold": True})
    sheet = book.add_worksheet("Blad1")
    names = ["kommun", "ärende", "inkommen", "orgnr", "brukare", "assistent", "sjuk_från",
             "sjuk_till", "sjuktimmar", "timlön", "sjuklön", "belopp"]
    sheet.write_row(0, 0, names)
    for row, r in enumerate(CLAIMS, 1):
        sheet.write_string(row, 0, r[0])
        sheet.write_rich_string(row, 1, bold, r[1][:1], r[1][1:])
        for column, value in ((2, r[2]), (6, r[6]), (7, r[7])):
            sheet.write_datetime(row, column, WHEN.combine(value, datetime.time()), day)
        sheet.write_number(row, 3, int(company(r[3])), number)
        sheet.write_string(row, 4, person(r[4])[:8] + "-" + person(r[4])[8:])
        sheet.write_number(row, 5, int(person(r[5])[2:]), number)
        sheet.write_string(row, 8, f"{r[8]:.15g}".replace(".", ","))
        sheet.write_number(row, 9, r[9])
        sheet.write_number(row, 10, r[10])
        sheet.write_formula(row, 11, f"=ROUND(K{row + 1},2)", None, sum_claimed(r))
    shifts = book.add_worksheet("Blad2")
    shifts.write_row(0, 0, ["kommun", "ärende", "assistent", "brukare", "start", "slut", "vikarie",
                            "vikarie_start", "vikarie_slut"])
    for row, (k, a, s, b, start, end, v) in enumerate(SHIFTS, 1):
        shifts.write_row(row, 0, [k, a, person(s), person(b)])
        shifts.write_datetime(row, 4, start, moment)
        shifts.write_datetime(row, 5, end, moment)
        shifts.write_string(row, 6, person(v) if v else "[vakant]")
        if v:
            shifts.write_datetime(row, 7, start, moment)
            shifts.write_datetime(row, 8, end, moment)
    book.close()


def archive():
    """Python's zipfile: the tables in an archive in an archive, with what systems add to it."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as z:
        z.write("pass.csv")
    with zipfile.ZipFile("paket.zip", "w", zipfile.ZIP_DEFLATED) as z:
        z.mkdir("mars")
        z.write("sjukloner.csv", "mars/sjukloner.csv")
        z.writestr("mars/pass.zip", inner.getvalue())
        z.writestr("__MACOSX/._sjukloner.csv", b"\0\5\x16\7")
        z.writestr("mars/läs mig.txt", "Hej!\n")


if __name__ == "__main__":
    canonical()
    grouped()
    from_1904()
    archive()
