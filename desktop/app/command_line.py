"""The command line. Qt is imported only once the options are known to be good."""

from __future__ import annotations

import argparse
import gc
import importlib
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from desktop import __version__
from desktop.app.options import Options

USAGE_ERROR = 2


class _OneLineParser(argparse.ArgumentParser):
    """Says what is wrong in one line instead of repeating the whole usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE_ERROR, f"voliere: {message} (voliere --help lists the options)\n")


def parse(arguments: Sequence[str]) -> Options:
    """Exits with 0 for --help and --version, with 2 and one line for anything unknown."""
    parser = _OneLineParser(
        prog="voliere",
        description="Volière shows microblogs in columns, side by side, and writes to them.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--demo", action="store_true", help="start with invented accounts, without any network"
    )
    parser.add_argument(
        "--profile", type=Path, metavar="DIR", help="keep everything under DIR, touch nothing else"
    )
    parser.add_argument(
        "--screenshot",
        type=Path,
        metavar="FILE",
        help="write a picture of the window once its columns are filled, then exit",
    )
    parser.add_argument(
        "--size",
        type=_size,
        default=Options().size,
        metavar="WxH",
        help="the window's size in that picture (1600x1000 where not given)",
    )
    parser.add_argument("--debug", action="store_true", help="log more, also to the terminal")
    parser.add_argument("--version", action="version", version=f"voliere {__version__}")
    known = parser.parse_args(arguments)
    return Options(
        demo=known.demo, profile=known.profile, screenshot=known.screenshot, size=known.size,
        debug=known.debug,
    )  # fmt: skip


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    try:
        size = int(width), int(height)
    except ValueError:
        size = 0, 0
    if not all(200 <= side <= 8000 for side in size):
        raise argparse.ArgumentTypeError(f"no size from 200x200 to 8000x8000: {text}")
    return size


def main(arguments: Sequence[str] | None = None) -> int:
    """Start Volière and return its exit code: 0 well, 1 failed, 2 wrong use."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    if options.screenshot is not None and not options.screenshot.absolute().parent.is_dir():
        return _refuse(f"no such folder for the picture: {options.screenshot.parent}")
    if options.demo and options.profile is None:
        # The demo's world begins anew each time; so does what is kept of it.
        with tempfile.TemporaryDirectory(prefix="voliere-demo-") as folder:
            return _start(options, Path(folder))
    return _start(options, options.profile)


def _start(options: Options, profile: Path | None) -> int:
    from desktop.services.folders import Folders, ProfileError

    folders = Folders.of_this_user() if profile is None else Folders.under(profile)
    try:
        folders.prepare()
    except ProfileError as error:
        return _refuse(f"cannot write to the profile folder {error.path}")
    hasten()
    try:
        from desktop.app.application import run
    except ImportError as error:
        return _refuse(f"Qt cannot start: {error}")

    return run(options, folders)


def hasten() -> None:
    """For a quick start: all that does without Qt is imported before it, since PySide reads the
    source of each module that is imported after it; and the garbage collector rests until the
    window is there (see `application.py`)."""
    gc.disable()
    importlib.import_module("desktop.app.services")


def _refuse(sentence: str) -> int:
    print(f"voliere: {sentence}", file=sys.stderr)
    return USAGE_ERROR
