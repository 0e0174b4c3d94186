"""Results as xarray and pandas know them. Both are imported when they are asked for."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping

import numpy

if TYPE_CHECKING:
    import pandas
    import xarray

    from clout._engine import (Arm, Attribution, Comparison, Drivers, Influence, Sensitivity, Study, Theories, Threshold)

SUMMARY = ("mean", "p05", "p50", "p95")
DIFFERENCE = (*SUMMARY, "se", "p_greater", "p_less")


def _years(count: int) -> numpy.ndarray[Any, numpy.dtype[numpy.int64]]:
    return numpy.arange(1, count + 1)


def _attributes(years_of: str) -> dict[str, str]:
    return {"long_name": years_of, "note": "consequences of a scenario's assumptions, no forecast"}


def arm_array(arm: Arm) -> xarray.DataArray:
    import xarray
    values = arm.values
    return xarray.DataArray(
        values, dims=("quantity", "year", "replicate"), name=arm.name, attrs=_attributes(arm.label),
        coords={"quantity": arm.keys(), "unit": ("quantity", [measure.unit for measure in arm.measures]),
                "year": _years(values.shape[1]), "replicate": numpy.arange(values.shape[2])})


def _units(comparison: Comparison) -> dict[str, str]:
    """Of every quantity that some arm has, in their order."""
    return {measure.name: measure.unit for arm in comparison.arms for measure in arm.measures}


def comparison_array(comparison: Comparison) -> xarray.DataArray:
    import xarray
    units = _units(comparison)
    arms = comparison.arms
    if len(arms) == 1:
        values = arms[0].values[numpy.newaxis]  # a view still
    elif all(arm.keys() == list(units) for arm in arms):
        values = numpy.stack([arm.values for arm in arms])
    else:  # what an arm does not have is nothing
        values = numpy.full((len(arms), len(units), comparison.years, comparison.replicates), numpy.nan)
        rows = {name: row for row, name in enumerate(units)}
        for at, arm in enumerate(arms):
            values[at, [rows[name] for name in arm.keys()]] = arm.values
    return xarray.DataArray(
        values, dims=("arm", "quantity", "year", "replicate"), name="figure", attrs=_attributes("figures of futures"),
        coords={"arm": comparison.keys(), "label": ("arm", [arm.label for arm in arms]), "quantity": list(units),
                "unit": ("quantity", list(units.values())), "year": _years(comparison.years),
                "replicate": numpy.arange(comparison.replicates)})


def comparison_dataset(comparison: Comparison) -> xarray.Dataset:
    import xarray
    everything = comparison_array(comparison)
    variables = {}
    for name, unit in _units(comparison).items():
        variables[name] = everything.sel(quantity=name).drop_vars(("quantity", "unit"))
        variables[name].attrs = {"units": unit, "long_name": name}
    return xarray.Dataset(variables, attrs={**_attributes("figures of futures"), "seed": comparison.seed,
                                            "baseline": comparison.baseline.name, "focus": comparison.focus})


def comparison_frame(comparison: Comparison) -> pandas.DataFrame:
    import pandas
    rows = []
    for arm in comparison.arms:
        for measure in arm.measures:
            for year, summary in enumerate(measure.by_year):
                row = {"arm": arm.name, "quantity": measure.name, "year": year + 1, "unit": measure.unit}
                row.update({name: getattr(summary, name) for name in SUMMARY})
                difference = measure.differences[year] if measure.differences else None
                row.update({f"difference_{name}": getattr(difference, name, numpy.nan) for name in DIFFERENCE})
                rows.append(row)
    return pandas.DataFrame(rows).set_index(["arm", "quantity", "year"])


def _flat(thing: Any, before: str = "") -> dict[str, Any]:
    """The fields of a result in one row: those of a part of it behind the part's name."""
    row = {}
    for name, field in vars(type(thing)).items():
        if not isinstance(field, property):
            continue
        value = getattr(thing, name)
        if value is None or isinstance(value, (bool, int, float, str)):
            row[before + name] = value
        elif type(value).__module__ == "clout._engine":
            row.update(_flat(value, f"{before}{name}_"))
    return row


def _frame(rows: Iterable[Mapping[str, Any]], index: str | list[str]) -> pandas.DataFrame:
    import pandas
    frame = pandas.DataFrame(list(rows))
    return frame.set_index(index) if len(frame) else frame


def influence_frame(influence: Influence) -> pandas.DataFrame:
    groups = {"sector": influence.sectors, "kind": influence.kinds, "organisation": influence.organisations}
    return _frame(({"of": group, **_flat(author)} for group, authors in groups.items() for author in authors),
                  ["of", "name"])


def attribution_frame(attribution: Attribution) -> pandas.DataFrame:
    return _frame(map(_flat, attribution.parts), "name")


def theories_frame(theories: Theories) -> pandas.DataFrame:
    rows = []
    for theory in theories.theories:
        for (name, _), finding in zip(theories.arms, theory.arms):
            if finding is not None:
                rows.append({"protocol": theory.protocol, "arm": name, "level": theory.level, **_flat(finding)})
    return _frame(rows, ["protocol", "arm"])


def drivers_frame(drivers: Drivers) -> pandas.DataFrame:
    rows = []
    for driver in drivers.drivers:
        row = _flat(driver)
        for name in ("share", "total"):
            row[name] = row.pop(f"{name}_value", numpy.nan)
        rows.append(row)
    frame = _frame(rows, "number")
    columns = ["share", "share_low", "share_high", "distinct", "total", "total_low", "total_high", "low_mean", "low_se",
               "high_mean", "high_se"]
    return frame.reindex(columns=columns).sort_values("share", ascending=False, kind="stable") if rows else frame


def threshold_frame(threshold: Threshold) -> pandas.DataFrame:
    import pandas
    if len(threshold.vary) == 2:
        return pandas.DataFrame(threshold.played, columns=[*(number.path for number in threshold.vary), "mean"])
    return _frame(map(_flat, threshold.ladder), "at")


def sensitivity_frame(sensitivity: Sensitivity) -> pandas.DataFrame:
    rows = []
    for number in sensitivity.numbers:
        row = _flat(number)
        if number.first is None:
            del row["distinct"]
        for name in ("first", "total", "shapley_effect"):
            if f"{name}_value" in row:
                row[name] = row.pop(f"{name}_value")
        rows.append(row)
    columns = ["number", *(f"{name}{end}" for name in ("first", "total", "shapley_effect") for end in ("", "_low", "_high")),
               "distinct", "mean_effect", "mean_size", "spread"]
    frame = _frame(rows, "number")
    return frame.reindex(columns=[name for name in columns if name in frame]).dropna(axis="columns", how="all")


def study_dataset(study: Study) -> xarray.Dataset:
    import xarray
    values = study.values()
    dims = ("point", "arm", "quantity")
    variables: dict[str, Any] = {name: (dims, values.summaries[..., at]) for at, name in enumerate(SUMMARY)}
    variables.update({f"difference_{name}": (dims, values.differences[..., at]) for at, name in enumerate(DIFFERENCE)})
    coords: dict[str, Any] = {"point": numpy.arange(study.points), "arm": study.arms, "quantity": list(study.measures),
                              "unit": ("quantity", list(study.measures.values()))}
    coords.update({path: ("point", values.numbers[:, at]) for at, path in enumerate(study.numbers)})
    if values.kept.shape[3] > 0:
        variables["values"] = ((*dims, "year", "replicate"), values.kept)
        first = study.years - values.kept.shape[3]
        coords.update(year=_years(study.years)[first:], replicate=numpy.arange(study.replicates))
    return xarray.Dataset(variables, coords, attrs={"design": study.design, "study": study.file})


def study_frame(study: Study) -> pandas.DataFrame:
    import pandas
    values = study.values()
    points, arms = study.points, len(study.arms)
    index = pandas.MultiIndex.from_product([range(points), study.arms], names=["point", "arm"])
    columns: dict[str, Any] = {path: numpy.repeat(values.numbers[:, at], arms) for at, path in enumerate(study.numbers)}
    columns.update({name: values.summaries[:, :, at, 0].reshape(-1) for at, name in enumerate(study.measures)})
    return pandas.DataFrame(columns, index=index)
