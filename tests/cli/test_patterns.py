"""What the library of scenarios was held against: patterns that were observed, with general practice apart as the
calibrated arm (scenarios/README.md). Few futures each, so the bounds are those of the observation and a little more."""
import json
import math
import unittest

from cli_case import ROOT, CliCase

GP = "general_practice"
BY_SCENARIO = {  # futures, years: V1 where the horizon of the file allows it
    "one-area": (300, 20), "bob": (24, 20), "greater-manchester": (24, 20), "cheshire-merseyside": (24, 20),
    "thames-valley": (24, 6), "england": (4, 10)}


class Patterns(CliCase):
    played = {}

    def measures(self, name, arms="fragmented,united", futures=None, years=None, **changes):
        """arm → measure → a figure a year; played once for all tests."""
        futures, years = futures or BY_SCENARIO[name][0], years or BY_SCENARIO[name][1]
        key = (name, arms, futures, years, tuple(sorted(changes.items())))
        if key not in self.played:
            sets = [word for path, value in {"clock.years": years, **changes}.items()
                    for word in ("--set", f"{path}={value}")]
            done = self.clout("compare", ROOT / "scenarios" / f"{name}.yaml", "--arms", arms, "--json", "-q",
                              "--replicates", futures, *sets)
            found = json.loads(done.stdout)["arms"]
            self.played[key] = {arm: {measure: of["by_year"] for measure, of in found[arm]["measures"].items()}
                                for arm in arms.split(",")}
        return self.played[key]

    def controlled(self, measures, sector, year):
        """The part of all contested money that a sector's own organisations decide about."""
        whole = sum(by_year[year] for name, by_year in measures.items() if name.startswith("controlled."))
        return measures[f"controlled.{sector}"][year] / whole

    def leaving(self, measures):
        """The part of practices that cease to be independent, a year: over all years, and in the first."""
        kept, gone = measures[f"independent.{GP}"], (measures[f"closed.{GP}"], measures[f"taken_over.{GP}"])
        at_first = kept[0] + gone[0][0] + gone[1][0]
        return 1 - (kept[-1] / at_first) ** (1 / len(kept)), 1 - kept[0] / at_first

    def taken_over(self, measures):
        """The part of practices that are taken over, a year."""
        kept, taken = measures[f"independent.{GP}"], measures[f"taken_over.{GP}"]
        return taken[-1] / sum(kept)

    # V1: hospitals' share of the NHS budget rose from 47 to 58 % in fifteen years, general practice's fell slowly
    def test_acute_trusts_rise_and_general_practice_falls_slowly(self):
        for name in ("one-area", "bob", "greater-manchester", "cheshire-merseyside", "england"):
            with self.subTest(name):
                apart, last = self.measures(name)["fragmented"], BY_SCENARIO[name][1] - 1
                self.assertGreater(self.controlled(apart, "acute", last), self.controlled(apart, "acute", 0))
                self.assertGreater(self.controlled(apart, "acute", last), self.controlled(apart, "acute", 4))
                self.assertGreater(apart["share.acute"][last], apart["share.acute"][4])
                points = 100 * (self.controlled(apart, GP, 0) - self.controlled(apart, GP, last)) / last
                self.assertGreater(points, 0.05)
                self.assertLess(points, 0.3)

    def test_it_is_need_that_is_met_first_that_lifts_acute_trusts(self):
        arms = "fragmented,no-first-call,need-alike,neither"
        found = self.measures("twenty-years", arms, futures=100, years=20)
        for arm in arms.split(",")[1:]:
            with self.subTest(arm):
                self.assertLess(self.controlled(found[arm], "acute", 19), self.controlled(found["fragmented"], "acute", 19))
                self.assertLess(self.controlled(found[arm], "acute", 19), self.controlled(found[arm], "acute", 0))

    # V9: 8,097 practices in 2013, 6,345 in 2025
    def test_practices_cease_to_be_independent_at_a_steady_rate(self):
        for name in ("one-area", "bob", "greater-manchester", "england", "thames-valley"):
            for arm, measures in self.measures(name).items():
                with self.subTest(name, arm=arm):
                    average, first = self.leaving(measures)
                    self.assertGreater(average, 0.015)
                    self.assertLess(average, 0.025)
                    self.assertGreater(first, 0.013)
                    self.assertLess(first, 0.027)

    # V10: 85 practices run by trusts in March 2021, the first in 2015: .2 to .4 % a year; the weak and the alone
    def test_fewer_are_taken_over_where_they_are_united(self):
        for name in ("one-area", "bob", "greater-manchester", "england", "thames-valley"):
            with self.subTest(name):
                found = self.measures(name)
                self.assertGreater(self.taken_over(found["fragmented"]), 0.002)
                self.assertLess(self.taken_over(found["fragmented"]), 0.004)
                self.assertLess(self.taken_over(found["united"]), 0.5 * self.taken_over(found["fragmented"]))

    # V12: money for new roles, up to 40 % unspent in its first years and 4 to 6 % once it had settled
    def test_new_money_is_taken_up_as_it_was(self):
        for name in BY_SCENARIO:
            with self.subTest(name):
                found = self.measures(name)
                for uptake in found["fragmented"][f"uptake.{GP}"]:
                    self.assertGreater(uptake, 0.6)
                    self.assertLess(uptake, 0.9)
                united = found["united"][f"uptake.{GP}"]
                self.assertGreater(sum(united) / len(united), 0.94)
                self.assertGreater(min(united), 0.92)

    # Kinds multiply: it is three kinds of bodies that must agree that make agreement rare, not fifty practices
    def test_three_kinds_of_signatures_are_few(self):
        found = self.measures("one-area", "fragmented,all-sign,all-sign-united", futures=100, years=5)
        fifth = {arm: measures[f"uptake.{GP}"][4] for arm, measures in found.items()}
        self.assertLess(fifth["all-sign"], 0.75 * fifth["fragmented"])
        self.assertGreater(fifth["all-sign-united"], fifth["all-sign"] + 0.2)

    # V2: -9 % at the switch from clinical commissioning groups, of which structure can explain 1 to 3 in a year
    def test_the_switch_of_structures_explains_a_little_of_the_fall(self):
        found = self.measures("ccg-era", "ccg,fragmented", futures=300, years=1)
        change = found["fragmented"][f"decided.{GP}"][0] / found["ccg"][f"decided.{GP}"][0] - 1
        self.assertLess(change, -0.01)
        self.assertGreater(change, -0.03)

    # What officers want is solved for: where nobody's overspending is met first the standing split stands still
    def test_the_standing_split_stands_still_without_first_calls(self):
        for name, fund, arm in (("one-area", "development", "fragmented"), ("bob", "local_schemes", "fragmented"),
                                ("greater-manchester", "local_schemes", "fragmented"),
                                ("cheshire-merseyside", "local_schemes", "no-red-lines"),
                                ("england", "local_schemes", "fragmented")):
            with self.subTest(name):
                done = self.clout("run", ROOT / "scenarios" / f"{name}.yaml", "--arm", arm, "--median", "--json", "-q",
                                  "--set", f"funds.{fund}.first_call.softness=0",
                                  "--set", "dynamics.cumulative_advantage=0", "--set", "clock.years=1")
                rounds = json.loads(done.stdout)["rounds"]
                for sector in ("acute", GP):
                    first, last = rounds[0]["share"][sector], rounds[-1]["share"][sector]
                    self.assertTrue(math.isclose(first, last, abs_tol=0.002), f"{sector}: {first} to {last}")


if __name__ == "__main__":
    unittest.main()
