"""A test case with a small scenario, in memory and in a folder of its own, and the program beside the module."""
import json
import math

import clout
from cli_case import SMALL, CliCase


def without_places(result):
    """A JSON result less what tells where it comes from and how long it took."""
    return {key: value for key, value in result.items() if key not in ("seconds", "elapsed", "scenario_file", "file")}


class ModuleCase(CliCase):
    def setUp(self):
        super().setUp()
        self.scenario = clout.loads(SMALL)

    def printed(self, *arguments):
        """What `clout … --json` prints, read."""
        return json.loads(self.clout(*arguments, "--json", "--quiet").stdout)

    def assertSame(self, number, printed):
        """To the last digit; what is no number is null in JSON."""
        if printed is None:
            self.assertTrue(math.isnan(number), number)
        else:
            self.assertEqual(number, printed)
