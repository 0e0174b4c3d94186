"""How far a study is, drawn as the program draws it."""
from __future__ import annotations

import math
import os
import sys
import time
from typing import Callable, Optional, Protocol

from clout._types import Progress

_BAR = 30  # columns
_SECONDS_BETWEEN = 0.1
_EARLY = 0.5  # seconds before which the first blocks say nothing about the rest


class Meter(Protocol):
    def show(self, done: int, total: int) -> None: ...
    def close(self) -> None: ...


class _Told:
    """Somebody's own function."""

    def __init__(self, tell: Callable[[int, int], object]) -> None:
        self._tell = tell

    def show(self, done: int, total: int) -> None:
        self._tell(done, total)

    def close(self) -> None:
        pass


def _duration(seconds: float) -> str:
    whole = math.ceil(seconds)
    if whole < 60:
        return f"{whole} s"
    return f"{whole // 60} min {whole % 60} s" if whole < 3600 else f"{whole // 3600} h {whole % 3600 // 60} min"


class _Bar:
    def __init__(self, what: str) -> None:
        self._what = what
        self._begun = time.monotonic()
        self._shown = 0.0
        self._drawn = False

    def show(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._shown < _SECONDS_BETWEEN and done < total:
            return
        self._shown = now
        part, elapsed = done / total, now - self._begun
        words = f"{100 * part:3.0f} %"
        if elapsed >= _EARLY and done > 0:
            words += f", {_duration(elapsed * (1 - part) / part)} left"
        full = int(part * _BAR)
        sys.stderr.write(f"\r\033[K{self._what} [{'#' * full}{'.' * (_BAR - full)}] {words}")
        sys.stderr.flush()
        self._drawn = True

    def close(self) -> None:
        if self._drawn:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()


def _terminal() -> bool:
    try:
        return sys.stderr.isatty() and os.environ.get("TERM") not in (None, "dumb") and not os.environ.get("CI")
    except (AttributeError, ValueError):  # there is no stderr, or it is closed
        return False


def meter_for(what: str, progress: Progress) -> Optional[Meter]:
    if callable(progress):
        return _Told(progress)
    if progress is None:
        progress = _terminal()
    if not isinstance(progress, bool):
        raise TypeError("progress is True, False, None or a function of what is done and of how much")
    return _Bar(what) if progress else None
