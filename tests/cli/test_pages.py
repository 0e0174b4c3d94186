"""Pages show what the program prints: every command on them is run again and compared. `tools/pages CLOUT` refreshes them."""
import importlib.machinery
import importlib.util
import os
import pathlib
import sys
import unittest

ROOT = pathlib.Path(os.environ["CLOUT_ROOT"])
CLOUT = pathlib.Path(os.environ["CLOUT"]).resolve()
sys.dont_write_bytecode = True
loader = importlib.machinery.SourceFileLoader("pages", str(ROOT / "tools" / "pages"))
pages = importlib.util.module_from_spec(importlib.util.spec_from_loader("pages", loader))
loader.exec_module(pages)


class Pages(unittest.TestCase):
    def test_show_real_output(self):
        commands = []
        for page in pages.pages():
            for block in pages.PRINTED.finditer(page.read_text(encoding="utf-8")):
                command = pages.command_of(block)
                commands.append(command)
                if not pages.can_run(command, CLOUT):
                    continue
                with self.subTest(page=page.name, command=command):
                    self.assertEqual(block["shown"], pages.printed(command, CLOUT),
                                     f"`{command}` prints something else; tools/pages refreshes {page.name}")
        for verb in ("compare", "influence", "attribute", "theories", "check", "schema"):
            self.assertTrue(any(command.startswith(f"clout {verb} ") for command in commands), f"no page shows {verb}")

    def test_the_readme_is_short_and_shows_a_finding(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        self.assertLess(len(readme.splitlines()), 120)
        self.assertIn(ROOT / "README.md", pages.pages())

    def test_every_scenario_is_described(self):
        text = (ROOT / "scenarios" / "README.md").read_text(encoding="utf-8")
        for scenario in sorted((ROOT / "scenarios").glob("*.yaml")):
            self.assertIn(f"`{scenario.stem}`", text)

    def test_every_verb_is_described(self):
        text = (ROOT / "tools" / "README.md").read_text(encoding="utf-8")
        help_text = pages.printed("clout --help", CLOUT)
        verbs = [line.split()[0] for line in help_text.splitlines() if line.startswith("  ") and line.strip()]
        verbs = [verb for verb in verbs if verb.isalpha() and verb.islower()]
        self.assertIn("compare", verbs)
        for verb in verbs:
            self.assertIn(f"`clout {verb}", text)


if __name__ == "__main__":
    unittest.main()
