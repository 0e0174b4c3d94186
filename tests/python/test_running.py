"""Studies run beside other threads, tell how far they are, and stop when somebody presses Ctrl-C."""
import os
import signal
import subprocess
import sys
import threading
import time
import unittest

import clout
import numpy
from module_case import ModuleCase

# Says when it has begun, and when it has been interrupted.
INTERRUPTED = """
import sys, time, clout
scenario = clout.load("small.yaml", {{"replicates": {many}}})
told_of = []
if {at_once}:
    print("begun", flush=True)
def told(done, total):
    if not told_of:
        print("begun", flush=True)
    told_of.append(done)
try:
    scenario.{verb}
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


class Running(ModuleCase):
    def interrupt(self, verb, many=200_000, store=""):
        program = INTERRUPTED.format(many=many, verb=verb, at_once=bool(store))
        process = subprocess.Popen([sys.executable, "-c", program], cwd=self.folder, stdout=subprocess.PIPE, text=True)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.kill)
        self.assertEqual(process.stdout.readline().strip(), "begun")
        if store:  # nothing is told before a point is over: a second after its store is there, points are in hand
            until = time.monotonic() + 60
            while not (self.folder / store).exists() and time.monotonic() < until:
                time.sleep(0.05)
            time.sleep(1)
        sent = time.monotonic()
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.stdout.readline().strip(), "interrupted")
        waited = time.monotonic() - sent
        self.assertEqual(process.wait(timeout=10), 0)
        self.assertLess(waited, 2)

    def test_ctrl_c_is_a_keyboard_interrupt_within_two_seconds(self):
        self.interrupt("compare(progress=told)")

    def test_and_of_a_theory_and_of_a_study_of_points(self):
        self.interrupt("theories(progress=told)")
        self.interrupt("sweep('s', {'bodies.group.mandate': (0.2, 0.9)}, size=100_000, progress=told)", many=20)

    def test_and_of_a_point_that_takes_long(self):
        self.interrupt("set('clock.rounds_per_year', 52).sweep('s', {'bodies.group.mandate': (0.2, 0.9)}, size=2)", many=50_000,
                       store="s")
        self.assertEqual(clout.open_study(self.folder / "s").state().pending, 2)

    def test_other_threads_run_meanwhile(self):
        counted, over = [0], threading.Event()

        def count():
            while not over.is_set():
                counted[0] += 1
                time.sleep(0.001)

        thread = threading.Thread(target=count)
        thread.start()
        begun = time.monotonic()
        self.scenario.set(replicates=20_000).compare(workers=1)
        took = time.monotonic() - begun
        over.set()
        thread.join()
        self.assertGreater(took, 0.05, "too little work to tell")
        self.assertGreater(counted[0], took / 0.001 / 20)

    def test_two_studies_at_once_find_what_each_finds_alone(self):
        alone = self.scenario.compare()["united"].values
        found = [None, None]

        def play(at):
            found[at] = self.scenario.compare()["united"].values

        threads = [threading.Thread(target=play, args=(at,)) for at in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for values in found:
            numpy.testing.assert_array_equal(values, alone)

    def test_workers_change_nothing(self):
        numpy.testing.assert_array_equal(self.scenario.compare(workers=1)["united"].values,
                                         self.scenario.compare(workers=3)["united"].values)

    def test_progress_is_told_and_what_it_raises_is_raised(self):
        seen = []
        self.scenario.set(replicates=20_000).compare(progress=lambda done, total: seen.append((done, total)))
        self.assertTrue(seen)
        self.assertEqual(seen, sorted(seen))
        self.assertEqual(len({total for _, total in seen}), 1)
        self.assertLessEqual(seen[-1][0], seen[-1][1])

        def refuse(done, total):
            raise ZeroDivisionError("enough")

        begun = time.monotonic()
        with self.assertRaisesRegex(ZeroDivisionError, "enough"):
            self.scenario.set(replicates=200_000).compare(progress=refuse)
        self.assertLess(time.monotonic() - begun, 10)
        with self.assertRaises(TypeError):
            self.scenario.compare(progress="yes")

    def test_a_bar_is_drawn_where_one_is_asked_for_and_is_gone_at_the_end(self):
        program = ("import clout; clout.load('small.yaml', {'replicates': 20000}).compare(progress=%s)")
        for asked, drawn in (("True", True), ("None", False), ("False", False)):
            done = subprocess.run([sys.executable, "-c", program % asked], cwd=self.folder, stderr=subprocess.PIPE,
                                  env={**os.environ, "CI": ""}, check=True)
            self.assertEqual(b"compare [" in done.stderr, drawn, done.stderr)
            if drawn:
                self.assertTrue(done.stderr.endswith(b"\r\033[K"))


if __name__ == "__main__":
    unittest.main()
