"""Makes everything this platform can from one frozen program, and says what was made."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from installers import file_list, sizes
from installers.bundle import PRODUCTS, TOP, WORK, Bundle, PackagingError
from installers.checksums import write_checksums
from installers.freeze import freeze, prepare
from installers.parts import library_licences

SELF_TEST_SECONDS = 120
"""How long the frozen program may take to prove itself; its own watchdog is shorter."""


def make_products(*, write: bool = False) -> list[Path]:
    """Freeze NetDesk, let the frozen program prove itself, and make its installers, list of parts and checksums.

    Everything of an earlier run goes first. ``write`` puts the sizes into docs/packaging.md as well. Raises
    PackagingError with what is missing or went wrong.
    """
    shutil.rmtree(PRODUCTS, ignore_errors=True)
    PRODUCTS.mkdir(parents=True)
    bundle = sealed(freeze())
    prove(bundle)
    from installers.parts.sbom import make_sbom

    products = [*_MAKERS[bundle.platform](bundle), make_sbom(bundle, PRODUCTS)]
    products.append(write_checksums(PRODUCTS, products))
    found = sizes.table(bundle, products)
    print(f"\n{found}\n")
    if write:
        sizes.write(found)
    return products


def sealed(bundle: Bundle) -> Bundle:
    """The bundle with its libraries' licences and the list of its files in it, and on macOS closed by its seal."""
    library_licences.write(bundle)
    if bundle.platform == "macos":
        from installers.macos.application import CHANGED_BY_SEALING, seal

        file_list.write(bundle, CHANGED_BY_SEALING)
        seal(bundle.folder)
    else:
        file_list.write(bundle)
    return bundle


def prove(bundle: Bundle) -> None:
    """Run the frozen program's own test. Raises PackagingError with what it said when a check failed."""
    print("The frozen program proves itself …", flush=True)
    done = subprocess.run(
        [command_of(bundle), "--self-test"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=SELF_TEST_SECONDS,
        check=False,
    )
    print(done.stdout, flush=True)
    if done.returncode != 0:
        raise PackagingError("The frozen program failed its own test; see above. Nothing was made of it.")


def command_of(bundle: Bundle) -> Path:
    """The command ``netdesk`` in a bundle."""
    inside = {"linux": "netdesk", "windows": "netdesk.exe", "macos": "Contents/MacOS/netdesk"}
    return bundle.folder / inside[bundle.platform]


def in_own_environment(arguments: list[str]) -> int | None:
    """Run the same task in the environment for packaging, made first if need be; None when this is it.

    The environment holds the tools that draw icons and list parts, which nobody needs for development.
    """
    python = prepare()
    if Path(sys.prefix).resolve() == python.parents[1].resolve():
        return None
    return subprocess.run(
        [str(python), "-m", "installers", *arguments], cwd=TOP / "packaging", check=False
    ).returncode


def _for_linux(bundle: Bundle) -> list[Path]:
    from installers.linux.tarball import make_tarball

    made = [make_tarball(bundle, PRODUCTS)]
    if shutil.which("dpkg-deb"):
        from installers.linux.deb import make_deb

        made.insert(0, make_deb(bundle, PRODUCTS))
    else:
        print("dpkg-deb is not here: no .deb is made. On Debian and Ubuntu it is always there.")
    return made


def _for_windows(bundle: Bundle) -> list[Path]:
    from installers.windows.products import make

    return make(bundle, PRODUCTS)


def _for_macos(bundle: Bundle) -> list[Path]:
    from installers.macos.application import disk_image

    return [disk_image(bundle, PRODUCTS, WORK)]


_MAKERS: dict[str, Callable[[Bundle], list[Path]]] = {
    "linux": _for_linux,
    "windows": _for_windows,
    "macos": _for_macos,
}
