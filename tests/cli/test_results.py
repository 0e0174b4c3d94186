"""What compare hands over: keys, figures, bytes."""
import csv
import json
import shlex
import statistics
import unittest

from cli_case import CliCase


def twentieths(values):
    return statistics.quantiles(values, n=20, method="inclusive")


class Comparison(CliCase):
    def compared(self, *arguments):
        return json.loads(self.clout("compare", "small.yaml", "--json", *arguments).stdout)

    def test_keys(self):
        told = self.compared()
        self.assertEqual(set(told), {"clout", "results", "arms", "differences", "replicates", "seed"})
        self.assertEqual((told["replicates"], told["seed"]), (40, 7))
        self.assertEqual(set(told["arms"]), {"split", "united", "same"})
        self.assertEqual(set(told["differences"]), {"united", "same"})
        measures = told["arms"]["split"]["measures"]
        self.assertLessEqual({f"{what}.{sector}" for sector in ("gp", "acute") for what in
                              ("share", "decided", "received", "per_patient", "influence", "uptake",
                               "independent")}
                             | {"lapsed", "agreed"}, set(measures))
        for measure in measures.values():
            self.assertEqual({"unit", "mean", "p05", "p50", "p95", "by_year"}, measure.keys())
            self.assertEqual(len(measure["by_year"]), 2)
        for difference in told["differences"]["united"].values():
            self.assertEqual({"mean", "p05", "p50", "p95", "se", "p_greater"}, difference.keys())

    def test_the_same_arm_differs_by_exactly_nothing(self):
        for name, difference in self.compared()["differences"]["same"].items():
            with self.subTest(name):
                keys = ("mean", "p05", "p50", "p95", "se", "p_greater")
                self.assertEqual([difference[key] for key in keys], [0] * len(keys))

    def test_summaries_agree_with_the_replicates(self):
        told = self.compared("--out", "out")
        with open(self.folder / "out/replicates.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        values = {arm: [float(row["decided.gp"]) for row in rows if row["arm"] == arm] for arm in told["arms"]}
        paired = [b - a for a, b in zip(values["split"], values["united"])]
        difference = told["differences"]["united"]["decided.gp"]
        self.assertAlmostEqual(difference["mean"], statistics.mean(paired), places=12)
        self.assertAlmostEqual(difference["se"], statistics.stdev(paired) / 40 ** 0.5, places=12)
        self.assertAlmostEqual(difference["p95"], twentieths(paired)[18], places=12)
        self.assertAlmostEqual(difference["p_greater"], sum(d > 0 for d in paired) / 40)
        measure = told["arms"]["split"]["measures"]["decided.gp"]
        self.assertAlmostEqual(measure["p05"], twentieths(values["split"])[0], places=12)

    def test_a_finding_names_size_range_counts_and_limits(self):
        text = " ".join(self.clout("compare", "small.yaml", "--arms", "split,united").stdout.split())
        for part in ("a patient a year", "in 90 % of futures", "of 40 futures", "money from all funds",
                     "figures as at 2023-03-31", "need and quality are not modelled"):
            self.assertIn(part, text)
        for word in ("forecast", "optimal", "winner", "proves"):
            self.assertNotIn(word, text)

    def test_the_median_path_is_no_finding(self):
        text = self.clout("compare", "small.yaml", "--set", "stochastic=false").stdout
        self.assertIn("MEDIAN PATH", text)
        self.assertNotIn(" gains ", text)


class Determinism(CliCase):
    def test_stdout_does_not_depend_on_threads(self):
        texts = {self.clout("compare", "small.yaml", "--replicates", "100", "-j", jobs).stdout
                 for jobs in (1, 2, 8)}
        self.assertEqual(len(texts), 1)
        texts = {self.clout("compare", "small.yaml", "--json", "-j", jobs).stdout for jobs in (1, 2, 8)}
        self.assertEqual(len(texts), 1)

    def test_csv_has_the_same_bytes_every_time(self):
        for folder, jobs in (("one", 1), ("two", 2)):
            self.clout("compare", "small.yaml", "-j", jobs, "--out", folder)
        for name in ("measures.csv", "differences.csv", "replicates.csv", "finding.txt"):
            one, two = ((self.folder / folder / name).read_bytes() for folder in ("one", "two"))
            self.assertEqual(one, two, name)

    def test_more_replicates_keep_the_first_ones(self):
        self.clout("compare", "small.yaml", "--replicates", "20", "--out", "few")
        self.clout("compare", "small.yaml", "--replicates", "33", "--out", "more")
        few = (self.folder / "few/replicates.csv").read_bytes().split(b"\r\n")
        more = (self.folder / "more/replicates.csv").read_bytes().split(b"\r\n")
        self.assertEqual(few[:21], more[:21])


class Folder(CliCase):
    FILES = ["differences.csv", "finding.txt", "manifest.json", "measures.csv", "replicates.csv"]

    def test_a_new_folder_holds_everything_to_do_it_again(self):
        self.clout("compare", "small.yaml", "--seed", "11", "--out", "a/b")
        self.assertEqual(self.names(), [f"a/b/{name}" for name in self.FILES] + ["small.yaml"])
        manifest = json.loads((self.folder / "a/b/manifest.json").read_text(encoding="utf-8"))
        self.assertEqual((manifest["seed"], manifest["replicates"]), (11, 40))
        self.assertEqual(manifest["arms"], ["split", "united", "same"])
        self.assertEqual(manifest["command"], "clout compare small.yaml --seed 11 --out a/b")
        self.write("again.yaml", manifest["scenario_text"])
        self.clout("compare", "again.yaml", "--out", "again")
        for name in ("measures.csv", "replicates.csv"):
            one, two = ((self.folder / folder / name).read_bytes() for folder in ("a/b", "again"))
            self.assertEqual(one, two, name)

    def test_the_command_can_be_typed_again(self):
        self.clout("compare", "small.yaml", "--set", "title=It's a test", "--out", "out")
        manifest = json.loads((self.folder / "out/manifest.json").read_text(encoding="utf-8"))
        self.assertEqual(shlex.split(manifest["command"]),
                         ["clout", "compare", "small.yaml", "--set", "title=It's a test", "--out", "out"])

    def test_our_own_folder_is_replaced_and_others_are_left_alone(self):
        self.clout("compare", "small.yaml", "--out", "out")
        self.write("out/notes.txt", "mine")
        self.clout("run", "small.yaml", "--out", "out")
        self.assertEqual(sorted(p.name for p in (self.folder / "out").iterdir()),
                         ["arm.txt", "manifest.json", "measures.csv", "notes.txt", "replicates.csv"])

    def test_a_folder_with_something_else_in_it_is_refused(self):
        (self.folder / "thesis").mkdir()
        self.write("thesis/chapter.txt", "mine")
        self.assertIn("not empty", self.clout("compare", "small.yaml", "--out", "thesis", expect=2).stderr)
        done = self.clout("compare", "small.yaml", "--out", "small.yaml", expect=2)
        self.assertIn("no folder", done.stderr)
        self.assertEqual(self.names(), ["small.yaml", "thesis/chapter.txt"])

    def test_one_future_in_a_folder(self):
        self.clout("run", "small.yaml", "--median", "--out", "out")
        self.assertNotIn("replicate", json.loads((self.folder / "out/trace.json").read_text()))


if __name__ == "__main__":
    unittest.main()
