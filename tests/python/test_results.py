"""What the module finds is what the program prints, to the digit, and its arrays are the engine's own."""
import gc
import json
import unittest

import clout
import numpy
from module_case import ModuleCase, without_places


class Figures(ModuleCase):
    def test_a_comparison_is_the_programs_to_the_digit(self):
        printed = self.printed("compare", "small.yaml")
        found = clout.load(self.folder / "small.yaml").compare()
        self.assertEqual(found.keys(), list(printed["arms"]))
        figures = 0
        for arm in found.arms:
            shown = printed["arms"][arm.name]["measures"]
            self.assertEqual(arm.keys(), list(shown))
            for measure in arm.measures:
                self.assertEqual(measure.unit, shown[measure.name]["unit"])
                self.assertEqual([year.mean for year in measure.by_year], shown[measure.name]["by_year"])
                for name in ("mean", "p05", "p50", "p95"):
                    self.assertSame(getattr(measure.last, name), shown[measure.name][name])
                    figures += 1
                if arm.name == found.baseline.name:
                    self.assertIsNone(measure.difference)
                    continue
                for name in ("mean", "p05", "p50", "p95", "se", "p_greater"):
                    self.assertSame(getattr(measure.difference, name), printed["differences"][arm.name][measure.name][name])
        self.assertGreater(figures, 100)
        self.assertEqual((found.replicates, found.seed, found.years), (printed["replicates"], printed["seed"], 2))

    def test_every_verb_prints_what_the_program_prints(self):
        scenario = clout.load(self.folder / "small.yaml")
        moved = "difference(share.gp) >= 0.01"
        path = "levers.mandate.patch.bodies.group.mandate"
        pairs = [
            (scenario.compare(["split", "united"]), ("compare", "small.yaml", "--arms", "split,united")),
            (scenario.run("united"), ("run", "small.yaml", "--arm", "united")),
            (scenario.influence(), ("influence", "small.yaml")),
            (scenario.theories(["split", "united"], ["nash"]), None),
            (scenario.attribute(to_arm="united"), ("attribute", "small.yaml", "--to", "united")),
            (scenario.drivers("share.gp"), ("drivers", "small.yaml", "--of", "share.gp")),
            (scenario.drivers(to_arm="united", quick=True), ("drivers", "small.yaml", "--to", "united", "--quick")),
            (scenario.threshold(moved, {path: (0.3, 0.95)}, to_arm="united"),
             ("threshold", "small.yaml", "--until", moved, "--vary", f"{path}=0.3:0.95", "--to", "united")),
            (scenario.threshold(moved, mix=("split", "united")),
             ("threshold", "small.yaml", "--until", moved, "--mix", "split,united", "--vary", "mix=0:1")),
            (scenario.difference("split", "united"), ("diff", "small.yaml", "--arms", "split,united")),
        ]
        for result, arguments in pairs:
            with self.subTest(result=repr(result)):
                self.assertTrue(str(result))
                self.assertTrue(repr(result).startswith("<"))
                self.assertLessEqual(max(map(len, result.text(100).splitlines())), 100)
                self.assertNotEqual(result.text(60), result.text(100))
                if arguments:
                    # The file is named as it was given: here by its whole path.
                    expected = json.dumps(self.printed(*arguments)).replace("small.yaml", "FILE")
                    mine = result.json().replace(str(self.folder / "small.yaml"), "FILE")
                    self.assertEqual(without_places(json.loads(mine)), without_places(json.loads(expected)))

    def test_plain_numbers_of_the_other_results(self):
        shares = self.scenario.attribute(to_arm="united")
        self.assertAlmostEqual(sum(part.effect.mean for part in shares.parts), shares.total.mean)
        numpy.testing.assert_allclose(sum(part.values for part in shares.parts).mean(), shares.total.mean)
        theories = self.scenario.theories(["split", "united"], ["nash", "contest"])
        self.assertEqual([theory.protocol for theory in theories.theories], ["nash", "contest"])
        self.assertIsNone(theories.theories[0].arms[theories.baseline])
        self.assertIn(theories.theories[0].arms[1].verdict, ("gains", "loses", "about the same", "unclear"))
        self.assertEqual(len(theories.survival), 2)
        influence = self.scenario.influence("united")
        self.assertAlmostEqual(sum(author.part.mean for author in influence.sectors), 1)
        self.assertTrue(influence.ladder[-1].decision)
        self.assertAlmostEqual(sum(seat.votes for seat in influence.boards[0].seats), 1)
        drivers = self.scenario.drivers("share.gp")
        self.assertIn("bodies.group.mandate", [driver.number for driver in drivers.drivers])
        self.assertLessEqual(drivers.drivers[0].share.low, drivers.drivers[0].share.value)
        self.assertGreater(drivers.chance.value, 0)
        plane = self.scenario.threshold("share.gp >= 0.4", {"bodies.group.mandate": (0.1, 0.9), "funds.local.amount": (0.5, 2)})
        self.assertEqual(plane.holds, "in a part")
        self.assertEqual(plane.line.shape[1:], (2, 2))
        self.assertEqual(plane.played.shape[1], 3)
        self.assertTrue(0 <= plane.part <= 1)


class Arrays(ModuleCase):
    def test_an_arms_values_are_the_engines_own(self):
        arm = self.scenario.compare()["united"]
        values = arm.values
        self.assertEqual(values.shape, (len(arm.measures), 2, 40))
        self.assertFalse(values.flags.owndata)
        self.assertFalse(values.flags.writeable)
        self.assertTrue(numpy.shares_memory(values, arm.values))
        self.assertEqual(values.__array_interface__["data"], arm.values.__array_interface__["data"])
        self.assertTrue(numpy.shares_memory(values, arm.to_xarray().values))
        with self.assertRaises(ValueError):
            values[0, 0, 0] = 1
        row = arm.keys().index("share.gp")
        numpy.testing.assert_array_equal(values[row, -1], arm["share.gp"].values)
        self.assertTrue(numpy.shares_memory(arm["share.gp"].values, arm["share.gp"].values))
        self.assertAlmostEqual(values[row, -1].mean(), arm["share.gp"].last.mean, places=12)

    def test_they_outlive_the_comparison(self):
        comparison = self.scenario.compare()
        values, column = comparison["united"].values, comparison["united"]["share.gp"].values
        kept, kept_column = values.copy(), column.copy()
        del comparison
        gc.collect()
        for _ in range(3):
            self.scenario.compare()  # memory that was freed is written over
        numpy.testing.assert_array_equal(values, kept)
        numpy.testing.assert_array_equal(column, kept_column)

    def test_xarray_has_names_and_units(self):
        comparison = self.scenario.compare()
        array = comparison.to_xarray()
        self.assertEqual(array.dims, ("arm", "quantity", "year", "replicate"))
        self.assertEqual(list(array.arm.values), ["split", "united", "same"])
        self.assertEqual(str(array.unit.sel(quantity="decided.gp").values), "£m a year")
        one = array.sel(arm="united", quantity="decided.gp", year=2).values
        numpy.testing.assert_array_equal(one, comparison["united"]["decided.gp"].values)
        difference = array.sel(arm="united") - array.sel(arm="split")
        self.assertAlmostEqual(float(difference.sel(quantity="decided.gp", year=2).mean()),
                               comparison["united"]["decided.gp"].difference.mean, places=12)
        data = comparison.to_dataset()
        self.assertEqual(data["decided.gp"].dims, ("arm", "year", "replicate"))
        self.assertEqual(data["decided.gp"].attrs["units"], "£m a year")
        single = self.scenario.run("united")
        self.assertTrue(numpy.shares_memory(single.to_xarray().values, single["united"].values))

    def test_arms_that_differ_in_what_they_measure(self):
        other = clout.loads(self.folder.joinpath("small.yaml").read_text(encoding="utf-8") +
                            "  more:\n    patch:\n      funds: {extra: {label: More, amount: 1, decided_by: board, "
                            "status_quo: {access: 1, urgent: 1}}}\n")
        comparison = other.compare(["split", "more"])
        array = comparison.to_xarray()
        self.assertEqual(array.sizes["quantity"], len(set(comparison["split"].keys()) | set(comparison["more"].keys())))
        self.assertTrue(bool(array.sel(arm="split", quantity="share.gp.extra").isnull().all()))
        numpy.testing.assert_array_equal(array.sel(arm="more", quantity="share.gp.extra", year=2).values,
                                         comparison["more"]["share.gp.extra"].values)

    def test_pandas_by_one_call(self):
        comparison = self.scenario.compare()
        frame = comparison.to_pandas()
        self.assertEqual(frame.index.names, ["arm", "quantity", "year"])
        self.assertEqual(frame.loc[("united", "share.gp", 2), "mean"], comparison["united"]["share.gp"].last.mean)
        self.assertEqual(frame.loc[("united", "share.gp", 2), "difference_se"], comparison["united"]["share.gp"].difference.se)
        drivers = self.scenario.drivers("share.gp").to_pandas()
        self.assertTrue(drivers["share"].is_monotonic_decreasing)
        self.assertIn("bodies.group.mandate", drivers.index)
        self.assertIn("effect_mean", self.scenario.attribute(to_arm="united").to_pandas())
        self.assertIn(("nash", "united"), self.scenario.theories(["split", "united"], ["nash"]).to_pandas().index)
        self.assertIn(("sector", "gp"), self.scenario.influence().to_pandas().index)
        ladder = self.scenario.threshold("share.gp >= 0.4", {"bodies.group.mandate": (0.1, 0.9)}).to_pandas()
        self.assertEqual(list(ladder), ["mean", "se"])
        plane = self.scenario.threshold("share.gp >= 0.4", {"funds.local.amount": (0.5, 2), "bodies.group.mandate": (0.1, 0.9)})
        self.assertEqual(list(plane.to_pandas()), ["funds.local.amount", "bodies.group.mandate", "mean"])


if __name__ == "__main__":
    unittest.main()
