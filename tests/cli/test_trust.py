"""Inputs that once went wrong, each for its kind: what is said of them now."""
import json
import unittest

from cli_case import SMALL, CliCase

# Three practices and a trust at one board, a lever each for votes, and room for more lines.
BOARD = """\
clout: 1
title: A board
clock: {{years: {years}, rounds_per_year: 2}}
seed: 3
replicates: {replicates}
programmes:
  access: {{delivered_by: {{gp: 1}}}}
  beds: {{delivered_by: {{acute: 1}}}}
sectors:
  gp: {{position: {{access: 3, beds: 1}}, spread: 0.3{sector}}}
  acute: {{position: {{access: 1, beds: 3}}}}
organisations:
  practice: {{sector: gp, {practice}}}
  trust: {{sector: acute, income: 300}}
bodies:
  board: {{{board}members: {{practice: {{votes: 1}}, trust: {{votes: 1}}}}}}
funds: {{pot: {{amount: 2, decided_by: board, status_quo: {{access: 1, beds: 1}}}}}}
dynamics: {{{dynamics}}}
arms:
  base: {{}}
  more: {{patch: {{bodies: {{board: {{members: {{practice: {{votes: 3}}}}}}}}}}}}
"""

POWER = """\
clout: 1
clock: {{years: 1}}
replicates: 1
programmes: {{a: {{delivered_by: {{s: 1}}}}, b: {{delivered_by: {{s: 1}}}}}}
sectors: {{s: {{position: {{a: 1, b: 1}}}}}}
organisations: {{{organisations}}}
bodies: {{board: {{quota: {quota}, members: {{{members}}}}}}}
funds: {{pot: {{amount: 1, decided_by: board, status_quo: {{a: 1, b: 1}}}}}}
"""


class Trust(CliCase):
    def board(self, name="board.yaml", extra="", **parts):
        filled = {"years": 2, "replicates": 60, "sector": "", "board": "", "dynamics": "",
                  "practice": "count: 3, income: 1.2, list_size: 8000", **parts}
        self.write(name, BOARD.format(**filled) + extra)
        return name

    def small(self, old, new, name="other.yaml"):
        self.assertIn(old, SMALL)
        self.write(name, SMALL.replace(old, new))
        return name

    def told(self, *arguments, expect=0):
        """What is printed, and what is said on stderr, each in one line."""
        done = self.clout(*arguments, expect=expect)
        return " ".join(done.stdout.split()), done.stderr

    def refused(self, name, *parts, verb="check"):
        said = self.clout(verb, name, expect=3).stderr
        for part in parts:
            self.assertIn(part, said)

    def warned(self, name, *parts):
        said = self.clout("check", name).stderr
        for part in parts:
            self.assertIn(part, said)


class Years(Trust):
    def test_a_year_that_is_not_whole_is_the_mean_over_its_rounds(self):
        for years, word in ((1.5, "the first half of year 2"), (2.5, "the first half of year 3")):
            name = self.board(years=years)
            text, _ = self.told("compare", name)
            self.assertIn(word, text)
            arm = json.loads(self.clout("compare", name, "--json").stdout)["arms"]["base"]["measures"]
            for money in (arm["decided.gp"], arm["decided.acute"]):
                self.assertAlmostEqual(money["by_year"][-1] / money["by_year"][0], 1, delta=0.5)
            total = sum(arm[f"decided.{sector}"]["by_year"][-1] for sector in ("gp", "acute"))
            self.assertAlmostEqual(total, 2, places=9)
            self.assertAlmostEqual(sum(arm[f"share.{sector}"]["by_year"][-1] for sector in ("gp", "acute")), 1)
        self.refused(self.board(years=1.3), "not a whole number of rounds")


class WithoutValue(Trust):
    CLOSING = {"sector": ", can_fail: true", "dynamics": "shock: 0.35, strain: 0.2", "years": 5, "replicates": 200}

    def test_futures_without_patients_are_left_out_of_that_measure_and_counted(self):
        for extra in ({}, {"dynamics": "shock: 1, strain: 0.2"}):
            name = self.board(**{**self.CLOSING, **extra})
            text, _ = self.told("compare", name)
            self.assertRegex(text, r"£[0-9.]+ a patient a year")
            self.assertRegex(text, r"futures? without a value left out")
            self.assertNotIn("told from nothing", self.told("attribute", name)[0])

    def test_without_lists_it_is_said_in_pounds(self):
        name = self.board(practice="count: 3, income: 1.2, list_size: 0", **self.CLOSING)
        for verb in ("compare", "attribute"):
            text, _ = self.told(verb, name)
            self.assertNotIn("a patient", text.split("Assumed")[0])
            self.assertRegex(text, r"£[0-9.]+(k|m)")


class SameLuck(Trust):
    def test_two_of_one_name_are_refused(self):
        for row in ("practice-1", "officer-1", "board"):
            self.write("r.csv", f"name,place,income,list_size,member_of\n{row},,,,\n")
            self.board(extra="", practice="count: 3, income: 1")
            text = (self.folder / "board.yaml").read_text().replace(
                "  trust:", "  officer: {sector: acute, count: 2, income: 5}\n"
                "  listed: {sector: gp, roster: r.csv, income: 5}\n  trust:")
            self.write("same.yaml", text.replace("trust: {votes: 1}}", "trust: {votes: 1}, listed: {}, officer: {}}"))
            self.refused("same.yaml", "r.csv:2", f"'{row}'")

    def test_another_programme_changes_nobody_elses_luck(self):
        name = self.board(replicates=40, sector=", can_fail: true", dynamics="shock: 0.4, opinion_noise: 0.05",
                          extra="  plus: {patch: {programmes: {dental: {delivered_by: {gp: 1}}}}}\n"
                                "  first: {patch: {programmes: {access: null, urgent: {delivered_by: {gp: 1}}}, sectors: "
                                "{gp: {position: {access: null, urgent: 3}}, acute: {position: {access: null, urgent: 1}}}, "
                                "funds: {pot: {status_quo: {access: null, urgent: 1}}}}}\n")
        self.clout("compare", name, "--arms", "base,plus", "--out", "out")
        rows = [line.split(",") for line in (self.folder / "out/replicates.csv").read_text().splitlines()]
        column = rows[0].index("independent.gp")
        by_arm = {arm: [row[column] for row in rows if row[0] == arm] for arm in ("base", "plus")}
        self.assertEqual(by_arm["base"], by_arm["plus"])
        self.assertNotEqual(len(set(by_arm["base"])), 1)


class NoFinding(Trust):
    def test_what_removes_nothing_or_changes_nothing_is_an_error(self):
        for patch, said in (("{bodies: {board: {members: {practice-2: null}}}}", "'practice-2' is one of several"),
                            ("{funds: {nothing: null}}", "there is no 'nothing' here to remove"),
                            ("{bodies: {board: {members: {trust: {votes: 1}}}}}", "is 1 already"),
                            ("{bodies: {group: {champion: 2}}}", "has no members in this arm"),
                            ("{organisations: {practice: {label: P}}}", "it changes words only")):
            with self.subTest(patch):
                text = self.board(extra="  out: {levers: [odd]}\n")
                text = (self.folder / text).read_text().replace(
                    "arms:", f"levers: {{odd: {{patch: {patch}}}}}\narms:").replace(
                    "bodies:\n", "bodies:\n  group: {members: {}}\n")
                self.write("odd.yaml", text)
                self.refused("odd.yaml", said)

    def test_one_of_several_stays_out_in_one_line(self):
        name = self.small("arms:\n", "  out: {label: Practice 2 stays out, patch: {bodies: {group: {members: "
                          "{practice: {except: [practice-2]}}}}}}\narms:\n  out: {levers: [out]}\n")
        text, said = self.told("compare", name, "--arms", "split,out")
        self.assertEqual(said, "")
        self.assertNotIn("comes to the same", text)
        self.refused(self.small("practice: {}}}\n  board", "practice: {except: [practice-9]}}}\n  board"), "practice-9",
                     "practice-1")

    def test_an_entry_by_which_nobody_joins_is_told_and_never_by_diff(self):
        name = self.board(extra="  in: {patch: {places: [north], bodies: {club: {place: north, members: {trust: {share: 0.1}}}}}}\n")
        self.warned(name, "bodies.club.members.trust: nobody joins by this entry: 'trust' stands in no place")
        self.assertNotIn("trust", self.told("diff", name, "--arms", "base,in")[0])

    def test_blocs_change_power_indices_only_and_that_is_said(self):
        for members in ("practice: {bloc: us}, trust: {bloc: us}", "practice: {bloc: us}"):
            name = self.board(extra=f"  bloc: {{patch: {{bodies: {{board: {{members: {{{members}}}}}}}}}}}\n")
            text, said = self.told("compare", name, "--arms", "base,bloc")
            self.assertIn("power indices only (blocs", said)
            self.assertIn('"bloc" comes to the same as "base"', text)
            self.assertIn("It changes power indices only (blocs: clout influence), and no money.", text)

    def test_arms_that_are_the_same_say_why(self):
        name = self.board(extra="  again: {label: Again}\n  words: {patch: {title: Another}}\n"
                                "  twice: {levers: [low, high]}\n  high: {levers: [high]}\n")
        text = (self.folder / name).read_text().replace("arms:", """levers:
  low: {patch: {bodies: {board: {members: {trust: {votes: 5}}}}}}
  high: {patch: {bodies: {board: {members: {trust: {votes: 7}}}}}}
arms:""")
        self.write(name, text)
        text, said = self.told("compare", name, "--arms", "base,again")
        self.assertIn("arms.again: this arm is the same as 'base'", said)
        self.assertIn('"Again" comes to the same as "base"', text)
        self.assertIn("Nothing that is computed differs between them.", text)
        text, _ = self.told("compare", name, "--arms", "base,high,twice")
        self.assertIn("differs between them: all that 'low' changes is set again by 'high'.", text)

    def test_a_setting_may_leave_a_lever_idle(self):
        text, said = self.told("compare", "small.yaml", "--arms", "split,united", "--set", "bodies.group.mandate=0.9")
        self.assertIn("with what --set lays over the file this lever changes nothing here", said)
        self.assertIn("'mandate' comes to nothing: bodies.group.mandate is 0.9 already", text)

    def test_bodies_that_never_spoke_are_named(self):
        name = self.small("  board: {label", "  idle: {members: {practice: {share: 0}}}\n  board: {label")
        text, _ = self.told("compare", name, "--arms", "split,united")
        self.assertIn("'idle' said nothing in any round of any future", text)
        name = self.small("practice: {sector: gp, count: 3, income: 1.2", "practice: {sector: gp, count: 3, clout: 0, income: 1.2")
        self.assertIn("'group' said nothing", self.told("run", name)[0])
        self.assertNotIn("said nothing", self.told("run", "small.yaml")[0])

    def test_labels_twice_and_settings_that_arms_replace(self):
        name = self.board(extra="  third: {label: more, patch: {dynamics: {shock: 1}}}\n")
        text, said = self.told("compare", name)
        self.assertIn("is called 'more' too", said)
        self.assertIn("more (more)", text)
        said = self.told("check", name, "--set", "bodies.board.members.practice.votes=2")[1]
        self.assertIn("arm 'more' replaces this", said)


class Headlines(Trust):
    def test_what_moved_most_is_named_beside_money(self):
        name = self.board(years=5, practice="count: 30, income: 1.2, list_size: 8000",
                          sector=", can_fail: true, taken_over_by: acute", dynamics="strain: 0.1",
                          extra="  taken: {patch: {dynamics: {takeover: 1, shock: 0.6}}}\n")
        text, _ = self.told("compare", name, "--arms", "base,taken")
        self.assertRegex(text.split("How much")[0], r"Beyond its band moved, too: .*still independent \(30\.0 to")


class Power(Trust):
    def power(self, quota=0.5, **seats):
        """Seats as name=(count, votes); Shapley–Shubik and Banzhaf of each entry."""
        self.write("power.yaml", POWER.format(
            quota=quota, organisations=", ".join(f"{k}: {{sector: s, count: {n}, income: 1}}" for k, (n, _) in seats.items()),
            members=", ".join(f"{k}: {{votes: {v}}}" for k, (_, v) in seats.items())))
        seats = json.loads(self.clout("influence", "power.yaml", "--json").stdout)["boards"][0]["seats"]
        return [[seat["shapley_shubik"], seat["banzhaf"]] for seat in seats]

    def expect(self, found, wanted):
        for indices, value in zip(found, wanted):
            for index in indices:
                self.assertAlmostEqual(index, value, places=9)

    def test_the_size_of_numbers_does_not_matter(self):
        self.expect(self.power(a=(1, 0.500004), b=(1, 0.499996)), [1, 0])
        self.expect(self.power(a=(1, 1e-12), b=(1, 1e-13)), [1, 0])
        for unit in (1e9, 1e12, 1e-12):
            self.expect(self.power(a=(1, unit), b=(1, unit), c=(1, unit / 2)), [1 / 3] * 3)

    def test_unanimity_needs_everybody(self):
        self.expect(self.power(quota=1, a=(1, 1), b=(1, 1), c=(1, 1)), [1 / 3] * 3)
        self.expect(self.power(quota=1, a=(1, 5), b=(1, 1)), [1 / 2] * 2)

    def test_thousands_of_alike_seats_take_no_time(self):
        found = self.power(k=(6669, 10), m=(10, 10))
        self.assertAlmostEqual(found[0][0] + found[1][0], 1, places=9)


class Damaged(Trust):
    def test_escapes_are_shown_and_never_obeyed(self):
        for label in (r'"\e[31mred\e[0m \x07"', r'"a\rb \x9b31m"', r'"\e]0;owned\a"'):
            name = self.small("label: General practice", f"label: {label}")
            for verb in (["compare", name], ["influence", name], ["run", name, "--median", "--log"], ["check", name]):
                done = self.clout(*verb)
                for obeyed in "\x1b\x07\r\x9b":
                    self.assertNotIn(obeyed, done.stdout + done.stderr)

    def test_what_crashed_is_answered(self):
        self.refused(self.small("  group: {label", "  x.y: {members: {practice: {}}}\n  group: {label"), "cannot be a name")
        self.refused(self.small("seed: 7", "seed: 7\nfocus: third").replace("", ""), "third")
        text = SMALL.replace("seed: 7", "seed: 7\nplaces: [here, there]").replace(
            "  board: {label: Board,", "  board: {label: Board, place: there, protocol: condorcet,").replace(
            "trust: {sector: acute,", "trust: {sector: acute, place: here,").replace(
            "members: {group: {votes: 1}, trust", "members: {trust")
        self.write("empty.yaml", text)
        self.warned("empty.yaml", "decides nothing")
        self.clout("run", "empty.yaml", "--median")
        self.clout("theories", "empty.yaml", "--arms", "split,united")

    def test_numbers_beyond_reason_are_refused_or_conserve_money(self):
        for path, value in (("sectors.gp.spread", "1e6"), ("sectors.gp.salience", "1e-300"), ("funds.core.growth", "1000"),
                            ("programmes.access.delivered_by.gp", "1e308"), ("bodies.group.mandate", "{beta: [1e300, 1]}")):
            said = self.clout("check", "small.yaml", "--set", f"{path}={value}", "--set", "clock.years=200", expect=3).stderr
            self.assertIn(path, said)
        for settings in (["sectors.gp.spread=10"], ["sectors.gp.salience=1e-18"], ["dynamics.opinion_noise=1e18"],
                         ["organisations.practice.clout=20", "sectors.gp.clout_factor=0"],
                         ["sectors.gp.spread={lognormal: [1, 5]}"]):
            flags = [word for setting in settings for word in ("--set", setting)]
            told = json.loads(self.clout("run", "small.yaml", "--median", "--json", *flags).stdout)
            for one in told["rounds"]:
                self.assertAlmostEqual(sum(one["share"].values()), 1, places=9)
                self.assertGreaterEqual(min(one["share"].values()), 0)
                for board in one["boards"]:
                    self.assertAlmostEqual(sum(board["split"].values()), 1, places=9)


class Links(Trust):
    def test_a_link_out_of_the_folder_is_refused_and_nothing_of_it_quoted(self):
        (self.folder / "in").mkdir()
        secret = self.write("secret.yaml", "password: hunter2\n")
        for kind, line in (("extends", "extends: link.yaml\n"), ("roster", None)):
            (self.folder / "in/link.yaml").unlink(missing_ok=True)
            (self.folder / "in/link.yaml").symlink_to(secret)
            text = line or SMALL.replace("practice: {sector: gp, count: 3,", "practice: {sector: gp, roster: link.yaml,")
            self.write("in/a.yaml", text)
            said = self.clout("check", "in/a.yaml", expect=3).stderr
            self.assertIn("a link that leads out of the folder", said)
            self.assertNotIn("hunter2", said)


if __name__ == "__main__":
    unittest.main()
