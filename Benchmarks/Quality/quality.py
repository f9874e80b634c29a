"""Runs Isotherm and PyVRP over sets of instances, turn by turn, and prints tables in Markdown.

Called by scripts/bench-quality with the Python that has PyVRP.  Sets of the VRP with time windows go through the measuring
kit's compare.py, whose checker judges both; the variants through its pyvrp_variants.py and Isotherm's own check.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections import defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))

# Seconds, seeds, and for variants the folder name by which the kit chooses the rounding, with ours of the same meaning.
SETS = {
    "solomon": (10, [1], None),
    "gh200": (30, [1], None),
    "gh400": (30, [1], None),
    "gh1000": (60, [1, 2, 3], None),
    "ortec": (30, [1, 2, 3], None),
    "mdvrptw": (60, [1], ("MDVRPTW", "exact")),
    "hfvrp": (60, [1], ("HFVRP", "exact")),
    "pcvrptw": (60, [1], ("PCVRPTW", "dimacs")),
    "mtvrptwr": (30, [1], ("MTVRPTWR", "dimacs")),
    "vrpb": (60, [1], ("VRPB", "round")),
    "lilim100": (10, [1], ("LILIM", "exact")),
}


def options():
    parser = argparse.ArgumentParser(prog="scripts/bench-quality", description=__doc__.split("\n")[0])
    parser.add_argument("--sets", default=",".join(SETS), help="comma-separated; all when not given")
    parser.add_argument("--instances", default="", help="comma-separated names; all of each set when not given")
    parser.add_argument("--seconds", type=float, help="for every run, in place of each set's own")
    parser.add_argument("--seeds", help="comma-separated, in place of each set's own")
    parser.add_argument("--threads", type=int, default=1, help="Isotherm's; PyVRP has one")
    parser.add_argument("--cpu", type=int, help="pin all runs to this core")
    parser.add_argument("--log", help="keep one JSON line per run here, and do not repeat runs it has")
    parser.add_argument("--isotherm", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--shared", required=True, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    unknown = [name for name in chosen.sets.split(",") if name not in SETS]
    if unknown:
        parser.error(f"there is no set {unknown[0]}; the sets are {', '.join(SETS)}")
    if not os.path.isdir(os.path.join(chosen.shared, "bench")):
        parser.error(f"no measuring kit in {chosen.shared}/bench; set ISOTHERM_SHARED")
    return chosen


def instances(chosen, name):
    folder = os.path.join(chosen.shared, "data", "instances", name)
    wanted = set(chosen.instances.split(",")) - {""}
    files = sorted(f for f in os.listdir(folder) if f.endswith((".txt", ".vrp")))
    return [os.path.join(folder, f) for f in files if not wanted or os.path.splitext(f)[0] in wanted]


def plan_of(name, chosen):
    seconds, seeds, variant = SETS[name]
    if chosen.seeds:
        seeds = [int(seed) for seed in chosen.seeds.split(",")]
    return chosen.seconds or seconds, seeds, variant


def compared(name, chosen, log):
    """A set that compare.py can read and judge."""
    seconds, seeds, _ = plan_of(name, chosen)
    command = [
        sys.executable, os.path.join(chosen.shared, "bench", "compare.py"), "--seconds", f"{seconds:g}",
        "--peers", "pyvrp", "--seeds", ",".join(map(str, seeds)), "--python", sys.executable,
        "--external", f"isotherm={chosen.isotherm} solve {{instance}} --seconds {{seconds}} --seed {{seed}} "
        f"--threads {chosen.threads} --output {{out}}",
        "--log", log, "--skip-done", *([] if chosen.cpu is None else ["--cpu", str(chosen.cpu)]),
    ]
    subprocess.run(command + instances(chosen, name), check=True, stdout=subprocess.DEVNULL)


def pinned(command, chosen):
    return command if chosen.cpu is None else ["taskset", "--cpu-list", str(chosen.cpu), *command]


def run_pyvrp(path, seconds, seed, folder, chosen):
    """The kit chooses the rounding by the name of the folder, so the instance is shown to it in one of that name."""
    if folder == "LILIM":
        command = [sys.executable, os.path.join(HERE, "pyvrp_lilim.py"), path, str(seconds), str(seed)]
    else:
        place = os.path.join(tempfile.mkdtemp(), folder)
        os.mkdir(place)
        for file in (path, os.path.splitext(path)[0] + ".sol"):
            if os.path.exists(file):
                os.symlink(os.path.abspath(file), os.path.join(place, os.path.basename(file)))
        command = [
            sys.executable, os.path.join(chosen.shared, "bench", "pyvrp_variants.py"), "--seconds", f"{seconds:g}",
            "--seed", str(seed), os.path.join(place, os.path.basename(path)),
        ]
    run = subprocess.run(pinned(command, chosen), capture_output=True, text=True, timeout=seconds * 3 + 120)
    lines = [line for line in run.stdout.splitlines() if line.startswith("{")]
    return json.loads(lines[-1]) if lines else {"cost": None, "error": run.stderr[-300:]}


def run_isotherm(path, seconds, seed, rounding, chosen):
    """Status 0 says that the plan is feasible; then `check` derives it again from the file."""
    target = os.path.join(tempfile.mkdtemp(), "out.sol")
    command = [
        chosen.isotherm, "solve", path, "--seconds", f"{seconds:g}", "--seed", str(seed), "--threads",
        str(chosen.threads), "--rounding", rounding, "--output", target,
    ]
    solved = subprocess.run(pinned(command, chosen), capture_output=True, text=True, timeout=seconds * 3 + 120)
    if solved.returncode != 0:
        return None
    check = [chosen.isotherm, "check", path, target, "--rounding", rounding]
    if subprocess.run(check, capture_output=True, timeout=600).returncode != 0:
        return None
    with open(target, encoding="utf-8") as handle:
        stated = [line.split()[1] for line in handle if line.startswith("Cost")][0]
    # Published costs of Li and Lim have three decimals; PyVRP counts in thousandths.
    return round(float(stated) * (1000 if "." in stated else 1))


def variants(name, chosen, log):
    """A set that compare.py does not read; the order of the two solvers changes from instance to instance."""
    seconds, seeds, (folder, rounding) = plan_of(name, chosen)
    done = {(r["peer"], r["instance"], r["limit"], r["seed"]) for r in records(log)}
    for turn, path in enumerate(instances(chosen, name)):
        stem = os.path.splitext(os.path.basename(path))[0]
        for seed in seeds:
            for peer in (("pyvrp", "isotherm") if turn % 2 == 0 else ("isotherm", "pyvrp")):
                if (peer, stem, seconds, seed) in done:
                    continue
                record = {"peer": peer, "instance": stem, "limit": seconds, "seed": seed, "best_known": None}
                if peer == "pyvrp":
                    result = run_pyvrp(path, seconds, seed, folder, chosen)
                    record.update(distance=result["cost"], best_known=result.get("best_known"))
                else:
                    record["distance"] = run_isotherm(path, seconds, seed, rounding, chosen)
                print(f"{stem:28s} {peer:12s} {record['distance']}", file=sys.stderr, flush=True)
                with open(log, "a", encoding="utf-8") as handle:
                    handle.write(json.dumps(record) + "\n")


def records(log):
    if not os.path.isfile(log):
        return []
    with open(log, encoding="utf-8") as handle:
        return [json.loads(line) for line in handle if line.strip()]


def table(name, chosen, all_records):
    """The lines of a set's table, and its summary."""
    seconds, seeds, variant = plan_of(name, chosen)
    stems = [os.path.splitext(os.path.basename(path))[0] for path in instances(chosen, name)]
    costs, best = defaultdict(dict), {}
    for record in all_records:
        if record["instance"] in stems and record["limit"] == seconds and record["seed"] in seeds:
            feasible = record.get("feasible", True)
            costs[record["instance"], record["peer"]][record["seed"]] = record["distance"] if feasible else None
            best[record["instance"]] = best.get(record["instance"]) or record.get("best_known")
    lines = [f"### {name}, {seconds:g} s, seeds {', '.join(map(str, seeds))}", "",
             "| instance | best known | PyVRP % | Isotherm % |", "|---|---:|---:|---:|"]
    gaps = {"pyvrp": [], "isotherm": []}
    wins = ties = compared_to = 0
    for stem in stems:
        runs = {peer: list(costs[stem, peer].values()) for peer in gaps}
        found = [c for values in runs.values() for c in values if c is not None]
        # Without a published figure, the best run of either stands for it.
        reference = best.get(stem) or min(found, default=None)
        cells = []
        for peer, values in runs.items():
            if not values or None in values or not reference:
                cells.append("–")
                continue
            gap = 100 * (sum(values) / len(values) - reference) / reference
            gaps[peer].append(gap)
            cells.append(f"{gap:.2f}")
        if "–" not in cells:
            compared_to += 1
            mean = {peer: sum(values) / len(values) for peer, values in runs.items()}
            wins += mean["isotherm"] < mean["pyvrp"]
            ties += mean["isotherm"] == mean["pyvrp"]
        mark = "" if best.get(stem) else " (best of the runs)"
        lines.append(f"| {stem} | {reference}{mark} | {cells[0]} | {cells[1]} |")
    means = {peer: (f"{sum(g) / len(g):.3f}" if g else "–") for peer, g in gaps.items()}
    lines += [f"| **mean** | | **{means['pyvrp']}** | **{means['isotherm']}** |", ""]
    at_best = sum(gap <= 1e-9 for gap in gaps["isotherm"])
    summary = (f"| {name} ({len(stems)}) | {seconds:g} | {means['pyvrp']} | {means['isotherm']} | "
               f"{wins} of {compared_to}, {ties} level | {at_best} |")
    return lines, summary


def machine():
    model = platform.processor() or platform.machine()
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo", encoding="utf-8") as handle:
            model = next((l.split(":")[1].strip() for l in handle if l.startswith("model name")), model)
    return f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}"


def main():
    chosen = options()
    log = chosen.log or os.path.join(tempfile.mkdtemp(), "runs.jsonl")
    names = chosen.sets.split(",")
    load_before = os.getloadavg()[0]
    for name in names:
        (variants if SETS[name][2] else compared)(name, chosen, log)
    all_records = records(log)
    parts = [table(name, chosen, all_records) for name in names]
    git = ["git", "-C", HERE]
    commit = subprocess.run(git + ["rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    changed = subprocess.run(git + ["status", "--porcelain"], capture_output=True, text=True).stdout.strip()
    print(f"Isotherm at commit `{commit}`{' with changes' if changed else ''}, {chosen.threads} thread(s); PyVRP 0.14.1, one "
          f"thread; {machine()}; load before the run {load_before:.1f}.\n")
    print("| set (instances) | seconds | PyVRP % | Isotherm % | below PyVRP | at best known |")
    print("|---|---:|---:|---:|---:|---:|")
    print("\n".join(summary for _, summary in parts) + "\n")
    print("\n".join(line for lines, _ in parts for line in lines))


if __name__ == "__main__":
    main()
