"""Counts instructions per call of the kernels: PROGRAM [--update]; called by scripts/bench-kernels."""

import json
import os
import platform
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TOLERANCE = 0.02
# Enough calls that one more or less of anything else does not show.
CALLS = {"compile-200": 4, "plain-iteration": 4000, "fleet-iteration": 4000, "rich-iteration": 1000}
USUAL_CALLS = 20_000


def instructions(program, kernel, calls):
    """All instructions of a run; callgrind's own simulation of caches is off."""
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", program, kernel, str(calls)],
            capture_output=True, text=True, check=True,
        )
    return int(re.search(r"Collected : (\d+)", run.stderr).group(1))


def per_call(program, kernel):
    """What one call takes: of two runs the difference, so that preparation does not count."""
    calls = CALLS.get(kernel, USUAL_CALLS)
    return (instructions(program, kernel, 2 * calls) - instructions(program, kernel, calls)) / calls


def toolchain():
    version = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    return f"swift-{re.search(r'version ([0-9.]+)', version).group(1)}-{platform.machine()}"


def main():
    program, update = sys.argv[1], "--update" in sys.argv
    path = os.path.join(HERE, "Thresholds", f"{toolchain()}.json")
    stored = {}
    if os.path.exists(path):
        with open(path, encoding="utf-8") as handle:
            stored = json.load(handle)
    names = subprocess.run([program], capture_output=True, text=True, check=True).stdout.split()
    found = {name: round(per_call(program, name)) for name in names}
    print("| kernel | instructions per call | stored | change |\n|---|---:|---:|---:|")
    changed = []
    for name in names:
        before = stored.get(name)
        change = "new" if not before else f"{100 * (found[name] - before) / before:+.2f} %"
        print(f"| {name} | {found[name]} | {before or '–'} | {change} |")
        if before and abs(found[name] - before) > TOLERANCE * before:
            changed.append(name)
    if update:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as handle:
            json.dump(found, handle, indent=2)
            handle.write("\n")
    elif changed or not stored:
        print(f"changed by more than {TOLERANCE:.0%}: {', '.join(changed)}" if stored else f"there is no {path} yet",
              file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
