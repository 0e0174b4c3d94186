"""Studies on several processes: the same content, to the bit, whoever played."""
import json
import os
import shutil
import signal
import subprocess
import time
import unittest

import cli_case


def built_with_mpi():
    linked = subprocess.run(["ldd", cli_case.CLOUT], capture_output=True, text=True).stdout
    return "libmpi" in linked


@unittest.skipUnless(shutil.which("mpirun"), "mpirun is not installed (openmpi-bin)")
@unittest.skipUnless(built_with_mpi(), "clout was built without MPI")
class Ranks(cli_case.CliCase):
    VARY = ["--vary", "bodies.group.mandate=0.1:0.9", "--vary", "funds.local.inertia=0.1:0.9"]

    def mpirun(self, ranks, *arguments):
        # As root, in containers, and without a network: what a test may not be stopped by.
        environment = self.environment(OMPI_ALLOW_RUN_AS_ROOT="1", OMPI_ALLOW_RUN_AS_ROOT_CONFIRM="1",
                                       OMPI_MCA_plm_rsh_agent="false", OMPI_MCA_btl="self,vader",
                                       OMPI_MCA_btl_vader_single_copy_mechanism="none",
                                       ASAN_OPTIONS="detect_leaks=0")  # Open MPI leaves much to its end
        return subprocess.Popen(["mpirun", "--oversubscribe", "-n", str(ranks), cli_case.CLOUT, *arguments, "-j", "1"],
                                cwd=self.folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                stdin=subprocess.DEVNULL, text=True)

    def played(self, ranks, *arguments, expect=0):
        process = self.mpirun(ranks, *arguments)
        out, err = process.communicate(timeout=120)
        self.assertEqual(process.returncode, expect, out + err)
        return out, err

    def content(self, store):
        state = json.loads(self.clout("show", store, "--json").stdout)
        self.assertEqual(state["points"]["pending"], 0)
        return state["content"]

    def test_1_2_3_and_5_ranks_and_shards_make_what_one_process_makes(self):
        options = ["sweep", "small.yaml", *self.VARY, "--size", "200", "--keep", "replicates"]
        self.clout(*options, "--store", "one")
        content = self.content("one")
        for ranks in (1, 2, 3, 5):
            out, _ = self.played(ranks, *options, "--store", f"ranks{ranks}")
            self.assertEqual(out.count("200 of 200 points"), 1, out)  # one of them speaks
            self.assertEqual(self.content(f"ranks{ranks}"), content)
        for part in (1, 2, 3):
            self.played(2, *options, "--shard", f"{part}/3", "--store", f"part{part}")
        self.clout("merge", "part1", "part2", "part3", "--into", "merged")
        self.assertEqual(self.content("merged"), content)

    def test_killed_ranks_are_gone_on_with(self):
        options = ["sweep", "small.yaml", *self.VARY, "--size", "3000", "--store", "s"]
        process = self.mpirun(3, *options)
        while not (self.folder / "s").exists():
            time.sleep(0.05)
        time.sleep(1)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
        self.assertNotEqual(process.returncode, 0)
        if (self.folder / "s.lock").exists():
            self.assertIn("process", (self.folder / "s.lock").read_text())
        self.played(3, *options, "--resume")
        self.clout(*options[:-1], "whole")
        self.assertEqual(self.content("s"), self.content("whole"))

    def test_what_goes_wrong_is_said_once_and_nobody_waits(self):
        _, err = self.played(3, "sweep", "small.yaml", "--vary", "bodies.group.mandate=0.1:1.9", expect=3)
        self.assertEqual(err.count("found 1.9"), 1, err)
        self.played(2, "sweep", "small.yaml", *self.VARY, "--size", "4", "--store", "s")
        _, err = self.played(3, "sweep", "small.yaml", *self.VARY, "--size", "4", "--store", "s", expect=1)
        self.assertEqual(err.count("--resume"), 1, err)
        out, _ = self.played(3, "compare", "small.yaml", "--json")
        self.assertIn("differences", json.loads(out))


if __name__ == "__main__":
    unittest.main()
