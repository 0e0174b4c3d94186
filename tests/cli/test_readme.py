"""What the README shows is what the program prints: every console block is run again and compared.

`CLOUT=build/release/tools/clout python3 tests/cli/test_readme.py --accept` writes the real output into the README.
"""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import unittest

ROOT = pathlib.Path(os.environ.get("CLOUT_ROOT", pathlib.Path(__file__).resolve().parents[2]))
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n\$ (clout [^\n]*)\n(.*?)```", re.S)


def printed(command):
    words = shlex.split(command)
    words[0] = str(pathlib.Path(os.environ["CLOUT"]).resolve())
    run = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=120,
                         env={**os.environ, "NO_COLOR": "1"})
    return run.stdout + run.stderr


class Readme(unittest.TestCase):
    def test_shows_real_output(self):
        blocks = BLOCK.findall(README.read_text())
        self.assertGreaterEqual(len(blocks), 3)
        for command, shown in blocks:
            with self.subTest(command=command):
                self.assertEqual(shown, printed(command), f"`{command}` prints something else; --accept refreshes it")

    def test_names_every_scenario(self):
        text = README.read_text()
        for scenario in sorted((ROOT / "scenarios").glob("*.yaml")):
            self.assertIn(scenario.name, text)


if __name__ == "__main__":
    if "--accept" in sys.argv:
        README.write_text(BLOCK.sub(lambda m: f"```console\n$ {m[1]}\n{printed(m[1])}```", README.read_text()))
    else:
        unittest.main()
