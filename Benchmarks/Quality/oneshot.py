"""Runs VROOM's single best shot, then Isotherm for as long as that took, and prints a table in Markdown.

Called by scripts/bench-oneshot with the Python that has VROOM.  VROOM ends by itself, so the question is what Isotherm has at
that moment, what it has after a tenth of it, and when it had VROOM's quality.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile


def options():
    parser = argparse.ArgumentParser(prog="scripts/bench-oneshot", description=__doc__.split("\n")[0])
    parser.add_argument("--set", default="gh1000", help="a folder of instances with time windows")
    parser.add_argument("--instances", default="", help="comma-separated names; all of the set when not given")
    parser.add_argument("--seed", type=int, default=1, help="Isotherm's; VROOM has none")
    parser.add_argument("--cpu", type=int, help="pin all runs to this core")
    parser.add_argument("--isotherm", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--shared", required=True, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if not os.path.isdir(os.path.join(chosen.shared, "bench")):
        parser.error(f"no measuring kit in {chosen.shared}/bench; set ISOTHERM_SHARED")
    return chosen


def pinned(command, chosen):
    return command if chosen.cpu is None else ["taskset", "--cpu-list", str(chosen.cpu), *command]


def run_vroom(path, chosen):
    """Exploration level 5, one thread, no limit of time."""
    kit = os.path.join(chosen.shared, "bench", "peers.py")
    command = [sys.executable, kit, "vroom", path, "60", "--vroom-single", "--vroom-no-limit"]
    run = subprocess.run(pinned(command, chosen), capture_output=True, text=True, check=True)
    return json.loads([line for line in run.stdout.splitlines() if line.startswith("{")][-1])


def incumbents(path, seconds, chosen):
    """Moment and cost of each better plan of a run, and what the checker's exit status was."""
    with tempfile.TemporaryDirectory() as folder:
        trace, target = os.path.join(folder, "trace.jsonl"), os.path.join(folder, "out.sol")
        command = [chosen.isotherm, "solve", path, "--seconds", f"{seconds:.3f}", "--seed", str(chosen.seed), "--threads", "1",
                   "--trace", trace, "--output", target]
        subprocess.run(pinned(command, chosen), capture_output=True, check=True)
        subprocess.run([chosen.isotherm, "check", path, target], capture_output=True, check=True)
        with open(trace, encoding="utf-8") as handle:
            lines = [json.loads(line) for line in handle]
    return [(line["seconds"], line["cost"]) for line in lines if line["event"] == "incumbent" and line["unassigned"] == 0]


def row(path, chosen):
    vroom = run_vroom(path, chosen)
    best, end = vroom["best_known"], vroom["seconds"]
    found = incumbents(path, end, chosen)

    def gap(cost):
        return 100 * (cost - best) / best

    def at(moment):
        return min((cost for seconds, cost in found if seconds <= moment), default=None)

    reached = next((seconds for seconds, cost in found if cost <= vroom["distance"]), None)
    return {
        "instance": vroom["instance"], "seconds": end, "vroom": gap(vroom["distance"]), "end": gap(at(end)),
        "tenth": gap(at(end / 10)) if at(end / 10) else None, "reached": reached, "first": found[0][0],
    }


def main():
    chosen = options()
    folder = os.path.join(chosen.shared, "data", "instances", chosen.set)
    wanted = set(chosen.instances.split(",")) - {""}
    files = sorted(f for f in os.listdir(folder) if f.endswith(".txt"))
    rows = []
    for file in files:
        if wanted and os.path.splitext(file)[0] not in wanted:
            continue
        rows.append(row(os.path.join(folder, file), chosen))
        print(rows[-1], file=sys.stderr, flush=True)
    print("| instance | VROOM ends after s | VROOM % | Isotherm then % | after a tenth % | VROOM's quality after s | part | first plan s |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for r in rows:
        tenth = "–" if r["tenth"] is None else f"{r['tenth']:.2f}"
        reached = "–" if r["reached"] is None else f"{r['reached']:.2f}"
        part = "–" if r["reached"] is None else f"{100 * r['reached'] / r['seconds']:.0f} %"
        print(f"| {r['instance']} | {r['seconds']:.1f} | {r['vroom']:.2f} | {r['end']:.2f} | {tenth} | {reached} | {part} | "
              f"{r['first']:.3f} |")
    better = sum(r["end"] < r["vroom"] for r in rows)
    sooner = sum(r["reached"] is not None and r["reached"] <= r["seconds"] / 10 for r in rows)
    median = statistics.median(r["seconds"] for r in rows)
    print(f"\nBetter at VROOM's own time on {better} of {len(rows)}; its quality within a tenth of its time on {sooner}; VROOM's "
          f"median time {median:.1f} s.")


if __name__ == "__main__":
    main()
