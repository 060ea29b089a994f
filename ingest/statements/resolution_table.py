"""Which resolution a number means: years of the Security Council, sessions of the General Assembly."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from pydantic import BaseModel, ConfigDict, model_validator

from communique.ingest.statements.lexicon_files import load


class UnresolvedError(ValueError):
    """A number that names no resolution we can vouch for; the message is the reason."""


class ResolutionTable(BaseModel):
    """The file `resolutions.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    first_of_year: dict[int, int]
    last_known: int
    assembly_sessions: dict[int, str]
    other_bodies: frozenset[str]

    @model_validator(mode="after")
    def _ascends(self) -> ResolutionTable:
        years, numbers = list(self.first_of_year), [*self.first_of_year.values(), self.last_known + 1]
        if years != list(range(years[0], years[-1] + 1)) or numbers != sorted(set(numbers)):
            raise ValueError("years must follow one another and their first numbers must ascend")
        return self

    def council_year(self, number: int, stated: int | None) -> int:
        """The year of a Security Council resolution.

        Args:
            number: the resolution's number.
            stated: the year that the text gives, if it does.

        Returns:
            The year in which the resolution was adopted.

        Raises:
            UnresolvedError: the number is beyond the table and the text gives no year, or the two disagree.
        """
        years = list(self.first_of_year)
        if number < 1:
            raise UnresolvedError(f"there is no resolution {number}")
        last = self.last_known
        if number > last and stated is None:
            raise UnresolvedError(f"the year of resolution {number} is not known; the table ends at {last}")
        if number > last and stated is not None:
            if stated < years[-1]:
                raise UnresolvedError(f"resolution {number} is later than {last}, the text says {stated}")
            return stated
        year = years[bisect_right(list(self.first_of_year.values()), number) - 1]
        if stated not in {None, year}:
            raise UnresolvedError(f"resolution {number} is of {year}, the text says {stated}")
        return year

    def assembly_session(self, number: int) -> str:
        """The session of a General Assembly resolution of 1946 to 1975 that is cited without it.

        Raises:
            UnresolvedError: where the table does not know the number.
        """
        if number not in self.assembly_sessions:
            raise UnresolvedError(f"General Assembly resolution {number} is cited without its session")
        return self.assembly_sessions[number]


@cache
def resolution_table() -> ResolutionTable:
    """The packaged table."""
    return load("resolutions.yaml", ResolutionTable)
