"""Studies planned for a cluster, and played by one: a Slurm of one node that the test starts itself."""
import json
import re
import subprocess
import time
import unittest

import cli_case
import slurm_node


class Plan(cli_case.CliCase):
    VARY = ["--vary", "bodies.group.mandate=0.1:0.9", "--vary", "funds.local.inertia=0.1:0.9"]

    def shards(self, *options):
        text = self.clout("plan", "small.yaml", *self.VARY, *options).stdout
        return int(re.search(r"([\d,]+) shard", text).group(1).replace(",", "")), text

    def test_shards_are_of_hours(self):
        self.assertEqual(self.shards("--size", "64")[0], 1)
        a_second = ("--size", "100000", "--hours", "0.0005")
        many, _ = self.shards(*a_second)
        self.assertGreater(many, 2)
        # Points differ little, but the machine may be busy while they are measured.
        self.assertLess(self.shards(*a_second, "--threads", "8")[0], many)

    def test_an_array_is_no_larger_than_the_cluster_allows(self):
        count, text = self.shards("--size", "100000", "--hours", "0.00001", "--max-array", "6")
        self.assertEqual(count, 5)
        self.assertIn("MaxArraySize 6", text)
        self.clout("plan", "small.yaml", *self.VARY, "--size", "100000", "--hours", "0.00001", "--max-array", "6", "--slurm",
                   "jobs", "--sbatch=--partition=long")
        script = (self.folder / "jobs/sweep.sbatch").read_text()
        self.assertIn("#SBATCH --array=1-5\n", script)
        self.assertIn("#SBATCH --partition=long\n", script)
        self.assertIn("#SBATCH --requeue\n", script)
        for name in ("sweep.sbatch", "merge.sbatch", "submit"):
            subprocess.run(["bash", "-n", self.folder / "jobs" / name], check=True)

    def test_wrong_words(self):
        self.assertIn("no number of hours", self.clout("plan", "small.yaml", "--hours", "two", expect=2).stderr)
        (self.folder / "jobs").mkdir()
        self.assertIn("is there already", self.clout("plan", "small.yaml", "--slurm", "jobs", expect=2).stderr)

    # What the array does, by a shell that is no Slurm: every shard, a stop and a node that died among them.
    def test_scripts_play_the_study(self):
        self.write("gp.csv", "name,place,income,list_size,member_of\nNorth,,1.2,8000,\nSouth,,1.4,9000,\n")
        self.write("rostered.yaml", cli_case.SMALL.replace("count: 3, income: 1.2, list_size: 8000", "roster: gp.csv"))
        options = ["rostered.yaml", *self.VARY, "--size", "40", "--arms", "split,united", "--set", "clock.years=1"]
        self.clout("sweep", *options, "--store", "whole")
        self.clout("plan", *options, "--hours", "0.00000001", "--max-array", "4", "--slurm", "jobs", "--node-local")
        (self.folder / "node").mkdir()
        self.write("rostered.yaml", "nothing")  # the scripts have their own
        jobs = self.folder / "jobs"
        for shard in ("1", "2", "3"):
            (jobs / f"shard-{shard}.study.lock").write_text("host gone\nprocess 1\n")
            subprocess.run(["bash", jobs / "sweep.sbatch"], check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                           env=self.environment(SLURM_ARRAY_TASK_ID=shard, SLURM_CPUS_PER_TASK="1", TMPDIR=str(self.folder / "node")))
        self.assertEqual(list((self.folder / "node").iterdir()), [])
        subprocess.run(["bash", jobs / "merge.sbatch"], check=True, stderr=subprocess.DEVNULL)
        state = [json.loads(self.clout("show", store, "--json").stdout) for store in ("whole", "jobs/whole.study")]
        self.assertEqual(state[0]["content"], state[1]["content"])


class Cluster(cli_case.CliCase):
    def setUp(self):
        super().setUp()
        try:
            self.slurm = slurm_node.SlurmNode(largest_array=4)
        except slurm_node.CannotStart as why:
            print(f"skipped: no Slurm on this machine: {why}", flush=True)
            self.skipTest(str(why))
        self.addCleanup(self.slurm.stop)

    def ask(self, *words):
        done = self.slurm.ask(*words)
        self.assertEqual(done.returncode, 0, f"{words}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def wait_until(self, ready, seconds, what):
        end = time.monotonic() + seconds
        while not ready():
            if time.monotonic() > end:
                logs = "\n".join(f"{path.name}:\n{path.read_text()}" for path in (self.folder / "jobs").glob("*.log"))
                self.fail(f"{what}: {self.slurm.ask('squeue').stdout}\n{logs}")
            time.sleep(0.25)

    def test_an_array_is_stopped_put_back_and_merged(self):
        # Long enough for a task to be met while it plays, on a fast machine and on a busy one.
        options = ["small.yaml", *Plan.VARY, "--arms", "split,united", "--replicates", "100"]
        begun = time.monotonic()
        self.clout("sweep", *options, "--size", "64", "--store", "try", "-j", "1")
        size = int(min(max(64 * 9 / (time.monotonic() - begun), 300), 6000))
        options += ["--size", str(size)]
        self.clout("sweep", *options, "--store", "whole")
        # MaxArraySize is asked of the cluster: three tasks, however many were worth it.
        planned = self.clout("plan", *options, "--hours", "0.0000001", "--slurm", "jobs",
                             SLURM_CONF=str(self.slurm.folder / "slurm.conf"))
        self.assertIn("3 shard", planned.stdout)
        said = subprocess.run([self.folder / "jobs/submit"], env=self.slurm.environment, capture_output=True, text=True)
        self.assertEqual(said.returncode, 0, said.stderr)
        sweep, merge = re.findall(r"job (\d+)", said.stdout)
        store = self.folder / "jobs/shard-1.study"
        self.wait_until(lambda: store.exists() and store.stat().st_size > 0, 60, "the first shard does not begin")
        # As when its time is over: the task stops with 75, is put back, and goes on where it was.
        self.ask("scancel", "--signal=TERM", "--batch", f"{sweep}_1")
        self.wait_until(lambda: (self.folder / "jobs/whole.study").exists(), 150, "the shards are not merged")
        self.wait_until(lambda: merge not in self.slurm.ask("squeue", "-h", "-o", "%i").stdout.split(), 30, "merge runs")
        log = (self.folder / "jobs/shard-1.log").read_text()
        self.assertIn("to go (--resume)", log)
        self.assertIn("restart", self.ask("scontrol", "show", "job", f"{sweep}_1").lower())
        state = [json.loads(self.clout("show", name, "--json").stdout) for name in ("whole", "jobs/whole.study")]
        self.assertEqual(state[0]["content"], state[1]["content"])
        self.assertEqual(state[1]["points"], {"pending": 0, "done": size, "failed": 0})


if __name__ == "__main__":
    unittest.main()
