"""Scenarios from files and from memory, what is laid over them, and what is said where something is wrong."""
import pathlib
import unittest
import warnings

import clout
import numpy
from module_case import SMALL, ModuleCase

ROSTER = "name,place,income,list_size,member_of\nOne,,1.2,8000,group\nTwo,,1.5,9000,group\n"


class Reading(ModuleCase):
    def test_a_file_and_its_text_are_the_same_scenario(self):
        from_file = clout.load(str(self.folder / "small.yaml"))
        self.assertEqual(from_file.title, "A small area")
        self.assertEqual([arm.name for arm in from_file.arms], ["split", "united", "same"])
        self.assertEqual(from_file.arms[1].levers, ["mandate"])
        self.assertEqual((from_file.baseline, from_file.replicates), ("split", 40))
        values = from_file.compare()["united"].values
        numpy.testing.assert_array_equal(values, self.scenario.compare()["united"].values)

    def test_several_files_in_memory(self):
        files = {"areas/north.yaml": "clout: 1\nextends: base/small.yaml\ntitle: The north\n", "areas/base/small.yaml": SMALL}
        north = clout.load("areas/north.yaml", files=files)
        self.assertEqual(north.title, "The north")
        self.assertEqual(north.set(replicates=3).compare().replicates, 3)  # they are kept
        over = clout.loads("clout: 1\nextends: small.yaml\ntitle: Over\n", files={"small.yaml": SMALL})
        self.assertEqual(over.title, "Over")

    def test_the_whole_scenario_can_be_read(self):
        self.assertIn("A small area", self.scenario.merged())
        self.assertIn("mandate: 0.9", self.scenario.resolved("united"))
        self.assertIn('"$schema"', clout.schema())
        self.assertRegex(clout.__version__, r"^\d+\.\d+\.\d+$")
        self.assertIn("mandate", str(self.scenario.difference("split", "united")))

    def test_settings_make_another_scenario(self):
        other = self.scenario.set("bodies.group.mandate", 0.8)
        self.assertIn("mandate: 0.8", other.resolved())
        self.assertNotIn("mandate: 0.8", self.scenario.resolved())
        both = other.set({"funds.local.amount": numpy.float64(2)}, replicates=numpy.int64(25), seed=3)
        self.assertIn("mandate: 0.8", both.resolved())
        comparison = both.compare(["split", "united"])
        self.assertEqual((comparison.replicates, comparison.seed), (25, 3))
        typed = clout.load(self.folder / "small.yaml", {"bodies.group.mandate": 0.8, "funds.local.amount": 2, "seed": 3,
                                                        "replicates": 25})
        numpy.testing.assert_array_equal(typed.compare()["united"].values, both.compare()["united"].values)
        spread = self.scenario.set("bodies.group.mandate", {"uniform": [0.1, 0.9]})
        self.assertIn("0.9", spread.resolved())
        self.assertEqual(self.scenario.set("title", "As I say: so").title, "As I say: so")
        with self.assertRaises(TypeError):
            self.scenario.set("title", object())
        with self.assertRaises(ValueError):
            self.scenario.set("bodies.group.mandate", float("nan"))


class Trouble(ModuleCase):
    def test_every_problem_with_its_place_at_once(self):
        broken = pathlib.Path(__file__).parents[1] / "cli" / "broken.yaml"
        with self.assertRaises(clout.ScenarioError) as caught:
            clout.load(broken)
        problems = caught.exception.problems
        self.assertGreater(len(problems), 4)
        self.assertEqual(str(caught.exception).splitlines(), [str(problem) for problem in problems])
        first = problems[0]
        self.assertEqual((first.severity, first.line, first.column), ("error", 6, 48))
        self.assertEqual(first.path, "programmes.urgent.delivered_by.trust")
        self.assertTrue(first.file.endswith("broken.yaml"))
        self.assertIn("no organisation", first.message)
        self.assertTrue(first.hint)
        self.assertIsInstance(caught.exception, ValueError)
        self.assertEqual(clout.check(broken), problems)
        self.assertEqual(clout.check(self.folder / "small.yaml"), [])

    def test_what_is_not_there(self):
        with self.assertRaisesRegex(clout.RequestError, "untied.*united"):
            self.scenario.compare(["untied"])
        with self.assertRaisesRegex(clout.ScenarioError, "--set.*mandat"):
            self.scenario.set("bodies.group.mandat", 0.8)
        with self.assertRaisesRegex(clout.Error, "nowhere.yaml"):
            clout.load(self.folder / "nowhere.yaml")
        with self.assertRaisesRegex(KeyError, "there are: split, united, same"):
            self.scenario.compare()["untied"]
        with self.assertRaisesRegex(KeyError, "share.gp"):
            self.scenario.compare()["united"]["share.gpp"]
        with self.assertRaisesRegex(clout.RequestError, "no condition"):
            self.scenario.threshold("more, please", {"bodies.group.mandate": (0.1, 0.9)})
        with self.assertRaisesRegex(clout.RequestError, "ends before it begins"):
            self.scenario.threshold("share.gp >= 0.4", {"bodies.group.mandate": (0.9, 0.1)})
        with self.assertRaisesRegex(clout.RequestError, "one number is varied"):
            self.scenario.threshold("share.gp >= 0.4")
        with self.assertRaisesRegex(clout.RequestError, "measure"):
            self.scenario.drivers("shares.gp")

    def test_what_is_doubtful_is_a_warning_where_it_was_asked_for(self):
        doubtful = {"bodies.group.mandate": 0.8}  # which the arm 'united' replaces
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            clout.load(self.folder / "small.yaml", doubtful)
        self.assertEqual([str(warning.message) for warning in caught],
                         [str(problem) for problem in clout.check(self.folder / "small.yaml", doubtful)])
        self.assertEqual([(warning.category, warning.filename) for warning in caught], [(clout.ScenarioWarning, __file__)])
        self.assertIn("'united' replaces this", str(caught[0].message))


if __name__ == "__main__":
    unittest.main()
