"""Each verb with right and with wrong input."""
import json
import unittest

from cli_case import ROOT, SMALL, CliCase


class New(CliCase):
    def test_writes_a_sound_scenario_with_the_schema_beside_it(self):
        self.clout("new", "mine")
        text = (self.folder / "mine.yaml").read_text(encoding="utf-8")
        self.assertTrue(text.startswith("# yaml-language-server: $schema=./clout.schema.json\n"))
        self.assertGreater(text.count("\n#"), 5, "a scenario to start from explains itself")
        json.loads((self.folder / "clout.schema.json").read_text(encoding="utf-8"))
        self.clout("check", "mine.yaml")

    def test_every_scenario_of_the_library_can_be_started_from(self):
        for scenario in (ROOT / "scenarios").glob("*.yaml"):
            name = scenario.stem + "-copy"
            self.clout("new", name, "--from", scenario.stem)
            self.clout("check", name + ".yaml")

    def test_never_overwrites(self):
        self.write("mine.yaml", "precious")
        done = self.clout("new", "mine", expect=2)
        self.assertIn("exists", done.stderr)
        self.assertEqual((self.folder / "mine.yaml").read_text(), "precious")

    def test_an_unknown_scenario_is_answered_with_the_nearest(self):
        done = self.clout("new", "x", "--from", "one-aera", expect=2)
        self.assertIn("did you mean 'one-area'?", done.stderr)
        self.assertEqual(self.names(), ["small.yaml"])

    def test_synthetic_is_of_exactly_the_size_asked_for(self):
        for count in (4, 100, 10_000, 1_000_000, 10_000_000):
            with self.subTest(count):
                name = f"of-{count}"
                self.clout("new", name, "--from", "synthetic", "--organisations", count)
                done = self.clout("check", name + ".yaml")
                self.assertEqual(done.stderr, "")
                self.assertIn(f" {count:,} organisations of 4 kinds", done.stdout)
                self.assertIn("fragmented and united", done.stdout)

    def test_synthetic_explains_itself(self):
        self.clout("new", "deep", "--from", "synthetic", "--organisations", "500", "--depth", "4")
        text = (self.folder / "deep.yaml").read_text(encoding="utf-8")
        self.assertGreater(text.count("\n#"), 5)
        self.assertIn("clout new NAME --from synthetic --organisations 500 --depth 4", text)
        self.assertIn("tier3:", text)
        self.assertNotIn("tier4:", text)

    def test_a_synthetic_system_gives_a_finding_at_every_depth(self):
        for depth in (1, 2, 5):
            with self.subTest(depth):
                name = f"deep-{depth}"
                self.clout("new", name, "--from", "synthetic", "--organisations", "300", "--depth", depth)
                done = self.clout("compare", name + ".yaml", "--replicates", "50", "--json")
                self.assertEqual(done.stderr, "")
                gain = json.loads(done.stdout)["differences"]["united"]["decided.general_practice"]
                self.assertGreater(gain["p05"], 0, "one voice with a mandate is worth something")

    def test_synthetic_sizes_that_cannot_be(self):
        for arguments, said in ((["--organisations", "0"], "0 is no whole number from 4 to 10000000"),
                                (["--organisations", "-5"], "-5 is no whole number"),
                                (["--organisations", "3"], "3 is no whole number"),
                                (["--organisations", "1e4"], "1e4 is no whole number"),
                                (["--organisations", "many"], "many is no whole number"),
                                (["--organisations", "10000001"], "10000001 is no whole number"),
                                (["--organisations", "100", "--depth", "0"], "0 is no whole number from 1 to 64"),
                                (["--organisations", "100", "--depth", "65"], "65 is no whole number"),
                                (["--organisations", "100", "--depth", "2.5"], "2.5 is no whole number"),
                                (["--depth", "3"], "how large?"),
                                ([], "--organisations 10000")):
            with self.subTest(arguments):
                done = self.clout("new", "x", "--from", "synthetic", *arguments, expect=2)
                self.assertIn(said, done.stderr)
                self.assertEqual(self.names(), ["small.yaml"])

    def test_a_size_is_for_synthetic_alone(self):
        done = self.clout("new", "x", "--organisations", "100", expect=2)
        self.assertIn("--organisations is for --from synthetic", done.stderr)
        done = self.clout("new", "x", "--from", "one-area", "--depth", "3", expect=2)
        self.assertIn("--depth is for --from synthetic", done.stderr)
        done = self.clout("new", "x", "--from", "sinthetic", expect=2)
        self.assertIn("did you mean 'synthetic'?", done.stderr)
        self.assertEqual(self.names(), ["small.yaml"])

    def test_out_names_the_folder(self):
        self.clout("new", "mine.yaml", "--out", "deep/er")
        self.assertIn("deep/er/mine.yaml", self.names())


class Check(CliCase):
    def test_a_sound_file(self):
        done = self.clout("check", "small.yaml")
        self.assertIn("small.yaml: sound; 3 arms", done.stdout)
        self.assertIn("4 organisations of 2 kinds, 1 body and 1 board in split", done.stdout)
        self.assertEqual(done.stderr, "")

    def test_every_problem_of_every_file_with_its_place(self):
        self.write("bad.yaml", SMALL.replace("mandate: {uniform: [0.2, 0.6]}", "mandat: 0.5")
                   .replace("years: 2", "years: -2"))
        done = self.clout("check", "small.yaml", "bad.yaml", expect=3)
        self.assertRegex(done.stderr, r"bad\.yaml:\d+:\d+: error: bodies\.group\.mandat: .*'mandate'")
        self.assertRegex(done.stderr, r"bad\.yaml:\d+:\d+: error: clock\.years: ")
        self.assertIn("small.yaml: sound", done.stdout)

    def test_resolved_is_a_sound_scenario_itself(self):
        done = self.clout("check", "small.yaml", "--resolved", "--arm", "united")
        self.assertRegex(done.stdout, r"mandate: 0\.9")
        self.write("resolved.yaml", done.stdout)
        self.clout("check", "resolved.yaml")

    def test_json(self):
        self.write("bad.yaml", SMALL.replace("years: 2", "years: -2"))
        files = json.loads(self.clout("check", "small.yaml", "bad.yaml", "--json", expect=3).stdout)["files"]
        self.assertEqual([file["sound"] for file in files], [True, False])
        self.assertEqual(files[1]["problems"][0]["path"], "clock.years")

    def test_an_unknown_arm(self):
        done = self.clout("check", "small.yaml", "--resolved", "--arm", "unitd", expect=2)
        self.assertIn("'united'", done.stderr)


class Run(CliCase):
    ROUND = {"year", "share", "decided", "received", "uptake", "lapsed", "unspent", "imposed", "boards",
             "independent", "taken_over", "closed"}

    def test_median_json_has_the_keys_that_others_rely_on(self):
        told = json.loads(self.clout("run", "small.yaml", "--arm", "united", "--median", "--json").stdout)
        self.assertEqual((told["scenario"], told["arm"]), ("A small area", "united"))
        self.assertEqual([r["year"] for r in told["rounds"]], [0, 0.5, 1, 1.5])
        for one in told["rounds"]:
            self.assertLessEqual(self.ROUND, one.keys())
            self.assertAlmostEqual(sum(one["share"].values()), 1)
            board = one["boards"][0]
            self.assertEqual((board["fund"], board["place"]), ("local", None))
            self.assertEqual([seat["name"] for seat in board["seats"]], ["group", "trust"])
            self.assertAlmostEqual(sum(seat["weight"] for seat in board["seats"]), 1)
            self.assertAlmostEqual(sum(board["split"].values()), 1)
        self.assertEqual(set(told["influence"]), {"local"})
        self.assertAlmostEqual(sum(told["influence"]["local"].values()), 1)

    def test_one_future_is_a_log_and_differs_from_the_next(self):
        log = self.clout("run", "small.yaml", "--replicate", "3").stdout
        self.assertIn("Replicate 3", log)
        self.assertIn("no finding", log)
        other = self.clout("run", "small.yaml", "--replicate", "4").stdout
        self.assertNotEqual(log.splitlines()[3:], other.splitlines()[3:])

    def test_one_future_is_the_same_as_in_the_ensemble(self):
        told = json.loads(self.clout("run", "small.yaml", "--replicate", "5", "--json").stdout)
        last_year = [r["share"]["gp"] for r in told["rounds"][-2:]]
        self.clout("run", "small.yaml", "--out", "out")
        table = [line.split(",") for line in (self.folder / "out/replicates.csv").read_text().splitlines()]
        column = table[0].index("share.gp")
        self.assertAlmostEqual(float(table[1 + 5][column]), sum(last_year) / 2, places=12)

    def test_without_either_the_futures_of_one_arm(self):
        text = self.clout("run", "small.yaml", "--arm", "united").stdout
        self.assertIn('40 futures to year 2 under "With a mandate"', text)
        told = json.loads(self.clout("run", "small.yaml", "--json").stdout)
        self.assertEqual((told["arm"], told["replicates"]), ("split", 40))
        self.assertIn("decided.gp", told["measures"])

    def test_the_arm_must_exist(self):
        done = self.clout("run", "small.yaml", "--arm", "unitd", expect=2)
        self.assertIn("did you mean 'united'?", done.stderr)


class Influence(CliCase):
    def test_names_sectors_and_steps(self):
        self.assertIn("General practice", self.clout("influence", "small.yaml").stdout)
        told = json.loads(self.clout("influence", "small.yaml", "--json", "--arm", "united").stdout)
        self.assertEqual(set(told["influence"]), {"sectors", "kinds", "organisations"})
        leaning = told["influence"]["sectors"]["leaning"]["mean"]
        for parts in ("sectors", "kinds"):
            self.assertAlmostEqual(sum(part["mean"] for part in told["influence"][parts].values()), 1, delta=1e-12)
        self.assertAlmostEqual(sum(told["influence"]["organisations"].values()) + leaning, 1, delta=1e-12)
        self.assertEqual(set(told["concentration"]), {"influence", "money"})
        self.assertTrue(told["ladder"] and told["boards"])
        seats = [rung["part"]["mean"] for rung in told["ladder"] if rung["seat"]]
        self.assertAlmostEqual(sum(seats), told["ladder_ends_at"]["mean"], delta=1e-12)
        self.assertAlmostEqual(told["influence"]["organisations"][told["organisation"]],
                               told["ladder_ends_at"]["mean"], delta=1e-12)
        self.assertEqual(told["arm"], "united")


class Diff(CliCase):
    def test_two_arms_of_one_file(self):
        done = self.clout("diff", "small.yaml", "--arms", "split,united")
        self.assertIn("mandate", done.stdout)
        self.assertIn("takeover", self.clout("diff", "small.yaml", "--arms", "split,same").stdout)

    def test_two_files_arm_by_arm(self):
        other = SMALL.replace("amount: 1\n", "amount: 2\n").replace("  same: {label: The same again, patch: {dynamics: {takeover: 0.5}}}\n", "")
        self.write("other.yaml", other)
        told = json.loads(self.clout("diff", "small.yaml", "other.yaml", "--json").stdout)["differences"]
        self.assertIn("amount", " ".join(told["every arm"]))
        self.assertEqual(told["arms"], ["arm 'same' is only in small.yaml"])

    def test_one_file_alone_is_wrong_usage(self):
        self.assertIn("--arms", self.clout("diff", "small.yaml", expect=2).stderr)
        self.clout("diff", "small.yaml", "--arms", "split", expect=2)
        self.clout("diff", "small.yaml", "--arms", "split,nobody", expect=2)


class SchemaAndDoctor(CliCase):
    def test_schema_is_draft_7(self):
        self.assertIn("draft-07", json.loads(self.clout("schema").stdout)["$schema"])

    def test_doctor_checks_itself(self):
        self.assertIn("same bits on 1 and on 2 threads", self.clout("doctor").stdout)
        facts = json.loads(self.clout("doctor", "--json", SLURM_CPUS_PER_TASK="3").stdout)
        self.assertEqual((facts["SLURM_CPUS_PER_TASK"], facts["threads clout will use"]), ("3", "3"))
        self.assertIn("one-area", facts["scenarios to start from"])


if __name__ == "__main__":
    unittest.main()
