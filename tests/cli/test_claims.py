"""The hypotheses of scenarios/hypotheses: every contrast is there and sound; where nothing can differ nothing does."""
import json
import re
import unittest

from cli_case import ROOT, CliCase

FOLDER = ROOT / "scenarios" / "hypotheses"
KEYS = ("id", "file", "arm", "against", "measure", "expect", "least", "kind", "untestable")


def hypotheses(name):
    """A hypothesis a list entry; the indices keep what is read here on lines of their own."""
    found = []
    for entry in re.split(r"\n  - (?=id: )", (FOLDER / name).read_text(encoding="utf-8"))[1:]:
        words = re.findall(r"^ *(\w+):[ ]+(.*)$", entry, re.M)
        found.append({key: value for key, value in words if key in KEYS})
    return found


class Claims(CliCase):
    def compared(self, file, arm, against, *more):
        words = ["compare", FOLDER / file, "--arms", f"{against},{arm}", "--json", "--replicates", 20, *more]
        found = json.loads(self.clout(*words).stdout)
        if arm in found["differences"]:
            return found, found["differences"][arm]
        return found, found["differences"][against]

    def test_there_are_twenty_six(self):
        self.assertEqual([one["id"] for one in hypotheses("index.yaml")], [f"H{n}" for n in range(1, 27)])
        self.assertTrue({one["kind"] for one in hypotheses("index.yaml")} <= {"R", "T"})

    def test_every_scenario_is_sound_and_asked_about(self):
        scenarios = sorted(path.name for path in FOLDER.glob("*.yaml") if path.name not in ("index.yaml", "parts.yaml"))
        done = self.clout("check", *(FOLDER / name for name in scenarios))
        self.assertEqual(done.stderr, "")
        asked = {one["file"] for index in ("index.yaml", "parts.yaml") for one in hypotheses(index) if "file" in one}
        self.assertEqual(asked | {"area.yaml", "twins.yaml", "ustar.yaml"}, set(scenarios))
        for one in hypotheses("index.yaml"):
            self.assertTrue("untestable" in one or one["file"] == f"h{int(one['id'][1:]):02}.yaml", one)

    def test_every_contrast_can_be_played(self):
        for index in ("index.yaml", "parts.yaml"):
            for one in hypotheses(index):
                if "untestable" in one:
                    continue
                with self.subTest(one["id"], index=index):
                    found, difference = self.compared(one["file"], one["arm"], one["against"])
                    self.assertIn(one["measure"], difference)
                    self.assertGreater(float(one["least"]), 0)
                    self.assertNotEqual(found["arms"][one["arm"]], found["arms"][one["against"]])

    def test_commands_of_the_page_give_the_figures_of_the_verdicts(self):
        page = (FOLDER / "README.md").read_text(encoding="utf-8")
        commands = re.findall(r"^    clout (compare scenarios/hypotheses/(h\d\d)\.yaml .*)$", page, re.M)
        self.assertEqual(len(commands), 3)
        for command, file in commands:
            with self.subTest(command):
                identity = f"H{int(file[1:])}"
                told = self.clout("hypotheses", FOLDER / "index.yaml", "--only", identity, "--json").stdout
                judged = json.loads(told)["hypotheses"][0]
                protocol = re.search(r"protocol=(\w+)", command)
                theory = judged["theories"][protocol[1] if protocol else "compromise"]
                words = command.replace("scenarios/", f"{ROOT}/scenarios/").split()
                by_hand = json.loads(self.clout(*words, "--json").stdout)["differences"]
                arm = judged["experiment"]["arm"]["name"]
                measure = next(one["measure"] for one in hypotheses("index.yaml") if one["id"] == identity)
                for what in ("mean", "p05", "p95"):
                    self.assertEqual(by_hand[arm][measure][what], theory[what])

    def test_no_number_is_without_a_stated_basis(self):
        for path in FOLDER.glob("*.yaml"):
            if path.name in ("index.yaml", "parts.yaml"):
                continue
            with self.subTest(path.name):
                found = json.loads(self.clout("run", path, "--json", "--replicates", 1).stdout)
                self.assertEqual(found["assumptions"]["unstated"], 0)

    def test_without_contested_money_unity_is_worth_nothing(self):
        _, difference = self.compared("h07.yaml", "united", "apart", "--set", "funds.local.amount=0")
        received = difference["received.general_practice"]
        self.assertEqual((received["mean"], received["p05"], received["p95"]), (0, 0, 0))
        self.assertGreater(difference["influence.general_practice"]["p05"], 0.001, "influence it has all the same")

    def test_tiers_that_lose_nothing_change_nothing(self):
        keeps = [word for tier in ("tier_one", "tier_two", "tier_three") for key in ("mandate", "fidelity")
                 for word in ("--set", f"levers.tiers.patch.bodies.{tier}.{key}=1")]
        keeps += ["--set", "bodies.gp_voice.fidelity=1"]  # networks hear the body above them, whichever it is
        for protocol in ("compromise", "nash", "setter", "contest", "condorcet"):
            with self.subTest(protocol):
                _, difference = self.compared("h02.yaml", "long", "short", "--set", f"bodies.board.protocol={protocol}",
                                              *keeps)
                for measure, figures in difference.items():
                    for what in ("mean", "p05", "p95"):
                        self.assertAlmostEqual(figures[what], 0, delta=1e-9, msg=measure)

    def test_twins_in_which_nothing_differs_are_paid_alike(self):
        """On the median path there is no luck: what two twins do is the same whichever of them does it."""
        east = (FOLDER / "h18.yaml").read_text(encoding="utf-8")
        west = re.sub(r"\beast\b", "WEST", re.sub(r"_east\b", "_WEST", east))
        west = re.sub(r"_west\b", "_east", west).replace("WEST", "west")
        for name in ("area.yaml", "twins.yaml"):
            self.write(name, (FOLDER / name).read_text(encoding="utf-8"))
        measures = []
        for text in (east, west):
            path = self.write("twins-turned.yaml", text.replace("bodies:\n", "stochastic: false\nbodies:\n", 1))
            found = json.loads(self.clout("compare", path, "--arms", "neither,together", "--json").stdout)
            measures.append(found["arms"]["together"]["measures"])
        self.assertGreater(measures[0]["influence.general_practice"]["mean"], 0.01)
        for name in ("share.general_practice", "influence.general_practice", "received.acute"):
            self.assertAlmostEqual(measures[0][name]["mean"], measures[1][name]["mean"], delta=1e-12, msg=name)


if __name__ == "__main__":
    unittest.main()
