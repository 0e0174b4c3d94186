"""Studies written down for other programs: what stands in a store is what they read."""
import csv
import importlib.util
import json
import math
import unittest

import cli_case


def has(module):
    return importlib.util.find_spec(module) is not None


class Export(cli_case.CliCase):
    VARY = ["--vary", "bodies.group.mandate=0.1:0.9", "--vary", "funds.local.inertia=0.1:0.9"]

    def setUp(self):
        super().setUp()
        self.clout("sweep", "small.yaml", *self.VARY, "--size", "6", "--keep", "series", "--arms", "split,united",
                   "--replicates", "5", "--store", "s")

    def table(self, path):
        with open(self.folder / path, newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def tables(self):
        self.clout("export", "s", "--to", "csv", "--out", "tables")
        return {name: self.table(f"tables/{name}.csv") for name in ("points", "summaries", "differences", "futures")}

    def test_csv_is_tidy_and_says_where_it_comes_from(self):
        tables = self.tables()
        self.assertEqual({name: len(rows) for name, rows in tables.items()},
                         {"points": 6, "summaries": 6 * 2 * self.measures(tables), "differences": 6 * self.measures(tables),
                          "futures": 6 * 2 * 2 * 5})
        manifest = json.loads((self.folder / "tables/manifest.json").read_text(encoding="utf-8"))
        self.assertEqual(manifest["content"], json.loads(self.clout("show", "s", "--json").stdout)["content"])
        self.assertEqual(manifest["numbers"], ["bodies.group.mandate", "funds.local.inertia"])
        self.assertEqual((manifest["points"], manifest["missing"]), (6, 0))
        for row in tables["points"]:
            self.assertTrue(0.1 <= float(row["funds.local.inertia"]) <= 0.9)
        # The folder is one of ours: it is checked, and written again in its place.
        self.clout("verify", "tables")
        self.clout("export", "s", "--to", "csv", "--out", "tables")

    def measures(self, tables):
        return len({row["measure"] for row in tables["summaries"]})

    def test_a_point_is_what_the_scenario_says_there(self):
        tables = self.tables()
        point = tables["points"][3]
        settings = [f"{name}={point[name]}" for name in ("bodies.group.mandate", "funds.local.inertia")]
        run = json.loads(self.clout("run", "small.yaml", "--arm", "split", "--replicates", "5", "--json", "--set",
                                    settings[0], "--set", settings[1]).stdout)
        for row in tables["summaries"]:
            if row["point"] == "3" and row["arm"] == "split" and row["mean"]:
                self.assertTrue(math.isclose(float(row["mean"]), run["measures"][row["measure"]]["mean"], rel_tol=1e-9,
                                             abs_tol=1e-12), row)
        last = [float(row["share.gp"]) for row in tables["futures"]
                if (row["point"], row["arm"], row["year"]) == ("3", "split", "2")]
        self.assertTrue(math.isclose(sum(last) / 5, run["measures"]["share.gp"]["mean"], rel_tol=1e-9))

    @unittest.skipUnless(has("openpyxl"), "python3-openpyxl is not installed")
    def test_a_workbook_has_the_same_tables(self):
        import openpyxl
        self.clout("export", "s", "--to", "xlsx")
        book = openpyxl.load_workbook(self.folder / "s.xlsx", read_only=True)
        self.assertEqual(book.sheetnames, ["points", "summaries", "differences", "futures", "about"])
        for name, rows in self.tables().items():
            sheet = list(book[name].iter_rows(values_only=True))
            self.assertEqual(list(sheet[0]), list(rows[0]))
            self.assertEqual(len(sheet), len(rows) + 1)
            for cells, row in zip(sheet[1:], rows):
                for cell, text in zip(cells, row.values()):
                    if isinstance(cell, (int, float)):  # a workbook keeps 16 digits
                        self.assertTrue(math.isclose(cell, float(text), rel_tol=1e-15), (cell, text))
                    else:
                        self.assertEqual(cell or "", text)
        about = {row[0]: row[1] for row in book["about"].iter_rows(values_only=True)}
        self.assertEqual(about["content"], json.loads(self.clout("show", "s", "--json").stdout)["content"])

    @unittest.skipUnless(has("xarray") and has("netCDF4"), "python3-xarray and python3-netcdf4 are not installed")
    def test_xarray_opens_netcdf_with_names_and_units(self):
        import xarray
        self.clout("export", "s", "--to", "netcdf")
        tables = self.tables()
        with xarray.open_dataset(self.folder / "s.nc") as data:
            self.assertEqual(dict(data.sizes), {"point": 6, "arm": 2, "statistic": 4, "other": 1, "year": 2, "replicate": 5})
            self.assertEqual(list(data["arm"].values), ["split", "united"])
            self.assertEqual(data["futures(share.gp)"].dims, ("point", "arm", "year", "replicate"))
            for row in tables["summaries"]:
                found = data[row["measure"]].sel(point=int(row["point"]), arm=row["arm"])
                self.assertEqual(found.attrs["units"], row["unit"])
                if row["mean"]:
                    self.assertEqual(float(found.sel(statistic="mean")), float(row["mean"]))
                    self.assertEqual(float(found.sel(statistic="p95")), float(row["p95"]))
            for row in tables["differences"]:
                at = {"point": int(row["point"]), "other": row["arm"]}
                paired = f"difference({row['measure']})"
                if row["mean"]:
                    self.assertEqual(float(data[paired].sel(at).sel(statistic="p05")), float(row["p05"]))
                    self.assertEqual(float(data[f"p_greater({paired})"].sel(at)), float(row["p_greater"]))
            for row in tables["futures"]:
                found = data["futures(share.gp)"].sel(point=int(row["point"]), arm=row["arm"], year=int(row["year"]),
                                                      replicate=int(row["replicate"]))
                self.assertEqual(float(found), float(row["share.gp"]))
            for row in tables["points"]:
                self.assertEqual(float(data["funds.local.inertia"].sel(point=int(row["point"]))),
                                 float(row["funds.local.inertia"]))
            self.assertEqual(data["funds.local.inertia"].attrs["role"], "varied")
            self.assertEqual(json.loads(data.attrs["manifest"])["content"], data.attrs["content"])

    def test_wrong_words(self):
        self.assertIn("--to is missing", self.clout("export", "s", expect=2).stderr)
        self.assertIn("did you mean 'xlsx'", self.clout("export", "s", "--to", "xls", expect=2).stderr)
        self.assertIn("no study store", self.clout("export", "small.yaml", "--to", "csv", expect=6).stderr)
        (self.folder / "mine").mkdir()
        self.write("mine/notes.txt", "mine")
        self.assertIn("not empty", self.clout("export", "s", "--to", "csv", "--out", "mine", expect=2).stderr)
        self.assertIn("is a folder", self.clout("export", "s", "--to", "xlsx", "--out", "mine", expect=2).stderr)


if __name__ == "__main__":
    unittest.main()
