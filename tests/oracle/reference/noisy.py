"""Whole ensembles: the reference's means against those of `clout compare`, within their errors.

    noisy.py CLOUT_BINARY FILE… [--futures N] [--replicates M]

The two programs draw differently, so only distributions can agree. Prints every measure and year whose
means lie more than 5 standard errors apart; exit 1 if there are any.
"""
import argparse
import json
import math
import random
import statistics
import subprocess
import sys

import scenario
from measures import Measured
from numbers_at_median import clip, incomplete_beta, is_leaf, triangular_median
from system import System

FAR = 5.0  # standard errors


class Luck:
    """What is drawn while a future is played."""

    def __init__(self, source):
        self.source = source

    def normal(self):
        return self.source.gauss(0, 1)

    def happens(self, probability):
        return self.source.random() < probability

    def pick(self, chances):
        return self.source.choices(range(len(chances)), chances)[0]


def quantile(value, u):
    """A number or distribution at a quantile; numbers with dates all at the same one."""
    if not isinstance(value, dict):
        return value
    if "value" in value:
        return quantile(value["value"], u)
    if "steps" in value:
        return {"steps": {year: quantile(n, u) for year, n in value["steps"].items()}}
    (word, numbers), = ((w, n) for w, n in value.items() if w != "luck")
    if word == "uniform":
        return numbers[0] + u * (numbers[1] - numbers[0])
    if word == "triangular":
        return triangular_quantile(*numbers, u)
    if word == "normal":
        return statistics.NormalDist(*numbers).inv_cdf(u) if numbers[1] > 0 else numbers[0]
    if word == "lognormal":
        return numbers[0] * math.exp(numbers[1] * statistics.NormalDist().inv_cdf(u))
    if word == "pick":
        return sorted(numbers)[min(int(u * len(numbers)), len(numbers) - 1)]
    return beta_quantile(*numbers, u)


def triangular_quantile(a, mode, b, u):
    if u == 0.5 or a == b:
        return triangular_median(a, mode, b)
    if u * (b - a) < mode - a:
        return a + math.sqrt(u * (b - a) * (mode - a))
    return b - math.sqrt((1 - u) * (b - a) * (b - mode))


def beta_quantile(alpha, beta, u):
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if incomplete_beta(alpha, beta, middle) < u else (low, middle)
    return (low + high) / 2


def name_of_luck(value):
    """Beside a distribution's word, `value` or `steps`, or inside one of these."""
    if not isinstance(value, dict):
        return None
    if "luck" in value:
        return value["luck"]
    inner = [value["value"]] if "value" in value else list(value.get("steps", {}).values())
    return next((name for name in map(name_of_luck, inner) if name), None)


def drawn(document, source, named=None):
    """The document with every uncertain number drawn once."""
    named = {} if named is None else named
    result = {}
    for key, value in document.items():
        if isinstance(value, dict) and is_leaf(value):
            luck = name_of_luck(value)
            u = named.setdefault(luck, source.random()) if luck else source.random()
            value = quantile(value, clip(u, 1e-12, 1 - 1e-12))
        elif isinstance(value, dict):
            value = drawn(value, source, named)
        result[key] = value
    return result


def futures(document, arm, count):
    """A map measure → the years of every future."""
    found = {}
    for n in range(count):
        source = random.Random(f"{arm} {n}")
        run = Measured(System(drawn(scenario.arm_document(document, arm), source), Luck(source)))
        run.leverage = None  # that wants the same proposer with and without a seat
        for name, years in run.play().by_year().items():
            found.setdefault(name, []).append(years)
    return found


def apart(found, years, replicates):
    """Standard errors between two means, the largest over the years of a measure."""
    worst, most = 0.0, max(abs(v) for future in found for v in future)
    for year, theirs in enumerate(years):
        ours = [future[year] for future in found]
        spread, gap = statistics.stdev(ours), abs(statistics.fmean(ours) - theirs)
        if spread < 1e-12:  # an event of the largest size that was seen, too rare to be met here?
            spread = math.sqrt(gap * max(most, abs(theirs)))
        if gap > 1e-9 * max(1.0, abs(theirs)):
            worst = max(worst, gap / (spread * math.sqrt(1 / len(ours) + 1 / replicates)))
    return worst


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--futures", type=int, default=200)
    parser.add_argument("--replicates", type=int, default=4000)
    options = parser.parse_args()
    bad = 0
    for path in options.files:
        done = subprocess.run([options.binary, "compare", path, "--json", "-q", "--set", "stochastic=true",
                               "--replicates", str(options.replicates)], capture_output=True, text=True, check=True)
        arms, document = json.loads(done.stdout)["arms"], scenario.read(path)
        for arm in scenario.arm_names(document):
            measures = arms[arm]["measures"]
            for name, found in futures(document, arm, options.futures).items():
                if name not in measures:
                    continue
                z = apart(found, measures[name]["by_year"], options.replicates)
                if z > FAR:
                    bad += 1
                    print(f"{path} [{arm}] {name}: {z:.1f} standard errors apart", flush=True)
    print(f"{bad} measures apart")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
