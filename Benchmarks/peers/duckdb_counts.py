"""Reading, profiles and record pairs in DuckDB: plain relational counts on the rows as they stand.

usage: duckdb_counts.py FOLDER THREADS

Prints one JSON object: seconds since the start and peak memory at the end of each stage, and the
counts that every system must agree on.

Where rows tie, the counts don't depend on which comes first: every window orders by all columns
that it looks at. Comparisons with an empty value count nothing.
"""
import json
import sys

import duckdb

from stages import Stages

folder, threads = sys.argv[1], int(sys.argv[2])
database = duckdb.connect()
database.execute(f"set threads = {threads}")
TEXTS = ["kommun", "ärende", "orgnr", "assistent", "brukare", "vikarie"]
SUMS = [
    "belopp", "sjuklön", "ob", "jour", "semesterersättning", "arbetsgivaravgift",
    "avtalskostnad", "sjuktimmar",
]


def read(table, file, columns):
    """Loads a file; the rest of its columns get the types that DuckDB finds out."""
    types = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items())
    database.execute(
        f"create table {table} as select * from read_csv('{folder}/{file}', delim = ';', "
        f"header = true, decimal_separator = ',', types = {{{types}}})"
    )


def one(query):
    """The single row that a query gives, as integers."""
    return [int(value or 0) for value in database.execute(query).fetchone()]


stages = Stages("DuckDB", duckdb.__version__)
read(
    "claims", "sjukloner.csv",
    {name: "varchar" for name in TEXTS[:-1]} | {name: "decimal(12, 2)" for name in SUMS},
)
read("shifts", "pass.csv", {name: "varchar" for name in TEXTS if name != "orgnr"})
stages.end("reading")

database.execute("""
    create table companies as
    select
      orgnr, count(*) as claims, sum(belopp) as kronor, avg(belopp) as mean,
      stddev_samp(belopp) as deviation, median(belopp) as median, mad(belopp) as spread,
      quantile_cont(belopp, [0.25, 0.75, 0.95, 0.99]) as quantiles,
      count(distinct assistent) as employees, count(distinct brukare) as brukare,
      count(distinct kommun) as kommuner, sum(sjuktimmar) as hours, avg(timlön) as wage,
      count(läkarintyg_från) as certificates,
      count(*) filter (where isodow(sjuk_från) = 1) as mondays
    from claims group by orgnr""")
database.execute("""
    create table employees as
    select
      orgnr, assistent, count(*) as claims, sum(belopp) as kronor, avg(belopp) as mean,
      stddev_samp(belopp) as deviation, median(belopp) as median, sum(sjuktimmar) as hours,
      sum(sjuk_till - sjuk_från + 1) as days
    from claims group by orgnr, assistent""")
names = [
    "companies", "claims", "öre", "employments", "brukare of companies",
    "kommuner of companies", "hundredths of hours", "certificates", "Mondays",
]
stages.count(names, one("""
    select
      count(*), sum(claims), sum(kronor) * 100, sum(employees), sum(brukare), sum(kommuner),
      sum(hours) * 100, sum(certificates), sum(mondays)
    from companies"""))
stages.count(["days of employees"], one("select sum(days) from employees"))
stages.end("profiles")

stages.count(["duplicate claims"], one("""
    select count(*) from (
      select row_number() over (partition by assistent, sjuk_från, sjuk_till) as place
      from claims)
    where place > 1"""))
stages.count(["overlapping sick periods"], one("""
    select count(*) from (
      select sjuk_från, max(sjuk_till) over (
          partition by assistent order by sjuk_från, sjuk_till
          rows between unbounded preceding and 1 preceding) as latest
      from claims)
    where latest >= sjuk_från"""))
stages.count(["relapse chains"], one("""
    select count(*) from (
      select sjuk_från - lag(sjuk_till) over (
          partition by assistent order by sjuk_från, sjuk_till) as gap
      from claims)
    where gap between 1 and 5"""))
stages.count(["double-booked substitutes"], one("""
    select count(*) from (
      select vikarie_start, max(vikarie_slut) over (
          partition by vikarie order by vikarie_start, vikarie_slut
          rows between unbounded preceding and 1 preceding) as latest
      from shifts where vikarie <> '[vakant]')
    where latest > vikarie_start"""))
# No shift is longer than 24 hours: two that overlap begin or end on a common day, which makes the
# join one on equal keys. It is many times faster than the one on unequal times alone.
stages.count(["sick while substitute"], one("""
    with
      worked as (
        select vikarie as person, vikarie_start as f, vikarie_slut as t,
          unnest([vikarie_start::date, vikarie_slut::date]) as day
        from shifts where vikarie <> '[vakant]'),
      lost as (
        select assistent as person, start as f, slut as t,
          unnest([start::date, slut::date]) as day
        from shifts)
    select count(*) from (
      select distinct person, worked.f, worked.t, lost.f, lost.t
      from worked join lost using (person, day)
      where worked.f < lost.t and lost.f < worked.t)"""))
stages.count(["companies with shifts", "shifts of companies", "vacant shifts of companies"], one("""
    select count(*), sum(shifts), sum(vacant) from (
      select orgnr, count(*) as shifts, count(*) filter (where vikarie = '[vakant]') as vacant
      from shifts join claims using (ärende) group by orgnr)"""))
stages.count(["sums that don't add up"], one("""
    select count(*) from claims
    where abs(belopp - (sjuklön + ob + jour + semesterersättning + arbetsgivaravgift
      + avtalskostnad)) > 1"""))
stages.end("record pairs")
print(json.dumps(stages.report(), ensure_ascii=False))
