"""Whole scenarios: nothing is lost, shares are shares, and the generator makes what it should."""
import os
import tempfile
import unittest

import compare
import generate
import scenario
from reference import run_median
from system import TAKEN_OVER
from test_reference import two_rivals

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../.."))
ONE_AREA = os.path.join(ROOT, "scenarios", "one-area.yaml")


class Whole(unittest.TestCase):
    def assert_sound(self, run, result):
        for record, (protected, amounts) in zip(result["rounds"], run.books, strict=True):
            gone = record["unspent"] + record["granted"]
            self.assertAlmostEqual(sum(record["received"].values()) + gone, amounts, delta=1e-9)
            self.assertAlmostEqual(protected + sum(record["decided"].values()) + gone, amounts, delta=1e-9)
            self.assertAlmostEqual(sum(record["controlled"].values()), sum(record["decided"].values()), delta=1e-9)
            for board in record["boards"]:
                self.assertAlmostEqual(sum(board["split"].values()), 1, delta=1e-12)
                if board["agreed"]:
                    self.assertAlmostEqual(sum(s["weight"] for s in board["seats"]), 1, delta=1e-12)
        for fund in run.system.decided:
            if any(table.decides for table in run.tables if table.fund is fund):
                self.assertAlmostEqual(sum(result["influence"][fund.name].values()), 1, delta=1e-12)
        for table in result["leverage"]:
            for seat in table["seats"]:
                self.assertAlmostEqual(sum(seat["sectors"].values()), 0, delta=1e-12)

    def test_identical_sectors_fare_alike(self):
        document = two_rivals(organisations={"two": {"clout": 3}}, dynamics={"money_to_clout": 1})
        result, _ = run_median(document, "base")
        for record in result["rounds"]:
            self.assertAlmostEqual(record["share"]["a"], 0.5, delta=1e-15)

    def test_one_area(self):
        document = scenario.read(ONE_AREA)
        for arm in ("fragmented", "united"):
            result, run = run_median(document, arm)
            self.assertEqual(len(result["rounds"]), 20)
            self.assertEqual(len(run.system.organisations), 62)
            self.assert_sound(run, result)

    def test_generated_scenarios(self):
        seen = set()
        with tempfile.TemporaryDirectory() as folder:
            for seed in range(24):
                document = scenario.read(generate.generate(seed, folder, protocols=True))
                for arm in scenario.arm_names(document):
                    result, run = run_median(document, arm)
                    self.assert_sound(run, result)
                    seen |= self.features(run, result)
        self.assertEqual(seen, {
            "closed", "taken over", "acquired", "inherited", "imposed", "imposed in some places", "lapsed",
            "broken off", "nobody decides", "withheld", "granted", "underfed", "bought", "woken", "called",
            "exposed more", "left", "moved by a seat"})

    def features(self, run, result):
        """What happened, in words."""
        records, system = result["rounds"], run.system
        boards = [board for r in records for board in r["boards"]]
        fallen = [o for o in system.organisations if o.status == TAKEN_OVER]
        present = {
            "closed": records[-1]["closed"], "taken over": fallen, "acquired": any(o.V > 0 for o in fallen),
            "inherited": any(o.inherited for o in system.organisations),
            "imposed": any(r["imposed"] for r in records), "lapsed": any(r["lapsed"] > 0 for r in records),
            "imposed in some places": any(len(set(column)) > 1 for by_place in run.imposition
                                          for column in zip(*by_place.values())),
            "broken off": any(b["seats"] and not b["agreed"] for b in boards),
            "nobody decides": any(not b["agreed"] and b["dispersion"] == 0 for b in boards),
            "withheld": run.withheld > 0, "granted": any(r["granted"] > 0 for r in records),
            "underfed": any(b.fed < 1 for b in system.bodies), "bought": any(b.offer for b in system.bodies),
            "woken": run.awake, "called": any(table.call > 0 for table in run.tables),
            "exposed more": run.exposed_more, "left": any(b.champion_left for b in system.bodies),
            "moved by a seat": any(abs(v) > 0 for t in result["leverage"] for s in t["seats"]
                                   for v in s["sectors"].values())}
        return {name for name, there in present.items() if there}

    def test_a_seed_is_a_scenario(self):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
            texts = []
            for folder in (one, two):
                with open(generate.generate(7, folder), encoding="utf-8") as file:
                    texts.append(file.read())
        self.assertEqual(*texts)

    def test_compare_finds_the_first_difference(self):
        result, _ = run_median(two_rivals(), "base")
        other, _ = run_median(two_rivals(funds={"pot": {"inertia": 1e-6}}), "base")
        self.assertIsNone(compare.difference(result, result))
        self.assertTrue(compare.difference(result, other).startswith("rounds[0].share.a: "))
        del other["rounds"][2]
        self.assertIn("2 entries", compare.difference({"rounds": result["rounds"][:3]},
                                                      {"rounds": result["rounds"][:2]}))


if __name__ == "__main__":
    unittest.main()
