"""NetDesk as macOS knows it: what the application says of itself, its seal, and the disk image it comes in."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from installers.bundle import APPLICATION_ID, TOP, Bundle, PackagingError
from installers.macos import icns
from installers.moment import build_moment, day_of
from installers.running import said_by

ROOM = TOP / "packaging" / "macos"
PROGRAM = "netdesk-desktop"
"""The windowed program in Contents/MacOS; the command `netdesk` lies beside it."""
WORKSPACE_TYPE = "org.netdesk.workspace"
"""How macOS calls the type of a `.netdesk` file; NetDesk owns and exports it."""
WORKSPACE_MIME = "application/x-netdesk-workspace"
MINIMUM_SYSTEM = "13.0"
"""The oldest macOS that Qt 6.11 runs on, by the table "Qt for macOS" in its documentation."""
CHANGED_BY_SEALING = frozenset({f"Contents/MacOS/{PROGRAM}", "Contents/_CodeSignature/CodeResources"})
"""Files whose bytes `seal` changes after the files of a bundle are listed; macOS itself watches over them."""
IDENTITY = "NETDESK_CODESIGN_IDENTITY"
ENTITLEMENTS = "NETDESK_CODESIGN_ENTITLEMENTS"
"""The environment variables with who signs, and with a file of entitlements in place of our own."""


def numeric_version(version: str) -> str:
    """The leading numbers of a version, three at most: "0.2.0rc1" is "0.2.0". macOS compares nothing else."""
    found = re.match(r"\d+(?:\.\d+){0,2}", version)
    if found is None:
        raise PackagingError(f"The version {version} does not begin with a number.")
    return found[0]


def info_plist(version: str) -> dict[str, Any]:
    """What Info.plist says beyond what PyInstaller writes itself; every key is described in Apple's reference."""
    year = day_of(build_moment())[:4]
    return {
        "CFBundleName": "NetDesk",
        "CFBundleDisplayName": "NetDesk",
        "CFBundleIdentifier": APPLICATION_ID,
        "CFBundleExecutable": PROGRAM,
        "CFBundleVersion": numeric_version(version),
        "CFBundleShortVersionString": numeric_version(version),
        "CFBundleDevelopmentRegion": "en",
        "NSHumanReadableCopyright": f"© {year} The NetDesk founders. MIT licence.",
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": MINIMUM_SYSTEM,
        "LSBackgroundOnly": False,  # PyInstaller says otherwise where a command lies beside the window
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,  # dark where the system is dark
        "NSSupportsAutomaticGraphicsSwitching": True,  # nothing here needs the thirsty processor
        "CFBundleDocumentTypes": _document_types(),
        "UTExportedTypeDeclarations": [_workspace_type()],
    }


def _document_types() -> list[dict[str, Any]]:
    return [
        {
            "CFBundleTypeName": "NetDesk workspace",
            "CFBundleTypeRole": "Editor",
            "LSHandlerRank": "Owner",
            "LSItemContentTypes": [WORKSPACE_TYPE],
        },
        # Contacts and Calendar stay what opens these; NetDesk is offered under "Open With".
        {
            "CFBundleTypeName": "vCard",
            "CFBundleTypeRole": "Viewer",
            "LSHandlerRank": "Alternate",
            "LSItemContentTypes": ["public.vcard"],
        },
        {
            "CFBundleTypeName": "iCalendar file",
            "CFBundleTypeRole": "Viewer",
            "LSHandlerRank": "Alternate",
            "LSItemContentTypes": ["com.apple.ical.ics"],
        },
    ]


def _workspace_type() -> dict[str, Any]:
    return {
        "UTTypeIdentifier": WORKSPACE_TYPE,
        "UTTypeDescription": "NetDesk workspace",
        "UTTypeConformsTo": ["public.data", "public.database"],
        "UTTypeTagSpecification": {
            "public.filename-extension": ["netdesk"],
            "public.mime-type": [WORKSPACE_MIME],
        },
    }


def icon(work: Path) -> Path:
    """Draw NetDesk.icns into ``work`` and give its path. Raises PackagingError where the drawing cannot be read."""
    return icns.write(TOP / "resources" / "icons" / "netdesk.svg", work / "NetDesk.icns")


def entitlements() -> Path:
    """What the programs may do under the hardened runtime: our own file, or the one the environment names."""
    return Path(os.environ.get(ENTITLEMENTS) or ROOM / "entitlements.plist")


def seal_command(app: Path, identity: str) -> list[str]:
    """The command that signs the application's outermost layer; without an identity the seal names nobody.

    Not with --deep: what is inside has its signatures, and the list of files holds their bytes.
    """
    command = ["codesign", "--force", "--sign", identity or "-"]
    if identity:
        command += ["--options", "runtime", "--timestamp", "--entitlements", str(entitlements())]
    return [*command, str(app)]


def seal(app: Path) -> None:
    """Close the application anew after its files were listed in it: macOS takes a changed one for damaged.

    The identity comes from NETDESK_CODESIGN_IDENTITY. Raises PackagingError with codesign's words.
    """
    _run(seal_command(app, os.environ.get(IDENTITY, "")), "The application could not be signed")


def image_settings(app: Path, icons: Path) -> dict[str, Any]:
    """How the disk image looks, in dmgbuild's words: the application, and beside it where to drag it.

    The ending ``.app`` is not hidden: dmgbuild would write that onto the application, and its seal would be broken.
    """
    return {
        "format": "ULMO",  # the smallest that macOS 10.15 and newer open
        "filesystem": "HFS+",
        "files": [str(app)],
        "symlinks": {"Applications": "/Applications"},
        "icon": str(icons),
        "icon_locations": {app.name: (150, 150), "Applications": (410, 150)},
        "window_rect": ((200, 200), (560, 340)),
        "icon_size": 112,
        "text_size": 13,
        "default_view": "icon-view",
        "include_list_view_settings": False,
    }


def disk_image(bundle: Bundle, products: Path, work: Path) -> Path:
    """Make the .dmg of a bundle, on macOS alone, and have it notarised where the environment says how.

    The application is notarised first, so that it opens without a question where there is no network as well.
    Raises PackagingError.
    """
    if bundle.platform != "macos":
        raise PackagingError("A disk image is made of an application for macOS, on macOS.")
    try:
        import dmgbuild  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError as missing:
        raise PackagingError("dmgbuild is not here: `make package` fetches it on macOS.") from missing
    notarise(bundle.folder, os.environ)
    products.mkdir(parents=True, exist_ok=True)
    image = products / bundle.product(".dmg")
    image.unlink(missing_ok=True)
    dmgbuild.build_dmg(
        str(image), f"NetDesk {bundle.version}", settings=image_settings(bundle.folder, icon(work))
    )
    notarise(image, os.environ)
    return image


def notarise(product: Path, environment: Mapping[str, str]) -> None:
    """Have Apple's notary look at an application or image. Does nothing, and says so, without credentials."""
    _run(["sh", str(ROOM / "notarise.sh"), str(product)], f"{product.name} was not notarised", environment)


def _run(command: list[str], failing: str, environment: Mapping[str, str] | None = None) -> None:
    said = said_by(command, failing, environment=environment).strip()
    if said:
        print(said, flush=True)
