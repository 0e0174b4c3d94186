"""Limits of the system, and who is killed in the middle: what was computed is told, and nothing half-written stays."""
import json
import os
import pathlib
import re
import resource
import signal
import subprocess
import time
import unittest

from cli_case import CLOUT, CliCase

LONG = ["compare", "small.yaml", "--replicates", "3000000", "--progress", "json"]


class Out(CliCase):
    """A failed --out costs no finding."""

    def told_all_the_same(self, *arguments, **options):
        done = self.clout("compare", "small.yaml", "--out", *arguments, expect=1, **options)
        self.assertIn("clout: --out: cannot", done.stderr)
        self.assertIn("general practice gains", " ".join(done.stdout.split()))

    def test_a_folder_that_cannot_be_made(self):
        self.told_all_the_same("/proc/nowhere/out")

    def test_a_folder_that_cannot_be_written_to(self):
        if os.geteuid() == 0:
            self.skipTest("the superuser may write everywhere")
        (self.folder / "shut").mkdir(mode=0o555)
        self.told_all_the_same("shut/out")

    def test_every_verb_with_results(self):
        for arguments in (["run", "small.yaml"], ["run", "small.yaml", "--median"],
                          ["run", "small.yaml", "--log", "--median"], ["influence", "small.yaml"],
                          ["theories", "small.yaml", "--arms", "split,united"], ["attribute", "small.yaml"],
                          ["drivers", "small.yaml"]):
            with self.subTest(arguments):
                done = self.clout(*arguments, "--out", "/proc/nowhere/out", expect=1)
                self.assertNotEqual(done.stdout, "")

    def test_a_limit_of_file_sizes(self):
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        done = subprocess.run([CLOUT, "compare", "small.yaml", "--out", "out"], cwd=self.folder,
                              capture_output=True, encoding="utf-8", timeout=60, preexec_fn=limit)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertRegex(done.stderr, "cannot write .*: File too large")
        self.assertIn("A small area", done.stdout)
        self.assertEqual(self.names(), ["small.yaml"])

    def test_stdout_that_may_grow_no_further(self):
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

        with open(self.folder / "told", "wb") as told:
            done = subprocess.run([CLOUT, "compare", "small.yaml"], cwd=self.folder, stdout=told,
                                  stderr=subprocess.PIPE, encoding="utf-8", timeout=60, preexec_fn=limit)
        self.assertEqual(done.returncode, 1)
        self.assertIn("cannot write to stdout: File too large", done.stderr)


class Killed(CliCase):
    def test_leftovers_of_the_killed_go_with_the_next_run(self):
        for folder in ("out", "kept"):
            self.clout("compare", "small.yaml", "--out", "kept")
            for delay in (0.01, 0.02, 0.03, 0.05):
                process = subprocess.Popen([CLOUT, "compare", "small.yaml", "--replicates", "2000", "--out", folder],
                                           cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(delay)
                process.kill()
                process.wait()
            self.clout("compare", "small.yaml", "--out", folder)
            self.assertEqual([name for name in self.names() if "partial" in name], [])
            manifest = json.loads((self.folder / folder / "manifest.json").read_text(encoding="utf-8"))
            self.assertEqual(manifest["replicates"], 40)

    def test_a_leftover_of_the_same_process_number(self):
        # In containers the next program often has the number of the one that was killed.
        script = f"mkdir out.partial-$$ && echo x > out.partial-$$/measures.csv && exec {CLOUT} compare small.yaml --out out"
        done = subprocess.run(["bash", "-c", script], cwd=self.folder, capture_output=True, encoding="utf-8",
                              timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([name for name in self.names() if "partial" in name], [])


class Signals(CliCase):
    def stopped(self, arguments, number, after=0.3, wait_for=b"progress"):
        process = subprocess.Popen([CLOUT, *arguments], cwd=self.folder, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env=self.environment())
        self.addCleanup(process.kill)
        if wait_for:
            self.assertIn(wait_for, process.stderr.readline())
        time.sleep(after)
        process.send_signal(number)
        asked = time.monotonic()
        told, said = process.communicate(timeout=60)
        return process.returncode, told, said, time.monotonic() - asked

    def test_a_terminal_that_goes_away_is_a_stop_like_others(self):
        code, told, said, _ = self.stopped([*LONG, "--json"], signal.SIGHUP)
        self.assertEqual(code, 129, said)
        self.assertTrue(0 < json.loads(told)["replicates"] < 3000000)

    def test_nohup_stays_in_force(self):
        process = subprocess.Popen(["nohup", CLOUT, *LONG, "--json"], cwd=self.folder, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env=self.environment())
        self.addCleanup(process.kill)
        while b"progress" not in process.stderr.readline():
            pass
        process.send_signal(signal.SIGHUP)
        time.sleep(0.3)
        self.assertIsNone(process.poll())
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
        self.assertEqual(process.returncode, 143)

    def test_influence_keeps_what_it_finished(self):
        code, told, said, _ = self.stopped(["influence", "small.yaml", "--replicates", "3000000", "--json"],
                                           signal.SIGINT, after=1.0, wait_for=None)
        self.assertEqual(code, 130, said)
        self.assertGreater(json.loads(told)["influence"]["sectors"]["gp"]["mean"], 0)

    # The sanitizers' build is many times slower; what matters there is that it stops at all.
    SOON = 30.0 if "asan" in CLOUT else 6.0

    def test_a_board_of_thousands_obeys(self):
        self.write("votes.yaml", VOTES.format(count=4000))
        for arguments in (["run", "votes.yaml", "--set", "bodies.board.protocol=condorcet"],
                          ["influence", "votes.yaml", "--set", "bodies.board.protocol=condorcet"],
                          ["theories", "votes.yaml", "--replicates", "100000"]):
            with self.subTest(arguments):
                code, _, said, took = self.stopped(arguments, signal.SIGTERM, after=1.0, wait_for=None)
                self.assertEqual(code, 143, said)
                self.assertLess(took, self.SOON)


    def test_a_board_of_thousands_is_read_in_seconds(self):
        self.write("votes.yaml", VOTES.format(count=2000))
        begun = time.monotonic()
        for protocol in ("compromise", "nash", "setter"):
            told = json.loads(self.clout("influence", "votes.yaml", "--replicates", "16", "--json",
                                         "--set", f"bodies.board.protocol={protocol}").stdout)
            self.assertIsNone(told["boards"][0]["seats"][0]["leverage"])
        self.assertIn("Leverage is not taken", self.clout("influence", "votes.yaml", "--replicates", "1").stdout)
        self.assertLess(time.monotonic() - begun, 4 * self.SOON)


VOTES = """\
clout: 1
clock: {{years: 1}}
replicates: 50
programmes: {{access: {{delivered_by: {{gp: 1}}}}, urgent: {{delivered_by: {{acute: 1}}}}, beds: {{delivered_by: {{acute: 1}}}}}}
sectors:
  gp: {{position: {{access: 3, urgent: 1, beds: 1}}, spread: 0.4}}
  acute: {{position: {{access: 1, urgent: 3}}}}
organisations:
  practice: {{sector: gp, count: {count}, income: 1.2}}
  trust: {{sector: acute, income: 40}}
bodies: {{board: {{members: {{practice: {{votes: 1}}, trust: {{votes: 1}}}}}}}}
funds: {{local: {{amount: 1, decided_by: board, status_quo: {{access: 1, urgent: 2}}}}}}
arms: {{base: {{}}, more: {{patch: {{bodies: {{board: {{members: {{practice: {{votes: 2}}}}}}}}}}}}}}
"""


class Threads(CliCase):
    @unittest.skipUnless(os.geteuid() == 0, "only the superuser can become somebody who runs nothing else")
    def test_fewer_than_asked_for_are_said_once(self):
        nobody = 54321

        def limit():
            resource.setrlimit(resource.RLIMIT_NPROC, (6, 6))
            os.setgid(nobody)
            os.setuid(nobody)

        self.folder.chmod(0o755)
        done = subprocess.run([CLOUT, "compare", "small.yaml", "-j", "64", "--replicates", "2000"], cwd=self.folder,
                              capture_output=True, encoding="utf-8", timeout=60, preexec_fn=limit)
        if "ermission" in done.stderr:
            self.skipTest("the program is in a folder that others may not read")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(re.findall("64 threads were asked for and the system gives", done.stderr)), 1)
        self.assertEqual(done.stdout, self.clout("compare", "small.yaml", "-j", "2", "--replicates", "2000").stdout)


class Memory(CliCase):
    def test_a_limit_of_the_process(self):
        done = subprocess.run(["bash", "-c", f"ulimit -d 200000; {CLOUT} compare small.yaml --replicates 1000000"],
                              cwd=self.folder, capture_output=True, encoding="utf-8", timeout=60)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertRegex(done.stderr, "need .* GB of memory, and this process may have 0.2 GB")

    @unittest.skipUnless(os.access("/sys/fs/cgroup/memory", os.W_OK) and os.geteuid() == 0,
                         "no control group can be made here")
    def test_a_limit_of_the_control_group(self):
        group = pathlib.Path(f"/sys/fs/cgroup/memory/clout-test-{os.getpid()}")
        try:
            group.mkdir()
        except OSError:
            self.skipTest("no control group can be made here")
        self.addCleanup(group.rmdir)
        (group / "memory.limit_in_bytes").write_text(str(300 << 20))

        def enter():
            (group / "cgroup.procs").write_text(str(os.getpid()))

        done = subprocess.run([CLOUT, "compare", "small.yaml", "--replicates", "1000000"], cwd=self.folder,
                              capture_output=True, encoding="utf-8", timeout=60, preexec_fn=enter)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("this process may have 0.3 GB", done.stderr)


if __name__ == "__main__":
    unittest.main()
