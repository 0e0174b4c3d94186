"""Stores in a hostile world: killed at any moment, no room, no permission, taken away, two writers. Nothing that was
committed is lost, and what happened is said plainly."""
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

import cli_case

VARY = ["--vary", "bodies.group.mandate=0.1:0.9", "--vary", "funds.local.inertia=0.1:0.9"]


def own_mounts():
    """How a command is given mounts of its own; None where nobody may."""
    for words in (["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"]):
        probe = [*words, "mount", "-t", "tmpfs", "none", "/mnt"]
        if shutil.which("unshare") and subprocess.run(probe, capture_output=True).returncode == 0:
            return words
    return None


class StoreTrouble(cli_case.CliCase):
    def sweep(self, *options, expect=0):
        return self.clout("sweep", "small.yaml", *VARY, *options, expect=expect)

    def started(self, *options):
        return subprocess.Popen([cli_case.CLOUT, "sweep", "small.yaml", *VARY, *options], cwd=self.folder, text=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                env=self.environment())

    def state(self, store):
        return json.loads(self.clout("show", store, "--json").stdout)

    def done(self, store):
        try:
            with sqlite3.connect(f"file:{self.folder / store}?mode=ro", uri=True, timeout=10) as database:
                return database.execute("select count(*) from point where status=1").fetchone()[0]
        except sqlite3.Error:
            return 0

    def wait_for_points(self, store, process):
        while self.done(store) == 0:
            self.assertIsNone(process.poll())
            time.sleep(0.05)

    # What one writes in a folder, asked of anybody but the owner of the machine.
    def as_nobody(self, *words):
        def become_nobody():
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
        return subprocess.run([cli_case.CLOUT, *words], cwd=self.folder, capture_output=True, text=True,
                              preexec_fn=become_nobody, env=self.environment())

    def test_a_hundred_kills(self):
        options = ["--size", "2000", "--replicates", "40"]
        self.sweep(*options, "--store", "whole")
        whole = self.state("whole")
        chance = random.Random(2026)
        kills = starts = 0
        while kills < 100:
            if self.done("s") == 2000:  # all of it once more
                self.assertEqual(self.state("s")["content"], whole["content"])
                os.remove(self.folder / "s")
            process = self.started(*options, "--store", "s", "--resume-or-start", "-q", "-j", "1")
            time.sleep(chance.uniform(0, 0.3))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            kills += process.returncode == -signal.SIGKILL
            starts += 1
            self.assertLess(starts, 600)
        self.sweep(*options, "--store", "s", "--resume-or-start")
        after = self.state("s")
        self.assertEqual(after["points"], {"pending": 0, "done": 2000, "failed": 0})
        self.assertEqual(after["content"], whole["content"])

    def test_no_room(self):
        mounts = own_mounts()
        if mounts is None:
            self.skipTest("nobody may mount here")
        options = " ".join([*VARY, "--size", "1000", "--keep", "replicates"])
        script = f"""
            mkdir d; mount -t tmpfs -o size=700k none d
            "$CLOUT" sweep small.yaml {options} --store d/s > out 2> err; echo $? > code
            "$CLOUT" show d/s --json > full.json
            mount -o remount,size=400m d
            "$CLOUT" sweep small.yaml --store d/s --resume > out2 2> err2; echo $? > code2
            cp d/s mended"""
        subprocess.run([*mounts, "sh", "-c", script], cwd=self.folder, check=True, env=self.environment(CLOUT=cli_case.CLOUT))
        read = lambda name: (self.folder / name).read_text()
        self.assertEqual(read("code").strip(), "1", read("err"))
        self.assertIn("the disk is full", read("err"))
        self.assertGreater(json.loads(read("full.json"))["points"]["pending"], 0)
        self.assertEqual(read("code2").strip(), "0", read("err2"))
        self.sweep("--size", "1000", "--keep", "replicates", "--store", "whole")
        self.assertEqual(self.state("mended")["content"], self.state("whole")["content"])

    def test_no_permission(self):
        self.sweep("--size", "4", "--store", "s")
        os.chmod(self.folder, 0o755)
        for words in (["sweep", "small.yaml", *VARY, "--store", "t"], ["sweep", "small.yaml", "--store", "s", "--resume"]):
            os.chmod(self.folder, 0o555)
            done = self.as_nobody(*words)
            os.chmod(self.folder, 0o755)
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertRegex(done.stderr, r"(?m)^clout: the study store cannot be .*(Permission denied|read-only)")
        self.assertEqual(self.state("s")["points"]["done"], 4)
        # To read needs no more than reading.
        self.assertEqual(self.as_nobody("show", "s").returncode, 0)
        self.assertEqual(self.as_nobody("verify", "s").returncode, 0)

    def test_taken_away(self):
        process = self.started("--size", "1000000", "--store", "s")
        self.wait_for_points("s", process)
        os.remove(self.folder / "s")
        _, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 1, err)
        self.assertIn("the study store has been removed while it was written", err)
        self.assertFalse((self.folder / "s.lock").exists())

    def test_two_writers_and_a_dead_host(self):
        process = self.started("--size", "1000000", "--store", "s")
        self.wait_for_points("s", process)
        refused = self.sweep("--store", "s", "--resume", expect=1)
        self.assertIn(f"is being written by process {process.pid}", refused.stderr)
        self.assertIn("last sign of life", refused.stderr)
        self.assertGreater(self.state("s")["points"]["done"], 0)  # reading is free
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
        self.assertEqual(process.returncode, 75)
        # A host that died cannot be asked: somebody has to say so.
        self.write("s.lock", "host gone\nprocess 7\n")
        refused = self.sweep("--store", "s", "--resume", expect=1)
        self.assertIn("remove s.lock", refused.stderr)
        before = self.state("s")["points"]["done"]
        os.remove(self.folder / "s.lock")
        process = self.started("--store", "s", "--resume")
        while self.done("s") <= before:
            self.assertIsNone(process.poll())
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
        self.assertEqual(process.returncode, 75)

    def test_progress_is_told_by_points_and_by_work(self):
        lines = [json.loads(line) for line in self.sweep("--size", "400", "--store", "s", "--progress", "json").stderr
                 .splitlines() if line.startswith("{")]
        last = lines[-1]
        self.assertEqual((last["event"], last["done"], last["total"], last["failed"], last["work"]),
                         ("progress", 400, 400, 0, 1))
        self.assertEqual(last["seconds_left"], 0)
        plain = self.sweep("--size", "400", "--store", "t", "--progress", "plain").stderr
        self.assertRegex(plain, r"(?m)^sweep: 100 %, 400 of 400 points")


if __name__ == "__main__":
    unittest.main()
