"""The median path of a scenario, written a second time from docs/model: `reference.py FILE [--arm A]`.

Prints the JSON object of `clout run FILE --arm A --median --json`.
"""
import argparse
import json
import sys

import scenario
from rounds import Run
from system import System


def run_median(document, arm, protocol=None):
    """(the result as tools/README.md describes it, the Run behind it) of one arm."""
    run = Run(System(scenario.arm_document(document, arm)))
    run.protocol = protocol
    run.play()
    result = {"clout": "reference", "scenario": document.get("title"), "arm": arm,
              "rounds": run.record, "influence": run.influence(), "leverage": run.leverage}
    return result, run


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--arm", help="the first one if not given")
    parser.add_argument("--protocol", help="in place of every board's own")
    options = parser.parse_args()
    document = scenario.read(options.file)
    arm = options.arm or scenario.arm_names(document)[0]
    result, _ = run_median(document, arm, options.protocol)
    json.dump(result, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
