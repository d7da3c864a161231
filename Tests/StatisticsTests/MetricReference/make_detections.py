"""Makes detections.csv, and detection_values.csv with what mean-average-precision says of it.

Run with mean-average-precision 2024.1.5.0 installed; the version is written into the values. That
package counts the pixels of both edges of a box, so it is given edges that lie a pixel further in.
"""
import csv
import importlib.metadata
import os
import random

import numpy
from mean_average_precision import MetricBuilder
from mean_average_precision.utils import compute_average_precision

HERE = os.path.dirname(os.path.abspath(__file__))
CLASSES = ["car", "dog", "猫"]
chance = random.Random(20261125)


def box():
    left, top = chance.randrange(200), chance.randrange(200)
    return [left, top, left + chance.randrange(20, 60), top + chance.randrange(20, 60)]


def near(one):
    moved = [edge + chance.randrange(-9, 10) for edge in one]
    return moved if moved[0] < moved[2] and moved[1] < moved[3] else one


metric = MetricBuilder.build_evaluation_metric("map_2d", num_classes=len(CLASSES))
confidences = [place / 1_000 for place in range(1, 1_000)]
chance.shuffle(confidences)
rows = []
for picture in range(60):
    there = [(chance.randrange(3), box()) for _ in range(chance.randrange(5))]
    found = [(label if chance.random() < 0.9 else chance.randrange(3), near(one))
             for label, one in there for _ in range(chance.choice([0, 1, 1, 1, 2]))]
    found += [(chance.randrange(3), box()) for _ in range(chance.randrange(3))]
    found = [(label, confidences.pop(), one) for label, one in found]
    shrunk = lambda one: [one[0], one[1], one[2] - 1, one[3] - 1]  # noqa: E731
    metric.add(
        numpy.array([[*shrunk(one), label, sure] for label, sure, one in found]).reshape(-1, 6),
        numpy.array([[*shrunk(one), label, 0, 0] for label, one in there]).reshape(-1, 7))
    rows.append([
        f"p{picture}", " ".join(" ".join(map(str, [CLASSES[a], *b])) for a, b in there),
        " ".join(" ".join(map(str, [CLASSES[a], s, *b])) for a, s, b in found)])

with open(os.path.join(HERE, "detections.csv"), "w", newline="") as file:
    csv.writer(file, lineterminator="\n").writerows(rows)
with open(os.path.join(HERE, "detection_values.csv"), "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    name = "mean-average-precision"
    writer.writerow(["# " + name + " " + importlib.metadata.version(name)])
    for threshold in ["0.31", "0.47", "0.71"]:
        value = metric.value(iou_thresholds=[float(threshold)], mpolicy="greedy")
        # Its "ap" has the digits of a 32-bit number; what that is computed from has more.
        each = [compute_average_precision(one["precision"], one["recall"])
                for one in value[float(threshold)].values()]
        writer.writerow([threshold, repr(float(sum(each)) / 3)])
