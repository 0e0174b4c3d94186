"""What the playground's sheets tell whoever leads a class to expect comes out of the engine."""
import json
import pathlib
import unittest

from cli_case import ROOT, CliCase

LESSONS = sorted((pathlib.Path(ROOT) / "tools" / "playground" / "lessons").glob("*.json"))


class Lessons(CliCase):
    def figure(self, study):
        file = pathlib.Path(ROOT) / "scenarios" / study["file"]
        words = [study["verb"], str(file), "--replicates", "200", "--json", "-q"]
        words += ["--arms", ",".join(study["arms"])] if study["verb"] == "compare" else ["--arm", study["arms"][0]]
        for path, value in study["settings"].items():
            words += ["--set", f"{path}={value}"]
        found = json.loads(self.clout(*words).stdout)
        if study["verb"] == "influence":
            return 1 / found["ladder_ends_at"]["mean"]
        base, arm = study["arms"]
        if study["of"] == "difference":
            return found["differences"][arm][study["measure"]]["mean"]
        measured = found["arms"][base if study["of"] == "base" else arm]["measures"][study["measure"]]
        return measured["by_year"][study.get("year", -1)]

    def test_every_lesson_has_a_sheet(self):
        self.assertEqual([path.stem for path in LESSONS], ["big", "chairs", "divided", "message"])

    def test_what_is_to_be_expected_comes_out(self):
        for path in LESSONS:
            for expected in json.loads(path.read_text(encoding="utf-8"))["expect"]:
                with self.subTest(lesson=path.stem, say=expected["say"], what=expected["what"]):
                    found = self.figure(expected["study"])
                    self.assertGreaterEqual(found, expected["low"])
                    self.assertLessEqual(found, expected["high"])


if __name__ == "__main__":
    unittest.main()
