"""Runs the same work in Polars, DuckDB and Sjuklönevakt, checks that the counts agree, and prints
one Markdown table.

usage: compare.py FOLDER RELATIONAL_COUNTS SJUKLONEVAKT [RUNS]
"""
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
READING, PROFILES, PAIRS, SCAN = "reading", "profiles", "record pairs", "scan"
WORK = {
    READING: "both tables read",
    PROFILES: "… and profiles of companies and employees",
    PAIRS: "… and record pairs, vacancies, sums",
    SCAN: "`scan`: the law, every rule and statistic, ranking, stored",
}


def main():
    folder, counter, command = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    runs = int(sys.argv[4]) if len(sys.argv) > 4 else 3
    cores = len(os.sched_getaffinity(0))
    systems = [
        ([sys.executable, HERE / "polars_profiles.py", folder],
         {"POLARS_MAX_THREADS": str(cores)}),
        ([sys.executable, HERE / "duckdb_counts.py", folder, str(cores)], {}),
        ([counter, "count", folder], {}),
    ]
    # One run of each after the other, so that a slow minute of the machine hits all alike.
    reports, scans, rows = [], [], None
    for _ in range(runs):
        for words, environment in systems:
            reports.append(measured_by_itself(words, environment))
        scan, rows = scanned(command, folder, rows)
        scans.append(reports[-1] | {"stages": {SCAN: scan}, "counts": {}})
    reports += scans
    counts = agreed_counts(reports)
    if counts["claims"] == 0 or counts["sums that don't add up"] == 0:
        sys.exit("peers: there is nothing to count in these files")
    print(caption(folder, cores, runs, counts, rows))
    print()
    print("\n".join(table(reports)))
    print("\nAll counts agree:", ", ".join(f"{name} {value:,}" for name, value in counts.items()))


def measured_by_itself(words, environment):
    """The report that a program prints of itself."""
    print("peers:", *words, file=sys.stderr)
    result = subprocess.run(
        [str(word) for word in words], env=os.environ | environment, stdout=subprocess.PIPE)
    if result.returncode != 0:
        sys.exit(f"peers: {words[0]} failed with exit code {result.returncode}")
    return json.loads(result.stdout)


def scanned(command, folder, rows):
    """A whole scan as a process, from its start to its end; and, once, what its rows came to."""
    files = [str(folder / name) for name in ("sjukloner.csv", "pass.csv")]
    with tempfile.TemporaryDirectory() as place:
        def words(form):
            return [command, "scan", *files, "--format", form, "--nyckel", f"{place}/nyckel",
                    "--databas", f"{place}/{form}.sqlite"]

        print("peers:", *words("csv"), file=sys.stderr)
        with open(f"{place}/lista", "wb") as output:
            start = time.perf_counter()
            process = subprocess.Popen(words("csv"), stdout=output, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"peers: the scan ended with exit code {process.returncode}")
        if rows is None:
            with open(f"{place}/lista", "wb") as output:
                subprocess.run(words("json"), stdout=output, stderr=subprocess.DEVNULL, check=True)
            rows = shares(json.loads(Path(f"{place}/lista").read_bytes()), files[0])
    return {"seconds": seconds, "peakBytes": usage.ru_maxrss * 1024}, rows


def shares(report, claims_file):
    """Rows that findings of rules point to, of all rows and of claim rows."""
    pointed = {
        (row["file"], row["line"])
        for company in report["companies"]
        for finding in company["findings"]
        if finding["kind"] == "rule"
        for row in finding["rows"]
    }
    claims = sum(1 for file, _ in pointed if file == claims_file)
    return {"pointed": len(pointed), "claims": claims, "all": report["ingestion"]["accepted"]}


def agreed_counts(reports):
    """The counts that all systems gave. Ends the program where two differ."""
    counts, source, faults = {}, {}, []
    for report in reports:
        for name, value in report["counts"].items():
            first = counts.setdefault(name, value)
            source.setdefault(name, report["system"])
            if value != first:
                faults.append(
                    f"  {name}: {first:,} in {source[name]}, {value:,} in {report['system']}")
    lists = [set(report["counts"]) for report in reports if PAIRS in report["stages"]]
    for missing in sorted(set(counts) - set.intersection(*lists)):
        faults.append(f"  {missing}: not counted by all")
    if faults:
        sys.exit("peers: the systems disagree, so no time is told:\n" + "\n".join(
            dict.fromkeys(faults)))
    return counts


def table(reports):
    """Grouped by work, each system with its medians and its ratio to ours."""
    median = {}
    for report in reports:
        for work, stage in report["stages"].items():
            key = (work, report["system"], report["version"])
            median.setdefault(key, []).append(stage)
    median = {
        key: (statistics.median(s["seconds"] for s in stages),
              statistics.median(s["peakBytes"] for s in stages))
        for key, stages in median.items()
    }
    ours = {work: value for (work, system, _), value in median.items() if system == "Sjuklönevakt"}
    yield "| work | system | time | peak memory | time ÷ ours | memory ÷ ours |"
    yield "|---|---|---|---|---|---|"
    for work in WORK:
        for (key, system, version), (seconds, peak) in median.items():
            if key != work:
                continue
            time_ratio, memory_ratio = seconds / ours[work][0], peak / ours[work][1]
            yield (f"| {WORK[work]} | {system} {version} | {seconds:.2f} s | {peak / 1e6:,.0f} MB "
                   f"| {time_ratio:.2f} | {memory_ratio:.2f} |")
    for (work, system, version), (seconds, peak) in median.items():
        if work == PAIRS and system == "DuckDB":
            yield (f"| that list of DuckDB's beside our whole scan | {system} {version} "
                   f"| {seconds:.2f} s | {peak / 1e6:,.0f} MB | {seconds / ours[SCAN][0]:.2f} "
                   f"| {peak / ours[SCAN][1]:.2f} |")


def caption(folder, cores, runs, counts, rows):
    size = sum((folder / name).stat().st_size for name in ("sjukloner.csv", "pass.csv"))
    shifts = rows["all"] - counts["claims"]
    commit = subprocess.run(
        ["git", "-C", HERE, "describe", "--always", "--dirty"], stdout=subprocess.PIPE, text=True)
    return (
        f"{counts['claims']:,} claims and {shifts:,} shifts ({size / 1e6:,.0f} MB); {cores} cores "
        f"of {processor()}; medians of {runs} runs at commit `{commit.stdout.strip()}`. The scan's "
        f"rules point to {100 * rows['pointed'] / rows['all']:.1f} % of the rows, and to "
        f"{100 * rows['claims'] / counts['claims']:.1f} % of the claims.")


def processor():
    """As `lscpu` calls it."""
    listing = subprocess.run(["lscpu"], stdout=subprocess.PIPE, text=True, env={"LC_ALL": "C"})
    for line in listing.stdout.splitlines():
        if line.startswith("Model name:"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


main()
