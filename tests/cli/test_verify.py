"""An outsider's check: results are played again, from nothing but what stands beside them."""
import json
import os
import shutil
import sqlite3
import unittest

import cli_case

ROSTER = "name,place,income,list_size,member_of\nNorth,,1.2,8000,\nSouth,,1.4,9000,\nEast,,1.1,7000,\n"


class Verify(cli_case.CliCase):
    VARY = ["--vary", "bodies.group.mandate=0.1:0.9", "--vary", "funds.local.inertia=0.1:0.9"]

    def tables(self, subject, *options, expect=0):
        done = self.clout("verify", subject, "--json", *options, expect=expect)
        return {table["name"]: (table["verdict"], table["why"]) for table in json.loads(done.stdout)["tables"]}

    def with_roster(self):
        self.write("gp.csv", ROSTER)
        self.write("rostered.yaml", cli_case.SMALL.replace("count: 3, income: 1.2, list_size: 8000", "roster: gp.csv"))

    def test_every_verb_that_makes_a_folder(self):
        for verb, *options in (["compare"], ["run"], ["run", "--median"], ["theories"], ["influence"],
                               ["attribute", "--to", "united"], ["drivers"],
                               ["compare", "--seed", "11", "--set", "title=It's a test", "--replicates", "30"],
                               ["threshold", "--to", "split", "--until", "share.gp >= 0.4", "--vary",
                                "bodies.group.mandate=0.1:0.9"]):
            self.clout(verb, "small.yaml", *options, "--out", "out")
            tables = self.tables("out")
            self.assertEqual(set(tables), {path.name for path in (self.folder / "out").iterdir()}, verb)
            self.assertEqual({verdict for verdict, _ in tables.values()}, {"pass"}, (verb, options, tables))
            shutil.rmtree(self.folder / "out")

    def test_nothing_is_needed_but_the_folder(self):
        self.with_roster()
        self.clout("compare", "rostered.yaml", "--arms", "split,united", "--out", "out")
        for name in ("rostered.yaml", "gp.csv"):
            os.remove(self.folder / name)
        done = self.clout("verify", "out")
        self.assertEqual(done.stdout.count("PASS"), 5)
        self.assertNotIn("FAIL", done.stdout)
        self.assertIn("The same to the last bit: 5 tables", done.stdout)
        self.assertEqual([name for name in self.names() if not name.startswith("out/")], ["small.yaml"])

    def test_what_was_changed_is_named(self):
        self.clout("compare", "small.yaml", "--out", "out")
        table = self.folder / "out/differences.csv"
        lines = table.read_bytes().split(b"\r\n")
        heading = lines[0].split(b",")
        cells = lines[3].split(b",")
        cells[heading.index(b"mean")] = b"0.5"
        lines[3] = b",".join(cells)
        table.write_bytes(b"\r\n".join(lines))
        os.remove(self.folder / "out/finding.txt")
        tables = self.tables("out", expect=5)
        self.assertEqual(tables["differences.csv"][0], "fail")
        self.assertIn("line 4, mean: '0.5' stands there", tables["differences.csv"][1])
        self.assertEqual(tables["finding.txt"], ("fail", "it is not there any more"))
        self.assertEqual(tables["measures.csv"], ("pass", None))
        text = self.clout("verify", "out", expect=5).stdout
        self.assertIn("Not met: 2 of 5 tables differ", text)

    def test_a_manifest_that_says_something_else(self):
        self.clout("compare", "small.yaml", "--out", "out")
        path = self.folder / "out/manifest.json"
        manifest = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps({**manifest, "seed": 8}))
        self.assertEqual(self.tables("out", expect=5)["manifest.json"][0], "fail")
        path.write_text(json.dumps({**manifest, "scenario_text": manifest["scenario_text"].replace("seed: 7", "seed: 8")}))
        self.assertEqual(self.tables("out", expect=5)["replicates.csv"][0], "fail")
        path.write_text(json.dumps({**manifest, "results": 1}))
        self.assertIn("results number 1", self.clout("verify", "out", expect=6).stderr)
        path.write_text(json.dumps({**manifest, "command": "rm -rf ."}))
        self.assertIn("none of clout's", self.clout("verify", "out", expect=6).stderr)
        # A folder may come from anybody: nothing is carried out that writes elsewhere.
        path.write_text(json.dumps({**manifest, "command": "clout report small.yaml --page small.yaml"}))
        self.assertIn("makes no folder", self.clout("verify", "out", expect=6).stderr)
        self.assertEqual((self.folder / "small.yaml").read_text(), cli_case.SMALL)
        path.write_text("{}")
        self.assertIn("no results of clout", self.clout("verify", "out", expect=6).stderr)
        self.assertIn("there is no", self.clout("verify", "nowhere", expect=1).stderr)

    def test_a_study_from_nothing_but_its_store(self):
        self.with_roster()
        self.clout("sweep", "rostered.yaml", *self.VARY, "--set", "clock.years=1", "--size", "12", "--keep", "replicates",
                   "--store", "s")
        for name in ("rostered.yaml", "gp.csv"):
            os.remove(self.folder / name)
        self.assertEqual(self.tables("s"), {name: ("pass", None)
                                            for name in ("study", "summaries", "differences", "futures")})
        self.assertIn("5 of 12 points", self.clout("verify", "s", "--points", "5").stdout)
        with sqlite3.connect(self.folder / "s") as database:
            (blob,) = database.execute("select summaries from result where point=7 and arm=1").fetchone()
            database.execute("update result set summaries=? where point=7 and arm=1", (blob[:-1] + b"\0",))
        tables = self.tables("s", expect=5)
        self.assertEqual(tables["summaries"][0], "fail")
        self.assertIn("point 7, united", tables["summaries"][1])
        self.assertEqual(tables["differences"][0], "pass")

    def test_a_roster_that_changed_is_another_study(self):
        self.with_roster()
        self.clout("sweep", "rostered.yaml", *self.VARY, "--size", "4", "--store", "s")
        self.write("gp.csv", ROSTER.replace("1.4", "1.5"))
        refused = self.clout("sweep", "rostered.yaml", "--store", "s", "--resume", expect=6)
        self.assertIn("line 3 of the roster gp.csv was 'South,,1.4,9000,' and is 'South,,1.5,9000,'", refused.stderr)

    def test_a_study_can_be_read_where_nothing_can_be_written(self):
        self.clout("sweep", "small.yaml", *self.VARY, "--size", "4", "--store", "s")
        os.mkdir(self.folder / "still")
        shutil.move(self.folder / "s", self.folder / "still/s")
        os.chmod(self.folder / "still", 0o555)
        self.addCleanup(os.chmod, self.folder / "still", 0o755)
        self.assertIn("4 of 4", self.clout("show", "still/s").stdout.replace("4 points", "4 of 4"))


class Drivers(cli_case.CliCase):
    def test_of_futures_that_a_folder_keeps(self):
        self.clout("compare", "small.yaml", "--replicates", "300", "--out", "out")
        of_file = self.clout("drivers", "small.yaml", "--replicates", "300", "--to", "united", "--json").stdout
        os.remove(self.folder / "small.yaml")
        of_folder = self.clout("drivers", "out", "--to", "united", "--json").stdout
        one, two = json.loads(of_file), json.loads(of_folder)
        for told in (one, two):  # the folder's number of futures is its scenario's
            told.pop("set", None)
        self.assertEqual(one, two)
        self.assertEqual(json.loads(self.clout("drivers", "out", "--quick", "--json").stdout)["ensembles"], 1)
        self.clout("drivers", "out", "--to", "united", "--quick", "--out", "told")
        shutil.rmtree(self.folder / "out")
        self.clout("verify", "told")

    def test_what_cannot_be_read(self):
        self.clout("run", "small.yaml", "--median", "--out", "one")
        self.assertIn("keeps no futures", self.clout("drivers", "one", expect=2).stderr)
        self.clout("compare", "small.yaml", "--arms", "split,united", "--out", "out")
        self.assertIn("no arm 'same'", self.clout("drivers", "out", "--to", "same", expect=2).stderr)
        self.assertIn("have been played", self.clout("drivers", "out", "--seed", "3", expect=2).stderr)
        table = self.folder / "out/replicates.csv"
        table.write_bytes(table.read_bytes().replace(b"split,3,", b"split,4,", 1))
        self.assertIn("leaves a future out", self.clout("drivers", "out", expect=2).stderr)


if __name__ == "__main__":
    unittest.main()
