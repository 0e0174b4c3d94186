#!/usr/bin/env python3
"""The program for Windows under Wine, beside the one of this machine: the same figures to the bit, the same words, and
files that are whole. CLOUT, CLOUT_WINDOWS, WINE: the programs."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


os.environ["LC_ALL"] = "C.UTF-8"  # Wine takes the names of files for such


def here(*words, folder=ROOT):
    return subprocess.run([os.environ["CLOUT"], *words], cwd=folder, capture_output=True)


def there(*words, folder=ROOT):
    return subprocess.run([os.environ["WINE"], os.environ["CLOUT_WINDOWS"], *words], cwd=folder, capture_output=True)


class Program(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.folder = pathlib.Path(kept.name)

    def both(self, *words, folder=ROOT):
        one, other = here(*words, folder=folder), there(*words, folder=folder)
        self.assertEqual(other.returncode, one.returncode, other.stderr.decode())
        return one, other

    def test_median_paths_and_ensembles_are_the_same_bytes(self):
        for scenario in ["one-area", "greater-manchester", "bob"]:
            for words in [["run", "--median"], ["compare", "--replicates", "40", "--seed", "7"]]:
                one, other = self.both(words[0], f"scenarios/{scenario}.yaml", *words[1:], "--json", "-q")
                self.assertEqual(one.returncode, 0, one.stderr.decode())
                self.assertEqual(other.stdout, one.stdout, f"{words[0]} {scenario}")

    def test_what_is_read_is_the_same_text(self):
        for words in [["compare", "scenarios/one-area.yaml", "--replicates", "60"], ["influence", "scenarios/one-area.yaml"],
                      ["explain", "clout"], ["schema"], ["help"]]:
            one, other = self.both(*words)
            self.assertEqual(other.stdout.decode(), one.stdout.decode())

    def test_every_problem_is_told_as_here(self):
        wrong = "clout: 1\nname: Wrong\nhorizn: 5\ndynamics: {learning: two}\n"
        (self.folder / "wrong – größer.yaml").write_text(wrong, encoding="utf-8")
        one, other = self.both("check", "wrong – größer.yaml", folder=self.folder)
        self.assertEqual(one.returncode, 3)
        self.assertEqual(other.stderr.decode(), one.stderr.decode())
        one, other = self.both("check", "nothing.yaml", folder=self.folder)
        self.assertEqual((one.returncode, other.stderr), (3, one.stderr))

    def test_lines_that_end_as_windows_writes_them_are_lines(self):
        text = (ROOT / "scenarios/one-area.yaml").read_text(encoding="utf-8")
        (self.folder / "own.yaml").write_bytes(text.replace("\n", "\r\n").encode())
        one, other = self.both("run", "own.yaml", "--median", "--json", "-q", folder=self.folder)
        self.assertEqual((one.returncode, other.stdout), (0, one.stdout))

    def test_results_are_whole_and_take_the_place_of_older_ones(self):
        words = ["compare", str(ROOT / "scenarios/one-area.yaml"), "--replicates", "40", "-q", "--out"]
        self.assertEqual(here(*words, "here", folder=self.folder).returncode, 0)
        for _ in range(2):
            done = there(*words, "größer", folder=self.folder)
            self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["größer", "here"])
        for file in (self.folder / "here").iterdir():
            if file.suffix == ".csv":
                self.assertEqual((self.folder / "größer" / file.name).read_bytes(), file.read_bytes(), file.name)
        (self.folder / "other").mkdir()
        (self.folder / "other/mine.txt").write_text("mine")
        refused = there(*words, "other", folder=self.folder)
        self.assertEqual(refused.returncode, 2, refused.stderr.decode())
        self.assertEqual((self.folder / "other/mine.txt").read_text(), "mine")

    def test_a_page_is_written(self):
        done = there("report", str(ROOT / "scenarios/one-area.yaml"), "--page", "page.html", "-q", folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertTrue((self.folder / "page.html").read_text(encoding="utf-8").rstrip().endswith("</html>"))

    def test_a_study_gives_the_same_rows_and_stands_a_second_look(self):
        words = ["sweep", str(ROOT / "scenarios/one-area.yaml"), "--design", "sobol", "--size", "8", "--replicates", "16", "-q",
                 "--store"]
        for play, store in [(here, "here.clout"), (there, "there.clout")]:
            done = play(*words, store, folder=self.folder)
            self.assertEqual(done.returncode, 0, done.stderr.decode())
        shown = [json.loads(here("show", store, "--json", folder=self.folder).stdout) for store in ("here.clout", "there.clout")]
        self.assertEqual(shown[1]["content"], shown[0]["content"])
        for play in (here, there):
            done = play("verify", "there.clout", folder=self.folder)
            self.assertEqual(done.returncode, 0, (done.stdout + done.stderr).decode())
        self.assertFalse(list(self.folder.glob("*.lock")))

    def test_a_lock_is_obeyed_and_that_of_a_dead_process_taken_over(self):
        words = ["sweep", str(ROOT / "scenarios/one-area.yaml"), "--size", "4", "--replicates", "8", "-q", "--store", "study.clout"]
        lock = self.folder / "study.clout.lock"
        lock.write_text("host elsewhere\nprocess 1\n")
        refused = there(*words, folder=self.folder)
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn("process 1 on elsewhere", refused.stderr.decode())
        # As Windows calls this machine; nobody has a process of that number.
        lock.write_text(f"host {os.uname().nodename.upper()[:15]}\nprocess 4194000\n")
        done = there(*words, folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertFalse(lock.exists())


if __name__ == "__main__":
    unittest.main()
