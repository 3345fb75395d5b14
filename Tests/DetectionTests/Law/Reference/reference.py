#!/usr/bin/env python3
"""A second reckoning of the law, for the tables of cases beside it; nothing but Python itself.

    python3 reference.py --check cases.csv …   whether the tables say what this reckoning gives
    python3 reference.py --write cases.csv …   fills in verdict and öre of the rows by `skript`

Rows by `hand` have their arithmetic in `source` and are left alone.
"""

import sys

sys.dont_write_bytecode = True

import csv
import io

import absences
import prices
import registers
import rules

COLUMNS = "rule case kind claims shifts registers verdict ore source computedBy".split()
ALL = rules.RULES | prices.RULES | absences.RULES | registers.RULES


def judged(row):
    """Verdict and öre of a case: what its rule makes of the rows."""
    world = rules.World(row["claims"], row["shifts"], row["registers"])
    if row["rule"] == "lagligt-belopp":
        return "lagligt", "{}..{}".format(*prices.lawful(world.all[0]))
    if row["rule"] == "belopp-efter-metod":
        return row["verdict"], str(prices.amount_by(world.all[0], row["verdict"]))
    try:
        found = ALL[row["rule"]](world)
    except rules.NotRun:
        return "kördes inte", "0"
    verdicts = "+".join(sorted({verdict for verdict, _ in found}))
    return verdicts or "inget", str(sum(ore for _, ore in found))


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def written(table):
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(table)
    return out.getvalue()


def main(option, paths):
    differing = 0
    for path in paths:
        table = read(path)
        by_script = [row for row in table if row["computedBy"] == "skript"]
        for row in by_script:
            verdict, ore = judged(row)
            if option == "--check" and (verdict, ore) != (row["verdict"], row["ore"]):
                differing += 1
                print(f"{path}: {row['rule']}, {row['case']}: {row['verdict']} {row['ore']}, "
                      f"by this reckoning {verdict} {ore}")
            row["verdict"], row["ore"] = verdict, ore
        if option == "--write":
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(written(table))
        print(f"{path}: {len(table)} cases, {len(by_script)} of them reckoned here")
    return 1 if differing else 0


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in ("--check", "--write"):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
