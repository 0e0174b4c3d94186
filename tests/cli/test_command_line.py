"""Flags, help, slips of the pen, and which stream says what."""
import json
import unittest

from cli_case import SMALL, CliCase

VERBS = ("new", "check", "compare", "run", "influence", "theories", "attribute", "diff", "explain", "schema",
         "doctor")


class Usage(CliCase):
    def wrong(self, *arguments):
        done = self.clout(*arguments, expect=2)
        self.assertEqual(done.stdout, "")
        return done.stderr

    def test_what_a_verb_would_ignore_is_refused(self):
        for arguments in (["explain", "mandate", "--replicates", "5"], ["show", "nothing.study", "--set", "x=y"],
                          ["verify", "nothing", "--seed", "3"]):
            self.assertIn("change what is played", self.clout(*arguments, expect=2).stderr)

    def test_json_is_refused_where_there_is_none(self):
        for arguments in (["explain", "mandate"], ["new", "mine"], ["plan", "small.yaml"], ["merge", "a.study", "--into", "b.study"],
                          ["export", "a.study", "--out", "there"]):
            self.assertIn("--json is for", self.wrong(*arguments, "--json"))

    def test_an_option_without_its_value_is_named(self):
        for arguments, message in ((["compare", "small.yaml", "--set"], "--set needs a value"), (["compare", "small.yaml", "-j"], "-j needs a value"),
                                   (["compare", "small.yaml", "-j", "1", "--jobs", "2"], "--jobs was given 2 times")):
            self.assertIn(message, self.clout(*arguments, expect=2).stderr)

    def test_help_and_version_go_to_stdout(self):
        text = self.clout("--help").stdout
        for verb in VERBS:
            self.assertIn(verb, text)
            told = self.clout(verb, "-h").stdout
            self.assertIn("--progress", told)
            # What a verb cannot do is refused in words, and not offered.
            for option, refused_by in (("--set ", ("explain", "schema")), ("--json ", ("new", "explain"))):
                self.assertEqual(option in told, verb not in refused_by, f"{verb} -h: {option}")
            self.assertRegex(self.clout(verb, "--version").stdout, r"^clout \d+\.\d+\.\d+\n$")
        self.assertRegex(self.clout("--version").stdout, r"^clout \d+\.\d+\.\d+\n$")

    def test_no_verb_at_all_shows_the_way(self):
        self.assertIn("compare", self.wrong())

    def test_misspelt_verbs_and_flags_are_answered_with_the_nearest(self):
        self.assertIn("did you mean 'compare'?", self.wrong("comapre", "small.yaml"))
        self.assertIn("did you mean --replicates?", self.wrong("compare", "small.yaml", "--replicats", "3"))

    def test_wrong_values(self):
        for arguments in (["--seed", "-1"], ["--seed", "1.5"], ["--seed", "18446744073709551616"],
                          ["-j", "0"], ["--replicates", "0"], ["--replicates", "10000001"],
                          ["--progress", "loud"],
                          ["--set", "nothing"], ["--set", "=3"], ["--arms", "nobody"]):
            with self.subTest(arguments):
                self.assertNotEqual(self.wrong("compare", "small.yaml", *arguments), "")

    def test_options_given_twice_or_empty_are_named(self):
        self.assertIn("--seed was given 2 times; it takes one value",
                      self.wrong("compare", "small.yaml", "--seed", "1", "--seed", "2"))
        self.assertIn("--out is empty", self.wrong("compare", "small.yaml", "--out", ""))
        self.assertIn("--arms is empty", self.wrong("compare", "small.yaml", "--arms", ""))
        self.assertIn("--arms is empty", self.wrong("compare", "small.yaml", "--arms="))
        self.clout("check", "small.yaml", "--set", "seed=1", "--set", "replicates=3")

    def test_help_of_a_verb(self):
        self.assertEqual(self.clout("help", "compare").stdout, self.clout("compare", "--help").stdout)
        self.assertEqual(self.clout("help").stdout, self.clout("--help").stdout)
        self.assertIn("did you mean 'compare'?", self.wrong("help", "comapre"))

    def test_explain(self):
        self.assertIn("without asking again", self.clout("explain", "mandate").stdout)
        self.assertIn("section 6.2", self.clout("explain", "bodies.group.mandate").stdout)
        self.assertIn("uptake", self.clout("explain", "list").stdout)
        self.assertIn("did you mean 'mandate'?", self.wrong("explain", "mandat"))

    def test_an_area_of_ones_own(self):
        self.clout("new", "mine", "--practices", "23", "--networks", "5", "--federations", "1", "--lmcs", "1",
                   "--acute", "2", "--councils", "2", "--seats", "12")
        self.assertIn("sound", self.clout("check", "mine.yaml").stdout)
        self.assertEqual(self.clout("check", "mine.yaml").stderr, "")
        told = json.loads(self.clout("compare", "mine.yaml", "--replicates", "8", "--json").stdout)
        self.assertEqual(list(told["arms"]), ["apart", "united", "lmc", "both"])
        self.assertIn("leave out one of the two", self.wrong("new", "other", "--seats", "12", "--from", "one-area"))
        self.assertIn("give it at least 5", self.wrong("new", "other", "--seats", "3"))

    def test_too_few_and_too_many_files(self):
        self.wrong("compare")
        self.assertIn("one scenario", self.wrong("compare", "small.yaml", "small.yaml"))
        self.wrong("diff", "a", "b", "c")

    def test_out_where_nothing_is_written(self):
        self.wrong("check", "small.yaml", "--out", "out")
        self.assertEqual(self.names(), ["small.yaml"])

    def test_median_and_replicate_exclude_each_other(self):
        self.wrong("run", "small.yaml", "--median", "--replicate", "1")


class Flags(CliCase):
    def compared(self, *arguments):
        return json.loads(self.clout("compare", "small.yaml", "--json", *arguments).stdout)

    def test_set_changes_the_scenario_before_any_arm(self):
        told = self.compared("--set", "funds.local.amount=2", "--set", "clock.years=1")
        self.assertEqual(len(told["arms"]["split"]["measures"]["lapsed"]["by_year"]), 1)
        measures = told["arms"]["split"]["measures"]
        decided = sum(measure["mean"] for name, measure in measures.items() if name.startswith("decided."))
        self.assertAlmostEqual(decided, 2)

    def test_set_takes_distributions(self):
        self.compared("--set", "funds.local.amount={uniform: [1, 2]}")

    def test_set_of_a_wrong_path_is_invalid_input(self):
        done = self.clout("compare", "small.yaml", "--set", "funds.local.amuont=2", expect=3)
        self.assertRegex(done.stderr, r"--set: error: funds\.local\.amuont: .*did you mean 'amount'")

    def test_what_cannot_be_is_told_under_the_option_that_asked_for_it(self):
        for verb, option, value, more in (("compare", "--set", "bodies.group.mandate=7", []),
                                          ("threshold", "--vary", "bodies.group.mandate=0:7", ["--until", "agreed >= 0.5"])):
            done = self.clout(verb, "small.yaml", option, value, *more, expect=3)
            self.assertIn(option + ": error: bodies.group.mandate: found 7", done.stderr)

    def test_seed_and_replicates_win_over_the_file(self):
        told = self.compared("--seed", "18446744073709551615", "--replicates", "17")
        self.assertEqual((told["seed"], told["replicates"]), (18446744073709551615, 17))
        self.assertNotEqual(told["arms"], self.compared("--replicates", "17")["arms"])

    def test_arms_chooses_and_orders(self):
        told = self.compared("--arms", "united,split")
        self.assertEqual(list(told["arms"]), ["united", "split"])
        self.assertEqual(list(told["differences"]), ["united"])  # the file's baseline, split, stays it
        self.assertEqual(list(self.compared("--arms", "united,same")["differences"]), ["same"])

    def test_arms_of_different_horizons_are_not_compared(self):
        longer = "longer: {patch: {clock: {years: 3}}}"
        self.write("long.yaml", SMALL.replace("same: {label: The same again, patch: {dynamics: {takeover: 0.5}}}", longer))
        self.assertIn("clock.years", self.clout("compare", "long.yaml", expect=3).stderr)
        self.clout("compare", "long.yaml", "--arms", "split,united")


class Streams(CliCase):
    def test_results_alone_are_on_stdout(self):
        done = self.clout("compare", "small.yaml", "--progress", "json", "--out", "out")
        self.assertTrue(done.stdout.startswith("A small area\n"))
        lines = [line for line in done.stderr.splitlines() if line.startswith("{")]
        last = json.loads(lines[-1])
        self.assertEqual((last["event"], last["done"]), ("progress", last["total"]))
        self.assertIn("results are in out", done.stderr)

    def test_plain_progress_is_lines(self):
        self.assertIn("100 %", self.clout("compare", "small.yaml", "--progress", "plain").stderr)

    def test_no_progress_without_a_terminal_and_nothing_when_quiet(self):
        self.assertEqual(self.clout("compare", "small.yaml").stderr, "")
        self.assertEqual(self.clout("compare", "small.yaml", "-q", "--out", "out").stderr, "")

    def test_verbose_tells_what_is_done(self):
        self.assertIn("replicates", self.clout("compare", "small.yaml", "-v").stderr)

    def test_no_escapes_without_a_terminal(self):
        self.assertNotIn("\033", self.clout("compare", "small.yaml").stdout)

    def test_text_fits_a_hundred_columns(self):
        for verb, *flags in (["compare"], ["compare", "--arms", "split,united"], ["run"], ["run", "--median"],
                             ["influence"], ["diff", "--arms", "split,united"], ["check"]):
            for line in self.clout(verb, "small.yaml", *flags).stdout.splitlines():
                self.assertLessEqual(len(line), 100, line)


if __name__ == "__main__":
    unittest.main()
