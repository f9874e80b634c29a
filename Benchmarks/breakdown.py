"""Breaks a vehicle down at 10:40 on days made for a list of sites, and compares repairs with planning anew; called by
scripts/breakdown-day.  Docs/events.md has the figures."""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

NOW = "10:40"


def run(*command):
    """Runs a command and returns its seconds on the wall and on processors; status 3 means that orders are left out, which
    is an answer too."""
    began, used = time.monotonic(), processor_seconds()
    ended = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if ended.returncode not in (0, 3):
        sys.exit(f"{' '.join(command)} ended with {ended.returncode}:\n{ended.stderr}")
    return time.monotonic() - began, processor_seconds() - used


def processor_seconds():
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as handle:
        return json.load(handle)


def seconds(clock):
    hours, minutes = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60


def victim(plan, now):
    """The vehicle under way at `now` with most stops to go, and where it last was; ties go to the first name."""
    best = None
    for route in plan["routes"]:
        stops = [step for step in route["steps"] if step["type"] in ("job", "pickup", "delivery")]
        if route["steps"][0]["arrival"] > now:
            continue
        done = [step for step in stops if step["departure"] <= now]
        if not done or len(done) == len(stops):
            continue
        key = (-(len(stops) - len(done)), str(route["vehicle"]))
        if best is None or key < best[0]:
            best = (key, route["vehicle"], done[-1]["location_index"], len(stops) - len(done))
    if best is None:
        sys.exit("no vehicle is under way at that time")
    return best[1:]


def day(options, seed, folder):
    def at(name):
        return os.path.join(folder, name)

    run(options.isotherm, "generate", at("day"), "--sites", options.sites, "--orders", str(options.orders), "--seed",
        str(seed))
    run(options.isotherm, "plan", at("day"), "--output", at("out"), "--seconds", str(options.plan_seconds), "--seed",
        str(seed))
    vehicle, place, stops = victim(read(folder, "out", "plan.json"), seconds(NOW))
    with open(at("events.json"), "w", encoding="utf-8") as handle:
        json.dump({"events": [{"id": "E1", "at": NOW, "type": "breakdown", "vehicle": vehicle, "location_index": place,
                               "load": "transfer"}]}, handle)
    rerun = [options.isotherm, "rerun", at("out/plan.json"), "--events", at("events.json"), "--now", NOW]
    first, first_processor = run(*rerun, "--output", at("first"), "--iterations", "0", "--threads", "1")
    whole, _ = run(*rerun, "--output", at("frontier"), "--seconds", str(options.rerun_seconds))
    run(*rerun, "--output", at("anew"), "--seconds", str(options.rerun_seconds), "--compare")
    alternatives = read(folder, "anew", "rerun.json")["alternatives"]
    anew = next(one for one in alternatives if one["scope"] == "anew")

    def missed(one):
        return (one["unassigned"], one["broken_promises"] + one["violations"])

    # The stablest that keeps as many promises as planning anew does.
    equal = [one for one in alternatives if one["scope"] not in ("anew", "nothing") and missed(one) <= missed(anew)]
    repair = read(folder, "frontier", "rerun.json")["alternatives"][0]
    return {
        "seed": seed, "vehicle": vehicle, "stops": stops, "first": first, "processor": first_processor, "ready": repair["ready_after_ms"] / 1000,
        "whole": whole, "anew": anew["customers_told_another_time"], "anew_missed": missed(anew),
        "anew_cost": anew["cost"], "equal": equal[0] if equal else None,
        "alternatives": sum(one["scope"] not in ("anew", "nothing") for one in alternatives),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("isotherm")
    parser.add_argument("--sites", required=True)
    parser.add_argument("--orders", type=int, default=400)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--plan-seconds", type=float, default=8)
    parser.add_argument("--rerun-seconds", type=float, default=15)
    options = parser.parse_args()
    print("| seed | vehicle, stops to go | first plan, s (of processor) | frontier, s | told another time: repair, anew | share "
          "| left out, broken: repair, anew | cost beside anew |")
    print("|---:|---|---:|---:|---:|---:|---:|---:|")
    days = []
    for seed in range(1, options.seeds + 1):
        with tempfile.TemporaryDirectory() as folder:
            found = day(options, seed, folder)
        days.append(found)
        equal = found["equal"]
        if equal is None:
            told, share, missed, cost = "none", "–", "–", "–"
        else:
            told = equal["customers_told_another_time"]
            share = f"{told / max(found['anew'], 1):.0%}"
            missed = f"{equal['unassigned']}, {equal['broken_promises'] + equal['violations']}"
            cost = f"{equal['cost'] / found['anew_cost'] - 1:+.1%}"
        print(f"| {seed} | {found['vehicle']}, {found['stops']} | {found['first']:.2f} ({found['processor']:.2f}) | {found['whole']:.1f} "
              f"| {told}, {found['anew']} | {share} | {missed}; {found['anew_missed'][0]}, {found['anew_missed'][1]} "
              f"| {cost} |", flush=True)
    shares = [one["equal"]["customers_told_another_time"] / max(one["anew"], 1) for one in days if one["equal"]]
    print()
    print(f"First plan: median {statistics.median(one['first'] for one in days):.2f} s, at most "
          f"{max(one['first'] for one in days):.2f} s, of processor time {statistics.median(one['processor'] for one in days):.2f} "
          f"and {max(one['processor'] for one in days):.2f} s. Frontier: at most {max(one['whole'] for one in days):.1f} s. "
          f"Told another time: {sum(shares) / max(len(shares), 1):.0%} of those whom planning anew tells, at most "
          f"{max(shares, default=0):.0%}; {sum(share <= 0.5 for share in shares)} of {len(days)} days at most half.")


if __name__ == "__main__":
    main()
