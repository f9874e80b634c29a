"""Makes peak days whose own fleet alone leaves three orders in ten, and plans each in five ways; called by scripts/peak-day.
Docs/carrier-pool.md has the figures."""

import argparse
import csv
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile

WAYS = ["market", "cheapest_bid", "own_fleet", "afterwards", "bids_afterwards"]


def run(*command):
    """Runs a command; status 3 means that orders are left out, which is an answer too."""
    ended = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if ended.returncode not in (0, 3):
        sys.exit(f"{' '.join(command)} ended with {ended.returncode}:\n{ended.stderr}")


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def write(path, rows):
    text = io.StringIO()
    table = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\r\n")
    table.writeheader()
    table.writerows(rows)
    with open(path, "w", encoding="utf-8", newline="") as handle:
        handle.write(text.getvalue())


def minutes(clock):
    hours, rest = clock.split(":")
    return 60 * int(hours) + int(rest)


def clock(time):
    return f"{time // 60:02}:{time % 60:02}"


class Fleet:
    """The vehicles of a day, of which some stay at home and one may have to be back early."""

    def __init__(self, options, seed, folder):
        self.options, self.seed, self.folder = options, seed, folder
        self.day = os.path.join(folder, "day")
        made = ["--sites", options.sites, "--orders", str(options.orders), "--seed", str(seed), "--market", "de"]
        run(options.isotherm, "generate", self.day, *made, "--peak")
        # The same orders with the whole fleet.
        full = os.path.join(folder, "full")
        run(options.isotherm, "generate", full, *made)
        rows = read(os.path.join(full, "vehicles.csv"))
        # Every kind of vehicle is withdrawn alike: in the order of the fractional parts of multiples of the golden ratio.
        order = sorted(range(len(rows)), key=lambda index: (index * 0.6180339887) % 1)
        self.rows = [rows[index] for index in order]
        self.compartments = read(os.path.join(full, "compartments.csv"))

    def share(self, count, trimmed=0, iterations=None):
        """The share of orders that the first `count` vehicles leave, the last of them back `trimmed` minutes early."""
        rows = [dict(row) for row in self.rows[:count]]
        begin, end = rows[-1]["shift"].split("-")
        rows[-1]["shift"] = f"{begin}-{clock(minutes(end) - trimmed)}"
        rows.sort(key=lambda row: row["vehicle"])
        write(os.path.join(self.day, "vehicles.csv"), rows)
        kept = {row["vehicle"] for row in rows}
        write(
            os.path.join(self.day, "compartments.csv"),
            [row for row in self.compartments if row["vehicle"] in kept],
        )
        alone = os.path.join(self.folder, "alone")
        shutil.rmtree(alone, ignore_errors=True)
        shutil.copytree(self.day, alone, ignore=shutil.ignore_patterns("carrier*"))
        out = os.path.join(self.folder, "out")
        run(self.options.isotherm, "plan", alone, "--output", out, "--seed", "1", "--threads", "1", "--iterations",
            str(iterations or self.options.settling))
        with open(os.path.join(out, "plan.json"), encoding="utf-8") as handle:
            plan = json.load(handle)
        left = sum(task["type"] != "delivery" for task in plan["unassigned"])
        done = sum(step["type"] in ("job", "pickup") for route in plan["routes"] for step in route["steps"])
        return left / (left + done)

    def settle(self, wanted):
        """Withdraws vehicles until `wanted` of the orders are left, and lets the last one back home so early that it fits."""
        low, high = 1, len(self.rows)
        while low < high:
            middle = (low + high) // 2
            if self.share(middle, iterations=self.options.settling // 5) <= wanted:
                high = middle
            else:
                low = middle + 1
        begin, end = self.rows[low - 1]["shift"].split("-")
        least, most = 0, minutes(end) - minutes(begin) - 60
        best = (abs(self.share(low) - wanted), 0)
        while most - least > 8 and best[0] > 0.003:
            middle = (least + most) // 2
            share = self.share(low, middle)
            best = min(best, (abs(share - wanted), middle))
            if share <= wanted:
                least = middle
            else:
                most = middle
        return self.share(low, best[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("isotherm")
    parser.add_argument("--sites", default="Datasets/sites/bavarian-swabia.csv")
    parser.add_argument("--seeds", type=int, default=8)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--orders", type=int, default=200)
    parser.add_argument("--iterations", type=int, default=200_000)
    parser.add_argument("--overflow", type=float, default=0.3)
    parser.add_argument("--settling", type=int, help="iterations of the searches that withdraw vehicles, if fewer")
    options = parser.parse_args()
    options.settling = options.settling or options.iterations
    print("| seed | orders | left by the own fleet | one market | (a) cheapest bids | (b) own fleet only "
          "| (c) fleet first, then effective prices | at bids, then effective prices |")
    print("|---:|---:|---:|---:|---:|---:|---:|---:|")
    beaten = {way: 0 for way in WAYS[1:]}
    for seed in range(options.first, options.first + options.seeds):
        with tempfile.TemporaryDirectory() as folder:
            fleet = Fleet(options, seed, folder)
            fleet.settle(options.overflow)
            table = os.path.join(folder, "ways.csv")
            run(options.isotherm, "carriers", "compare", fleet.day, "--output", table, "--iterations",
                str(options.iterations), "--seed", "1", "--threads", "1")
            rows = {row["way"]: row for row in read(table)}
        own = rows["own_fleet"]
        left, done = int(own["left_orders"]), int(own["own_orders"])
        totals = [float(rows[way]["total"]) for way in WAYS]
        for way, total in zip(WAYS[1:], totals[1:]):
            beaten[way] += total <= totals[0]
        least = min(totals)
        cells = [(f"**{total:,.0f}**" if total == least else f"{total:,.0f}").replace(",", " ") for total in totals]
        print(f"| {seed} | {left + done} | {left / (left + done):.1%} | " + " | ".join(cells) + " |", flush=True)
    print()
    print("The market was not cheaper than: " + ", ".join(f"{way} {count} times" for way, count in beaten.items()) + ".")
    sys.exit(any(beaten.values()))


if __name__ == "__main__":
    main()
