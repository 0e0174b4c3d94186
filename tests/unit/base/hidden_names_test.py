"""Sources of a room are compiled together at times (tools/test), so a constant of one source's nameless namespace would
silently stand for that of a header in the sources behind it."""
import pathlib
import re
import unittest

ENGINE = pathlib.Path(__file__).resolve().parents[3] / "engine"
CONSTANT = re.compile(r"^(?:inline |static )*constexpr [^=({]*\b(k[A-Z]\w*)\s*[={\[]", re.M)
NAMELESS = re.compile(r"^namespace \{\n(.*?)^\}  // namespace$", re.M | re.S)


def constants(text):
    return set(CONSTANT.findall(text))


class HiddenNames(unittest.TestCase):
    def test_no_source_hides_a_constant_of_a_header(self):
        of_headers = {name: header for header in ENGINE.rglob("*.hpp") for name in constants(header.read_text(encoding="utf-8"))}
        self.assertGreater(len(of_headers), 50)
        for source in sorted(ENGINE.rglob("*.cpp")):
            for part in NAMELESS.findall(source.read_text(encoding="utf-8")):
                for name in sorted(constants(part) & set(of_headers)):
                    self.fail(f"{source.relative_to(ENGINE)}: {name} hides that of {of_headers[name].relative_to(ENGINE)}")

    def test_it_would_be_seen(self):
        text = "namespace {\n\nconstexpr std::size_t kIndent = 10;  // [columns]\n\n}  // namespace\n"
        self.assertEqual([constants(part) for part in NAMELESS.findall(text)], [{"kIndent"}])


if __name__ == "__main__":
    unittest.main()
