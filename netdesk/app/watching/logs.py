"""The log file: what the program did, never what a person wrote.

A log is what people send when something goes wrong, so it must be safe to send. Text handed to a log call as
an argument is therefore replaced by its length, an exception by its type and place; numbers, dates and truth
values are written. Text the program itself chose is marked with `Fixed`. Formatted strings in log calls are
refused by lint.
"""

import contextlib
import errno
import logging
import os
import sys
import traceback
from datetime import date, time, timedelta
from enum import Enum
from logging.handlers import RotatingFileHandler
from pathlib import Path, PurePath

from netdesk.app.paths import made

LOG_NAME = "netdesk.log"
MAX_BYTES = 512 * 1024
KEPT = 3
_LINE = "%(asctime)s %(levelname)-7s %(name)s %(threadName)s: %(message)s"
# What these say was written by a programmer; the others may quote a contact or a file.
_HARMLESS_MESSAGES = (AttributeError, ImportError, NameError, RecursionError, MemoryError)
# Endings that say what kind of file it was; any other might be part of somebody's address.
_KNOWN_SUFFIXES = {".vcf", ".csv", ".json", ".ics", ".pdf", ".png", ".jpg", ".netdesk"}


class Fixed(str):
    """Text of the program's own choosing, safe in a log: a version, a command's name."""

    __slots__ = ()


def safe(value: object) -> object:
    """Return what a log may hold of `value`."""
    if value is None or isinstance(value, Fixed | bool | int | float | date | time | timedelta):
        return value
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, BaseException):
        return name_of(value)
    if isinstance(value, PurePath):
        return f"‹path{value.suffix}›" if value.suffix in _KNOWN_SUFFIXES else "‹path›"
    if isinstance(value, str | bytes | list | tuple | set | frozenset | dict):
        return f"‹{type(value).__name__} of {len(value)}›"
    return f"‹{type(value).__name__}›"


def name_of(error: BaseException) -> str:
    """Return the type of `error`, with its words only if those cannot hold a person's."""
    name = type(error).__qualname__
    if isinstance(error, OSError) and error.errno is not None:
        return f"{name} (errno {error.errno})"
    return f"{name}: {error}" if isinstance(error, _HARMLESS_MESSAGES) else name


def trace(error: BaseException) -> str:
    """Return where `error` came from, cause before effect, without the words of the errors themselves."""
    parts = []
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        places = "".join(traceback.format_list(traceback.extract_tb(link.__traceback__)))
        parts.append(f"{places}{name_of(link)}\n")
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "which led to:\n".join(reversed(parts))


class DiscreetFormatter(logging.Formatter):
    """Writes a record with `safe` arguments, in lines of one record each but for traces."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line for `record`; the record itself stays as it was for other handlers."""
        discreet = logging.makeLogRecord(record.__dict__)
        discreet.args = _safe_arguments(record.args)
        discreet.exc_text = None
        discreet.stack_info = None
        try:
            return super().format(discreet)
        except (TypeError, ValueError):
            # "%d" given a text: better a line without its arguments than none.
            discreet.args = None
            return super().format(discreet)

    def formatException(self, ei: object) -> str:  # noqa: N802 - the standard library's name
        """Return the trace of the exception without its words."""
        error = ei[1] if isinstance(ei, tuple) else None
        return trace(error).rstrip("\n") if isinstance(error, BaseException) else ""


class _NamedArguments(dict[str, object]):
    """Values for "%(name)s"; as a whole ("%s") only their number shows, for the names may be a person's too."""

    def __str__(self) -> str:
        return f"‹dict of {len(self)}›"

    __repr__ = __str__


def _safe_arguments(arguments: object) -> tuple[object, ...] | dict[str, object] | None:
    if isinstance(arguments, dict):
        return _NamedArguments({str(key): safe(value) for key, value in arguments.items()})
    if isinstance(arguments, tuple):
        return tuple(safe(value) for value in arguments)
    return None


class _QuietHandler(RotatingFileHandler):
    """Writes what it can: on a full disk the program goes on, and nobody is bothered with the log's own trouble."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the standard library's name
        """Pass over what the disk would not take; a mistake in a log call shows as ever."""
        if not isinstance(sys.exception(), OSError):
            super().handleError(record)


def start(folder: Path, level: int = logging.INFO) -> logging.Handler:
    """Write NetDesk's log into `folder` from now on; pass the result to `stop` at the end.

    Keeps the last few files of half a megabyte. Raises OSError if the folder cannot be made or
    written to.
    """
    file = made(folder) / LOG_NAME
    if not os.access(file if file.exists() else folder, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    handler = _QuietHandler(file, maxBytes=MAX_BYTES, backupCount=KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(DiscreetFormatter(_LINE))
    logger = logging.getLogger("netdesk")
    logger.setLevel(level)
    logger.addHandler(handler)
    return handler


def nowhere() -> logging.Handler:
    """Write no log, where there is no place for one; pass the result to `stop`. Python would print it undiscreetly."""
    handler = logging.NullHandler()
    logging.getLogger("netdesk").addHandler(handler)
    return handler


def stop(handler: logging.Handler) -> None:
    """Stop writing to `handler` and close its file."""
    logging.getLogger("netdesk").removeHandler(handler)
    # What a full disk did not take before it will not take now.
    with contextlib.suppress(OSError):
        handler.close()
