"""When the world is wrong: files that are not there, full disks, closed pipes, signals."""
import json
import os
import pathlib
import pty
import signal
import subprocess
import threading
import time
import unittest

from cli_case import CLOUT, CliCase


class Files(CliCase):
    def test_missing_files_folders_and_nonsense(self):
        self.assertIn("there is no such file", self.clout("compare", "nothing.yaml", expect=3).stderr)
        (self.folder / "folder").mkdir()
        self.assertIn("is a folder", self.clout("compare", "folder", expect=3).stderr)
        self.write("empty.yaml", "")
        self.assertIn("empty.yaml", self.clout("compare", "empty.yaml", expect=3).stderr)
        (self.folder / "noise.yaml").write_bytes(bytes(range(256)) * 4)
        self.assertIn("noise.yaml", self.clout("compare", "noise.yaml", expect=3).stderr)

    @unittest.skipIf(os.geteuid() == 0, "the superuser may read everything")
    def test_an_unreadable_file(self):
        (self.folder / "small.yaml").chmod(0)
        self.assertIn("Permission denied", self.clout("compare", "small.yaml", expect=3).stderr)

    def test_more_replicates_than_memory_holds(self):
        done = self.clout("compare", "small.yaml", "--replicates", "10000000", "--set", "clock.years=200",
                          expect=1)
        self.assertIn("of memory", done.stderr)

    def test_a_scenario_through_a_pipe(self):
        done = subprocess.run(["bash", "-c", f"{CLOUT} check <(cat small.yaml)"], cwd=self.folder,
                              capture_output=True, encoding="utf-8", timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)


class Streams(CliCase):
    def test_a_full_stdout_is_said(self):
        for arguments in (["compare", "small.yaml"], ["check", "small.yaml"], ["--help"], ["schema"]):
            with open("/dev/full", "wb") as full:
                self.assertIn("No space left", self.clout(*arguments, stdout=full, expect=1).stderr)

    def test_a_closed_stdout_is_said_and_costs_no_file(self):
        done = subprocess.run(["bash", "-c", f"{CLOUT} compare small.yaml --out out >&-"], cwd=self.folder,
                              capture_output=True, encoding="utf-8", timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn("cannot write to stdout", done.stderr)
        self.assertIn(b"arm,", (self.folder / "out/measures.csv").read_bytes()[:4])

    def test_a_reader_that_goes_away_is_no_trouble(self):
        done = subprocess.run(["bash", "-c", f"set -o pipefail; {CLOUT} schema | head -n 1"], cwd=self.folder,
                              capture_output=True, encoding="utf-8", timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""))


class Terminal(CliCase):
    def on_terminal(self, *arguments, **environment):
        """What the program prints where both streams are a terminal."""
        leader, follower = pty.openpty()
        process = subprocess.Popen([CLOUT, *arguments], cwd=self.folder, stdin=follower, stdout=follower,
                                   stderr=follower, env=self.environment(TERM="xterm", **environment))
        os.close(follower)
        told = b""
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:
                break
            if not piece:
                break
            told += piece
        os.close(leader)
        self.assertEqual(process.wait(timeout=60), 0, told)
        return told

    def test_colour_and_a_bar_only_where_they_are_wanted(self):
        self.assertIn(b"\033[1m", self.on_terminal("compare", "small.yaml"))
        self.assertIn(b"compare [", self.on_terminal("compare", "small.yaml"))
        for arguments, environment in ((["--no-color"], {}), ([], {"NO_COLOR": "1"})):
            self.assertNotIn(b"\033[1m", self.on_terminal("compare", "small.yaml", *arguments, **environment))
        self.assertNotIn(b"compare [", self.on_terminal("compare", "small.yaml", CI="true"))
        self.assertNotIn(b"compare [", self.on_terminal("compare", "small.yaml", "-q"))


class Signals(CliCase):
    def started(self, *arguments):
        """A run far too long to finish, that has begun to run replicates."""
        command = [CLOUT, "compare", "small.yaml", "--replicates", "3000000", "--progress", "json", *arguments]
        process = subprocess.Popen(command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   env=self.environment())
        for stream in (process.stdout, process.stderr):
            self.addCleanup(stream.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.assertIn(b"progress", process.stderr.readline())
        time.sleep(0.3)
        return process

    def test_the_first_signal_hands_over_what_is_complete(self):
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            process = self.started("--json")
            process.send_signal(number)
            told, said = process.communicate(timeout=60)
            self.assertEqual(process.returncode, code, said)
            told = json.loads(told)
            self.assertTrue(0 < told["replicates"] < 3000000)
            self.assertIn(f"rest on {told['replicates']} of 3000000".encode(), said)

    def test_results_of_a_stopped_run_are_whole(self):
        process = self.started("--out", "out", "--arms", "split,united")
        process.send_signal(signal.SIGINT)
        text, said = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 130, said)
        self.assertIn(b"STOPPED EARLY", text)
        manifest = json.loads((self.folder / "out/manifest.json").read_text(encoding="utf-8"))
        rows = (self.folder / "out/replicates.csv").read_bytes()
        self.assertTrue(rows.endswith(b"\r\n"))
        self.assertEqual(rows.count(b"\r\n"), 1 + 2 * manifest["replicates"])
        self.assertEqual([name for name in self.names() if "partial" in name], [])

    def test_an_impatient_second_signal_leaves_nothing_behind(self):
        process = self.started("--out", "out")
        drain = threading.Thread(target=process.stderr.read, daemon=True)
        drain.start()
        process.send_signal(signal.SIGINT)
        for _ in range(200):
            time.sleep(0.005)
            if process.poll() is not None:
                break
            process.send_signal(signal.SIGINT)
        process.stdout.read()
        self.assertEqual(process.wait(timeout=60), 130)
        self.assertEqual([name for name in self.names() if "partial" in name], [])
        out = pathlib.Path(self.folder / "out")
        whole = (out / "manifest.json").exists()
        self.assertTrue(whole or not out.exists(), "a folder is whole or not there")


if __name__ == "__main__":
    unittest.main()
