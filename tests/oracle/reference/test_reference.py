"""The reference program against cases worked out by hand: `python3 test_reference.py`."""
import math
import os
import tempfile
import unittest

import scenario
from numbers_at_median import incomplete_beta, median
from protocols import Table, decide
from reference import run_median
from system import CLOSED, TAKEN_OVER, System


def two_rivals(**more):
    """Two sectors, one organisation each with clout 3 and 1, one pot of 10, one programme each."""
    document = {
        "clout": 1, "clock": {"years": 3},
        "programmes": {"red": {"delivered_by": {"a": 1}}, "blue": {"delivered_by": {"b": 1}}},
        "sectors": {"a": {"position": {"red": 1}}, "b": {"position": {"blue": 1}}},
        "organisations": {"one": {"sector": "a", "income": 30, "clout": 3},
                          "two": {"sector": "b", "income": 30, "clout": 1}},
        "bodies": {"board": {"formality": 0, "patience": 10, "members": {"one": {}, "two": {}}}},
        "funds": {"pot": {"amount": 10, "decided_by": "board", "status_quo": {"red": 1, "blue": 1}}}}
    return scenario.merge(document, more)


class Numbers(unittest.TestCase):
    def test_medians_in_closed_form(self):
        self.assertEqual(median({"uniform": [1, 4]}), 2.5)
        self.assertEqual(median({"pick": [4, 1, 3, 2]}), 2)
        self.assertEqual(median({"normal": [1.5, 1]}, 0, 1), 1)
        self.assertEqual(median({"value": {"lognormal": [3, 1]}, "basis": "observed"}), 3)
        self.assertAlmostEqual(median({"triangular": [0, 1, 1]}), math.sqrt(0.5), delta=1e-15)
        self.assertAlmostEqual(median({"triangular": [0, 0, 1]}), 1 - math.sqrt(0.5), delta=1e-15)

    def test_beta_medians(self):
        for b in (0.3, 1, 2.5, 40):  # I_x(1, b) = 1 − (1 − x)^b
            self.assertAlmostEqual(median({"beta": [1, b]}), 1 - 0.5 ** (1 / b), delta=1e-14)
        for a, b in ((2, 3), (0.7, 5.5), (30, 2), (200, 300)):
            x = median({"beta": [a, b]})
            self.assertAlmostEqual(incomplete_beta(a, b, x), 0.5, delta=2e-13)
            self.assertAlmostEqual(median({"beta": [b, a]}), 1 - x, delta=1e-13)
        x = median({"beta": [2, 3]})  # I_x(2, 3) as a polynomial
        self.assertAlmostEqual(6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4, 0.5, delta=1e-14)


class Reading(unittest.TestCase):
    def test_merge_keeps_order_and_leaves(self):
        merged = scenario.merge({"a": 1, "b": {"uniform": [0, 1]}, "c": {"d": 2}},
                                {"b": {"beta": [2, 3]}, "a": None, "c": {"e": 3}, "z": 4})
        self.assertEqual(list(merged), ["b", "c", "z"])
        self.assertEqual(merged["b"], {"beta": [2, 3]})
        self.assertEqual(merged["c"], {"d": 2, "e": 3})
        self.assertEqual(list(scenario.merge(merged, {"b": None})), ["c", "z"])

    def test_a_lever_over_a_base_may_remove(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "base.yaml"), "w", encoding="utf-8") as file:
                file.write("bodies: {b: {members: {x: {}, y: {}}}}\n")
            path = os.path.join(folder, "over.yaml")
            with open(path, "w", encoding="utf-8") as file:
                file.write("extends: base.yaml\nlevers: {l: {patch: {bodies: {b: {members: {x: null}}}}}}\n"
                           "arms: {one: {levers: [l]}, two: {}}\n")
            document = scenario.read(path)
        self.assertEqual(list(scenario.arm_document(document, "one")["bodies"]["b"]["members"]), ["y"])
        self.assertEqual(list(scenario.arm_document(document, "two")["bodies"]["b"]["members"]), ["x", "y"])

    def test_names_deals_and_homes(self):
        document = two_rivals(
            places=["n", "s"],
            organisations={"one": {"per_place": {"n": 3, "s": 1}}, "three": {"sector": "a", "income": 1,
                                                                             "count": 2, "place": "s"}},
            bodies={"group": {"per_place": 2, "members": {"one": {"deal": True}}},
                    "all": {"per_place": 1, "members": {"one": {"share": 0}, "three": {}}}})
        system = System(document)
        names = {b.name: [link.member.name for link in b.links] for b in system.bodies}
        self.assertEqual(names["group@n-1"], ["one@n-1", "one@n-3"])
        self.assertEqual(names["group@n-2"], ["one@n-2"])
        self.assertEqual(names["group@s-2"], [])
        self.assertEqual(names["all@s"], ["one@s-1", "three-1", "three-2"])
        homes = {o.name: o.home and o.home.name for o in system.organisations}
        self.assertEqual(homes["one@n-2"], "group@n-2")
        self.assertEqual(homes["three-1"], "all@s")
        self.assertIsNone(homes["two"])


class Bargaining(unittest.TestCase):
    def table(self, **more):
        fields = dict(w=[0.5, 0.3, 0.2], s=[1, 1, 1], votes=[1, 1, 1], initiative=[0, 0, 0],
                      q=[[0.8, 0.1, 0.1], [0.1, 0.8, 0.1], [0.1, 0.1, 0.8]], x=[0.2, 0.2, 0.6])
        return Table(**{**fields, **more})

    def near(self, found, expected, delta=1e-12):
        for a, b in zip(found, expected, strict=True):
            self.assertAlmostEqual(a, b, delta=delta)

    def test_contest(self):
        corners = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        self.near(decide("contest", self.table(q=corners, w=[0.6, 0.3, 0.1])), [2 / 3, 1 / 3, 0])
        self.near(decide("contest", self.table(q=corners, w=[1, 0, 0])), [1, 0, 0])

    def test_nash(self):
        free = decide("nash", self.table(reversion=0))
        self.near(free, decide("compromise", self.table()))
        self.near(decide("nash", self.table(reversion=1e-9)), free, 1e-5)
        fixed = decide("compromise", self.table())
        self.near(decide("nash", self.table(x=fixed, reversion=0.99)), fixed, 1e-5)
        for reversion in (0.3, 0.9, 0.99):
            self.assert_greatest(self.table(reversion=reversion))

    def assert_greatest(self, table):
        def value(z):
            total = 0
            for w, q in zip(table.w, table.q):
                q = [(1 - 1e-6) * a + 1e-6 / 3 for a in q]
                now = math.prod(b ** a for a, b in zip(q, z))
                stands = math.prod(((1 - 1e-6) * b + 1e-6 / 3) ** a for a, b in zip(q, table.x))
                if now <= table.reversion * stands:
                    return -math.inf
                total += w * math.log(now - table.reversion * stands)
            return total

        z = decide("nash", table)
        best = value(z)
        self.assertAlmostEqual(sum(z), 1, delta=1e-12)
        for n in range(24):
            step = [math.cos(n + k * 2.1) for k in range(3)]
            moved = [a + 1e-5 * (d - sum(step) / 3) for a, d in zip(z, step)]
            self.assertGreater(best, value(moved))

    def test_setter(self):
        # The third seat proposes; with two of three votes the nearer of its equals comes along.
        table = self.table(q=[[1, 0], [0.4, 0.6], [0, 1]], x=[0.6, 0.4], initiative=[0.1, 0, 0.2])
        # q2 accepts up to 2 · (−.6, .6)·(−.2, .2) / .72 = 2/3 of the way from x to q3.
        self.near(decide("setter", table), [0.6 - 0.6 * 2 / 3, 0.4 + 0.6 * 2 / 3])
        table.quota = 1  # now the first seat is asked as well, and will have none of it
        self.near(decide("setter", table), [0.6, 0.4])

    def test_condorcet(self):
        two = self.table(w=[0.75, 0.25], s=[1, 1], votes=[1, 1], initiative=[0, 0],
                         q=[[1, 0], [0, 1]], x=[0.5, 0.5])
        self.near(decide("condorcet", two), [0.75, 0.25])
        same = self.table(q=[[0.2, 0.3, 0.5]] * 3)
        self.near(decide("condorcet", same), [0.2, 0.3, 0.5])
        even = self.table(w=[1 / 3] * 3)
        self.near(decide("condorcet", even), [1 / 3] * 3)


class Rounds(unittest.TestCase):
    def test_one_decision_by_hand(self):
        result, _ = run_median(two_rivals(), "base")
        first = result["rounds"][0]
        self.assertAlmostEqual(first["boards"][0]["split"]["red"], 0.75, delta=1e-15)
        self.assertAlmostEqual(first["decided"]["a"], 7.5, delta=1e-14)
        # ½ Σ w ‖q − mean‖² = ½ (¾ · 2 · ¼² + ¼ · 2 · ¾²)
        self.assertAlmostEqual(first["boards"][0]["dispersion"], 0.1875, delta=1e-15)
        self.assertEqual(result["influence"]["pot"], {"a": 0.75, "b": 0.25, "leaning": 0})

    def test_inertia_and_broken_talks(self):
        slow, _ = run_median(two_rivals(funds={"pot": {"inertia": 0.6}}), "base")
        split = slow["rounds"][1]["boards"][0]["split"]
        self.assertAlmostEqual(split["red"], 0.75 - 0.25 * 0.36, delta=1e-14)
        broken, _ = run_median(two_rivals(bodies={"board": {"patience": 0.2}},
                                          dynamics={"deadlock_cost": 0.5}), "base")
        self.assertEqual([r["boards"][0]["agreed"] for r in broken["rounds"]], [False] * 3)
        self.assertEqual(broken["rounds"][2]["boards"][0]["goodwill"], 0.125)
        self.assertEqual(broken["rounds"][2]["boards"][0]["split"]["red"], 0.5)

    def test_red_line(self):
        line = {"board": {"red_lines": {"blue": {"floor": 0.4, "rigidity": 0.5, "held_by": "two"}}}}
        result, _ = run_median(two_rivals(bodies=line, dynamics={"friction": 0.1}), "base")
        board = result["rounds"][0]["boards"][0]
        self.assertAlmostEqual(board["split"]["blue"], 0.25 + 0.5 * 0.15, delta=1e-15)
        self.assertAlmostEqual(board["goodwill"], 0.9, delta=1e-15)
        line["board"]["red_lines"]["blue"]["held_by"] = "nobody"
        result, _ = run_median(two_rivals(bodies=line), "base")
        self.assertAlmostEqual(result["rounds"][0]["boards"][0]["split"]["blue"], 0.25, delta=1e-15)

    def test_voice_by_hand(self):
        # Two members of equal clout with opposite wishes: D = ½ · ½ = ¼, χ = e^(−¼/½).
        document = two_rivals(
            organisations={"one": {"clout": 2}, "two": {"clout": 2},
                           "boss": {"sector": "b", "income": 0, "clout": 1}},
            bodies={"union": {"mandate": 0.5, "fidelity": 0.8, "champion": 0.25,
                              "members": {"one": {}, "two": {}}},
                    "board": {"members": {"one": None, "two": None, "union": {}, "boss": {}}}},
            dynamics={"tolerance": 0.5})
        document["bodies"]["board"] = document["bodies"].pop("board")
        result, _ = run_median(document, "base")
        voice = math.exp(-0.5) * 0.5 * 4 + 0.25
        seats = result["rounds"][0]["boards"][0]["seats"]
        self.assertEqual([s["name"] for s in seats], ["union", "boss"])
        self.assertAlmostEqual(seats[0]["weight"], voice / (voice + 1), delta=1e-15)

    def test_sign_off_lapses_and_imposition(self):
        more = dict(bodies={"club": {"mandate": 0.2, "members": {"one": {"share": 1}}}},
                    sectors={"a": {"sign_off": ["club"], "lapse_to": "b", "commitment": 0.5,
                                   "imposed_below": 0.7, "imposed_after": 1}})
        result, _ = run_median(two_rivals(**more), "base")
        first, second = result["rounds"][:2]
        # assent = .2 + .8 · .5; new money = 7.5 − 5
        self.assertAlmostEqual(first["uptake"]["a"], 0.6, delta=1e-15)
        self.assertAlmostEqual(first["lapsed"], 0.4 * 2.5, delta=1e-14)
        self.assertAlmostEqual(first["decided"]["b"], 2.5 + 1, delta=1e-14)
        self.assertEqual((first["imposed"], second["imposed"]), ([], ["a"]))
        self.assertEqual((second["uptake"]["a"], second["lapsed"]), (1, 0))

    def test_failing_by_hand(self):
        # total / need falls short by part of the pot; with strain enough V is gone in one round.
        more = dict(organisations={"spare": {"sector": "b", "income": 10}},
                    sectors={"b": {"can_fail": True}}, dynamics={"strain": 1000})
        _, run = run_median(two_rivals(funds={"pot": {"inertia": 0.6}}, **more), "base")
        two, spare = run.system.organisations[1:]
        self.assertEqual((two.status, spare.status), (CLOSED, CLOSED))
        self.assertAlmostEqual(run.record[1]["unspent"], 10 * (1 - 0.6 * 0.6 - 0.4), delta=1e-14)
        more["sectors"]["b"]["taken_over_by"] = "a"
        more["dynamics"]["takeover"] = 0.7
        _, run = run_median(two_rivals(**more), "base")
        self.assertEqual(run.system.organisations[1].status, TAKEN_OVER)
        self.assertEqual(run.system.organisations[0].c0, 3 + 1 + 10)
        self.assertEqual(run.record[0]["boards"][0]["split"]["red"], 0.75)
        self.assertEqual(run.record[1]["boards"][0]["split"]["red"], 1)


if __name__ == "__main__":
    unittest.main()
