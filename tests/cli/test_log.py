"""The log of one future, and scenarios made of other programs' files."""
import json
import unittest

from cli_case import ROOT, CliCase

KTAB = """\
Pipes, A made-up case, 3, 1,
Actor, Description, Influence, Tariff Position, Tariff Salience
North, Ministry of the north, 40, 20, 80
South, Ministry of the south, 40, 90, 40
"Firm, the", Company, 20, 70, 100
"""


class Log(CliCase):
    def test_minutes_of_one_future(self):
        told = self.clout("run", "small.yaml", "--replicate", "3", "--log").stdout
        for said in ("Replicate 3, one future of many", "no finding", "Round 1 of 4, year 1", "Local schemes, £1.00m a year, before board: ",
                     "GP group, ", "of the weight, asked for", "Moved", "Why", "Who wrote the last decisions"):
            self.assertIn(said, told)
        self.assertTrue(all(len(line) <= 100 for line in told.splitlines()))

    def test_the_median_path(self):
        self.assertIn("The median path", self.clout("run", "small.yaml", "--median", "--log").stdout)

    def test_json_lines_agree_with_the_trace(self):
        lines = self.clout("run", "small.yaml", "--replicate", "3", "--log", "--json").stdout.splitlines()
        events = [json.loads(line) for line in lines]
        rounds = json.loads(self.clout("run", "small.yaml", "--replicate", "3", "--json").stdout)["rounds"]
        self.assertEqual(events[0]["event"], "future")
        self.assertEqual((events[0]["arm"], events[0]["seed"], events[0]["replicate"]), ("split", 7, 3))
        results = [event for event in events if event["event"] == "result"]
        sittings = [event for event in events if event["event"] == "sitting"]
        self.assertEqual(len(results), len(rounds))
        for told, result, sitting in zip(rounds, results, sittings):
            self.assertEqual((told["share"], told["lapsed"], told["closed"]), (result["share"], result["lapsed"], result["closed"]))
            self.assertEqual(told["boards"][0]["agreed"], sitting["agreed"])
            self.assertEqual([seat["name"] for seat in sitting["seats"]], ["group", "trust"])
            for programme, part in told["boards"][0]["split"].items():
                self.assertAlmostEqual(part, sitting["split"][programme])

    def test_out_keeps_both(self):
        self.clout("run", "small.yaml", "--replicate", "3", "--log", "--out", "kept")
        self.assertIn("kept/log.jsonl", self.names())
        self.assertIn("kept/log.txt", self.names())
        manifest = json.loads((self.folder / "kept/manifest.json").read_text(encoding="utf-8"))
        self.assertEqual(manifest["files"], ["log.jsonl", "log.txt"])

    def test_a_part_of_it(self):
        log = ("run", "small.yaml", "--replicate", "3", "--log")
        told = self.clout(*log, "--years", "2").stdout
        self.assertNotIn("Round 1 of 4", told)
        self.assertIn("Round 3 of 4", told)
        events = [json.loads(line) for line in self.clout(*log, "--sector", "gp", "--json").stdout.splitlines()]
        self.assertFalse([event for event in events if event.get("sector") == "acute" and event["event"] == "consent"])
        self.assertIn("did you mean 'acute'?", self.clout(*log, "--sector", "acut", expect=2).stderr)
        self.assertIn("there is no place 'north'", self.clout(*log, "--place", "north", expect=2).stderr)
        self.assertIn("2:5", self.clout(*log, "--years", "5:2", expect=2).stderr)
        self.assertIn("--log", self.clout("run", "small.yaml", "--median", "--years", "2", expect=2).stderr)

    def test_which_future_must_be_said(self):
        done = self.clout("run", "small.yaml", "--log", expect=2)
        self.assertIn("--replicate 3", done.stderr)
        self.assertEqual(done.stdout, "")


class Import(CliCase):
    def setUp(self):
        super().setUp()
        self.write("pipes.csv", KTAB)

    def test_to_stdout_and_back(self):
        done = self.clout("import", "ktab", "pipes.csv")
        self.assertEqual(done.stderr, "")
        self.write("pipes.yaml", done.stdout)
        self.assertIn("pipes.yaml: sound; 1 arm", self.clout("check", "pipes.yaml").stdout)
        split = json.loads(self.clout("run", "pipes.yaml", "--median", "--json").stdout)["rounds"][0]["boards"][0]["split"]
        self.assertGreater(split["tariff"], 0.2)
        self.assertLess(split["tariff"], 0.9)

    def test_out_names_the_file_and_never_overwrites(self):
        done = self.clout("import", "ktab", "pipes.csv", "--out", "made/pipes.yaml")
        self.assertIn("next: clout check made/pipes.yaml", done.stdout)
        self.clout("compare", "made/pipes.yaml")
        before = (self.folder / "made/pipes.yaml").read_text(encoding="utf-8")
        self.assertIn("exists", self.clout("import", "ktab", "pipes.csv", "--out", "made/pipes.yaml", expect=2).stderr)
        self.assertEqual((self.folder / "made/pipes.yaml").read_text(encoding="utf-8"), before)

    def test_bad_rows_with_file_and_line(self):
        self.write("bad.csv", KTAB.replace("90, 40", "190, forty"))
        done = self.clout("import", "ktab", "bad.csv", "--out", "bad.yaml", expect=3)
        self.assertIn("bad.csv:4: error: Tariff Position: 190 is out of range", done.stderr)
        self.assertIn("bad.csv:4: error: Tariff Salience: 'forty' is no number", done.stderr)
        self.assertNotIn("bad.yaml", self.names())

    def test_usage(self):
        self.assertIn("did you mean 'ktab'?", self.clout("import", "ktb", "pipes.csv", expect=2).stderr)
        self.assertIn("no such file", self.clout("import", "ktab", "none.csv", expect=3).stderr)
        self.clout("import", expect=2)
        self.clout("import", "ktab", expect=2)


class Classics(CliCase):
    def test_every_teaching_example_is_sound_and_says_what_it_is(self):
        files = sorted((ROOT / "scenarios" / "classics").glob("*.yaml"))
        self.assertGreaterEqual(len(files), 5)
        for file in files:
            done = self.clout("check", file)
            self.assertIn("sound", done.stdout)
            for line in done.stderr.splitlines():  # an arm of blocs shows what votes are worth, and says so
                self.assertIn("power indices only", line)
            text = file.read_text(encoding="utf-8")
            for part in ("What is it?", "How is it written here?", "Things to notice", "Things to try", "sources:"):
                self.assertIn(part, text, file.name)


if __name__ == "__main__":
    unittest.main()
