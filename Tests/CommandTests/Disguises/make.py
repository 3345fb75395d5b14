#!/usr/bin/env python3
"""Writes one batch of claims in eight disguises, as other programs would.

Usage: python3 make.py   (needs openpyxl 3.1; run where the files are to lie)

Reads sjukloner.csv and pass.csv, the batch as canonical tables (invented; one company and kommun of
SampleData), and writes what a company might have sent instead. Python's csv writes the texts,
openpyxl the sheets and ElementTree the invoices, so that nothing of this project has a hand in it.
"""
import base64
import csv
import io
import os
import zipfile
from datetime import date, datetime
from decimal import Decimal
from xml.etree import ElementTree as ET

import openpyxl

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
CAC, CBC = UBL + "CommonAggregateComponents-2", UBL + "CommonBasicComponents-2"
SFTI, SFTI_CAC = "urn:sfti:documents:BasicInvoice:1:0", "urn:sfti:CommonAggregateComponents:1:0"
SFTI_CBC = "urn:oasis:names:tc:ubl:CommonBasicComponents:1:0"
SBDH = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"
NAMES = {
    "kommun": "Kommunkod", "ärende": "Ärendenummer", "inkommen": "Ankomstdatum",
    "orgnr": "Organisationsnummer", "brukare": "Brukares personnummer",
    "assistent": "Anställds personnummer", "sjuk_från": "Fr.o.m.", "sjuk_till": "T.o.m.",
    "sjuktimmar": "Antal timmar", "timlön": "Lön/tim", "belopp": "Summa att betala",
}


def read(name):
    with open(name, encoding="utf-8", newline="") as f:
        rows = list(csv.reader(f, delimiter=";"))
    return rows[0], rows[1:]


def is_amount(text):
    return text.count(",") == 1 and text.replace(",", "").lstrip("-").isdigit()


def is_day(text):
    return len(text) == 10 and text[4] == "-" and text[7] == "-"


def write_text(name, encoding, rows, **dialect):
    target = io.StringIO(newline="")
    csv.writer(target, **dialect).writerows(rows)
    with open(name, "wb") as f:
        f.write(target.getvalue().encode(encoding))


def texts(header, claims):
    """Four dialects of CSV."""
    own = [NAMES.get(n, n) for n in header]

    def swedish(text):
        if is_day(text):
            return f"{int(text[8:])}/{int(text[5:7])} {text[:4]}"
        return text

    width = len(header)
    title = ["Sjuklöner till kommunen"] + [""] * (width - 1)
    total = sum(Decimal(r[header.index("belopp")].replace(",", ".")) for r in claims)
    footer = ["Summa"] + [""] * (width - 1)
    footer[header.index("belopp")] = str(total).replace(".", ",")
    write_text("semikolon.txt", "cp1252",
               [title, own] + [[swedish(c) for c in r] for r in claims] + [footer], delimiter=";")
    point = [[c.replace(",", ".") if is_amount(c) else c for c in r] for r in claims]
    write_text("komma.csv", "utf-8-sig", [own] + point, delimiter=",", quoting=csv.QUOTE_ALL,
               lineterminator="\n")
    write_text("tabb.tsv", "utf-16", [own] + claims, delimiter="\t")

    def blanks(column, text):
        if not is_amount(text) or column in ("timlön", "avgift_procent", "semester_procent",
                                             "avtal_procent"):
            return text.replace("-", "") if is_day(text) else text
        kronor, ore = text.split(",")
        return f"{int(kronor):,}".replace(",", "\u00a0") + "," + ore

    write_text("lodstreck.dat", "iso-8859-1",
               [own] + [[blanks(n, c) for n, c in zip(header, r)] for r in claims],
               delimiter="|", quotechar="'")


def cell(text):
    if is_amount(text):
        return float(text.replace(",", "."))
    if is_day(text):
        return date.fromisoformat(text)
    if len(text) == 16 and text[10] == " ":
        return datetime.fromisoformat(text)
    return text or None


def workbook(header, claims, shift_header, shifts):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sjuklöner"
    sheet.append([NAMES.get(n, n) for n in header])
    for row in claims:
        sheet.append([cell(c) for c in row])
    other = book.create_sheet("Sjuklista")
    other.append(shift_header)
    for row in shifts:
        other.append([cell(c) for c in row])
    target = io.BytesIO()
    book.save(target)
    # openpyxl writes the time of the day into the file; the archive's own times are set.
    made = io.BytesIO()
    with zipfile.ZipFile(target) as source, zipfile.ZipFile(made, "w") as archive:
        for item in source.infolist():
            if item.filename == "docProps/core.xml":
                continue
            content = source.read(item)
            if item.filename in ("[Content_Types].xml", "_rels/.rels"):
                root = ET.fromstring(content)
                for part in list(root):
                    if "core" in part.get("PartName", part.get("Target", "")):
                        root.remove(part)
                content = ET.tostring(root)
            info = zipfile.ZipInfo(item.filename, (2025, 1, 1, 0, 0, 0))
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def add(parent, space, path, text=None, **attributes):
    for name in path.split("/"):
        parent = ET.SubElement(parent, f"{{{space}}}{name}")
    parent.text = text
    for key, value in attributes.items():
        parent.set(key, value)
    return parent


def peppol(name, row, total, files):
    for prefix, space in (("", UBL + "Invoice-2"), ("cac", CAC), ("cbc", CBC)):
        ET.register_namespace(prefix, space)
    root = ET.Element(f"{{{UBL}Invoice-2}}Invoice")
    add(root, CBC, "ID", "S-1")
    add(root, CBC, "IssueDate", row["fakturadatum"])
    add(root, CBC, "InvoiceTypeCode", "380")
    add(root, CBC, "DocumentCurrencyCode", "SEK")
    add(root, CBC, "BuyerReference", "11043")
    for number, (file, mime, content) in enumerate(files, 1):
        reference = add(root, CAC, "AdditionalDocumentReference")
        add(reference, CBC, "ID", str(number))
        attachment = add(reference, CAC, "Attachment")
        add(attachment, CBC, "EmbeddedDocumentBinaryObject",
            base64.encodebytes(content).decode(), mimeCode=mime, filename=file)
    for role, number, title in (("AccountingSupplierParty", row["orgnr"], row["bolag"]),
                                ("AccountingCustomerParty", "2120002239", "Kommunen")):
        party = add(root, CAC, role + "/Party")
        country = add(party, CAC, "PostalAddress/Country")
        add(country, CBC, "IdentificationCode", "SE")
        legal = add(party, CAC, "PartyLegalEntity")
        add(legal, CBC, "RegistrationName", title)
        add(legal, CBC, "CompanyID", number.replace("-", ""), schemeID="0007")
    means = add(root, CAC, "PaymentMeans")
    add(means, CBC, "PaymentMeansCode", "30")
    account = add(means, CAC, "PayeeFinancialAccount")
    add(account, CBC, "ID", row["betalkonto"].replace("-", ""))
    add(add(account, CAC, "FinancialInstitutionBranch"), CBC, "ID", "SE:BANKGIRO")
    sums = add(root, CAC, "LegalMonetaryTotal")
    for item in ("LineExtensionAmount", "TaxExclusiveAmount", "TaxInclusiveAmount",
                 "PayableAmount"):
        add(sums, CBC, item, total, currencyID="SEK")
    line = add(root, CAC, "InvoiceLine")
    add(line, CBC, "ID", "1")
    add(line, CBC, "InvoicedQuantity", "1", unitCode="EA")
    add(line, CBC, "LineExtensionAmount", total, currencyID="SEK")
    add(add(line, CAC, "Item"), CBC, "Name", "Sjuklöner enligt underlag")
    ET.ElementTree(root).write(name, encoding="UTF-8", xml_declaration=True)


def svefaktura(name, row, total, files):
    for prefix, space in (("", SFTI), ("c", SFTI_CAC), ("b", SFTI_CBC), ("sh", SBDH)):
        ET.register_namespace(prefix, space)
    envelope = ET.Element(f"{{{SBDH}}}StandardBusinessDocument")
    add(envelope, SBDH, "StandardBusinessDocumentHeader/HeaderVersion", "1.0")
    root = add(envelope, SFTI, "Invoice")
    add(root, SFTI, "ID", "S-1")
    add(root, SFTI_CBC, "IssueDate", row["fakturadatum"])
    add(root, SFTI, "InvoiceTypeCode", "380")
    add(root, SFTI, "InvoiceCurrencyCode", "SEK")
    party = add(root, SFTI_CAC, "SellerParty/Party")
    add(add(party, SFTI_CAC, "PartyName"), SFTI_CBC, "Name", row["bolag"])
    scheme = add(party, SFTI_CAC, "PartyTaxScheme")
    add(scheme, SFTI_CAC, "CompanyID", row["orgnr"].replace("-", ""))
    add(scheme, SFTI_CAC, "TaxScheme/ID", "SWT")
    sums = add(root, SFTI_CAC, "LegalTotal")
    for item in ("LineExtensionTotalAmount", "TaxExclusiveTotalAmount",
                 "TaxInclusiveTotalAmount"):
        add(sums, SFTI_CBC, item, total, amountCurrencyID="SEK")
    line = add(root, SFTI_CAC, "InvoiceLine")
    add(line, SFTI_CAC, "ID", "1")
    add(line, SFTI_CBC, "LineExtensionAmount", total, amountCurrencyID="SEK")
    add(add(line, SFTI_CAC, "Item"), SFTI_CBC, "Description", "Sjuklöner enligt underlag")
    objects = add(envelope, "urn:sfti:documents:ObjectEnvelope:1:0", "ObjectEnvelope")
    space = "urn:sfti:documents:ObjectEnvelope:1:0"
    for file, mime, content in files:
        add(objects, space, "EncodedObject/EncodedData", base64.b64encode(content).decode(),
            filename=file, mimeCode=mime, format="base64")
    ET.ElementTree(envelope).write(name, encoding="ISO-8859-1", xml_declaration=True)


def main():
    (header, claims), (shift_header, shifts) = read("sjukloner.csv"), read("pass.csv")
    texts(header, claims)
    book = workbook(header, claims, shift_header, shifts)
    with open("blad.xlsx", "wb") as f:
        f.write(book)
    row = dict(zip(header, claims[0]))
    total = str(sum(Decimal(r[header.index("belopp")].replace(",", ".")) for r in claims))
    tables = []
    for name in ("sjukloner.csv", "pass.csv"):
        with open(name, "rb") as f:
            tables.append((name, "text/csv", f.read()))
    excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    peppol("peppol-csv.xml", row, total, tables)
    peppol("peppol-xlsx.xml", row, total, [("underlag.xlsx", excel, book)])
    svefaktura("svefaktura.xml", row, total, tables)


if __name__ == "__main__":
    os.chdir(os.path.dirname(os.path.abspath(__file__)))
    main()
