"""Holds `CLOUT run FILE --arm A --median --json` against the reference, number by number.

    compare.py CLOUT_BINARY [--seeds a:b] [--protocols] [--measures] [--keep DIR] [FILE…]

Seeds a to b (b not included) are scenarios of generate.py. For every scenario and arm the first path
at which the two programs differ is printed; exit 1 if any differ.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

import scenario
from generate import generate
from measures import Measured
from reference import run_median
from system import System

TOLERANCE = 1e-9
IGNORED = {"clout"}  # the version of the program that ran


def difference(expected, found, path=""):
    """The first path at which two JSON values differ, with both values; None where they agree."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key, value in expected.items():
            here = f"{path}.{key}" if path else key
            if here in IGNORED:
                continue
            if key not in found and path.startswith("influence.") and value == 0:
                continue  # who wrote nothing may be left out
            if key not in found:
                return f"{here}: missing, expected {value!r}"
            different = difference(value, found[key], here)
            if different:
                return different
        return None
    if isinstance(expected, list) and isinstance(found, list):
        for n, pair in enumerate(zip(expected, found)):
            different = difference(*pair, f"{path}[{n}]")
            if different:
                return different
        if len(expected) != len(found):
            return f"{path}: {len(found)} entries, expected {len(expected)}"
        return None
    return None if same(expected, found) else f"{path}: {found!r}, expected {expected!r}"


def same(expected, found):
    plain = (int, float)
    if isinstance(expected, plain) and isinstance(found, plain) and not (
            isinstance(expected, bool) or isinstance(found, bool)):
        return abs(expected - found) <= TOLERANCE * max(1.0, abs(expected))
    return type(expected) is type(found) and expected == found


def run_clout(binary, path, arm):
    """(the object it printed, None) or (None, what went wrong)."""
    done = subprocess.run([binary, "run", path, "--arm", arm, "--median", "--json", "-q"],
                          capture_output=True, text=True, timeout=120, check=False)
    if done.returncode != 0:
        words = (done.stderr or done.stdout).strip().splitlines() or ["nothing said"]
        return None, f"exit {done.returncode}: " + " | ".join(words[:3])
    try:
        return json.loads(done.stdout), None
    except ValueError as error:
        return None, f"not JSON: {error}"


def compare_measures(binary, path, document):
    """One line for every arm whose measures differ by any year: `compare --json` on the median path."""
    done = subprocess.run([binary, "compare", path, "--json", "-q", "--set", "stochastic=false", "--replicates", "1"],
                          capture_output=True, text=True, timeout=240, check=False)
    if done.returncode != 0:
        return [f"{path}: compare: exit {done.returncode}: {done.stderr.strip()[:300]}"]
    arms, lines = json.loads(done.stdout)["arms"], []
    for arm in scenario.arm_names(document):
        run = Measured(System(scenario.arm_document(document, arm)))
        expected = {name: {"by_year": years} for name, years in run.play().by_year().items()}
        trouble = difference(expected, arms[arm]["measures"])
        if trouble:
            lines.append(f"{path} [{arm}] measures: {trouble}")
    return lines


def compare_file(binary, path, measures=False):
    """One line for every arm that differs."""
    document = scenario.read(path)
    lines = []
    for arm in scenario.arm_names(document):
        expected, _ = run_median(document, arm)
        found, trouble = run_clout(binary, path, arm)
        if trouble is None:
            trouble = difference(expected, found)
        if trouble:
            lines.append(f"{path} [{arm}]: {trouble}")
    return lines + (compare_measures(binary, path, document) if measures else [])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("files", nargs="*")
    parser.add_argument("--seeds", metavar="a:b")
    parser.add_argument("--protocols", action="store_true", help="draw from all five protocols")
    parser.add_argument("--measures", action="store_true", help="hold the measures of `compare` as well")
    parser.add_argument("--keep", metavar="DIR", help="leave the generated scenarios there")
    options = parser.parse_intermixed_args()
    if not options.files and not options.seeds:
        parser.error("nothing to compare: give FILE… or --seeds a:b")
    agreed = differed = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or scratch
        os.makedirs(folder, exist_ok=True)
        paths = list(options.files)
        if options.seeds:
            first, last = map(int, options.seeds.split(":"))
            paths += [None] * (last - first)
        for n, path in enumerate(paths):
            if path is None:
                path = generate(first + n - len(options.files), folder, options.protocols)
            lines = compare_file(options.binary, path, options.measures)
            agreed, differed = agreed + (not lines), differed + bool(lines)
            for line in lines:
                print(line, flush=True)
    print(f"{agreed} agreed, {differed} differed")
    return 1 if differed else 0


if __name__ == "__main__":
    sys.exit(main())
