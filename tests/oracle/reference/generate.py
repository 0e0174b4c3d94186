"""A random but valid scenario, the same for the same SEED: `generate.py SEED > file.yaml`.

With `--out DIR` it writes DIR/scenario-SEED.yaml and may add a file it extends and rosters (CSV);
on standard output a scenario is always one file. `--protocols` draws from all five protocols.
"""
import argparse
import copy
import os
import sys
import tempfile

import yaml

import scenario
from chance import Chance, scaled
from change import Change, gone
from numbers_at_median import is_leaf
from reference import run_median
from society import Society
from system import System
from terms import Terms

CLOSE = 1e-7  # no yes-or-no decision of a generated scenario comes nearer to a tie than this


def draft(seed, attempt, protocols, with_files):
    chance = Chance(f"clout {seed} {attempt} {protocols} {with_files}")
    society = Society(chance, protocols, with_files)
    society.frame()
    society.make_sectors()
    society.make_organisations()
    society.make_bodies()
    change = Change(chance, society)
    change.make_funds()
    change.sign_offs()
    change.dynamics()
    fill_rosters(chance, society)
    terms = Terms(chance, society)
    terms.add()
    change.make_levers()
    terms.date_all()
    if chance.likely(0.3):
        society.doc["seed"] = chance.randint(0, 2 ** 64 - 1)
    return chance, society


def fill_rosters(chance, society):
    """Rosters may also say which instances of a body an organisation belongs to."""
    for kind, entry in society.doc["organisations"].items():
        if "roster" not in entry:
            continue
        groups = [b for b in society.layers
                  if kind in [m.get("from", k) for k, m in society.doc["bodies"][b]["members"].items()]]
        named = chance.choice(groups) if groups and chance.likely(0.6) else None
        rows = []
        for n, place in enumerate(sorted((chance.choice(society.places or [""]) for _ in range(
                chance.randint(4, 14))), key=lambda p: society.places.index(p) if p else 0)):
            member_of = ""
            if named and chance.likely(0.8):
                member_of = chance.choice(instance_names(society.doc["bodies"][named], named, place))
            income = "" if chance.likely(0.1) else chance.real(0.5, 9)
            list_size = "" if chance.likely(0.1) else chance.randint(800, 9000)
            rows.append([f"{kind}-of-{n + 1:02d}", place, income, list_size, member_of])
        society.rows[entry["roster"]] = rows


def instance_names(entry, kind, place):
    if entry.get("per_place") == 1:
        return [f"{kind}@{place}"]
    if "per_place" in entry:
        return [f"{kind}@{place}-{n}" for n in range(1, entry["per_place"] + 1)]
    if "count" in entry:
        return [f"{kind}-{n}" for n in range(1, entry["count"] + 1)]
    return [kind]


def write(society, folder, name, chance):
    """The file(s) of a scenario; returns the path of the one to run."""
    document = society.doc
    for roster, rows in society.rows.items():
        with open(os.path.join(folder, roster), "w", encoding="utf-8") as file:
            file.write("name,place,income,list_size,member_of\n")
            for row in rows:
                file.write(",".join(str(cell) for cell in row) + "\n")
    path = os.path.join(folder, name)
    if society.with_files and chance.likely(0.4):
        document = split_in_two(society, folder, os.path.splitext(name)[0], chance)
    dump(document, path)
    return path


def split_in_two(society, folder, stem, chance):
    """Most of a document goes to a base in a folder below; returns what is laid over it."""
    base = copy.deepcopy(society.doc)
    os.makedirs(os.path.join(folder, "parts"), exist_ok=True)
    over = {"clout": 1, "title": "A made-up system, laid over another", "extends": f"parts/{stem}-base.yaml"}
    for key in ("levers", "arms", "baseline"):
        if key in base:
            over[key] = base.pop(key)
    over["organisations"] = {k: {"roster": e.pop("roster")} for k, e in base["organisations"].items()
                             if "roster" in e}
    over["dynamics"] = {"tolerance": base["dynamics"]["tolerance"]}
    base["dynamics"]["tolerance"] = {"uniform": [0.05, 0.5]}
    first = next(iter(base["sectors"]))
    over["sectors"] = {first: {"salience": base["sectors"][first]["salience"],
                               **gone(base["sectors"][first], "imposed_after")}}
    base["sectors"][first]["salience"] = {"value": 0.3, "basis": "illustrative"}
    base["programmes"]["dropped"] = {"delivered_by": {first: 1}}
    over["programmes"] = {"dropped": None}
    dump(base, os.path.join(folder, "parts", f"{stem}-base.yaml"))
    return over


def dump(document, path):
    with open(path, "w", encoding="utf-8") as file:
        yaml.dump(document, file, getattr(yaml, "CSafeDumper", yaml.SafeDumper), sort_keys=False,
                  default_flow_style=None, width=110)


def is_valid(document):
    """Small, with somebody at every table, everybody's shares within 1, and levers that change something."""
    for arm in scenario.arm_names(document):
        if not levers_work(document, document["arms"][arm]):
            return False
        system = System(scenario.arm_document(document, arm))
        if not 5 <= len(system.organisations) <= 80 or len(system.bodies) > 40:
            return False
        for s, members in enumerate(system.by_sector):
            if not members and any(row[s] > 0 for row in system.delivery):
                return False
        for agent in system.organisations + system.bodies:
            given = sum(link.share for body in system.bodies if not body.is_board
                        for link in body.links if link.member is agent)
            if given > 1:
                return False
        for board in system.bodies:
            holders = {line.held_by for line in board.red_lines} - {None}
            if not holders <= set(system.document["bodies"][board.kind]["members"]):
                return False
        for fund in system.decided:
            for board in fund.boards:
                if not 1 <= len(board.links) <= 25 or not has_seat(board):
                    return False
    return True


def levers_work(document, arm):
    """Whether every patch of an arm changes something where it stands, and every null removes something."""
    patches = [document["levers"][lever]["patch"] for lever in arm.get("levers", [])]
    for patch in patches + ([arm["patch"]] if "patch" in arm else []):
        changed = scenario.merge(document, patch)
        if changed == document or not nulls_remove(document, patch):
            return False
        document = changed
    return True


def nulls_remove(target, patch):
    for key, value in patch.items():
        if value is None and key not in target:
            return False
        if not is_leaf(value) and not nulls_remove({} if is_leaf(target.get(key)) else target[key], value):
            return False
    return True


def has_seat(board):
    return any(not link.member.is_body and link.member.c > 0 and link.votes > 0 and link.standing > 0
               for link in board.links)


def needed_income(document):
    """By how much each sector's incomes must grow to cover what the funds pay out; 0 where they do."""
    needed = {}
    for arm in scenario.arm_names(document):
        system = System(scenario.arm_document(document, arm))
        for o in system.organisations:
            if o.baseline > 0.97 * o.y:
                if o.y == 0:
                    return None
                name = system.sectors[o.sector]
                needed[name] = max(needed.get(name, 0), o.baseline / o.y / 0.93)
    return needed


def raise_incomes(society, needed):
    for kind, entry in society.doc["organisations"].items():
        factor = needed.get(entry["sector"])
        if factor:
            entry["income"] = scaled(entry["income"], factor)
            for row in society.rows.get(entry.get("roster"), []):
                row[2] = row[2] and round(row[2] * factor, 6)


def part_places(chance, society, document):
    """Sets a threshold of imposition between what two places sign, where they sign differently."""
    _, run = run_median(document, "as_it_is")
    for s, entry in enumerate(society.doc["sectors"].values()):
        rounds = [sorted({by_place[s] for by_place in signed.values()}) for signed in run.signatures]
        apart = [signed for signed in rounds if len(signed) > 1 and signed[-1] - signed[0] > 1e-4]
        if "sign_off" in entry and apart:
            signed = chance.choice(apart)
            entry["imposed_below"] = round((signed[0] + signed[1]) / 2, 6)
            entry["imposed_after"] = chance.choice([0, 0, 1])


def avoids_ties(document):
    for arm in scenario.arm_names(document):
        try:
            _, run = run_median(document, arm)
        except ArithmeticError:  # a seat of next to no weight in `nash`
            return False
        if any(gap < CLOSE for gap in run.margins.values()):
            return False
    return True


def levers_tell(document):
    """Whether leaving any one lever out of an arm changes what happens: the engine refuses levers that come to nothing."""
    for arm in scenario.arm_names(document):
        entry = document["arms"][arm]
        for lever in entry.get("levers", []):
            others = {**entry, "levers": [other for other in entry["levers"] if other != lever]}
            without = {**document, "arms": {**document["arms"], arm: others}}
            try:
                if run_median(without, arm)[0] == run_median(document, arm)[0]:
                    return False
            except ArithmeticError:  # without it there is a seat of next to no weight in `nash`: it tells
                pass
    return True


def generate(seed, folder, protocols=False, with_files=True):
    """Writes the scenario of a seed to a folder and returns its path."""
    for attempt in range(2000):
        chance, society = draft(seed, attempt, protocols, with_files)
        with tempfile.TemporaryDirectory() as trial:
            state = chance.getstate()
            path = write(society, trial, "trial.yaml", chance)
            needed = needed_income(scenario.read(path))
            for _ in range(8):
                if not needed:
                    break
                raise_incomes(society, needed)
                chance.setstate(state)
                path = write(society, trial, "trial.yaml", chance)
                needed = needed_income(scenario.read(path))
            document = scenario.read(path)
            if needed is None or needed or not is_valid(document):
                continue
            if chance.likely(0.7):
                part_places(chance, society, document)
                state = chance.getstate()
                document = scenario.read(write(society, trial, "trial.yaml", chance))
            if not avoids_ties(document) or not levers_tell(document):
                continue
        chance.setstate(state)
        for roster in list(society.rows):
            society.rows[f"{seed}-{roster}"] = society.rows.pop(roster)
        for entry in society.doc["organisations"].values():
            if "roster" in entry:
                entry["roster"] = f"{seed}-{entry['roster']}"
        return write(society, folder, f"scenario-{seed}.yaml", chance)
    raise RuntimeError(f"no valid scenario for seed {seed}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("--out", metavar="DIR", help="write files there instead of one to standard output")
    parser.add_argument("--protocols", action="store_true", help="draw from all five protocols")
    options = parser.parse_args()
    if options.out:
        os.makedirs(options.out, exist_ok=True)
        print(generate(options.seed, options.out, options.protocols))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = generate(options.seed, folder, options.protocols, with_files=False)
        with open(path, encoding="utf-8") as file:
            sys.stdout.write(file.read())


if __name__ == "__main__":
    main()
