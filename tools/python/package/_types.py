"""What is asked of the module, as the stubs name it."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Mapping, Sequence, Tuple, Union

import numpy

if TYPE_CHECKING:
    import pandas

Progress = Union[bool, Callable[[int, int], object], None]  # a function: what is done, of how much
Value = Union[None, bool, int, float, str, Sequence[Any], Mapping[str, Any], numpy.generic]
Vary = Union[Tuple[float, float], Sequence[float], None]
Table = Union[Mapping[str, Sequence[float]], "pandas.DataFrame"]
