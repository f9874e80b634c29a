"""PyVRP on an instance of Li and Lim, whose format it does not read: FILE SECONDS SEED; prints one JSON line.

Numbers in thousandths, rounded, as Isotherm reads them; the objective is distance alone.
"""

import json
import math
import sys
import time

import pyvrp


def model_of(path):
    with open(path, encoding="utf-8") as handle:
        rows = [[float(word) for word in line.split()] for line in handle if line.strip()]
    (count, capacity), nodes = rows[0][:2], rows[1:]
    model = pyvrp.Model()
    places = [model.add_location(node[1], node[2]) for node in nodes]

    def time_of(value):
        return round(1000 * value)

    depot = model.add_depot(places[0])
    model.add_vehicle_type(
        int(count), capacity=int(capacity), start_depot=depot, end_depot=depot,
        tw_early=time_of(nodes[0][4]), tw_late=time_of(nodes[0][5]),
    )
    for node in nodes[1:]:
        if node[3] > 0:
            pickup, delivery = node, nodes[int(node[8])]
            model.add_shipment(
                places[int(pickup[0])], places[int(delivery[0])],
                pickup_tw_early=time_of(pickup[4]), pickup_tw_late=time_of(pickup[5]),
                pickup_service_duration=time_of(pickup[6]),
                delivery_tw_early=time_of(delivery[4]), delivery_tw_late=time_of(delivery[5]),
                delivery_service_duration=time_of(delivery[6]),
                amount=int(pickup[3]),
            )
    for one, a in zip(nodes, places):
        for other, b in zip(nodes, places):
            if a is not b:
                length = round(1000 * math.hypot(one[1] - other[1], one[2] - other[2]))
                model.add_edge(a, b, distance=length, duration=length)
    return model


def main():
    path, seconds, seed = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
    data = model_of(path).data()
    end = time.perf_counter() + seconds
    result = pyvrp.solve(
        data, stop=lambda _: time.perf_counter() >= end, seed=seed, collect_stats=False, display=False
    )
    cost = int(result.best.distance_cost()) if result.is_feasible() else None
    print(json.dumps({"peer": "pyvrp", "seed": seed, "limit": seconds, "cost": cost}))


if __name__ == "__main__":
    main()
