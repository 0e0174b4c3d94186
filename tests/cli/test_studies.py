"""theories and attribute, with right and with wrong input."""
import csv
import json
import signal
import subprocess
import time
import unittest

from cli_case import CLOUT, SMALL, CliCase

PROTOCOLS = {"compromise", "nash", "setter", "contest", "condorcet"}
TWO_LEVERS = SMALL.replace("levers:\n", """levers:
  chair: {label: A second vote, patch: {bodies: {board: {members: {group: {votes: 2}}}}}}
  quiet: {label: Nothing new, patch: {dynamics: {champion_exit: 0.5}}}
""").replace("arms:\n", """baseline: split
arms:
  all: {label: All levers, levers: [mandate, chair, quiet], patch: {dynamics: {tolerance: 0.2}}}
  turned: {levers: [chair, mandate]}
""")


class Study(CliCase):
    def table(self, name):
        with (self.folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


class Theories(Study):
    def theories(self, *arguments):
        return json.loads(self.clout("theories", "small.yaml", "--json", *arguments).stdout)

    def test_every_theory_with_its_sizes_and_counts(self):
        told = self.theories("--arms", "split,united")
        self.assertLessEqual(PROTOCOLS, set(told["theories"]))
        for name, theory in told["theories"].items():
            found = theory["arms"]["united"]
            self.assertEqual(theory["as_written"], name == "compromise")
            self.assertEqual(sum(found["futures"].values()), 40)
            self.assertLessEqual(found["difference"]["p05"], found["difference"]["p95"])
            self.assertIn(found["verdict"], {"gains", "loses", "about_the_same", "unclear"})
            self.assertAlmostEqual(found["relative"]["mean"], found["difference"]["mean"] / theory["level"], places=9)
        survival = told["survival"]["united"]
        sizes = {name: theory["arms"]["united"]["difference"]["mean"] for name, theory in told["theories"].items()}
        self.assertEqual(survival["most"], max(sizes, key=sizes.get))

    def test_the_written_theory_is_what_compare_finds(self):
        ours = self.theories("--arms", "split,united")["theories"]["compromise"]["arms"]["united"]["difference"]
        compared = json.loads(self.clout("compare", "small.yaml", "--json", "--arms", "split,united").stdout)
        theirs = compared["differences"]["united"]["per_patient.gp"]
        self.assertEqual({key: ours[key] for key in ("mean", "p05", "p95", "se")},
                         {key: theirs[key] for key in ("mean", "p05", "p95", "se")})

    def test_protocols_are_chosen_and_ordered(self):
        self.assertEqual(list(self.theories("--protocols", "nash,compromise,nash")["theories"]), ["nash", "compromise"])

    def test_text_is_a_table_and_a_sentence(self):
        text = self.clout("theories", "small.yaml", "--arms", "split,united").stdout
        said = " ".join(text.split())
        self.assertIn('Against "As it is", general practice in "With a mandate" gains under 4 theories of '
                      'bargaining (compromise, nash,', said)
        self.assertIn("gets about the same under 1 (setter), loses under none: from ±0 a patient a year (setter) "
                      "to +£0.71", said)
        for name in PROTOCOLS:
            self.assertRegex(text, rf"(?m)^{name}.* / .* / ")
        text = self.clout("theories", "small.yaml", "--arms", "split,same").stdout
        self.assertIn("exactly the same in every future", " ".join(text.split()))

    def test_many_arms_are_one_line_each(self):
        self.write("small.yaml", TWO_LEVERS)
        text = self.clout("theories", "small.yaml").stdout
        self.assertRegex(text, r"(?m)^The same again .*nothing")
        for line in text.splitlines():
            self.assertLessEqual(len(line), 100, line)

    def test_the_median_path_finds_nothing(self):
        told = self.theories("--set", "stochastic=false")
        self.assertEqual(told["survival"], {})
        self.assertIsNone(told["theories"]["nash"]["arms"]["united"]["verdict"])
        self.assertIn("MEDIAN PATH", self.clout("theories", "small.yaml", "--set", "stochastic=false").stdout)

    def test_wrong_input(self):
        for arguments, message in ((["--protocols", "compromis"], "did you mean 'compromise'?"),
                                   (["--protocols", "xyzzy"], "there are compromise"),
                                   (["--arms", "split"], "at least two"),
                                   (["--arms", "split,split"], "asked for twice"),
                                   (["--arms", "split,unitd"], "did you mean 'united'?")):
            done = self.clout("theories", "small.yaml", *arguments, expect=2)
            self.assertIn(message, done.stderr)
            self.assertEqual(done.stdout, "")
        self.write("long.yaml", SMALL.replace("same: {label: The same again, patch: {dynamics: {takeover: 0.5}}}", "longer: {patch: {clock: {years: 3}}}"))
        self.assertIn("clock.years", self.clout("theories", "long.yaml", expect=3).stderr)

    def test_a_folder_of_results(self):
        self.clout("theories", "small.yaml", "--out", "out")
        self.assertEqual(sorted(self.names()), ["out/manifest.json", "out/theories.csv", "out/theories.json",
                                                "out/theories.txt", "small.yaml"])
        rows = self.table("out/theories.csv")
        self.assertEqual(len(rows), 2 * len(json.loads((self.folder / "out/theories.json").read_text())["theories"]))


class Attribute(Study):
    def setUp(self):
        super().setUp()
        self.write("two.yaml", TWO_LEVERS)

    def attribute(self, *arguments):
        return json.loads(self.clout("attribute", "two.yaml", "--json", *arguments).stdout)

    def test_parts_sum_to_the_difference(self):
        told = self.attribute("--from", "split", "--to", "all")
        self.assertEqual([part["name"] for part in told["parts"]], ["mandate", "chair", "quiet", "all"])
        self.assertEqual([part["kind"] for part in told["parts"]], ["lever", "lever", "lever", "changes"])
        self.assertAlmostEqual(sum(part["mean"] for part in told["parts"]), told["total"]["mean"], delta=1e-12)
        self.assertEqual((told["exact"], told["combinations"], len(told["interactions"])), (True, 16, 6))
        quiet = told["parts"][2]
        self.assertEqual((quiet["mean"], quiet["p_equal"]), (0, 1))
        compared = json.loads(self.clout("compare", "two.yaml", "--json", "--arms", "split,all").stdout)
        self.assertEqual(told["total"]["mean"], compared["differences"]["all"][told["measure"]]["mean"])

    def test_defaults_are_the_baseline_and_the_first_other_arm(self):
        told = json.loads(self.clout("attribute", "small.yaml", "--json").stdout)
        self.assertEqual((told["from"]["name"], told["to"]["name"]), ("split", "united"))
        self.assertEqual(told["measure"], "per_patient.gp")

    def test_without_list_sizes_it_is_contested_money(self):
        self.write("two.yaml", TWO_LEVERS.replace(", list_size: 8000", ""))
        self.assertEqual(self.attribute()["measure"], "decided.gp")

    def test_any_measure(self):
        told = self.attribute("--from", "split", "--to", "all", "--measure", "influence.gp")
        self.assertEqual(told["measure"], "influence.gp")
        self.assertGreater(told["total"]["mean"], 0)

    def test_removals(self):
        told = self.attribute("--from", "all", "--to", "united")
        self.assertEqual([(part["name"], part["kind"]) for part in told["parts"]],
                         [("chair", "lever_dropped"), ("quiet", "lever_dropped"), ("all", "changes_dropped")])

    def test_text_has_a_bar_for_every_part_that_does_something(self):
        text = self.clout("attribute", "two.yaml", "--from", "split", "--to", "all").stdout
        self.assertRegex(text, r"(?m)^A mandate +[+-]£[\d.]+  [█░]+ ")
        self.assertRegex(text, r"(?m)^Nothing new +±0 +±0 +±0 +±0$")
        self.assertIn('Exactly nothing in any future: "Nothing new".', text)
        for line in text.splitlines():
            self.assertLessEqual(len(line), 100, line)
        self.write("two.yaml", TWO_LEVERS.replace(", patch: {dynamics: {takeover: 0.5}}", ""))
        text = self.clout("attribute", "two.yaml", "--from", "split", "--to", "same").stdout
        self.assertIn("no difference to attribute", " ".join(text.split()))

    def test_a_moved_border_is_judged_on_all_money(self):
        self.write("two.yaml", TWO_LEVERS.replace("levers:\n", "levers:\n  open: {patch: {funds: {core: {exposed: 0.5, "
                                                  "exposed_to: local}}}}\n", 1)
                   .replace("arms:\n", "arms:\n  opened: {levers: [open]}\n"))
        self.assertEqual(self.attribute("--from", "split", "--to", "opened")["measure"], "received.gp")
        self.assertEqual(self.attribute("--from", "split", "--to", "united")["measure"], "per_patient.gp")

    def test_wrong_input(self):
        for arguments, message in ((["--to", "unitd"], "did you mean 'united'?"),
                                   (["--from", "nobody"], "has no arm 'nobody'"),
                                   (["--from", "united", "--to", "united"], "name two arms"),
                                   (["--measure", "shar.gp"], "did you mean 'share.gp'?"),
                                   (["--measure", "nonsense"], "there are share.gp")):
            done = self.clout("attribute", "two.yaml", *arguments, expect=2)
            self.assertIn(message, done.stderr)
            self.assertEqual(done.stdout, "")
        self.write("one.yaml", SMALL[:SMALL.index("levers:")])
        self.assertIn("only one arm", self.clout("attribute", "one.yaml", expect=2).stderr)
        done = self.clout("attribute", "two.yaml", "--from", "all", "--to", "turned", expect=3)
        self.assertIn("different orders", done.stderr)

    def test_levers_that_cannot_be_taken_apart(self):
        self.write("two.yaml", TWO_LEVERS.replace("levers:\n", """levers:
  club: {patch: {bodies: {club: {members: {practice: {share: 0.5}}}}}}
  half: {patch: {bodies: {group: {members: {practice: {share: 0.5}}}}}}
""", 1).replace("arms:\n", "arms:\n  clubbed: {levers: [half, club]}\n"))
        done = self.clout("attribute", "two.yaml", "--from", "split", "--to", "clubbed", expect=3)
        self.assertIn("cannot be taken apart", done.stderr)
        self.assertIn("(in levers club)", done.stderr)

    def test_a_folder_of_results(self):
        self.clout("attribute", "two.yaml", "--from", "split", "--to", "all", "--out", "out")
        rows = self.table("out/attribution.csv")
        self.assertEqual(list(rows[0]), ["replicate", "mandate", "chair", "quiet", "changes of all", "total"])
        self.assertEqual(len(rows), 40)
        told = json.loads((self.folder / "out/attribution.json").read_text(encoding="utf-8"))
        self.assertAlmostEqual(sum(float(row["total"]) for row in rows) / 40, told["total"]["mean"], places=12)

    def test_the_same_on_one_thread_and_on_two(self):
        one, two = (self.clout("attribute", "two.yaml", "--json", "-j", jobs).stdout for jobs in (1, 2))
        self.assertEqual(one, two)


class Stopped(CliCase):
    def test_the_first_signal_hands_over_what_is_complete(self):
        for verb, replicates in (("theories", 300000), ("attribute", 3000000)):
            process = subprocess.Popen([CLOUT, verb, "small.yaml", "--replicates", str(replicates), "--progress", "json",
                                        "--json"], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                       env=self.environment())
            self.addCleanup(process.kill)
            self.assertIn(b"progress", process.stderr.readline())
            time.sleep(0.3)
            process.send_signal(signal.SIGINT)
            told, said = process.communicate(timeout=60)
            self.assertEqual(process.returncode, 130, said)
            told = json.loads(told)
            self.assertTrue(told["stopped_early"])
            self.assertTrue(0 < told["replicates"] < replicates)


if __name__ == "__main__":
    unittest.main()
