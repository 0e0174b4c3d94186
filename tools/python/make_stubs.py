"""Typed stubs of the module, from the signatures that its bindings carry: make_stubs.py STUBS

What a function takes is written wider than what it gives: a list where any sequence will do. Fails where a signature
shows a type that Python does not know.
"""
from __future__ import annotations

import inspect
import pathlib
import re
import sys
import types

import clout._engine as engine

HEAD = '''\
# Made from the module's bindings by make_stubs.py: not to be edited.
import os
from typing import Dict, List, Mapping, Optional, Sequence, Tuple, Union, overload

import numpy
import numpy.typing
import pandas
import xarray

from clout._types import Progress, Table, Value, Vary
'''
SIGNATURE = re.compile(r"^(?:\d+\. )?(?P<name>\w*)\((?P<takes>.*)\) -> (?P<gives>.+)$")
WIDER = {"List[": "Sequence[", "Dict[": "Mapping["}


def known(text: str) -> str:
    text = text.replace("clout._engine.", "").replace("numpy.ndarray[", "numpy.typing.NDArray[")
    if "::" in text:
        sys.exit(f"make_stubs: a signature shows a type that is not bound (yet): {text}")
    return re.sub(r"\bdict\b(?!\[)", "Dict[str, str]", text)


def parameters(text: str) -> list[str]:
    """Split at the commas that stand in no brackets and no quotes."""
    parts, depth, start, quoted = [], 0, 0, False
    for at, letter in enumerate(text):
        quoted ^= letter == "'"
        depth += (letter in "[({") - (letter in "])}")
        if letter == "," and depth == 0 and not quoted:
            parts.append(text[start:at].strip())
            start = at + 1
    return [*parts, text[start:].strip()] if text.strip() else parts


def parameter(text: str) -> str:
    if ":" not in text:
        return {"**kwargs": "**kwargs: Value"}.get(text, text)
    name, rest = text.split(":", 1)
    if name == "self":
        return name
    kind, default = (rest.rsplit(" = ", 1) + [""])[:2] if " = " in rest else (rest, "")
    kind = known(kind.strip()).replace("os.PathLike", "Union[str, os.PathLike[str]]")
    for narrow, wide in WIDER.items():
        kind = kind.replace(narrow, wide)
    return f"{name}: {kind}" + (" = ..." if default else "")


def documented(indent: str, doc: str) -> str:
    return f'\n{indent}    """{doc}"""' if doc else ""


def overloads(doc: str) -> list[tuple[re.Match[str], str]]:
    """Each signature with what is said of it."""
    found: list[tuple[re.Match[str], str]] = []
    for line in doc.splitlines():
        match = SIGNATURE.match(line)
        if match:
            found.append((match, ""))
        elif line.strip() and found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}".strip())
    return found


def function(name: str, doc: str, indent: str = "") -> list[str]:
    lines, found = [], overloads(doc)
    if not found:
        sys.exit(f"make_stubs: {name} has no signature: {doc!r}")
    for match, said in found:
        takes = [parameter(part) for part in parameters(match["takes"])]
        if indent and takes and takes[0] not in ("self",):
            takes[0] = "self"
        if name == "__eq__":
            takes = ["self", "other: object"]
        head = f"{indent}@overload\n" if len(found) > 1 else ""
        body = documented(indent, said) or " ..."
        lines.append(f"{head}{indent}def {name}({', '.join(takes)}) -> {known(match['gives'])}:{body}")
    return lines


def one_class(kind: type) -> list[str]:
    lines = [f"class {kind.__name__}:" + documented("", inspect.getdoc(kind) or "")]
    for name, member in vars(kind).items():
        if isinstance(member, property):
            gives = SIGNATURE.match((member.fget.__doc__ or "").strip().splitlines()[0])
            if not gives:
                sys.exit(f"make_stubs: {kind.__name__}.{name} has no type")
            body = documented("    ", member.__doc__ or "") or " ..."
            lines.append(f"    @property\n    def {name}(self) -> {known(gives['gives'])}:{body}")
        elif name not in ("__init__", "__new__") and (member.__doc__ or "").startswith(f"{name}("):
            lines += function(name, member.__doc__, "    ")
    hashed = vars(kind).get("__hash__", ...)
    if hashed is None:
        lines.append("    __hash__: None  # type: ignore[assignment]")
    return lines


def main() -> None:
    parts = [HEAD]
    for name, member in sorted(vars(engine).items()):
        if isinstance(member, type):
            parts.append("\n".join(one_class(member)) + "\n")
        elif isinstance(member, types.BuiltinFunctionType):
            parts.append("\n".join(function(name, member.__doc__ or "")) + "\n")
    pathlib.Path(sys.argv[1]).write_text("\n\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
