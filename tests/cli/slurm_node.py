"""A Slurm cluster of one node on loopback, with a munge key of its own, for as long as a test takes."""
import os
import pathlib
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time

PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "squeue", "scontrol", "scancel")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def program(name):
    return shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")


class CannotStart(Exception):
    """Why there can be no cluster on this machine."""


class SlurmNode:
    def __init__(self, largest_array):
        missing = [name for name in PROGRAMS if not program(name)]
        if missing:
            raise CannotStart(f"not installed: {', '.join(missing)} (slurmctld, slurmd, slurm-client, munge)")
        if os.geteuid() != 0:
            raise CannotStart("slurmd runs as root alone")
        # Short: a socket's name has at most 107 characters.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="slurm-", dir="/tmp"))
        self.processes = []
        try:
            self.start(largest_array)
        except CannotStart:
            self.stop()
            raise

    def start(self, largest_array):
        for name in ("state", "spool"):
            (self.folder / name).mkdir()
        key = self.folder / "munge.key"
        key.write_bytes(secrets.token_bytes(128))
        key.chmod(0o400)
        at, host = self.folder, socket.gethostname().split(".")[0]
        self.run("munged", "--foreground", "--force", f"--key-file={key}", f"--socket={at}/munge.sock",
                 f"--pid-file={at}/munged.pid", f"--seed-file={at}/seed", "--num-threads=1")
        self.wait_for(lambda: (at / "munge.sock").exists(), "munged")
        # A job that is put back into the queue waits until its credential has run out: 2 minutes, usually.
        (at / "slurm.conf").write_text(f"""\
ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket={at}/munge.sock,cred_expire=5
CredType=cred/munge
SlurmctldPort={free_port()}
SlurmdPort={free_port()}
SlurmctldPidFile={at}/slurmctld.pid
SlurmdPidFile={at}/slurmd.pid
StateSaveLocation={at}/state
SlurmdSpoolDir={at}/spool
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,bf_interval=1,batch_sched_delay=0
MpiDefault=none
MaxArraySize={largest_array}
ReturnToService=2
SwitchType=switch/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
NodeName={host} NodeAddr=127.0.0.1 CPUs={os.cpu_count()} State=UNKNOWN
PartitionName=main Nodes={host} Default=YES MaxTime=INFINITE State=UP
""")
        self.run("slurmctld", "-D", "-c")
        self.wait_for(lambda: self.ask("scontrol", "ping").returncode == 0, "slurmctld")
        self.run("slurmd", "-D")
        self.wait_for(lambda: "idle" in self.ask("sinfo", "-h", "-o", "%T").stdout, "slurmd")

    @property
    def environment(self):
        return {**os.environ, "SLURM_CONF": str(self.folder / "slurm.conf")}

    def run(self, name, *arguments):
        with open(self.folder / f"{name}.log", "w", encoding="utf-8") as log:
            self.processes.append(subprocess.Popen([program(name), *arguments], env=self.environment, stdout=log,
                                                   stderr=log, stdin=subprocess.DEVNULL))

    def ask(self, *words):
        return subprocess.run(words, env=self.environment, capture_output=True, text=True, timeout=30)

    def wait_for(self, ready, name):
        for _ in range(150):
            if ready():
                return
            if self.processes[-1].poll() is not None:
                break
            time.sleep(0.1)
        log = (self.folder / f"{name}.log").read_text(encoding="utf-8", errors="replace")
        raise CannotStart(f"{name} does not start here: {' '.join(log.split()[-40:])}")

    def stop(self):
        if (self.folder / "slurm.conf").exists():
            self.ask("scancel", "--user=root", "--full")
        for process in reversed(self.processes):
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)
