"""Values of Python as YAML, which JSON is a part of."""
from __future__ import annotations

import json
from typing import Any


def _plain(value: Any) -> Any:
    """What json does not know: numbers and arrays of numpy, dates."""
    if hasattr(value, "tolist"):
        return value.tolist()
    if hasattr(value, "isoformat"):
        return value.isoformat()
    raise TypeError(f"a setting is a number, a text, a list or a mapping of such, and no {type(value).__name__}")


def yaml_of(value: Any) -> str:
    return json.dumps(value, default=_plain, allow_nan=False, ensure_ascii=False)
