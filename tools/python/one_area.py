#!/usr/bin/python3
"""A study of one area: what one voice with a mandate is worth under this scenario's assumptions, which numbers that
hangs on, and how strong the mandate has to be. Prints what it finds, and draws it.

    tools/python/one_area.py [--replicates N] [--walks N] [--folder DIR]

DIR gets one_area.png and one_area.study, the five-number study that `clout show` and `clout sensitivity` read, too.
"""
from __future__ import annotations

import argparse
import pathlib

import clout
import matplotlib.pyplot as plt
from matplotlib.axes import Axes

SCENARIO = pathlib.Path(__file__).resolve().parents[2] / "scenarios" / "one-area.yaml"
MONEY = "per_patient.general_practice"
APART, UNITED = "fragmented", "united"
COLOURS = {APART: "#12436D", UNITED: "#F46A25"}
# As uncertain as the file has them.
NUMBERS = ("bodies.pcn.members.practice.share", "bodies.primary_care.mandate", "funds.development.inertia",
           "sectors.acute.salience", "sectors.general_practice.commitment")
MANDATE = "levers.mandate.patch.bodies.gp_board.mandate"


def draw_years(axes: Axes, found: clout.Comparison) -> None:
    money = found.to_xarray().sel(quantity=MONEY)
    for arm in found.arms:
        low, middle, high = money.sel(arm=arm.name).quantile([0.05, 0.5, 0.95], dim="replicate").values
        axes.fill_between(money.year, low, high, color=COLOURS[arm.name], alpha=0.2, linewidth=0)
        axes.plot(money.year, middle, color=COLOURS[arm.name], linestyle="-" if arm.name == UNITED else "--")
        axes.annotate(arm.label, (found.years, middle[-1]), xytext=(4, 0), textcoords="offset points",
                      color=COLOURS[arm.name], va="center", fontsize=8)
    axes.set(title="Contested money, median and 90 % of futures", xlabel="year", ylabel="£ a patient a year",
             xticks=money.year.values, xlim=(1, found.years + 1.8))


def draw_difference(axes: Axes, found: clout.Comparison) -> None:
    gain = found[UNITED][MONEY].values - found[APART][MONEY].values
    axes.hist(gain, bins=40, color=COLOURS[UNITED])
    axes.axvline(0, color="black", linewidth=1)
    axes.set(title=f"With a mandate, year {found.years}: future by future", xlabel="£ a patient a year more than apart",
             ylabel=f"of {found.replicates:,} futures")


def draw_numbers(axes: Axes, sensitivity: clout.Sensitivity) -> None:
    table = sensitivity.to_pandas().sort_values("shapley_effect")
    effect = table["shapley_effect"]
    axes.errorbar(effect, range(len(table)), xerr=[effect - table["shapley_effect_low"], table["shapley_effect_high"] - effect],
                  fmt="o", color=COLOURS[APART])
    axes.axvline(0, color="black", linewidth=1)
    axes.set_yticks(range(len(table)), [number.replace(".", "\n", 1) for number in table.index], fontsize=7)
    axes.set(title="What the mean difference hangs on, of five numbers", xlabel="part of its variance, and 95 % interval",
             ylim=(-0.5, len(table) - 0.5))


def draw_threshold(axes: Axes, threshold: clout.Threshold, level: float) -> None:
    ladder = threshold.to_pandas()
    axes.errorbar(ladder.index, ladder["mean"], 1.96 * ladder["se"], marker="o", color=COLOURS[UNITED])
    axes.axhline(level, color="black", linewidth=1)
    title = f"{level:+} is not reached"
    if threshold.at is not None:
        axes.axvline(threshold.at, color="black", linewidth=1, linestyle=":")
        title = f"£{level:.2f} a patient is reached at a mandate of {threshold.at:.2f}"
    axes.set(title=title, xlabel="mandate of the one body", ylabel="£ a patient a year more than apart")


def main() -> None:
    parser = argparse.ArgumentParser(description="One area: what a mandate is worth, what that hangs on, where it tips.")
    parser.add_argument("--replicates", type=int, default=1000, help="futures of the comparison")
    parser.add_argument("--walks", type=int, default=64, help="of six points each: the five-number study")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("."), help="where the study and the picture go")
    asked = parser.parse_args()

    scenario = clout.load(SCENARIO).set(replicates=asked.replicates)
    found = scenario.compare([APART, UNITED])
    print(found[UNITED].finding)

    drivers = scenario.drivers(from_arm=APART, to_arm=UNITED)
    told_apart = [driver.number for driver in drivers.drivers if driver.distinct]
    chance = drivers.chance.value if drivers.chance is not None else 0.0
    print(f"\nOf its spread from future to future {chance:.0%} is chance; numbers that can be told from no influence: "
          f"{', '.join(told_apart) or 'none'}")

    # With the same luck at every point there is no chance between points: which of five numbers moves the mean?
    study = scenario.set(replicates=100).sweep(asked.folder / "one_area.study", dict.fromkeys(NUMBERS), [APART, UNITED],
                                               design="shapley", size=asked.walks)
    sensitivity = study.sensitivity(f"difference({MONEY})")
    print(f"\nOver {study.points:,} points of five numbers, parts of the variance of the mean difference:")
    print(sensitivity.to_pandas().sort_values("shapley_effect", ascending=False).round(2).to_string(index_names=False))

    level = 0.3
    threshold = scenario.threshold(f"difference({MONEY}) >= {level}", {MANDATE: (0.1, 0.95)}, APART, UNITED)
    print()
    print(threshold)

    figure, axes = plt.subplots(2, 2, figsize=(13, 8), layout="constrained")
    draw_years(axes[0, 0], found)
    draw_difference(axes[0, 1], found)
    draw_numbers(axes[1, 0], sensitivity)
    draw_threshold(axes[1, 1], threshold, level)
    figure.suptitle(f"{scenario.title}: a scenario under these assumptions")
    figure.savefig(asked.folder / "one_area.png", dpi=120)


if __name__ == "__main__":
    main()
