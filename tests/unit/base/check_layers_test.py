"""The guard of the layers, tried on a checkout that breaks them one at a time."""
import importlib.machinery
import importlib.util
import pathlib
import subprocess
import sys
import tempfile
import unittest

GUARD = pathlib.Path(__file__).resolve().parents[3] / "tools" / "check_layers"
sys.dont_write_bytecode = True
loader = importlib.machinery.SourceFileLoader("check_layers", str(GUARD))
check_layers = importlib.util.module_from_spec(importlib.util.spec_from_loader("check_layers", loader))
loader.exec_module(check_layers)

# path, line that breaks a rule (it stands in line 2), words of the complaint
BROKEN = [
    ("engine/base/id.hpp", '#include "engine/core/number.hpp"', "base may include no other room"),
    ("engine/core/a.hpp", '#include "engine/run/block.hpp"', "core may include base"),
    ("engine/protocols/nash.hpp", '#include "engine/measures/share.hpp"', "protocols may include core, base"),
    ("engine/measures/share.hpp", '#include "engine/system/system.hpp"', "measures may include core, base"),
    ("engine/scenario/reader.cpp", '#include "engine/system/system.hpp"', "scenario may include"),
    ("engine/scenario/reader.cpp", '#include "engine/protocols/nash.hpp"', "by its list"),
    ("engine/run/block.cpp", '  #  include "engine/report/files/csv.hpp"', "run may include"),
    ("engine/scenario/text/a.hpp", '#include "engine/scenario/language/names.hpp"', "scenario/text may include no other"),
    ("engine/scenario/language/a.cpp", '#include "engine/scenario/checks/validate.hpp"',
     "scenario/language may include text, data"),
    ("engine/scenario/checks/a.cpp", '#include "engine/scenario/assembly/arms.hpp"',
     "scenario/checks may include language, text, data"),
    ("engine/scenario/assembly/a.cpp", '#include "engine/scenario/reader.hpp"', "scenario/assembly may include checks"),
    ("engine/scenario/make/a.cpp", '#include "engine/scenario/assembly/arms.hpp"', "scenario/make may include"),
    ("engine/scenario/library.hpp", '#include "engine/scenario/text/node.hpp"', "scenario/data may include no other"),
    ("engine/run/phases/a.cpp", '#include "engine/run/watch/observe.hpp"', "run/phases may include state"),
    ("engine/run/phases/a.cpp", '#include "engine/run/block.hpp"', "run/phases may include state"),
    ("engine/run/watch/a.cpp", '#include "engine/run/ensemble.hpp"', "run/watch may include block, phases, state"),
    ("engine/run/state.hpp", '#include "engine/run/phases.hpp"', "run/state may include no other"),
    ("engine/report/text/a.cpp", '#include "engine/report/json/json.hpp"', "report/text may include no other"),
    ("engine/report/json/a.cpp", '#include "engine/report/files/csv.hpp"', "report/json may include no other"),
    ("engine/report/page/a.cpp", '#include "engine/report/files/csv.hpp"', "report/page may include text, json"),
    ("engine/scenario/new.cpp", "int a = 1;", "stands in no part of scenario"),
    ("engine/report/odds/new.cpp", "int a = 1;", "stands in no part of report"),
    ("engine/report/text/a.cpp", "#include <fstream>", "the file system"),
    ("engine/analysis/a.cpp", '#include "engine/base/platform.hpp"', "the file system"),
    ("engine/study/a.cpp", "#include <unistd.h>", "the operating system"),
    ("tools/a.cpp", "#include <sys/stat.h>", "the operating system"),
    ("engine/base/a.cpp", "#include <filesystem>", "the file system"),
    ("engine/run/block.hpp", '#include "tools/verbs.hpp"', "does not know what uses it"),
    ("engine/run/block.cpp", "#include <iostream>", "never reads, writes or logs"),
    ("engine/run/block.cpp", '#include "engine/base/log.hpp"', "the log"),
    ("engine/run/block.cpp", "#include <random>", "not specified"),
    ("engine/run/block.cpp", "#include <thread>", "threads"),
    ("engine/run/block.cpp", "double x = std::exp(1.0);", "depend on the machine"),
    ("engine/protocols/nash.hpp", "double x = std::pow(y, 2);", "depend on the machine"),
    ("engine/scenario/reader.cpp", "#include <yaml-cpp/yaml.h>", "yaml-cpp"),
    ("engine/base/parallel_threads.cpp", "#include <tbb/parallel_for.h>", "oneTBB"),
    ("engine/base/parallel_threads.cpp", "#include <oneapi/tbb/parallel_for.h>", "oneTBB"),
    ("tools/clout.cpp", "#include <spdlog/spdlog.h>", "spdlog"),
    ("engine/run/block.cpp", "#include <sqlite3.h>", "SQLite"),
    ("tools/verb_run.cpp", "#include <CLI/CLI.hpp>", "CLI11"),
    ("tools/verb_run.cpp", "#include <nlohmann/json.hpp>", "nlohmann"),
    ("engine/protocols/nash.hpp", "#include <Eigen/Dense>", "Eigen"),
    ("engine/base/stream.cpp", "#include <Random123/philox.h>", "Random123"),
    ("engine/run/block.cpp", '#include "block.hpp"', "from the root"),
    ("engine/run/block.cpp", "#include <engine/run/block.hpp>", "in quotes"),
    ("engine/clout.hpp", '#include "engine/run/ensemble.hpp"', "shows nothing"),
    ("engine/face/comparison.hpp", '#include "engine/face/inside.hpp"', "shows nothing"),
    ("engine/face/comparison.hpp", "#include <fmt/format.h>", "shows nothing"),
    ("engine/study/playing.cpp", '#include "engine/report/json/json.hpp"', "study may include"),
    ("engine/utils/a.cpp", "int a = 1;", "no room of the table"),
    ("engine/run/block.hpp", "", "#pragma once"),
]

# What looks like trouble and is none.
SOUND = [
    ("engine/run/block.cpp", '#include "engine/system/system.hpp"'),
    ("engine/run/block.cpp", '#include "engine/run/phases.hpp"'),
    ("engine/run/block.cpp", "// std::exp(x) would depend on the machine"),
    ("engine/run/block.cpp", "double root = std::sqrt(x);"),
    ("engine/scenario/reader.cpp", '#include "engine/protocols/shelf.hpp"'),
    ("engine/scenario/reader.cpp", '#include "engine/protocols/kinds.hpp"'),
    ("engine/scenario/reader.cpp", '#include "engine/scenario/assembly/arms.hpp"'),
    ("engine/scenario/assembly/a.cpp", '#include "engine/scenario/library.hpp"'),
    ("engine/scenario/language/a.cpp", '#include "engine/scenario/language/names.hpp"'),
    ("engine/run/watch/a.cpp", '#include "engine/run/phases/peers.hpp"'),
    ("engine/run/phases/a.cpp", '#include "engine/run/phases.hpp"'),
    ("engine/run/block_plan.cpp", '#include "engine/run/ensemble.hpp"'),
    ("engine/report/files/a.cpp", '#include "engine/report/json/json.hpp"'),
    ("engine/report/text/a.cpp", '#include "engine/scenario/scenario.hpp"'),
    ("engine/scenario/text/yaml_door.cpp", "#include <yaml-cpp/parser.h>"),
    ("engine/report/files/csv.cpp", "#include <fstream>"),
    ("engine/clout.hpp", '#include "engine/face/comparison.hpp"'),
    ("engine/face/scenario.hpp", '#include "engine/base/result.hpp"'),
    ("engine/face/inside.hpp", '#include "engine/study/playing.hpp"'),
    ("tools/clout.cpp", '#include "engine/report/files/csv.hpp"'),
    ("tests/unit/base/stream_test.cpp", "#include <Random123/philox.h>"),
    ("bench/numbers.cpp", "#include <random>"),
]


class CheckLayers(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        (self.root / "engine").mkdir()

    def complaints(self, path, line):
        """What the guard says of a checkout with this one file, whose second line is `line`."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        head = "#pragma once" if path.endswith(".hpp") and line else "// nothing"
        file.write_text(f"{head}\n{line}\n", encoding="utf-8")
        found = list(check_layers.troubles(self.root))
        file.unlink()
        return found

    def test_what_breaks_the_layers_is_found_with_its_line(self):
        for path, line, words in BROKEN:
            with self.subTest(path=path, line=line):
                said = self.complaints(path, line)
                where = 1 if words in ("no room of the table", "#pragma once") or words.startswith("stands in") else 2
                self.assertEqual(len(said), 1, said)
                self.assertTrue(said[0].startswith(f"{path}:{where}: "), said)
                self.assertIn(words, said[0])

    def test_what_keeps_to_the_layers_passes(self):
        for path, line in SOUND:
            with self.subTest(path=path, line=line):
                self.assertEqual(self.complaints(path, line), [])

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def test_two_types_of_one_name_are_found(self):
        self.write("engine/base/a.hpp", "#pragma once\nnamespace clout {\nstruct Entry {\n};\n}  // namespace clout\n")
        self.write("engine/run/state.hpp", "#pragma once\nnamespace clout {\nclass Entry : Id {\n};\n}  // namespace clout\n")
        self.assertEqual(list(check_layers.troubles(self.root)),
                         ["engine/run/state.hpp:3: clout::Entry is also engine/base/a.hpp:3; two types need two names"])

    def test_names_apart_or_hidden_may_be_alike(self):
        self.write("engine/base/a.hpp", "#pragma once\nnamespace clout {\nstruct Entry;\nstruct Entry {\n};\n"
                                        "template <>\nstruct Entry<1> {\n};\n}  // namespace clout\n")
        self.write("engine/run/block.cpp", "namespace clout {\nnamespace {\nstruct Entry {\n};\n}  // namespace\n"
                                       "}  // namespace clout\n")
        self.write("engine/run/phases/c.hpp", "#pragma once\nnamespace clout::detail {\nstruct Entry {\n};\n"
                                       "}  // namespace clout::detail\n")
        self.assertEqual(list(check_layers.troubles(self.root)), [])

    def run_guard(self):
        return subprocess.run([sys.executable, GUARD, self.root], capture_output=True, text=True, check=False)

    def test_the_exit_code_tells(self):
        self.assertEqual(self.run_guard().returncode, 0)
        (self.root / "engine" / "base").mkdir()
        (self.root / "engine" / "base" / "id.hpp").write_text("#pragma once\n#include <yaml-cpp/yaml.h>\n")
        done = self.run_guard()
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stdout.startswith("engine/base/id.hpp:2: "), done.stdout)

    def test_a_folder_that_is_no_checkout_is_refused(self):
        (self.root / "engine").rmdir()
        self.assertEqual(self.run_guard().returncode, 2)


if __name__ == "__main__":
    unittest.main()
