"""The stubs are held against the module, and a checker tells right uses from wrong ones."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

MODULE = pathlib.Path(os.environ["CLOUT_BUILD"]) / "tools" / "python"
OF_PYBIND11 = re.compile(r"error: clout\._engine\.\w+( is inconsistent, metaclass differs|"
                         r"\.__init__ is inconsistent, stub does not have \*args argument \"args\")")
SETTINGS = pathlib.Path(__file__).with_name("mypy.ini")
ROOT = pathlib.Path(os.environ["CLOUT_ROOT"])

RIGHT = """\
import clout
import numpy.typing
import pandas
scenario: clout.Scenario = clout.load("a.yaml", {"replicates": 10}).set(seed=3)
found: clout.Comparison = scenario.compare(("a", "b"), workers=2, progress=lambda done, total: None)
mean: float = found["b"]["share.gp"].last.mean
values: numpy.typing.NDArray[numpy.float64] = found["b"].values
table: pandas.DataFrame = found.to_pandas()
finding = found["b"].finding
sentence: str = finding.sentence if finding is not None else ""
at = scenario.threshold("share.gp >= 0.3", {"bodies.pcn.mandate": (0.1, 0.9)}).at
sum_of: float = 0.0 if at is None else at + 1
study: clout.Study = scenario.sweep("s", {"a.b": (0.1, 0.2), "c.d": [1, 2, 3], "e.f": None}, size=8)
"""
WRONG = ["clout.load(3)", "scenario.compare('a', worker=2)", "found.means", "found['b'].finding.sentence",
         "scenario.threshold('share.gp >= 0.3', {'a.b': 0.1})", "scenario.sweep('s', size='many')",
         "scenario.set(seed=object())", "x: str = found.replicates"]


def run(*words, module=MODULE):
    """A checker of types, in a folder of its own, and what it said."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([sys.executable, "-m", *map(str, words)], cwd=folder, capture_output=True, text=True,
                              env={**os.environ, "MYPYPATH": str(module), "PYTHONPATH": str(module)})
        return done.returncode, done.stdout + done.stderr


class Types(unittest.TestCase):
    def complaints(self, module):
        """What stubtest says, less what no stub can say of classes of pybind11 that nobody makes."""
        _, said = run("mypy.stubtest", "--mypy-config-file", SETTINGS, "clout._engine", module=module)
        self.assertRegex(said, r"Found \d+ errors \(checked 1 module\)")
        told = [line for line in said.splitlines() if line.startswith("error: ")]
        return [line for line in told if not OF_PYBIND11.fullmatch(line)]

    def test_stubs_say_what_the_module_has(self):
        self.assertEqual(self.complaints(MODULE), [])

    def test_stubtest_notices_what_is_not_there(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "clout"
            copy.mkdir()
            for file in (MODULE / "clout").iterdir():
                if file.is_file():
                    text = file.read_bytes()
                    wrong = text.replace(b"def compare(", b"def compered(")
                    (copy / file.name).write_bytes(wrong if file.suffix == ".pyi" else text)
            told = self.complaints(folder)
            self.assertEqual(len(told), 2, told)  # one is not there, and one is not in the stubs
            self.assertTrue(all("Scenario.compar" in line or "Scenario.compered" in line for line in told), told)

    def test_right_uses_pass_and_wrong_ones_do_not(self):
        with tempfile.TemporaryDirectory() as folder:
            right, wrong = pathlib.Path(folder) / "right.py", pathlib.Path(folder) / "wrong.py"
            right.write_text(RIGHT, encoding="utf-8")
            wrong.write_text(RIGHT + "\n".join(WRONG) + "\n", encoding="utf-8")
            _, said = run("mypy", "--config-file", SETTINGS, "--strict", right, wrong, ROOT / "tools" / "python" / "one_area.py")
            first = len(RIGHT.splitlines()) + 1
            found = {(pathlib.Path(file).name, int(line)) for file, line in re.findall(r"^(\S+):(\d+): error", said, re.M)}
            self.assertEqual(found, {("wrong.py", first + at) for at in range(len(WRONG))}, said)

    def test_everything_is_described(self):
        import clout
        for name in clout.__all__:
            thing = getattr(clout, name)
            self.assertTrue(thing.__doc__, name)
            if isinstance(thing, type) and thing.__module__ == "clout._engine":
                for field, member in vars(thing).items():
                    if not field.startswith("_"):
                        self.assertTrue((member.__doc__ or "").strip().splitlines()[-1:], f"{name}.{field}")
        self.assertTrue((MODULE / "clout" / "py.typed").exists())


if __name__ == "__main__":
    unittest.main()
