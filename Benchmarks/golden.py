"""Runs the search with fixed seeds and iterations and compares what its trace says: PROGRAM [--update]; called by
scripts/bench-golden."""

import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
STORED = os.path.join(HERE, "golden.json")
# Name, customers of the generated instance, iterations per thread, threads.
INSTANCES = [
    ("windows-100", 100, 200_000, 1),
    ("windows-400", 400, 100_000, 1),
    ("windows-1000-two-threads", 1000, 30_000, 2),
    ("windows-3000-regions", 3000, 100_000, 2),
]
KEYS = ["iterations", "accepted", "improvements", "moves_tried", "moves_pruned", "moves_applied"]


def summary(path):
    """What must not change in a trace: nothing of it is time."""
    with open(path, encoding="utf-8") as handle:
        lines = [json.loads(line) for line in handle]
    end = lines[-1]
    arms = {line["arm"]: {key: line[key] for key in KEYS} for line in lines if line["event"] == "arm"}
    return {"cost": end["cost"], "unassigned": end["unassigned"], "routes": end["routes"], "arms": arms}


def run(command, trace):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return summary(trace)


def main():
    program, update = sys.argv[1], "--update" in sys.argv
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        trace = os.path.join(folder, "trace.jsonl")
        for name, customers, iterations, threads in INSTANCES:
            instance = os.path.join(folder, f"{name}.txt")
            with open(instance, "w", encoding="utf-8") as handle:
                subprocess.run([os.path.join(ROOT, "scripts", "large-instance"), str(customers)], check=True, stdout=handle)
            found[name] = run(
                [program, "solve", instance, "--iterations", str(iterations), "--threads", str(threads), "--trace", trace,
                 "--output", os.path.join(folder, "plan.sol")], trace)
        found["day-small"] = run(
            [program, "plan", os.path.join(ROOT, "Datasets", "small"), "--iterations", "5000", "--threads", "1",
             "--trace", trace, "--output", os.path.join(folder, "day")], trace)
    if update:
        with open(STORED, "w", encoding="utf-8") as handle:
            json.dump(found, handle, indent=2)
            handle.write("\n")
        return
    with open(STORED, encoding="utf-8") as handle:
        stored = json.load(handle)
    for name in found:
        print(f"{name}: {'as stored' if found[name] == stored.get(name) else 'CHANGED'}, cost {found[name]['cost']}")
        if found[name] != stored.get(name):
            print(f"  stored {json.dumps(stored.get(name))}\n  found  {json.dumps(found[name])}")
    if found != stored:
        sys.exit(1)


if __name__ == "__main__":
    main()
