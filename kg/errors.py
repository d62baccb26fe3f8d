"""What can go wrong, as the user is told it: one sentence, with its place and what to do.

UnionGraphError           exit code
├── InputError            2   the file, the name or the argument is not what is wanted
├── SettingError          3   an environment variable or option has a value that cannot be used
├── StoreError            4   the database cannot be reached, read or written
├── KeptError             5   what is kept under KG_HOME is damaged or cannot be written
└── BusyError             6   another process holds what is needed
"""

from __future__ import annotations


class UnionGraphError(Exception):
    """The root of all errors that are told to the user as one sentence."""

    exit_code = 1


class InputError(UnionGraphError):
    """The file, the name or the argument is not what is wanted."""

    exit_code = 2


class SettingError(UnionGraphError):
    """An environment variable or option has a value that cannot be used."""

    exit_code = 3


class StoreError(UnionGraphError):
    """The database cannot be reached, read or written."""

    exit_code = 4


class KeptError(UnionGraphError):
    """What is kept under ``KG_HOME`` is damaged or cannot be written."""

    exit_code = 5


class BusyError(UnionGraphError):
    """Another process holds what is needed."""

    exit_code = 6
