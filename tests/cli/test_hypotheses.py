"""clout hypotheses: a suite of claims, with right and with wrong input."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from cli_case import CLOUT, SMALL, CliCase

PROTOCOLS = ["compromise", "nash", "setter", "contest", "condorcet"]
INDEX = """\
clout: 1
hypotheses:
  - {id: H1, claim: "A mandate raises the part of general practice.", source: "An article, 2023", kind: R, file: small.yaml,
     arm: united, against: split, measure: share.gp, expect: more, least: 0.001, construction: "A mandate is weight."}
  - {id: H2, claim: "It costs the trusts nothing.", source: "Another", kind: T, file: small.yaml, arm: united,
     against: split, measure: share.acute, expect: same, least: 0.0001}
  - {id: H3, claim: "A patch that does nothing does nothing.", source: "Us", kind: T, file: small.yaml, arm: same,
     against: split, measure: per_patient.gp, expect: same, least: 0}
  - {id: H4, claim: "A mandate lowers it.", source: "Nobody", kind: R, file: small.yaml, arm: united, against: split,
     measure: share.gp, expect: less, least: 0.001}
  - {id: H7, claim: "Morale rises.", source: "A third", kind: T, untestable: "morale is not modelled"}
"""


class Hypotheses(CliCase):
    def setUp(self):
        super().setUp()
        self.write("index.yaml", INDEX)

    def told(self, *arguments):
        return json.loads(self.clout("hypotheses", "index.yaml", "--json", *arguments).stdout)

    def refused(self, index, *arguments, expect=3):
        self.write("index.yaml", index)
        done = self.clout("hypotheses", "index.yaml", *arguments, expect=expect)
        self.assertEqual(done.stdout, "")
        return done.stderr

    def test_verdicts_follow_from_the_rule(self):
        told = self.told()
        self.assertEqual(told["protocols"], PROTOCOLS)
        self.assertEqual([h["id"] for h in told["hypotheses"]], ["H1", "H2", "H3", "H4", "H7"])
        for hypothesis in told["hypotheses"][:4]:
            experiment, under = hypothesis["experiment"], []
            turn = -1 if experiment["expect"] == "less" else 1
            for name in PROTOCOLS:
                theory = hypothesis["theories"][name]
                if experiment["expect"] == "same":
                    holds = theory["as_expected"] >= 0.9
                else:
                    self.assertEqual(theory["as_expected"], theory["p_greater" if turn > 0 else "p_less"])
                    holds = theory["as_expected"] >= 0.9 and turn * theory["mean"] > experiment["least"]
                self.assertEqual(theory["holds"], holds, (hypothesis["id"], name))
                under += [name] if holds else []
            self.assertEqual(hypothesis["under"], under)
            verdict = "holds" if len(under) == 5 else "holds_under" if under else "does_not_hold"
            self.assertEqual(hypothesis["verdict"], verdict)
        by_id = {h["id"]: h for h in told["hypotheses"]}
        self.assertEqual(by_id["H1"]["under"], [p for p in PROTOCOLS if p != "setter"])  # as test_studies has it
        self.assertEqual(by_id["H3"]["verdict"], "holds")
        self.assertEqual(by_id["H4"]["verdict"], "does_not_hold")
        self.assertTrue(by_id["H4"]["theories"]["nash"]["reversed"])
        self.assertEqual((by_id["H7"]["verdict"], by_id["H7"]["because"]), ("not_testable", "morale is not modelled"))
        for kind in "RT":
            self.assertEqual(sum(told["counts"][kind].values()),
                             sum(h["kind"] == kind for h in told["hypotheses"]))

    def test_figures_are_those_of_compare_under_that_theory(self):
        hypothesis = self.told("--only", "H1")["hypotheses"][0]
        for name in PROTOCOLS:
            compared = json.loads(self.clout("compare", "small.yaml", "--json", "--arms", "split,united", "--set",
                                             f"bodies.board.protocol={name}").stdout)
            theirs = compared["differences"]["united"]["share.gp"]
            self.assertEqual({key: hypothesis["theories"][name][key] for key in theirs}, theirs)
            self.assertEqual(hypothesis["theories"][name]["as_written"], name == "compromise")

    def test_text_has_rule_claim_experiment_and_verdict(self):
        text = self.clout("hypotheses", "index.yaml").stdout
        said = " ".join(text.split())
        self.assertLess(said.index("at least 90 % of futures"), said.index("H1 (R)"))
        for words in ("H1 (R) A mandate raises the part of general practice.", "Source An article, 2023",
                      '"With a mandate" against "As it is" (united against split)', "expected: more, by more than 0.1",
                      "40 futures, seed 7; small.yaml", "By building A mandate is weight.",
                      "Verdict holds under compromise, nash, contest and condorcet",
                      "does not hold; the opposite comes out under",
                      "Verdict not testable here, because morale is not modelled",
                      "R: its source asserts it", "T: its source leaves it open"):
            self.assertIn(words, said)
        for line in text.splitlines():
            self.assertLessEqual(len(line), 100, line)

    def test_some_only_and_other_luck(self):
        text = self.clout("hypotheses", "index.yaml", "--only", "H7,H1").stdout
        self.assertIn("2 hypotheses of 5", text)
        self.assertNotIn("H2", text)
        other = self.told("--only", "H1", "--seed", "8", "--replicates", "60")["hypotheses"][0]
        self.assertEqual((other["experiment"]["seed"], other["experiment"]["replicates"]), (8, 60))
        self.assertIn("did you mean 'H1'?", self.clout("hypotheses", "index.yaml", "--only", "HH1", expect=2).stderr)

    def test_threads_change_nothing(self):
        one, two = (self.clout("hypotheses", "index.yaml", "--json", "-j", n).stdout for n in (1, 2))
        self.assertEqual(one, two)

    def test_everything_that_is_wrong_at_once(self):
        said = self.refused("""\
clout: 2
hypothesis: []
hypotheses:
  - {id: H1, claim: "c", source: "s", kind: Q, file: none.yaml, arm: united, against: split, measure: share.gp,
     expect: moer, least: -1}
  - {id: H1, claim: "c", source: "s", kind: R, file: small.yaml, arm: unitd, against: split, measure: share.gp,
     expect: more, least: 0}
  - {id: H2, claim: "c", kind: R, file: small.yaml, arm: united, against: split, measure: share.gpp, expect: more,
     least: "0", soure: x}
  - {id: H3, claim: "c", source: "s", kind: T, untestable: "no", file: small.yaml}
  - {id: H4, claim: "c", source: "s", kind: T, file: small.yaml, arm: united, against: united, measure: share.gp,
     expect: more, least: 0}
  - nothing
""")
        for place, words in (("index.yaml:1:8", "the version of the language is 1"),
                             ("index.yaml:2:1", "did you mean 'hypotheses'?"),
                             ("index.yaml:4:45", "hypotheses.H1.kind: unknown kind 'Q'"),
                             ("index.yaml:5:14", "unknown expect 'moer'; did you mean 'more'?"),
                             ("index.yaml:5:27", "it must be at least 0"),
                             ("index.yaml:6:10", "'H1' is on line 4 already"),
                             ("index.yaml:8:5", "the key 'source' is missing"),
                             ("index.yaml:9:13", "remove the quotes"),
                             ("index.yaml:9:18", "did you mean 'source'?"),
                             ("index.yaml:10:66", "belongs to a hypothesis that is put to the test"),
                             ("index.yaml:11:88", "a difference needs two"),
                             ("index.yaml:13:5", "expected a map of keys and values")):
            self.assertRegex(said, f"(?m)^{place}: error: .*{re.escape(words)}")

    def test_arms_measures_and_files_are_looked_up(self):
        test = 'expect: more, least: 0}'
        said = self.refused(f"""\
clout: 1
hypotheses:
  - {{id: A, claim: c, source: s, kind: R, file: none.yaml, arm: united, against: split, measure: share.gp, {test}
  - {{id: B, claim: c, source: s, kind: R, file: small.yaml, arm: unitd, against: splot, measure: share.gp, {test}
  - {{id: C, claim: c, source: s, kind: R, file: small.yaml, arm: united, against: split, measure: share.gpp, {test}
  - {{id: D, claim: c, source: s, kind: R, file: broken.yaml, arm: united, against: split, measure: share.gp, {test}
  - {{id: E, claim: c, source: s, kind: R, file: broken.yaml, arm: united, against: split, measure: share.gp, {test}
""")
        self.assertRegex(said, r"(?m)^index.yaml:3:49: error: hypotheses.A.file: there is no file 'none.yaml'")
        self.assertRegex(said, r"(?m)^index.yaml:4:66: error: .*did you mean 'united'\?")
        self.assertRegex(said, r"(?m)^index.yaml:4:82: error: .*did you mean 'split'\?")
        self.assertRegex(said, r"(?m)^index.yaml:5:99: error: .*no measure 'share.gpp'; did you mean 'share.gp'\?")
        self.assertIn("broken.yaml'", said)
        self.write("broken.yaml", SMALL.replace("seed: 7", "sed: 7"))
        said = self.clout("hypotheses", "index.yaml", expect=3).stderr
        self.assertEqual(said.count("broken.yaml:5:1: error: sed: unknown key"), 1)

    def test_no_luck_and_unlike_arms_are_refused(self):
        self.write("still.yaml", SMALL.replace("seed: 7", "seed: 7\nstochastic: false"))
        self.write("long.yaml", SMALL.replace("{dynamics: {takeover: 0.5}}", "{clock: {years: 3}}"))
        line = ("  - {{id: {}, claim: c, source: s, kind: R, file: {}, arm: {}, against: split, measure: share.gp, "
                "expect: more, least: 0}}\n")
        said = self.refused("clout: 1\nhypotheses:\n" + line.format("A", "still.yaml", "united") +
                            line.format("B", "long.yaml", "same"))
        self.assertIn("stochastic: false", said)
        self.assertIn("clock.years", said)

    def test_what_is_no_suite(self):
        self.assertIn("there is no such file", self.clout("hypotheses", "none.yaml", expect=3).stderr)
        self.assertIn("starts with 'clout: 1'", self.refused("- a\n"))
        self.assertIn("the key 'hypotheses' is missing", self.refused("clout: 1\n"))
        self.assertIn("expected a list of hypotheses", self.refused("clout: 1\nhypotheses: {}\n"))
        self.assertIn("at most", self.clout("hypotheses", "index.yaml", "index.yaml", expect=2).stderr)

    def test_the_suite_beside_an_installed_program(self):
        with tempfile.TemporaryDirectory() as prefix:
            program = pathlib.Path(prefix) / "bin" / "clout"
            suite = pathlib.Path(prefix) / "share" / "clout" / "scenarios" / "hypotheses"
            program.parent.mkdir()
            suite.mkdir(parents=True)
            shutil.copy(CLOUT, program)
            (suite / "small.yaml").write_text(SMALL, encoding="utf-8")
            (suite / "index.yaml").write_text(INDEX, encoding="utf-8")
            done = subprocess.run([program, "hypotheses", "--only", "H3", "--json"], cwd="/", capture_output=True,
                                  encoding="utf-8", timeout=60, check=True, env=os.environ)
            told = json.loads(done.stdout)
            self.assertEqual(told["index"], str(suite / "index.yaml"))
            self.assertEqual(told["hypotheses"][0]["verdict"], "holds")


if __name__ == "__main__":
    unittest.main()
