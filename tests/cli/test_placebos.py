"""Placebos: a mechanism at its neutral value leaves every bit as without it, and away from it does something; other
names and another order of things change names and nothing else."""
import json
import unittest

from cli_case import CliCase

# Small, and with something for every mechanism to act on: two places, broken talks, lapses, failures, a red line.
AREA = {
    "clout": 1,
    "title": "Placebo",
    "clock": {"years": 4, "rounds_per_year": 2},
    "seed": 5,
    "replicates": 24,
    "places": ["north", "south"],
    "programmes": {
        "access": {"delivered_by": {"gp": 1}},
        "urgent": {"delivered_by": {"gp": 0.2, "acute": 0.8}},
        "social": {"delivered_by": {"council": 0.9, "acute": 0.1}},
    },
    "sectors": {
        "gp": {"position": {"access": 6, "urgent": 1, "social": 1}, "spread": 0.5, "commitment": 0.5,
               "commitment_spread": 0.1, "susceptibility": 0.4, "income_spread": 0.5, "can_fail": True,
               "taken_over_by": "acute", "sign_off": ["pcn", "lmc"], "lapse_to": "acute", "imposed_below": 0.6,
               "imposed_after": 2},
        "acute": {"position": {"access": 1, "urgent": 6, "social": 1}},
        "council": {"position": {"access": 1, "urgent": 1, "social": 6}},
    },
    "organisations": {
        "practice": {"sector": "gp", "per_place": 8, "income": 1.2, "list_size": 8000},
        "trust": {"sector": "acute", "per_place": 2, "income": 20},
        "borough": {"sector": "council", "per_place": 1, "income": 15},
    },
    "bodies": {
        "pcn": {"per_place": 2, "mandate": 0.6, "fidelity": 0.9, "feedback": 0.4,
                "members": {"practice": {"deal": True, "share": 0.6}}},
        "lmc": {"per_place": 1, "mandate": 0.4, "fidelity": 0.9, "feedback": 0.4,
                "members": {"practice": {"share": 0.4, "home": False}}},
        "group": {"per_place": 1, "mandate": 0.7, "fidelity": 0.9, "feedback": 0.4, "champion": 1,
                  "members": {"pcn": {}, "lmc": {}}},
        "board": {"per_place": 1, "agenda_power": 0.2, "patience": 0.3, "formality": 0.6,
                  "red_lines": {"social": {"floor": 0.3, "rigidity": 0.5, "held_by": "borough"}},
                  "members": {"group": {"votes": 3, "initiative": 0.5}, "trust": {"votes": 3, "initiative": 0.5},
                              "borough": {"votes": 2, "initiative": 0.2}}},
    },
    "funds": {
        "core": {"amount": 12, "protected_for": "gp", "exposed": 0.1, "exposed_to": "local",
                 "exposed_as": {"access": 1}},
        "local": {"amount": 8, "decided_by": "board", "inertia": 0.4,
                  "status_quo": {"access": 1, "urgent": 3, "social": 1}},
    },
    "dynamics": {"tolerance": 0.1, "opinion_noise": 0.03, "demand_growth": 0.03, "money_to_clout": 0.5, "success": 0.2,
                 "predation": 0.1, "norm": 0.2, "reversion": 0.2, "commitment_noise": 0.1, "strain": 0.5, "shock": 0.3,
                 "mandate_decay": 0.3, "champion_exit": 0.2, "takeover": 0.5, "goodwill_recovery": 0.2,
                 "deadlock_cost": 0.3, "friction": 0.2},
}


def patched(document, patch):
    """RFC 7396."""
    if not isinstance(patch, dict):
        return patch
    result = dict(document) if isinstance(document, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = patched(result.get(key), value)
    return result


def gp(**keys):
    return {"sectors": {"gp": keys}}


def pcn(**keys):
    return {"bodies": {"pcn": keys}}


def board(**keys):
    return {"bodies": {"board": keys}}


def local(**keys):
    return {"funds": {"local": keys}}


def dynamics(**keys):
    return {"dynamics": keys}


def line(**keys):
    return board(red_lines={"social": keys})


def wish(floor):
    return board(red_lines={"access": {"floor": floor, "rigidity": 0.5, "relative": True}})


def answer(escalation):
    asked = {"floor": 0.6, "rigidity": 0.5, "held_by": "group", "dormant": True}
    return patched(board(red_lines={"access": asked}), dynamics(escalation=escalation))


def offer(**keys):
    return {"offers": {"split": {"by": "acute", "to": "pcn", "rate": 2, "worth": 0.5, **keys}}}


def shift(**keys):
    return {"shifts": {"clinics": {"programme": "urgent", "from": "acute", "to": "gp", "share": 0.2, **keys}}}


def joins(**keys):
    return {"bodies": {"lmc": {"members": {"practice": keys}}}}


NEED = {"access": 1, "urgent": 1, "social": 1}
EVERYBODY = [f"practice@{place}-{number}" for place in ("north", "south") for number in range(1, 9)]
# What it is, laid over what, its neutral value, and a value that must show.
MECHANISMS = (
    ("numbers with dates", {}, pcn(fidelity={"steps": {"0": 0.9, "1.5": 0.9}}),
     pcn(fidelity={"steps": {"0": 0.9, "1.5": 0.3}})),
    ("size penalty", {}, pcn(size_penalty=0), pcn(size_penalty=0.2)),
    ("upkeep", {}, pcn(upkeep=0), pcn(upkeep=0.5)),
    ("grant", pcn(upkeep=0.5), pcn(grant=0, granted_by="local"), pcn(grant=0.3, granted_by="local")),
    ("capture", pcn(upkeep=0.5, grant=0.3, granted_by="local"), pcn(capture=0), pcn(capture=0.5)),
    ("capture without a grant", pcn(upkeep=0.5), pcn(capture=0.5), pcn(capture=0.5, grant=0.3, granted_by="local")),
    ("equal weighing", {}, {"bodies": {"group": {"weighing": "clout"}}}, {"bodies": {"group": {"weighing": "equal"}}}),
    ("a relative line", {}, wish(0), wish(1.5)),
    ("a backed line of one who stands for itself", {}, line(backed=True), line(backed=True, held_by="group")),
    ("dormant lines that nothing wakes", {}, answer(0), answer(3)),
    ("withheld money", {}, board(withheld=0), board(withheld=0.4)),
    ("transparency", local(yardstick=NEED), board(transparency=0), board(transparency=0.4)),
    ("a yardstick that nobody looks at", {}, local(yardstick=NEED),
     patched(local(yardstick=NEED), board(transparency=0.4))),
    ("foresight", {}, board(foresight=0), board(foresight=0.8)),
    ("noise of splits", {}, local(noise=0), local(noise=0.2)),
    ("first call, none of the gap", {}, local(first_call={"sector": "acute", "limit": 0.3, "softness": 0}),
     local(first_call={"sector": "acute", "limit": 0.3, "softness": 0.5})),
    ("first call, nothing at most", {}, local(first_call={"sector": "acute", "limit": 0, "softness": 1}),
     local(first_call={"sector": "acute", "limit": 0.3, "softness": 1})),
    ("honoured", {}, {"funds": {"core": {"honoured": 1}}}, {"funds": {"core": {"honoured": 0.3}}}),
    ("imposed pay", {}, gp(imposed_pay=1), gp(imposed_pay=0.2)),
    ("unanimity", {}, gp(unanimity=0), gp(unanimity=0.5)),
    ("where organisations start", {}, gp(resilience=1), gp(resilience=0.5)),
    ("spread of where they start", gp(resilience=0.8), gp(resilience_spread=0), gp(resilience_spread=0.3)),
    ("a sector's growth of need", {}, gp(demand_growth=0.03), gp(demand_growth=0.09)),
    ("cumulative advantage", {}, dynamics(cumulative_advantage=0), dynamics(cumulative_advantage=3)),
    ("clout of shifted work", shift(), shift(clout=0), shift(clout=4)),
    ("acquisition", {}, dynamics(acquisition=0), dynamics(acquisition=0.8)),
    ("only those who are there", {}, joins(only=EVERYBODY), joins(only=EVERYBODY[1:])),
    ("except nobody", {}, joins(**{"except": []}), joins(**{"except": EVERYBODY[:1]})),
)
# With offers, money is summed body by body, so that the last digit may differ.
ALMOST = (
    ("offers never made", {}, offer(rate=0), offer()),
    ("offers of nothing", {}, offer(worth=0), offer()),
    ("an alliance of one", {}, pcn(weighing="equal"), {"bodies": {"group": {"weighing": "equal"}}}),
)
# Everything at once, so that nothing goes by its name.
EVERYTHING = (pcn(upkeep=0.5, grant=0.3, granted_by="local", capture=0.3, size_penalty=0.1,
                  mandate={"steps": {"0": 0.6, "2": 0.8}}),
              {"bodies": {"group": {"weighing": "equal"}}}, offer(), answer(2),
              board(red_lines={"urgent": {"floor": 1, "relative": True, "rigidity": 0.5, "held_by": "group",
                                          "backed": True}}),
              board(withheld=0.2, transparency=0.2, foresight=0.5),
              local(noise=0.1), local(yardstick=NEED),
              local(first_call={"sector": "acute", "limit": 0.2, "softness": 0.5}),
              {"funds": {"core": {"honoured": 0.5}}}, shift(clout=2),
              gp(imposed_pay=0.5, unanimity=0.3, resilience=0.7, resilience_spread=0.2, demand_growth=0.04),
              dynamics(cumulative_advantage=1, acquisition=0.3))


class Placebos(CliCase):
    def measures(self, document):
        """Every measure of every year, over all futures."""
        path = self.write("placebo.yaml", json.dumps(document))
        return json.loads(self.clout("run", path, "--json").stdout)["measures"]

    def assert_close(self, one, other):
        self.assertEqual(one.keys(), other.keys())
        for name, figures in one.items():
            for ours, theirs in zip(figures["by_year"], other[name]["by_year"], strict=True):
                self.assertAlmostEqual(ours, theirs, delta=1e-9 * max(1, abs(ours)), msg=name)


class Mechanisms(Placebos):
    def test_a_neutral_value_leaves_every_bit_and_another_does_not(self):
        for protocol in ("compromise", "setter"):
            for name, base, neutral, live in MECHANISMS:
                with self.subTest(name, protocol=protocol):
                    under = patched(patched(AREA, base), board(protocol=protocol))
                    without = self.measures(under)
                    self.assertEqual(without, self.measures(patched(under, neutral)))
                    self.assertNotEqual(without, self.measures(patched(under, live)))

    def test_some_are_neutral_but_for_the_last_digit(self):
        for name, base, neutral, live in ALMOST:
            with self.subTest(name):
                under = patched(AREA, base)
                without = self.measures(under)
                self.assert_close(without, self.measures(patched(under, neutral)))
                with self.assertRaises(AssertionError):
                    self.assert_close(without, self.measures(patched(under, live)))


    def test_numbers_that_share_their_luck_are_one_number(self):
        def parts(**luck):
            pot = {"uniform": [5, 11], **luck}
            document = patched(AREA, {"funds": {"core": {"amount": pot, "exposed": 0}, "local": {"amount": pot}}})
            found = self.measures(document)
            return [sum(found[f"{what}.{sector}"]["mean"] for sector in AREA["sectors"])
                    for what in ("received", "decided")]
        received, decided = parts(luck="pots")
        self.assertAlmostEqual(received, 2 * decided, delta=1e-9 * received)
        received, decided = parts()
        self.assertNotAlmostEqual(received, 2 * decided, delta=1e-3 * received)


def renamed(document, names):
    """Every name exchanged for another, wherever it stands."""
    if isinstance(document, dict):
        return {names.get(key, key): renamed(value, names) for key, value in document.items()}
    if isinstance(document, list):
        return [renamed(item, names) for item in document]
    return names.get(document, document) if isinstance(document, str) else document


def measures_renamed(measures, names):
    return {".".join(names.get(word, word) for word in name.split(".")): figures for name, figures in measures.items()}


def swapped(first, second):
    return {first: second, second: first}


class Names(Placebos):
    """Order stays, names go round. Luck is drawn by the names of organisations and programmes, of boards, and of bodies
    that champions leave or that are offered money; a sector's has none, and on the median path nothing has any."""

    def whole(self, without=None):
        document = AREA
        for patch in EVERYTHING:
            if patch is not without:
                document = patched(document, patch)
        return document

    def test_everything_that_is_in_the_whole_acts(self):
        for luck in ({}, {"stochastic": False}):
            whole = self.measures(patched(self.whole(), luck))
            for patch in EVERYTHING:
                if luck and "noise" in str(patch):
                    continue
                with self.subTest(patch, **luck):
                    self.assertNotEqual(whole, self.measures(patched(self.whole(without=patch), luck)))

    def test_sectors_that_exchange_names_exchange_results(self):
        names = swapped("gp", "council")
        self.assertEqual(measures_renamed(self.measures(self.whole()), names),
                         self.measures(renamed(self.whole(), names)))

    def test_a_body_by_another_name_gets_the_same(self):
        names = {**swapped("pcn", "lmc"), "group": "a_group"}
        document = patched(self.whole(), {"offers": None, "dynamics": {"champion_exit": 0}})
        self.assertEqual(self.measures(document), self.measures(renamed(document, names)))

    def test_on_the_median_path_no_name_matters_at_all(self):
        for protocol in ("compromise", "nash", "setter", "contest", "condorcet"):
            with self.subTest(protocol):
                document = patched(patched(self.whole(), {"stochastic": False}), board(protocol=protocol))
                names = {**swapped("gp", "acute"), **swapped("practice", "trust"), **swapped("pcn", "group"),
                         **swapped("access", "social"), **swapped("north", "south"), **swapped("core", "local"),
                         "borough": "z"}
                self.assertEqual(measures_renamed(self.measures(document), names),
                                 self.measures(renamed(document, names)))

    def test_the_order_of_sectors_and_programmes_changes_last_digits_only(self):
        document = self.whole()
        turned = {**document, "focus": "gp"}
        for part in ("sectors", "programmes"):
            turned[part] = dict(reversed(list(document[part].items())))
        self.assert_close(self.measures({**document, "focus": "gp"}), self.measures(turned))


if __name__ == "__main__":
    unittest.main()
