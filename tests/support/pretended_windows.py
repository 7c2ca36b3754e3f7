"""A Windows in a folder, for trying the trial: a registry, an installer that can misbehave, a program that runs."""

import hashlib
import json
import shutil
from pathlib import Path

WHERE = "C:\\Programs\\NetDesk"
OWN = "HKCU\\Software\\NetDesk"
ENTRY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\NetDesk"
CLASSES = "HKCU\\Software\\Classes"
FILES = {"netdesk-desktop.exe": "window", "netdesk.exe": "command", "_internal/resources/light.toml": "light"}
FAULTS = (
    "takes any folder",
    "installs over a running program",
    "damages a file",
    "brings a file that is not listed",
    "forgets the entry",
    "takes vCards",
    "fails its self-test",
    "removes the folder whole",
    "leaves a file",
    "leaves a key",
)
"""What the installer can do wrong."""


class PretendedWindows:
    """Its drive C: is ``folder``; its installer has ``fault``, one of FAULTS or none of them."""

    def __init__(self, folder: Path, fault: str = "none") -> None:
        self.folder, self.fault = folder, fault
        self.top = folder / "Programs" / "NetDesk"
        self.is_open = False
        self.registry: dict[str, dict[str, str]] = {}

    def run(self, program: str, words: list[str]) -> tuple[int, str]:
        """Do what the command of this name does; its exit code, and what it says."""
        if program == "reg":
            return self.reg(words)
        if program.endswith("\\netdesk.exe"):
            bad = self.fault == "fails its self-test"
            return int(bad), "fonts: boxes instead of letters" if bad else "all is well"
        return (self.remove() if program.endswith("\\uninstall.exe") else self.install(words)), ""

    def reg(self, words: list[str]) -> tuple[int, str]:
        task, key, *rest = words
        if task == "add":
            self.registry.setdefault(key, {})[""] = rest[rest.index("/d") + 1]
            return 0, ""
        if key not in self.registry:
            return 1, "ERROR: The system was unable to find the specified registry key or value."
        if task == "delete":
            del self.registry[key]
            return 0, ""
        name = "" if "/v" not in rest else rest[rest.index("/v") + 1]
        return 0, f"\n{key}\n    {name or '(Default)'}    REG_SZ    {self.registry[key].get(name, '')}\n\n"

    def install(self, words: list[str]) -> int:
        if any(word.startswith("/D=") for word in words):
            return 0 if self.fault == "takes any folder" else 6
        if self.is_open and self.fault != "installs over a running program":
            return 3
        for name, content in FILES.items():
            (self.top / name).parent.mkdir(parents=True, exist_ok=True)
            (self.top / name).write_text(content, encoding="utf-8")
        listed = {
            name: [len(text), hashlib.sha256(text.encode()).hexdigest()] for name, text in FILES.items()
        }
        (self.top / "_internal/installed-files.json").write_text(
            json.dumps({"files": listed}), encoding="utf-8"
        )
        for name in ("uninstall.exe", "workspace.ico"):
            (self.top / name).touch()
        if self.fault == "damages a file":
            (self.top / "netdesk.exe").write_text("comm4nd", encoding="utf-8")
        if self.fault == "brings a file that is not listed":
            (self.top / "readme.htm").touch()
        entry = ("DisplayName", "DisplayVersion", "Publisher", "EstimatedSize", "UninstallString")
        self.registry[OWN] = {"InstallLocation": WHERE}
        self.registry[ENTRY] = dict.fromkeys(entry[: 3 if self.fault == "forgets the entry" else 5], "told")
        self.registry[f"{CLASSES}\\NetDesk.Workspace"] = {"": "NetDesk workspace"}
        opens = f'"{WHERE}\\netdesk-desktop.exe" "%1"'
        self.registry[f"{CLASSES}\\NetDesk.Workspace\\shell\\open\\command"] = {"": opens}
        if self.fault == "takes vCards":
            self.registry[f"{CLASSES}\\.vcf"] = {"": "NetDesk.Contacts"}
        return 0

    def remove(self) -> int:
        if self.is_open:
            return 3
        if self.fault == "removes the folder whole":
            shutil.rmtree(self.top)
        else:
            for name in (*FILES, "_internal/installed-files.json", "workspace.ico"):
                if name != "netdesk.exe" or self.fault != "leaves a file":
                    (self.top / name).unlink()
        gone = [key for key in self.registry if "NetDesk" in key]
        for key in gone[1 if self.fault == "leaves a key" else 0 :]:
            del self.registry[key]
        return 0
