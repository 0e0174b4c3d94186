"""A test case with a folder of its own, and the program run in it as a real process."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

CLOUT = os.environ["CLOUT"]
ROOT = pathlib.Path(os.environ["CLOUT_ROOT"])

# Two sectors, three practices behind one seat: small enough that a thousand futures take no time.
SMALL = """\
clout: 1
title: A small area
as_at: 2023-03-31
clock: {years: 2, rounds_per_year: 2}
seed: 7
replicates: 40
programmes:
  access: {label: GP access, delivered_by: {gp: 1}}
  urgent: {label: Urgent care, delivered_by: {gp: 0.2, acute: 0.8}}
sectors:
  gp:
    label: General practice
    position: {access: 3, urgent: 1}
    spread: {uniform: [0.2, 0.6]}
    commitment: 0.5
    can_fail: true
    taken_over_by: acute
  acute: {label: Acute trusts, position: {access: 1, urgent: 3}}
organisations:
  practice: {sector: gp, count: 3, income: 1.2, list_size: 8000}
  trust: {sector: acute, income: 40}
bodies:
  group: {label: GP group, mandate: {uniform: [0.2, 0.6]}, members: {practice: {}}}
  board: {label: Board, members: {group: {votes: 1}, trust: {votes: 1}}}
funds:
  core: {label: Core contract, amount: 3, protected_for: gp}
  local:
    label: Local schemes
    amount: 1
    decided_by: board
    inertia: 0.3
    status_quo: {access: 1, urgent: 2}
levers:
  mandate: {label: A mandate, patch: {bodies: {group: {mandate: 0.9}}}}
arms:
  split: {label: As it is}
  united: {label: With a mandate, levers: [mandate]}
  same: {label: The same again, patch: {dynamics: {takeover: 0.5}}}
"""


class CliCase(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="clout-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.write("small.yaml", SMALL)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def environment(self, **changes):
        unwanted = ("NO_COLOR", "CI", "SLURM_CPUS_PER_TASK")
        environment = {key: value for key, value in os.environ.items() if key not in unwanted}
        environment.update(changes)
        return environment

    def clout(self, *arguments, expect=0, stdout=subprocess.PIPE, **environment):
        """Runs the program; fails the test unless it exits with `expect`."""
        words = [str(argument) for argument in arguments]
        done = subprocess.run([CLOUT, *words], cwd=self.folder, stdout=stdout, stderr=subprocess.PIPE,
                              stdin=subprocess.DEVNULL, timeout=120, encoding="utf-8",
                              env=self.environment(**environment))
        told = f"clout {' '.join(words)}\n{done.stdout}\n{done.stderr}"
        self.assertEqual(done.returncode, expect, told)
        return done

    def names(self):
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file())
