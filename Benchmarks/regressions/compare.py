"""What callgrind counted of each stage of a scan, beside libcsv alone and beside what was kept.

    compare.py KEPT STAGES COUNTS... [--update]

KEPT is the table that is compared with, STAGES what `StageInstructions run` printed, and COUNTS
the files that callgrind wrote. Prints a table. Exits with 1 where a stage takes over a tenth more
than was kept; with --update it keeps what was counted.
"""

import re
import sys

YARDSTICK = "libcsv alone"
ALLOWED = 1.10
# Below this many for a thousand rows or a million bytes, allocations come and go with the runtime.
FEW_ALLOCATIONS = 1.0
ALLOCATORS = {"malloc", "calloc", "realloc", "posix_memalign", "aligned_alloc"}
# valgrind has no instructions of the processor's own for SHA-256: what stands in for them would
# hide the rest of reading.
HASH = "sha256_block_data_order"
HEADER = "stage\tinstructions ÷ libcsv alone\tallocations for 1,000 rows or 1 MB"
# Stages are said to take so much for each row or byte, and allocate for as many of them.
MANY = {"rows": 1_000, "bytes": 1_000_000}


def counted(path):
    """Name, instructions and allocations of a stage from one of callgrind's files."""
    stage, instructions, allocations, names, here, called = None, 0, 0, {}, None, None
    with open(path, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if match := re.match(r"desc: Trigger: Client Request: (.+)", line):
                stage = match[1].strip()
            elif match := re.match(r"(c?)fn=\((\d+)\)(?: (.+))?", line):
                if match[3]:
                    names[match[2]] = match[3].split("'")[0]
                here, called = (here, names[match[2]]) if match[1] else (names[match[2]], None)
            elif match := re.match(r"calls=(\d+)", line):
                allocations += int(match[1]) if called in ALLOCATORS else 0
            elif match := re.match(r"[+\-*\d]\S* (\d+)$", line):
                # The line after a call says what was spent in there.
                if called is None and HASH not in (here or ""):
                    instructions += int(match[1])
                called = None
    return stage, instructions, allocations


def kept_figures(path):
    """Ratio and allocations that were kept of each stage."""
    try:
        with open(path, encoding="utf-8") as lines:
            rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    except FileNotFoundError:
        return {}
    return {stage: (float(ratio), float(few)) for stage, ratio, few in rows[1:]}


def change(now, before):
    return f"{(now / before - 1) * 100:+.1f} %" if before else ""


def compare(stages, counts, kept):
    """Prints the table; figures by stage, and what is wrong with them."""
    figures, faults = {}, []
    yardstick = counts[YARDSTICK][0]
    print(
        "| stage | instructions | of each | ÷ libcsv | kept | change"
        " | allocations for 1,000 rows or 1 MB | kept |")
    print("|---|---|---|---|---|---|---|---|")
    for stage, (size, unit) in stages.items():
        instructions, allocations = counts[stage]
        ratio, few = instructions / yardstick, allocations / size * MANY[unit]
        figures[stage] = (ratio, few)
        ratio_before, few_before = kept.get(stage, (None, None))
        before = ["", ""] if ratio_before is None else [f"{ratio_before:.4f}", f"{few_before:,.2f}"]
        print(
            f"| {stage} | {instructions / 1e6:,.1f} M | {instructions / size:,.1f} a {unit[:-1]}"
            f" | {ratio:.4f} | {before[0]} | {change(ratio, ratio_before)}"
            f" | {few:,.2f} | {before[1]} |"
        )
        if ratio_before is None:
            faults.append(f"{stage}: nothing was kept of it; --update keeps what was counted")
            continue
        if ratio > ALLOWED * ratio_before:
            faults.append(f"{stage}: {change(ratio, ratio_before)} instructions")
        if few > max(ALLOWED * few_before, few_before + FEW_ALLOCATIONS):
            faults.append(f"{stage}: {few:,.2f} allocations, {few_before:,.2f} were kept")
    return figures, faults


def main(arguments):
    update = "--update" in arguments
    kept_path, stages_path, *count_paths = [word for word in arguments if word != "--update"]
    with open(stages_path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    stages = {name: (int(size), unit) for name, size, unit in rows}
    counts = {}
    for path in count_paths:
        stage, instructions, allocations = counted(path)
        if stage:
            counts[stage] = (instructions, allocations)
    if missing := [stage for stage in stages if stage not in counts]:
        sys.exit(f"regressions: callgrind counted nothing of {', '.join(missing)}")
    kept = kept_figures(kept_path)
    figures, faults = compare(stages, counts, kept)
    if update:
        with open(kept_path, "w", encoding="utf-8") as target:
            print("# Written by Scripts/regressions --update.", HEADER, sep="\n", file=target)
            for stage, (ratio, few) in (kept | figures).items():
                print(f"{stage}\t{ratio:.6f}\t{few:.3f}", file=target)
    elif faults:
        sys.stdout.flush()
        sys.exit("\n  ".join(["regressions: more than a tenth above what was kept:", *faults]))


main(sys.argv[1:])
