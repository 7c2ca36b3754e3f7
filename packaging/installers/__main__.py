"""`python -m installers`: what `make package` and `make test-package` run, from the folder `packaging`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from installers.bundle import TOP as _TOP
from installers.bundle import PackagingError


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked and give the exit code: 0 done, 1 not done, and why."""
    parser = argparse.ArgumentParser(prog="installers", description=__doc__)
    tasks = parser.add_subparsers(dest="task", required=True)
    tasks.add_parser("make", help="freeze NetDesk and make every product this platform can")
    tasks.add_parser("freeze", help="freeze NetDesk alone, into build/package/bundle")
    trial = tasks.add_parser(
        "trial", help="install, run and remove what was made, in a root of its own (Linux)"
    )
    trial.add_argument("rest", nargs=argparse.REMAINDER, help="arguments of the trial")
    given = parser.parse_args(arguments)
    try:
        return _run(given)
    except PackagingError as error:
        print(error, file=sys.stderr)
        return 1


def _run(given: argparse.Namespace) -> int:
    if given.task == "trial":
        from installers.trial.__main__ import main as run_trial

        return run_trial(given.rest)
    if given.task == "freeze":
        from installers.freeze import freeze

        freeze()
        return 0
    from installers.making import make_products

    for product in make_products():
        print(product.relative_to(_TOP))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
