"""What goes wrong, as exceptions that say all of it."""
from __future__ import annotations

import os
import sys
import warnings
from typing import TYPE_CHECKING, Sequence

if TYPE_CHECKING:
    from clout._engine import Problem


class Error(Exception):
    """Something that clout was asked for cannot be done; its text holds every problem, a line each."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems: list[Problem] = list(problems)


class ScenarioError(Error, ValueError):
    """The scenario is wrong."""


class RequestError(Error, ValueError):
    """What was asked for is not there, or of another study."""


class MachineError(Error, RuntimeError):
    """The machine forbids it: too little memory, no permission, a study that somebody else writes."""


class ScenarioWarning(UserWarning):
    """Something in a sound scenario that is doubtful."""


_BY_FAULT: dict[str, type[Error]] = {"scenario": ScenarioError, "request": RequestError, "machine": MachineError}


def error_of(problems: Sequence[Problem]) -> Error:
    errors = [problem for problem in problems if problem.severity == "error"] or problems
    return _BY_FAULT.get(errors[0].fault, MachineError)(problems)


def _levels_within(package: str) -> int:
    """How many frames up the first one stands that is none of the package's."""
    level, frame = 1, sys._getframe(1)
    while frame.f_back is not None and os.path.dirname(frame.f_code.co_filename) == package:
        level, frame = level + 1, frame.f_back
    return level


def warn_of(problems: Sequence[Problem]) -> None:
    for problem in problems:
        warnings.warn(str(problem), ScenarioWarning, stacklevel=_levels_within(os.path.dirname(__file__)))
