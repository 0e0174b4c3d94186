"""Sections that code, tests and documents cite are there, and so is what pages link to."""
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]
PAGES = {"MODEL.md": ROOT / "engine" / "MODEL.md", "LANGUAGE.md": ROOT / "scenarios" / "LANGUAGE.md"}
FOLDERS = ["engine", "tools", "tests", "bench", "scenarios", "cmake"]
KINDS = {".cpp", ".hpp", ".py", ".md", ".yaml", ".in", ".cmake", ".txt", ""}
NUMBER = r"\d+(?:\.\d+)*"
CITED = re.compile(rf"\b({'|'.join(map(re.escape, PAGES))}) ({NUMBER}(?:(?:, | and ){NUMBER})*)")
HEADING = re.compile(rf"^#+ ({NUMBER})?\.? ?(.*)$", re.M)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def texts():
    """(path, text) of everything that people wrote here."""
    paths = [*ROOT.glob("*.md")]
    for folder in FOLDERS:
        paths += (path for path in sorted((ROOT / folder).rglob("*")) if path.is_file() and path.suffix in KINDS
                  and "node_modules" not in path.parts)
    for path in paths:
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:  # a broken file that a test feeds to the program
            continue


def sections(page):
    return {number for number, _ in HEADING.findall(page.read_text(encoding="utf-8")) if number}


def anchors(page):
    """The names by which headings of a page can be linked to."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def citations(text):
    return [(page, number) for page, numbers in CITED.findall(text) for number in re.findall(NUMBER, numbers)]


def broken_links(page, text):
    """Links inside the repository that lead nowhere."""
    broken = []
    for target in LINK.findall(re.sub(r"```.*?```", "", text, flags=re.S)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page
        if not found.exists() or (anchor and found.suffix == ".md" and anchor not in anchors(found)):
            broken.append(target)
    return broken


class Citations(unittest.TestCase):
    def test_sections_cited_are_there(self):
        known = {name: sections(page) for name, page in PAGES.items()}
        seen = 0
        for path, text in texts():
            for page, number in citations(text):
                seen += 1
                self.assertIn(number, known[page], f"{path.relative_to(ROOT)} cites {page} {number}")
        self.assertGreater(seen, 30)

    def test_nothing_points_out_of_the_repository(self):
        outside = re.compile(r"(?<![\w./-])(?:model|scenario|product|architecture|habits)\.md\b|\.\./shared/")
        for path, text in texts():
            if path != pathlib.Path(__file__).resolve():
                self.assertIsNone(outside.search(text), path.relative_to(ROOT))

    def test_links_lead_somewhere(self):
        for path, text in texts():
            if path.suffix == ".md":
                self.assertEqual(broken_links(path, text), [], path.relative_to(ROOT))


class Reading(unittest.TestCase):
    """What the tests above see."""

    def test_lists_of_sections_are_read_whole(self):
        self.assertEqual(citations("(MODEL.md 2, 6.1) and LANGUAGE.md 3; MODEL.md is a page"),
                         [("MODEL.md", "2"), ("MODEL.md", "6.1"), ("LANGUAGE.md", "3")])

    def test_anchors_are_those_of_headings(self):
        self.assertIn("what-is-promised", anchors(PAGES["MODEL.md"]))

    def test_a_broken_link_is_seen(self):
        page = PAGES["MODEL.md"]
        text = "[a](nowhere.md) [b](DECISIONS.md) [c](#what-is-promised) [d](#what-is-not) [e](https://example.org/x)"
        self.assertEqual(broken_links(page, text), ["nowhere.md", "#what-is-not"])


if __name__ == "__main__":
    unittest.main()
