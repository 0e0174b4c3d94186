"""Reading a scenario: YAML as it is written there, `extends`, levers, arms (LANGUAGE.md)."""
import copy
import os
import re

import yaml

from numbers_at_median import is_leaf


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # libyaml, where it is there
    """YAML 1.2's core schema: `no` is a word, `1e-3` a number, a date is text; no key twice."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
        ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
        ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
        ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
        ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$",
         list("-+.0123456789"))]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


def read_map(loader, node, deep=False):
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    if len(set(keys)) < len(keys):
        raise ValueError(f"a key stands twice: {keys}{node.start_mark}")
    return {key: loader.construct_object(value, deep=True)
            for key, (_, value) in zip(keys, node.value)}


def read_float(loader, node):
    return float(loader.construct_scalar(node))


def read_int(loader, node):
    return int(loader.construct_scalar(node))


Loader.add_constructor("tag:yaml.org,2002:map", read_map)
Loader.add_constructor("tag:yaml.org,2002:float", read_float)
Loader.add_constructor("tag:yaml.org,2002:int", read_int)


def merge(target, patch, keep_nulls=False):
    """`patch` laid over `target` (RFC 7396); numbers are leaves. Neither is changed."""
    if is_leaf(patch):
        return copy.deepcopy(patch)
    result = {} if is_leaf(target) else dict(target)
    for key, value in patch.items():
        if value is None and not keep_nulls:
            result.pop(key, None)
        else:
            result[key] = merge(result.get(key), value, keep_nulls)
    return result


def lay_over(base, document):
    """A file over the file it extends. Inside a `patch` a null is content and stays one."""
    rest = {key: value for key, value in document.items() if key not in ("levers", "arms")}
    result = merge(base, rest)
    for section in ("levers", "arms"):
        if section not in document:
            continue
        if document[section] is None:
            result.pop(section, None)
            continue
        named = dict(result.get(section) or {})
        for name, entry in document[section].items():
            if entry is None:
                named.pop(name, None)
                continue
            plain = {key: value for key, value in entry.items() if key != "patch"}
            merged = merge(named.get(name), plain)
            if entry.get("patch") is not None:
                merged["patch"] = merge((named.get(name) or {}).get("patch"), entry["patch"], True)
            named[name] = merged
        result[section] = named
    return result


def root_rosters(document, folder):
    """Rosters are named relative to the file that names them."""
    patches = [entry.get("patch") or {} for section in ("levers", "arms")
               for entry in (document.get(section) or {}).values() if entry]
    for part in [document] + patches:
        for organisation in (part.get("organisations") or {}).values():
            if organisation and organisation.get("roster"):
                organisation["roster"] = os.path.join(folder, organisation["roster"])


def read(path):
    """The whole file at `path` with everything it extends."""
    with open(path, encoding="utf-8") as file:
        document = yaml.load(file, Loader)
    folder = os.path.dirname(os.path.abspath(path))
    root_rosters(document, folder)
    base = {}
    if document.get("extends") is not None:
        base = read(os.path.join(folder, document.pop("extends")))
    return lay_over(base, document)


def arm_names(document):
    return list(document.get("arms") or {"base": {}})


def arm_document(document, arm):
    """One arm: every lever's patch in the order named, then the arm's own."""
    entry = (document.get("arms") or {"base": {}})[arm] or {}
    result = document
    for lever in entry.get("levers") or []:
        result = merge(result, document["levers"][lever].get("patch") or {})
    return merge(result, entry.get("patch") or {})
