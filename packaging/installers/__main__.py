"""`python -m installers`: what `make package` and `make test-package` run, from the folder `packaging`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from installers.bundle import TOP, PackagingError


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked and give the exit code: 0 done, 1 not done, and why."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    parser = argparse.ArgumentParser(prog="installers", description=__doc__)
    tasks = parser.add_subparsers(dest="task", required=True)
    making = tasks.add_parser("make", help="freeze NetDesk and make every product this platform can")
    making.add_argument("--write", action="store_true", help="put the sizes into docs/packaging.md as well")
    tasks.add_parser("freeze", help="freeze NetDesk alone, into build/package/bundle")
    trial = tasks.add_parser(
        "trial", help="install, run and remove what was made, in a root of its own (Linux)"
    )
    trial.add_argument("rest", nargs=argparse.REMAINDER, help="arguments of the trial")
    given = parser.parse_args(words)
    try:
        return _run(given, words)
    except PackagingError as error:
        print(error, file=sys.stderr)
        return 1


def _run(given: argparse.Namespace, words: list[str]) -> int:
    if given.task == "trial":
        from installers.trial.journey import main as run_trial

        return run_trial(given.rest)
    from installers import making
    from installers.freeze import freeze

    done = making.in_own_environment(words)
    if done is not None:
        return done
    if given.task == "freeze":
        making.sealed(freeze())
        return 0
    for product in making.make_products(write=given.write):
        print(product.relative_to(TOP))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
