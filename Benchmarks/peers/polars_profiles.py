"""Reading and profiles in Polars.

usage: POLARS_MAX_THREADS=THREADS polars_profiles.py FOLDER

Prints what duckdb_counts.py prints, without the record pairs.
"""
import json
import sys

import polars as pl

from stages import Stages

folder = sys.argv[1]


def read(file, texts):
    return pl.read_csv(
        f"{folder}/{file}", separator=";", decimal_comma=True, try_parse_dates=True,
        schema_overrides={name: pl.String for name in texts},
    )


stages = Stages("Polars", pl.__version__)
claims = read("sjukloner.csv", ["kommun", "orgnr", "assistent", "brukare"])
shifts = read("pass.csv", ["kommun", "assistent", "brukare", "vikarie"])
stages.end("reading")

amount = pl.col("belopp")
companies = claims.group_by("orgnr").agg(
    pl.len().alias("claims"), amount.sum().alias("kronor"), amount.mean().alias("mean"),
    amount.std().alias("deviation"), amount.median().alias("median"),
    (amount - amount.median()).abs().median().alias("spread"),
    *[amount.quantile(q, "linear").alias(f"q{q}") for q in (0.25, 0.75, 0.95, 0.99)],
    pl.col("assistent").n_unique().alias("employees"),
    pl.col("brukare").n_unique().alias("brukare"), pl.col("kommun").n_unique().alias("kommuner"),
    pl.col("sjuktimmar").sum().alias("hours"), pl.col("timlön").mean().alias("wage"),
    pl.col("läkarintyg_från").count().alias("certificates"),
    (pl.col("sjuk_från").dt.weekday() == 1).sum().alias("mondays"),
)
employees = claims.group_by("orgnr", "assistent").agg(
    pl.len().alias("claims"), amount.sum().alias("kronor"), amount.mean().alias("mean"),
    amount.std().alias("deviation"), amount.median().alias("median"),
    pl.col("sjuktimmar").sum().alias("hours"),
    ((pl.col("sjuk_till") - pl.col("sjuk_från")).dt.total_days() + 1).sum().alias("days"),
)


def total(name):
    return int(companies[name].sum())


def hundredths(name):
    """Of a column of numbers with two decimals, kept as floating point: exact once rounded."""
    return round(companies[name].sum() * 100)


stages.count(
    [
        "companies", "claims", "öre", "employments", "brukare of companies",
        "kommuner of companies", "hundredths of hours", "certificates", "Mondays",
    ],
    [
        companies.height, total("claims"), hundredths("kronor"), total("employees"),
        total("brukare"), total("kommuner"), hundredths("hours"), total("certificates"),
        total("mondays"),
    ],
)
stages.count(["days of employees"], [int(employees["days"].sum())])
stages.end("profiles")
print(json.dumps(stages.report(), ensure_ascii=False))
