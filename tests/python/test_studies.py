"""Studies of many points: the program's own files, read and written."""
import json
import unittest

import clout
import numpy
from module_case import ModuleCase

MANDATE, LOCAL = "bodies.group.mandate", "funds.local.amount"
VARY = {MANDATE: (0.2, 0.9), LOCAL: (0.5, 2.0)}
OTHER_WAY = {LOCAL: (0.5, 2.0), MANDATE: (0.2, 0.9)}


class Studies(ModuleCase):
    def setUp(self):
        super().setUp()
        self.scenario = clout.load(self.folder / "small.yaml")
        self.file = self.folder / "mine.study"

    def content(self, file):
        return self.printed("show", file)["content"]

    def test_a_study_is_the_programs_own_and_the_same(self):
        study = self.scenario.sweep(self.file, OTHER_WAY, ["split", "united"], size=32)
        self.clout("sweep", "small.yaml", "--vary", f"{LOCAL}=0.5:2", "--vary", f"{MANDATE}=0.2:0.9", "--arms", "split,united",
                   "--size", "32", "--store", "its.study", "--quiet")
        self.assertEqual(self.content("mine.study"), self.content("its.study"))
        other = clout.open_study(self.folder / "its.study")
        self.assertEqual(other.state().content, study.state().content)
        self.assertEqual((other.arms, other.numbers, other.points), (["split", "united"], [LOCAL, MANDATE], 32))
        numpy.testing.assert_array_equal(other.values().summaries, study.values().summaries)
        self.assertEqual(json.loads(study.sensitivity().json()), self.printed("sensitivity", "its.study"))
        until = "difference(share.gp) >= 0.01"
        self.assertEqual(json.loads(study.robust(until).json()), self.printed("robust", "its.study", "--until", until))

    def test_a_point_is_what_a_comparison_of_its_numbers_finds(self):
        study = self.scenario.sweep(self.file, VARY, size=4, keep="series")
        values = study.values()
        self.assertEqual(values.numbers.shape, (4, 2))
        self.assertFalse(values.kept.flags.owndata)
        self.assertTrue(numpy.shares_memory(values.kept, values.kept))
        for point in range(4):
            settings = dict(zip(study.numbers, map(float, values.numbers[point])))
            comparison = self.scenario.set(settings).compare()
            for at, arm in enumerate(study.arms):
                rows = [comparison[arm].keys().index(name) for name in study.measures]
                numpy.testing.assert_allclose(values.kept[point, at], comparison[arm].values[rows], rtol=1e-12, atol=1e-15)
        data = study.to_xarray()
        self.assertEqual(data["values"].dims, ("point", "arm", "quantity", "year", "replicate"))
        self.assertEqual(dict(data.sizes), {"point": 4, "arm": 3, "quantity": len(study.measures), "year": 2, "replicate": 40})
        self.assertEqual(data[MANDATE].dims, ("point",))
        numpy.testing.assert_allclose(data["values"].sel(year=2).mean("replicate"), data["mean"])
        frame = study.to_pandas()
        self.assertEqual(frame.loc[(0, "united"), "share.gp"], float(data["mean"].sel(point=0, arm="united", quantity="share.gp")))
        self.assertEqual(frame.loc[(2, "split"), LOCAL], values.numbers[2, 1])

    def test_points_from_a_table(self):
        study = self.scenario.sweep(self.file, table={MANDATE: [0.3, 0.5, 0.8], LOCAL: [1, 1, 2]})
        numpy.testing.assert_array_equal(study.values().numbers, [[0.3, 1], [0.5, 1], [0.8, 2]])
        self.assertEqual(study.design, "table")
        import pandas
        frame = pandas.DataFrame({MANDATE: [0.3, 0.5, 0.8], LOCAL: [1, 1, 2]})
        other = self.scenario.sweep(self.folder / "other.study", table=frame)
        self.assertEqual(other.state().content, study.state().content)
        with self.assertRaisesRegex(ValueError, "equally long"):
            self.scenario.sweep(self.folder / "third", table={MANDATE: [0.3], LOCAL: [1, 2]})

    def test_every_design_is_read_by_its_estimators(self):
        fields = {"sobol": "first", "latin": "first", "grid": "first", "jansen": "total", "shapley": "shapley_effect",
                  "morris": "mean_size"}
        for design, field in fields.items():
            study = self.scenario.sweep(self.folder / design, VARY, ["split", "united"], design=design, size=24 if design != "grid" else 5)
            found = study.sensitivity("share.gp", "united")
            self.assertEqual([number.number for number in found.numbers], [MANDATE, LOCAL])
            self.assertIsNotNone(getattr(found.numbers[0], field), design)
            self.assertIn(field, found.to_pandas(), design)

    def test_an_interrupted_study_goes_on_to_the_same(self):
        def enough(done, total):
            raise KeyboardInterrupt

        with self.assertRaises(KeyboardInterrupt):
            self.scenario.sweep(self.file, VARY, size=512, progress=enough)
        study = clout.open_study(self.file)
        state = study.state()
        self.assertEqual(state.pending + state.done, 512)
        self.assertGreater(state.pending, 0)
        if state.pending < 512:
            self.assertTrue(numpy.isnan(study.values().summaries).any())
        gone_on = self.scenario.resume(self.file)
        self.assertEqual((gone_on.state().done, gone_on.state().pending), (512, 0))
        whole = self.scenario.sweep(self.folder / "whole", VARY, size=512)
        self.assertEqual(gone_on.state().content, whole.state().content)
        larger = self.scenario.resume(self.file, add=512)
        self.assertEqual(larger.points, 1024)

    def test_what_cannot_be(self):
        self.scenario.sweep(self.file, VARY, size=2)
        with self.assertRaisesRegex(clout.MachineError, "holds a study already"):
            self.scenario.sweep(self.file, VARY, size=2)
        with self.assertRaisesRegex(clout.RequestError, "another study: line"):
            self.scenario.set(seed=8).resume(self.file)
        with self.assertRaisesRegex(clout.RequestError, "no study store"):
            clout.open_study(self.folder / "small.yaml")
        with self.assertRaisesRegex(clout.MachineError, "there is no study"):
            clout.open_study(self.folder / "nowhere")
        with self.assertRaisesRegex(clout.RequestError, "no design 'sobolo'"):
            self.scenario.sweep(self.folder / "a", VARY, design="sobolo")
        with self.assertRaisesRegex(ValueError, "summary, replicates or series"):
            self.scenario.sweep(self.folder / "a", VARY, keep="all")
        with self.assertRaisesRegex(clout.Error, "mandat"):
            self.scenario.sweep(self.folder / "a", {"bodies.group.mandat": (0.1, 0.2)})
        self.assertNotIn("a", self.names())


if __name__ == "__main__":
    unittest.main()
