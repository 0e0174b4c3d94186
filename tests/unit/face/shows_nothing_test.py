"""What a program that includes the public face comes to see: standard headers, the face, and results of a reading.

    shows_nothing_test.py COMPILER ROOT LIBRARY       LIBRARY: libclout_face.a
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

COMPILER, ROOT, LIBRARY = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
SHOWN = re.compile(r"engine/(clout\.hpp|face/[a-z_]+\.hpp|base/result\.hpp)$")


def seen_by(text):
    """Every file that a translation unit of this text reads, compiled for no particular processor."""
    with tempfile.TemporaryDirectory() as folder:
        unit = pathlib.Path(folder) / "unit.cpp"
        unit.write_text(text, encoding="utf-8")
        subprocess.run([COMPILER, "-std=c++20", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only", f"-I{ROOT}",
                        str(unit)], check=True)
        rule = subprocess.run([COMPILER, "-std=c++20", "-M", f"-I{ROOT}", str(unit)], check=True, capture_output=True,
                              text=True).stdout
        return [word for word in rule.replace("\\\n", " ").split()[1:] if word != str(unit)]


class TheFace(unittest.TestCase):
    def setUp(self):
        self.files = seen_by('#include "engine/clout.hpp"\nint main() { return clout::face::version().empty(); }\n')

    def test_of_the_engine_it_shows_the_face_alone(self):
        ours = [file for file in self.files if file.startswith(str(ROOT / "engine"))]
        self.assertGreater(len(ours), 5)
        self.assertEqual([file for file in ours if not SHOWN.search(file)], [])

    def test_no_other_library_is_seen(self):
        for other in ("immintrin", "yaml-cpp", "fmt/", "nlohmann", "spdlog", "tbb/", "Eigen", "CLI/", "gtest"):
            self.assertEqual([file for file in self.files if other in file], [], other)

    def test_no_lanes_pass_through_it(self):
        names = subprocess.run(["nm", "-C", LIBRARY], check=True, capture_output=True, text=True).stdout
        self.assertIn("clout::face::compare(", names)
        self.assertEqual([line for line in names.splitlines() if "Pack<" in line or "Mask<" in line], [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
