#!/usr/bin/env python3
"""Writes the batch once more by LibreOffice Calc: as a workbook and as a text.

Usage: python3 libreoffice.py   (needs soffice, and blad.xlsx of make.py; run where the files lie)

LibreOffice opens blad.xlsx and saves it as its own programs write files: libreoffice.xlsx with both
sheets, and libreoffice.csv with the claims as they are shown in Swedish (semicolons, decimal commas,
Windows-1252).
"""
import os
import shutil
import subprocess
import tempfile

# Separator, quote, character set (Windows-1252), first line, column formats, language (Swedish),
# quote all texts, cells as they are shown (LibreOffice help, "Filter Options for CSV Files").
CSV = "csv:Text - txt - csv (StarCalc):59,34,1,1,,1053,false,true"


def convert(source, form, target):
    with tempfile.TemporaryDirectory() as folder:
        # A profile of its own, so that no setting of the user's has a part in it.
        profile = f"-env:UserInstallation=file://{folder}/profile"
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", form, "--outdir", folder, source],
            check=True, env={**os.environ, "LC_ALL": "sv_SE.UTF-8", "LANG": "sv_SE.UTF-8"})
        made = [n for n in os.listdir(folder) if n.startswith("blad.")]
        assert len(made) == 1, made
        shutil.move(os.path.join(folder, made[0]), target)


def main():
    convert("blad.xlsx", "xlsx:Calc MS Excel 2007 XML", "libreoffice.xlsx")
    convert("blad.xlsx", CSV, "libreoffice.csv")


if __name__ == "__main__":
    os.chdir(os.path.dirname(os.path.abspath(__file__)))
    main()
