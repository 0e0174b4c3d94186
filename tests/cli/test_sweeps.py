"""Studies of many points as their users meet them: drivers, thresholds, stores that survive."""
import json
import os
import signal
import sqlite3
import subprocess
import time
import unittest

import cli_case


class Sweeps(cli_case.CliCase):
    VARY = ["--vary", "bodies.group.mandate=0.1:0.9", "--vary", "funds.local.inertia=0.1:0.9"]

    def sweep(self, *options, expect=0):
        return self.clout("sweep", "small.yaml", *options, expect=expect)

    def state(self, store):
        return json.loads(self.clout("show", store, "--json").stdout)

    def test_drivers_need_nothing_but_a_scenario(self):
        found = json.loads(self.clout("drivers", "small.yaml", "--replicates", "400", "--json").stdout)
        self.assertEqual({d["number"] for d in found["drivers"]}, {"sectors.gp.spread", "bodies.group.mandate"})
        self.assertEqual(found["figure"], "difference(per_patient.gp)")
        self.assertEqual(found["ensembles"], 3)
        # The mandate is uncertain in the one arm alone, and is what differs.
        share = {d["number"]: d["share"][0] for d in found["drivers"]}
        self.assertGreater(share["bodies.group.mandate"], share["sectors.gp.spread"])
        quick = json.loads(self.clout("drivers", "small.yaml", "--quick", "--json").stdout)
        self.assertIsNone(quick["chance"])
        self.assertEqual(quick["ensembles"], 1)
        self.assertIn("share of", self.clout("drivers", "small.yaml", "--of", "share.gp").stdout)
        wrong = self.clout("drivers", "small.yaml", "--of", "share.gq", expect=2)
        self.assertIn("share.gp", wrong.stderr)

    def test_a_store_may_be_written_on_the_node_and_moved(self):
        self.sweep(*self.VARY, "--size", "32", "--store", "there")
        self.sweep(*self.VARY, "--size", "16", "--store", "moved", "--work-in", "node")
        self.assertEqual(os.listdir(self.folder / "node"), [])
        self.sweep("--store", "moved", "--add", "16", "--work-in", "node")
        self.assertEqual(self.state("moved")["content"], self.state("there")["content"])
        self.assertIn("holds a study already",
                      self.clout("sweep", "small.yaml", *self.VARY, "--store", "moved", "--work-in", "node", expect=1).stderr)
        self.write("file", "no folder")
        wrong = self.clout("sweep", "small.yaml", *self.VARY, "--store", "third", "--work-in", "file/in", expect=1).stderr
        self.assertIn("cannot create file/in", wrong)
        self.assertFalse((self.folder / "third").exists())

    def test_a_threshold_is_where_setting_the_number_says(self):
        found = json.loads(self.clout("threshold", "small.yaml", "--vary", "bodies.group.mandate=0.1:0.95",
                                          "--until", "share.gp >= 0.4", "--to", "split", "--json").stdout)
        if found["holds"] == "from":
            for step, above in ((-0.01, False), (0.01, True)):
                level = found["at"] + step
                run = json.loads(self.clout("run", "small.yaml", "--arm", "split", "--json", "--set",
                                                f"bodies.group.mandate={level}").stdout)
                self.assertEqual(run["measures"]["share.gp"]["mean"] >= 0.4, above)
        self.assertLessEqual(found["ensembles"], 12)
        ladder = [rung["mean"] for rung in found["ladder"]]
        middle = (min(ladder) + max(ladder)) / 2
        found = json.loads(self.clout("threshold", "small.yaml", "--vary", "bodies.group.mandate=0.1:0.95",
                                          "--until", f"share.gp >= {middle:.6f}", "--to", "split", "--json").stdout)
        self.assertEqual(found["holds"], "from")
        run = json.loads(self.clout("run", "small.yaml", "--arm", "split", "--json", "--set",
                                        f"bodies.group.mandate={found['at']}").stdout)
        self.assertAlmostEqual(run["measures"]["share.gp"]["mean"], round(middle, 6), places=4)
        text = self.clout("threshold", "small.yaml", "--vary", "bodies.group.mandate=0.1:0.95",
                              "--until", "share.gp >= 0.99", "--to", "split").stdout
        self.assertIn("Not reached in this range", text)

    def test_two_numbers_have_a_line(self):
        ends = [json.loads(self.clout("run", "small.yaml", "--arm", "split", "--json", "--set",
                                          f"bodies.group.mandate={m}", "--set", f"funds.local.inertia={i}")
                           .stdout)["measures"]["share.gp"]["mean"] for m, i in ((0.1, 0.9), (0.89, 0.1))]
        found = json.loads(self.clout("threshold", "small.yaml", *self.VARY, "--to", "split", "--until",
                                          f"share.gp >= {sum(ends) / 2:.6f}", "--json").stdout)
        self.assertGreater(len(found["line"]), 3)
        self.assertTrue(0 < found["part"] < 1)

    def test_arms_may_be_mixed(self):
        ends = [json.loads(self.clout("run", "small.yaml", "--arm", arm, "--json").stdout)["measures"]["share.gp"]["mean"]
                for arm in ("split", "united")]
        found = json.loads(self.clout("threshold", "small.yaml", "--mix", "split,united", "--vary", "mix=0:1", "--until",
                                      f"share.gp >= {sum(ends) / 2:.6f}", "--json").stdout)
        self.assertEqual([found["ladder"][0]["mean"], found["ladder"][-1]["mean"]], ends)
        self.assertEqual(found["mix"], {"from": "split", "to": "united", "numbers": 1, "switches": 0.5})
        self.assertEqual(found["holds"], "from")
        self.assertIn("--mix", self.clout("threshold", "small.yaml", "--vary", "mix=0:1", "--until", "share.gp >= 1",
                                          expect=2).stderr)

    def test_wrong_questions_are_answered_plainly(self):
        for options, words in ((["--vary", "bodies.group.mandate=0.1:0.9"], "--until is missing"),
                               (["--until", "share.gp >= 0.4"], "--vary is needed"),
                               (["--vary", "bodies.group.mandate=0.9:0.1", "--until", "share.gp >= 1"], "range")):
            self.assertIn(words, self.clout("threshold", "small.yaml", *options, expect=2).stderr)
        wrong = self.clout("threshold", "small.yaml", "--vary", "bodies.group.mandate=0.1:1.9", "--until",
                               "share.gp >= 0.4", expect=3)
        self.assertIn("1.9", wrong.stderr)
        self.assertIn("did you mean", self.sweep("--design", "sobl", expect=2).stderr)
        self.assertIn("I/N", self.sweep("--shard", "4/3", expect=2).stderr)

    def test_a_sweep_is_kept_and_read(self):
        self.sweep(*self.VARY, "--size", "128", "--store", "s")
        state = self.state("s")
        self.assertEqual(state["points"], {"pending": 0, "done": 128, "failed": 0})
        found = json.loads(self.clout("sensitivity", "s", "--arm", "united", "--of", "share.gp", "--json").stdout)
        share = {n["number"]: n["share"][0] for n in found["numbers"]}
        self.assertGreater(share["funds.local.inertia"], 0.5)  # the arm sets its own mandate
        held = json.loads(self.clout("robust", "s", "--until", f"share.gp >= {found['mean']}", "--arm", "united",
                                         "--json").stdout)
        self.assertEqual([side["number"] for side in held["sides"]], ["funds.local.inertia"])
        self.assertGreater(held["density"], 0.9)
        # A second study does not go over the first.
        self.assertIn("--resume", self.sweep(*self.VARY, "--store", "s", expect=1).stderr)

    def test_designs_are_read_by_their_estimators(self):
        for design, key in (("jansen", "total"), ("shapley", "effect"), ("morris", "mean_size"), ("grid", "share")):
            size = "8" if design == "grid" else "24"
            self.sweep(*self.VARY, "--design", design, "--size", size, "--store", design)
            found = json.loads(self.clout("sensitivity", design, "--of", "share.gp", "--arm", "split", "--json")
                               .stdout)
            self.assertTrue(all(key in number for number in found["numbers"]), design)

    def test_shards_and_stops_make_the_same_study(self):
        self.sweep(*self.VARY, "--size", "30", "--store", "whole", "-j", "1")
        content = self.state("whole")["content"]
        for part in (1, 2, 3):
            self.sweep(*self.VARY, "--size", "30", "--store", f"part{part}", "--shard", f"{part}/3")
        self.clout("merge", "part3", "part1", "part2", "--into", "merged")
        self.assertEqual(self.state("merged")["content"], content)
        self.sweep(*self.VARY, "--size", "20", "--store", "grown")
        self.sweep("--store", "grown", "--add", "10")
        self.assertEqual(self.state("grown")["content"], content)
        self.clout("merge", "part1", "grown", "--into", "two", expect=0)
        self.sweep(*self.VARY, "--size", "31", "--store", "other")
        self.assertIn("design size", self.clout("merge", "part1", "other", "--into", "no", expect=6).stderr)

    def there(self, store):
        try:
            with sqlite3.connect(self.folder / store) as database:
                return database.execute("select count(*) from card").fetchone()[0] > 0
        except sqlite3.Error:
            return False

    def test_a_signal_stops_it_to_be_resumed(self):
        process = subprocess.Popen([cli_case.CLOUT, "sweep", "small.yaml", *self.VARY, "--size", "100000", "--store", "s"],
                                   cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        while not self.there("s"):
            time.sleep(0.05)
        time.sleep(0.5)
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.communicate()[0].count("to go (--resume)"), 1)
        self.assertEqual(process.returncode, 75)
        self.assertFalse(os.path.exists(self.folder / "s.lock"))

    def test_stores_of_others_are_refused(self):
        self.sweep(*self.VARY, "--size", "4", "--store", "s")
        text = (self.folder / "small.yaml").read_text()
        self.write("small.yaml", text.replace("inertia: 0.3", "inertia: 0.4").replace("income: 40", "income: 41"))
        refused = self.sweep("--store", "s", "--resume", expect=6)
        self.assertIn("41", refused.stderr)
        self.assertIn("line ", refused.stderr)
        self.assertIn("no study store", self.clout("show", "small.yaml", expect=6).stderr)
        # The same design, asked of the scenario as it is now.
        self.sweep("--from", "s", "--store", "again")
        self.assertNotEqual(self.state("again")["content"], self.state("s")["content"])
        self.assertEqual(self.state("again")["numbers"], self.state("s")["numbers"])

    def test_one_writes_at_a_time(self):
        self.sweep(*self.VARY, "--size", "4", "--store", "s")
        self.write("s.lock", f"host elsewhere\nprocess 1\n")
        refused = self.sweep("--store", "s", "--resume", expect=1)
        self.assertIn("elsewhere", refused.stderr)
        self.assertIn("remove", refused.stderr)
        self.assertEqual(self.state("s")["points"]["done"], 4)

    def test_points_may_be_listed(self):
        self.write("points.csv", "bodies.group.mandate,funds.local.inertia\n0.2,0.5\n0.8,0.5\n0.8,0.1\n")
        self.sweep("--table", "points.csv", "--store", "s", "--keep", "replicates")
        self.assertEqual(self.state("s")["points"]["done"], 3)
        self.write("wrong.csv", "bodies.group.mandate\nhigh\n")
        self.assertIn("'high' is no number", self.sweep("--table", "wrong.csv", "--store", "t", expect=2).stderr)

    def test_nothing_is_played_when_asked_dry(self):
        said = self.sweep(*self.VARY, "--size", "1000", "--dry-run", "--store", "s").stderr
        self.assertIn("1,000 points of 2 numbers", said)
        self.assertFalse(os.path.exists(self.folder / "s"))


if __name__ == "__main__":
    unittest.main()
