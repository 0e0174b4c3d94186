"""A second opinion on shares: OpenTURNS reads the same exported points, and comes to the same."""
import csv
import importlib.util
import json
import unittest

import cli_case


@unittest.skipUnless(importlib.util.find_spec("openturns"), "python3-openturns is not installed")
class SecondOpinion(cli_case.CliCase):
    NUMBERS = {"bodies.group.mandate": (0.1, 0.9), "funds.local.inertia": (0.1, 0.9), "sectors.gp.commitment": (0.2, 0.9)}

    def table(self, name):
        with open(self.folder / "tables" / name, newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def test_the_chaos_of_openturns(self):
        import openturns
        vary = [word for name, (low, high) in self.NUMBERS.items() for word in ("--vary", f"{name}={low}:{high}")]
        self.clout("sweep", "small.yaml", *vary, "--size", "256", "--arms", "split,united", "--replicates", "16", "--store", "s")
        self.clout("export", "s", "--to", "csv", "--out", "tables")
        points = [[float(row[name]) for name in self.NUMBERS] for row in self.table("points.csv")]
        means = [[float(row["mean"])] for row in self.table("summaries.csv")
                 if (row["arm"], row["measure"]) == ("split", "share.gp")]
        inputs = openturns.ComposedDistribution([openturns.Uniform(*ends) for ends in self.NUMBERS.values()])
        basis = openturns.OrthogonalProductPolynomialFactory([openturns.LegendreFactory()] * 3)
        size = basis.getEnumerateFunction().getStrataCumulatedCardinal(5)
        chaos = openturns.FunctionalChaosAlgorithm(openturns.Sample(points), openturns.Sample(means), inputs,
                                                   openturns.FixedStrategy(basis, size), openturns.LeastSquaresStrategy())
        chaos.run()
        theirs = openturns.FunctionalChaosSobolIndices(chaos.getResult())
        ours = json.loads(self.clout("sensitivity", "s", "--of", "share.gp", "--arm", "split", "--json").stdout)
        self.assertEqual([number["number"] for number in ours["numbers"]], list(self.NUMBERS))
        self.assertTrue(ours["believed"])
        for at, number in enumerate(ours["numbers"]):
            self.assertAlmostEqual(number["share"][0], theirs.getSobolIndex(at), delta=0.03, msg=number)
            self.assertAlmostEqual(number["total"][0], theirs.getSobolTotalIndex(at), delta=0.02, msg=number)
        self.assertGreater(max(number["share"][0] for number in ours["numbers"]), 0.2)


if __name__ == "__main__":
    unittest.main()
