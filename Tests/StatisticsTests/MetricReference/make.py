"""Makes rows.csv, and values.csv with what scikit-learn and sacrebleu say of them.

Run with scikit-learn 1.x and sacrebleu 2.x installed; both versions are written into values.csv.
"""
import csv
import os
import random

import numpy
import sacrebleu
import scipy.stats
import sklearn
from sklearn import metrics

HERE = os.path.dirname(os.path.abspath(__file__))
chance = random.Random(20261125)
WORDS = "the judge of a stage gives every submission its mark and says why".split()


def row():
    label = chance.choice([0, 0, 0, 1, 1, 2, 3])
    guess = label if chance.random() < 0.6 else chance.randrange(4)
    shares = [chance.random() for _ in range(4)]
    shares = [share / sum(shares) for share in shares]
    answer = round(chance.gauss(5, 20), 3)
    words = [chance.choice(WORDS) for _ in range(chance.randrange(5, 14))]
    said = [word if chance.random() < 0.8 else chance.choice(WORDS) for word in words]
    if chance.random() < 0.4:
        said = said[:-1]
    return [label, guess, round(chance.random() * 0.7 + (0.3 if label == 0 else 0), 1), *shares,
            answer, answer + chance.gauss(1, 6), round(answer + chance.gauss(0, 9), -1),
            " ".join(words), " ".join(said)]


rows = [row() for _ in range(120)]
column = lambda place: numpy.array([row[place] for row in rows])
label, guess, score = column(0), column(1), column(2)
shares = numpy.array([row[3:7] for row in rows])
answer, number, coarse = column(7), column(8), column(9)
yes = (label == 0).astype(int)
values = {
    "accuracy": metrics.accuracy_score(label, guess),
    "balanced-accuracy": metrics.balanced_accuracy_score(label, guess),
    "matthews": metrics.matthews_corrcoef(label, guess),
    "kappa": metrics.cohen_kappa_score(label, guess),
    "kappa-linear": metrics.cohen_kappa_score(label, guess, weights="linear"),
    "kappa-quadratic": metrics.cohen_kappa_score(label, guess, weights="quadratic"),
    "log-loss": metrics.log_loss(label, shares),
    "log-loss-binary": metrics.log_loss(yes, score),
    "roc-auc": metrics.roc_auc_score(yes, score),
    "average-precision": metrics.average_precision_score(yes, score),
    "mae": metrics.mean_absolute_error(answer, number),
    "mse": metrics.mean_squared_error(answer, number),
    "rmse": metrics.root_mean_squared_error(answer, number),
    "rmsle": metrics.root_mean_squared_log_error(abs(answer), abs(number)),
    "mape": metrics.mean_absolute_percentage_error(answer, number),
    "r2": metrics.r2_score(answer, number),
    "quantile-0.2": metrics.mean_pinball_loss(answer, number, alpha=0.2),
    "pearson": scipy.stats.pearsonr(answer, number)[0],
    "spearman": scipy.stats.spearmanr(answer, coarse)[0],
    "ndcg-10": metrics.ndcg_score([label], [number], k=10),
    "reciprocal-rank": metrics.label_ranking_average_precision_score(
        [(numpy.arange(len(rows)) == 17).astype(int)], [number]),
    "bleu": sacrebleu.corpus_bleu(
        list(column(11)), [list(column(10))], tokenize="none", smooth_method="none",
        force=True).score / 100,
}
for name, average in [("macro", "macro"), ("micro", "micro"), ("weighted", "weighted")]:
    options = {"average": average}
    values[f"precision-{name}"] = metrics.precision_score(label, guess, **options)
    values[f"recall-{name}"] = metrics.recall_score(label, guess, **options)
    values[f"f1-{name}"] = metrics.f1_score(label, guess, **options)
    values[f"iou-{name}"] = metrics.jaccard_score(label, guess, **options)
only = {"labels": [1], "average": "macro"}
values["precision-binary"] = metrics.precision_score(label, guess, **only)
values["recall-binary"] = metrics.recall_score(label, guess, **only)
values["f1-binary"] = metrics.f1_score(label, guess, **only)
values["iou-binary"] = metrics.jaccard_score(label, guess, **only)

with open(os.path.join(HERE, "rows.csv"), "w", newline="") as file:
    csv.writer(file, lineterminator="\n").writerows(rows)
with open(os.path.join(HERE, "values.csv"), "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["# scikit-learn " + sklearn.__version__, "sacrebleu " + sacrebleu.__version__])
    writer.writerows([name, repr(float(value))] for name, value in sorted(values.items()))
