"""clout report and compare --page: the page, its figures, what it leaves out, and what it never executes."""
import html
import json
import re
import unittest

from cli_case import SMALL, CliCase

RUDE = "<script>alert('x')</script> \\\"&amp; </style> \u05d0\u05d1 \U0001F600"


def text_of(page):
    """What is to be read, without markup, script and style."""
    body = re.sub(r"<(script|style).*?</\1>", " ", page, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def tables_of(page):
    """Every table as rows of cells, by its caption."""
    found = {}
    for table in re.findall(r"<table>(.*?)</table>", page, re.S):
        caption = re.search(r"<caption>(.*?)</caption>", table)
        rows = [[html.unescape(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
                for row in re.findall(r"<tr>(.*?)</tr>", table, re.S)]
        found[html.unescape(caption[1]) if caption else len(found)] = rows
    return found


def figures_of(page, chart):
    """The table behind a chart."""
    figure = re.search(rf'<figure class="chart" id="chart-{chart}">(.*?)</figure>', page, re.S)[1]
    return next(iter(tables_of(figure).values()))


class Report(CliCase):
    def page(self, *arguments, verb="report", file="small.yaml", expect=0):
        self.clout(verb, file, "--page", "out.html", *arguments, expect=expect)
        text = (self.folder / "out.html").read_text(encoding="utf-8")
        self.assertLess(len(text.encode()), 1_000_000)
        self.assertEqual(text.count("<script"), 1)
        self.assertIsNone(re.search(r"""(src|href)=["']?(https?:)?//""", text))
        self.assertIsNone(re.search(r">(nan|inf|-nan)\b", text))
        return text

    def test_its_sections_stand_in_their_order(self):
        page = self.page("--with", "levers,theories,drivers", "--recalibrate", "acute", "--vary",
                         "levers.mandate.patch.bodies.group.mandate=0.1:0.95", "--until", "difference(share.gp) >= 0.01")
        said = re.findall(r'<h2 id="s\d+">(.*?)</h2>', page)
        expected = ["In how many futures", "How far the futures differ", "Who wrote the decision", "Who speaks through whom",
                    "Which lever does it", "Does it depend on how one thinks people bargain",
                    "Which uncertain numbers it hangs on", "How much it takes", "One future, from its minutes",
                    "Every difference between the two", "What was assumed", "How to play it again"]
        self.assertEqual([one for one in said if one in expected], expected)
        for chart in ("futures", "difference", "years", "control", "authors", "voice", "map", "levers", "theories",
                      "recalibrated", "drivers", "tipping"):
            self.assertTrue(f'id="chart-{chart}"' in page, chart)
        self.assertIn("What this does not show", text_of(page))

    def test_parts_that_were_not_asked_for_are_not_there(self):
        page = self.page()
        for chart in ("levers", "theories", "drivers", "tipping"):
            self.assertFalse(f'id="chart-{chart}"' in page, chart)

    def test_figures_are_those_of_json_to_the_digit(self):
        page = self.page("--with", "levers")
        compared = json.loads(self.clout("compare", "small.yaml", "--json", "--arms", "split,united").stdout)
        found = compared["differences"]["united"]["per_patient.gp"]
        self.assertIn(f"lie from +£{found['p05']:.2f} to +£{found['p95']:.2f}", text_of(page))
        self.assertIn(f"the average is known to ±£{2 * found['se']:.2f}", text_of(page))
        years = figures_of(page, "years")
        for arm, label in (("split", "As it is"), ("united", "With a mandate")):
            measure = compared["arms"][arm]["measures"]["per_patient.gp"]
            last = [row for row in years if row[1] == label][-1]
            self.assertEqual((last[2], last[5]), (f"£{measure['p05']:.2f}", f"£{measure['p95']:.2f}"))
        title = re.search(r'id="chart-years"><h3>(.*?)</h3>', page)[1]
        for arm in ("split", "united"):
            self.assertIn(f"£{compared['arms'][arm]['measures']['per_patient.gp']['by_year'][-1]:.2f}", title)
        powers = tables_of(page)["Votes, influence, leverage and money in the last round"]
        for arm, label in (("split", "As it is"), ("united", "With a mandate")):
            told = json.loads(self.clout("influence", "small.yaml", "--json", "--arm", arm).stdout)
            sector = told["influence"]["sectors"]["gp"]
            row = next(row for row in powers if row[:2] == ["General practice", label])
            self.assertEqual(row[3], self.fine(sector["mean"]))
            self.assertEqual(row[4], f"{100 * sector['leverage']['mean']:+.2f} points")
            self.assertEqual(row[5], self.fine(sector["money"]))
            ways = {(way["from"], way["to"]): way["part"] for way in told["ways"]}
            drawn = {tuple(row[1:3]): row[3] for row in figures_of(page, "map") if row[0] == label}
            self.assertEqual(drawn[("practice ×3", "GP group")], f"{100 * ways[('practice', 'group')]:.2f} %")
            self.assertEqual(drawn[("GP group", "Board")], f"{100 * ways[('group', 'board')]:.2f} %")
        parts = json.loads(self.clout("attribute", "small.yaml", "--json").stdout)["parts"]
        self.assertEqual([row[1] for row in figures_of(page, "levers")[2:-1]], [f"+£{part['mean']:.2f}" for part in parts])

    @staticmethod
    def fine(part):
        size = abs(100 * part)
        return f"{100 * part:.{1 if size >= 10 or size == 0 else 2 if size >= 0.1 else 4}f} %"

    def test_compare_writes_the_same_page(self):
        one = self.page()
        other = self.page("--arms", "split,united", verb="compare")
        self.assertEqual(re.sub(r"<pre.*?</pre>", "", one, flags=re.S), re.sub(r"<pre.*?</pre>", "", other, flags=re.S))
        self.clout("compare", "small.yaml", "--arms", "split", "--page", "none.html", expect=2)
        self.assertNotIn("none.html", self.names())

    def test_a_folder_of_results_is_played_again(self):
        before = self.page("--seed", "11", "--set", "bodies.group.mandate=0.3")
        self.clout("compare", "small.yaml", "--seed", "11", "--set", "bodies.group.mandate=0.3", "--out", "results")
        (self.folder / "small.yaml").unlink()
        after = self.page(file="results")
        self.assertEqual(figures_of(before, "difference"), figures_of(after, "difference"))
        self.assertIn("which was made by: clout compare small.yaml --seed 11", text_of(after))
        self.write("small.yaml", SMALL)
        self.clout("theories", "small.yaml", "--arms", "united,split", "--out", "theories")
        self.assertTrue('id="chart-theories"' in self.page(file="theories"))
        (self.folder / "empty").mkdir()
        self.assertIn("no folder of results", self.clout("report", "empty", "--page", "x.html", expect=3).stderr)

    def test_a_folder_of_another_edition_says_so(self):
        self.clout("compare", "small.yaml", "--out", "results")
        manifest = self.folder / "results" / "manifest.json"
        manifest.write_text(re.sub(r'"results": \d+', '"results": 1', manifest.read_text()), encoding="utf-8")
        self.assertIn("figures may differ", text_of(self.page(file="results")))

    def test_any_sector_may_be_looked_from(self):
        page = text_of(self.page("--focus", "acute"))
        self.assertIn('Under "With a mandate", acute trusts lose', page)
        told = self.clout("compare", "small.yaml", "--focus", "acute", "--arms", "split,united").stdout
        self.assertIn("acute trusts lose", " ".join(told.split()))
        self.assertIn("acte", self.clout("report", "small.yaml", "--page", "x.html", "--focus", "acte", expect=3).stderr)

    def test_redacted_it_names_nobody(self):
        self.write("roster.csv", "name,place,income,list_size,member_of\n" +
                   "".join(f"secret-{n},,1.2,8000,\n" for n in range(3)))
        self.write("small.yaml", SMALL.replace("{sector: gp, count: 3, income: 1.2, list_size: 8000}",
                                               "{sector: gp, roster: roster.csv}")
                   .replace("label: With a mandate, levers: [mandate]",
                            "label: With a mandate, levers: [mandate], patch: {bodies: {group: {members: {practice: "
                            "{except: [secret-1]}}}}}"))
        self.assertTrue("secret-1" in self.page())
        page = self.page("--redact")
        self.assertFalse("secret-" in page)
        self.assertFalse("decided_by" in page)
        self.assertTrue("left out of this page" in page)

    def test_labels_are_shown_and_never_obeyed(self):
        rude = SMALL.replace("label: General practice", f'label: "{RUDE}"').replace(
            "label: With a mandate", f'label: "{RUDE}"').replace("A small area", f'"{RUDE}"').replace(
            "label: GP group", f'label: "{RUDE}"')
        self.write("rude.yaml", rude)
        page = self.page("--with", "levers,theories", file="rude.yaml")
        self.assertTrue("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" in page)
        self.assertEqual(page.count("</script>"), 1)
        self.assertEqual(page.count("</style>"), 1)
        self.assertTrue("\u05d0\u05d1" in page)

    def test_where_nothing_differs_the_heading_says_so(self):
        page = self.page("--arms", "split,same")
        heading = re.search(r"<h1[^>]*>(.*?)</h1>", page)[1]
        self.assertIn("about the same", html.unescape(heading).lower().replace("exactly the same", "about the same"))

    def test_a_study_is_read_off_its_store(self):
        self.clout("sweep", "small.yaml", "--vary", "levers.mandate.patch.bodies.group.mandate=0.1:0.95", "--vary", "dynamics.norm=0.1:0.6",
                   "--size", "24", "--replicates", "20", "--store", "study.sqlite")
        page = self.page("--until", "difference(share.gp) >= 0.004", file="study.sqlite")
        said = re.findall(r'<h2 id="s\d+">(.*?)</h2>', page)
        self.assertEqual([one for one in said if one != "On this page"],
                         ["What came out", "Where the finding holds", "Which numbers it hangs on", "What was varied", "How to play it again"])
        found = json.loads(self.clout("robust", "study.sqlite", "--until", "difference(share.gp) >= 0.004", "--json").stdout)
        heading = html.unescape(re.search(r"<h1[^>]*>(.*?)</h1>", page)[1])
        self.assertIn(f"at {round(24 * found['holds'])} of 24 points", heading)
        self.assertEqual(sum(row[2] == "yes" for row in figures_of(page, "tipping")), round(24 * found["holds"]))
        shares = json.loads(self.clout("sensitivity", "study.sqlite", "--of", "difference(share.gp)", "--json").stdout)["numbers"]
        drawn = {row[0]: row[1] for row in figures_of(page, "drivers")[1:]}
        for one in shares:
            self.assertEqual(drawn[one["number"]], f"{100 * max(0, one['share'][0]):.1f} %")
        self.assertIn("decided_by", page)
        self.assertNotIn("decided_by", self.page("--redact", file="study.sqlite"))
        for arguments, words in ((["--with", "levers"], "plays nothing"), (["--focus", "acute"], "belong to a scenario"),
                                 (["--until", "soon"], "is no condition")):
            self.assertIn(words, self.clout("report", "study.sqlite", "--page", "x.html", *arguments, expect=2).stderr)
        self.assertNotIn("x.html", self.names())

    def test_wrong_usage(self):
        for arguments, words in ((["small.yaml"], "where should the page go"),
                                 (["small.yaml", "--page", "x.html", "--with", "lever"], "none of levers"),
                                 (["small.yaml", "--page", "x.html", "--arms", "split"], "two arms"),
                                 (["small.yaml", "--page", "x.html", "--vary", "dynamics.norm=0:1"], "--until is missing"),
                                 (["small.yaml", "--page", "x.html", "--with", "theories", "--recalibrate", "gpp"],
                                  "did you mean 'gp'?")):
            self.assertIn(words, self.clout("report", *arguments, expect=2).stderr)
        self.assertNotIn("x.html", self.names())


if __name__ == "__main__":
    unittest.main()
