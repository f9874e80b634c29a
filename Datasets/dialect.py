"""Rewrites a day folder as a German ERP system would export it, with the mapping that reads it back.

Semicolons, decimal commas, Windows-1252, German headers and words, orders split by line.  Run by Datasets/make; needs
Python 3 only.
"""

import csv
import io
import json
import pathlib
import sys

# our file: their file, and our column: their header
FILES = {
    "day": ("Tag.csv", {"key": "Schlüssel", "value": "Wert"}),
    "depots": (
        "Lager.csv",
        {"depot": "Lagernr", "name": "Bezeichnung", "lat": "Breite", "lon": "Länge", "hours": "Öffnungszeit",
         "loading_min": "Ladezeit (min)"},
    ),
    "sites": (
        "Kunden.csv",
        {"site": "Kundennr", "name": "Name", "kind": "Art", "lat": "Breite", "lon": "Länge", "city": "Ort",
         "postcode": "PLZ", "monday": "Mo", "tuesday": "Di", "wednesday": "Mi", "thursday": "Do", "friday": "Fr",
         "saturday": "Sa", "sunday": "So", "service_min": "Standzeit (min)",
         "service_min_per_box": "Standzeit je Kiste (min)", "permits": "Nachweise"},
    ),
    "orders": (
        "Auftragspositionen.csv",
        {"order": "Auftragsnr", "line": "Pos", "site": "Kundennr", "type": "Vorgang", "depot": "Lagernr",
         "product": "Artikel", "kg": "Gewicht (g)", "litres": "Volumen (l)", "boxes": "Kisten",
         "regime": "Temperatur", "value": "Warenwert", "earliest": "Frühestens", "latest": "Spätestens",
         "release": "Bereit ab", "priority": "Priorität", "unassigned_cost": "Ausfallkosten",
         "skills": "Anforderung", "service_min": "Übergabe (min)", "channel": "Vertriebsweg",
         "product_class": "Rechtliche Einstufung", "permits": "Nachweise", "patient_ref": "Patientenkennung", "remarks": "Bemerkung", "name": "Empfänger", "city": "Ort",
         "lat": "Breite", "lon": "Länge"},
    ),
    "vehicles": (
        "Fahrzeuge.csv",
        {"vehicle": "Fahrzeug", "type": "Typ", "depot": "Lagernr", "shift": "Schicht", "kg": "Nutzlast (kg)",
         "litres": "Laderaum (l)", "boxes": "Kisten", "cost_fixed": "Kosten je Einsatz",
         "cost_per_km": "Kosten je km", "cost_per_hour": "Kosten je Stunde", "cost_per_stop": "Kosten je Halt",
         "overtime_after_h": "Überstunden ab (h)", "overtime_per_hour": "Zuschlag je Überstunde",
         "max_duration_h": "Höchstdauer (h)", "speed_factor": "Tempofaktor", "skills": "Ausstattung"},
    ),
    "compartments": (
        "Kammern.csv",
        {"vehicle": "Fahrzeug", "compartment": "Kammer", "regimes": "Temperatur", "kg": "Nutzlast (kg)",
         "litres": "Laderaum (l)", "boxes": "Kisten"},
    ),
    "carriers": (
        "Spediteure.csv",
        {"carrier": "Spediteur", "name": "Name", "regimes": "Temperatur", "skills": "Ausstattung",
         "per_order": "je Auftrag", "per_km": "je km", "per_kg": "je kg", "minimum": "mindestens",
         "max_orders": "höchstens Aufträge"},
    ),
}

KINDS = {"hospital": "Klinik", "pharmacy": "Apotheke", "clinic": "Praxis", "laboratory": "Labor"}
TYPES = {"delivery": "Lieferung", "return": "Rückholung"}
REGIMES = {"REF": "K", "RT15_25": "RT", "LT25": "bis 25", "LT30": "bis 30", "FRZ25_15": "TK", "none": "ohne"}
NUMBERS = {
    "lat", "lon", "kg", "litres", "value", "unassigned_cost", "service_min_per_box", "cost_fixed", "cost_per_km",
    "cost_per_hour", "cost_per_stop", "overtime_per_hour", "max_duration_h", "speed_factor", "per_order", "per_km",
    "per_kg", "minimum",
}
WEEK = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}


def german(file, column, cell):
    if file == "orders" and column == "kg":
        return str(round(float(cell) * 1000))
    if column in NUMBERS:
        return cell.replace(".", ",")
    if column in WEEK:
        return cell.replace(":", ".").replace(" ", " und ").replace("-", " - ") or "geschlossen"
    words = {"kind": KINDS, "type": TYPES if file == "orders" else {}, "regime": REGIMES}.get(column, {})
    return words.get(cell, cell)


def mapping():
    files = {}
    for file, (name, headers) in FILES.items():
        files[file] = {"file": name, "columns": {theirs: ours for ours, theirs in headers.items()}}
    files["orders"]["units"] = {"kg": 0.001}
    files["orders"]["values"] = {
        "type": {theirs: ours for ours, theirs in TYPES.items()},
        "regime": {theirs: ours for ours, theirs in REGIMES.items()},
    }
    files["sites"]["values"] = {"kind": {theirs: ours for ours, theirs in KINDS.items()}}
    defaults = {"encoding": "cp1252", "separator": ";", "decimal": ",", "dates": "dmy"}
    return {"version": 1, "defaults": defaults, "files": files}


def main(folder):
    for file, (name, headers) in FILES.items():
        path = folder / f"{file}.csv"
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
        path.unlink()
        with open(folder / name, "w", encoding="cp1252", newline="") as output:
            writer = csv.writer(output, delimiter=";", lineterminator="\r\n")
            columns = list(rows[0])
            writer.writerow([headers[column] for column in columns])
            writer.writerows([german(file, column, row[column]) for column in columns] for row in rows)
    text = json.dumps(mapping(), ensure_ascii=False, indent=2) + "\n"
    (folder / "mapping.json").write_text(text, encoding="utf-8")


main(pathlib.Path(sys.argv[1]))
