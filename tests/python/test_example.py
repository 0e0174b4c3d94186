"""The example runs, says what the program says, and draws; and so does the module where it is installed."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import clout

ROOT = pathlib.Path(os.environ["CLOUT_ROOT"])
EXAMPLE = ROOT / "tools" / "python" / "one_area.py"


class Example(unittest.TestCase):
    def test_it_finds_what_the_module_finds_and_draws_it(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            done = subprocess.run([sys.executable, EXAMPLE, "--replicates", "64", "--walks", "8", "--folder", folder], capture_output=True,
                                  encoding="utf-8", env={**os.environ, "MPLCONFIGDIR": name})
            self.assertEqual(done.returncode, 0, done.stderr)
            scenario = clout.load(ROOT / "scenarios" / "one-area.yaml").set(replicates=64)
            self.assertIn(scenario.compare(["fragmented", "united"])["united"].finding.sentence, done.stdout)
            self.assertEqual(clout.open_study(folder / "one_area.study").points, 48)
            picture = (folder / "one_area.png").read_bytes()
            self.assertTrue(picture.startswith(b"\x89PNG"))
            self.assertGreater(len(picture), 50_000)

    def test_where_it_is_installed(self):
        with tempfile.TemporaryDirectory() as name:
            subprocess.run([os.environ["CMAKE"], "--install", os.environ["CLOUT_BUILD"], "--component", "python", "--prefix", name],
                           check=True, capture_output=True)
            files = sorted(str(file.relative_to(name)) for file in pathlib.Path(name).rglob("*") if file.is_file())
            self.assertEqual(len({file.rsplit("/", 1)[0] for file in files}), 1, files)
            self.assertTrue(re.search(r"lib/python3\.\d+/(dist|site)-packages/clout/__init__\.py$", "\n".join(files), re.M), files)
            self.assertTrue(any(file.endswith("_engine.pyi") for file in files))
            path = pathlib.Path(name) / files[0].rsplit("/", 2)[0]
            done = subprocess.run([sys.executable, "-c", "import clout; print(clout.__file__, clout.version())"], cwd=name,
                                  capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(path)})
            self.assertEqual(done.stdout.split(), [str(path / "clout" / "__init__.py"), clout.version()], done.stderr)


if __name__ == "__main__":
    unittest.main()
