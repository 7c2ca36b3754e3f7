"""The workflows name what is here: they cannot be run here, so what they lean on is looked at."""

import importlib.util
import re
import shutil
import subprocess
from typing import Any

import pytest

from tests.support.installer_code import installer_code
from tests.support.source_tree import TOP

bundle = installer_code("bundle")

FOLDER = TOP / ".github" / "workflows"
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yml"))}
EVERYWHERE = "\n".join(TEXTS.values())
SIGNING = (TOP / "docs" / "signing.md").read_text(encoding="utf-8")

needs_yaml = pytest.mark.skipif(
    importlib.util.find_spec("yaml") is None, reason="PyYAML is not in this environment"
)


def code(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))


def test_there_are_two() -> None:
    assert sorted(TEXTS) == ["package.yml", "test.yml"]


def test_other_people_s_actions_are_pinned_to_one_commit_each() -> None:
    used = re.findall(r"uses: (\S+)(.*)", EVERYWHERE)
    assert len(used) >= 10
    pins: dict[str, set[str]] = {}
    for action, comment in used:
        name, _, commit = action.partition("@")
        assert re.fullmatch(r"[0-9a-f]{40}", commit), f"{action} may change under us"
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), f"{action} does not say which version that is"
        pins.setdefault(name, set()).add(commit)
    assert {name: len(commits) for name, commits in pins.items()} == dict.fromkeys(pins, 1)


def test_what_make_is_asked_for_it_can_do() -> None:
    targets = set(
        re.findall(r"^([a-z][a-z-]*):", (TOP / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    asked = re.findall(r"run: make((?: [A-Z0-9]+=\S+)*) ([a-z-]+)$", EVERYWHERE, re.MULTILINE)
    assert {target for _, target in asked} >= {"package", "test-package", "test"}
    assert {target for _, target in asked} <= targets


def test_paths_and_modules_named_are_here() -> None:
    paths = set(re.findall(r"(?<![\w/])(?:packaging|docs|tests|\.github|\.ci)/[\w./-]*\w", EVERYWHERE))
    assert len(paths) >= 4
    assert sorted(path for path in paths if not (TOP / path).exists()) == []
    modules = set(re.findall(r"-m (installers[\w.]*)", EVERYWHERE)) | set(
        re.findall(r"from (installers[\w.]*) import", EVERYWHERE)
    )
    assert modules >= {"installers", "installers.checksums", "installers.bundle"}
    for module in modules:
        place = TOP / "packaging" / module.replace(".", "/")
        assert place.with_suffix(".py").is_file() or (place / "__main__.py").is_file(), module


def test_every_secret_is_explained_and_none_is_handed_around() -> None:
    secrets = set(re.findall(r"secrets\.(\w+)", EVERYWHERE))
    assert secrets
    assert sorted(name for name in secrets if f"`{name}`" not in SIGNING) == []
    assert "secrets: inherit" not in EVERYWHERE
    assert "pull_request_target" not in code(EVERYWHERE)


def test_every_variable_of_the_signing_scripts_is_explained() -> None:
    scripts = [
        *(TOP / "packaging" / "macos").glob("*.sh"),
        TOP / "packaging" / "installers" / "macos" / "application.py",
    ]
    named = {
        name
        for script in scripts
        for name in re.findall(r"\bNETDESK_[A-Z_]+[A-Z]\b", script.read_text(encoding="utf-8"))
    }
    assert len(named) >= 7
    assert sorted(name for name in named if f"`{name}`" not in SIGNING) == []


@pytest.mark.parametrize("name", sorted(TEXTS))
@needs_yaml
class TestRead:
    def read(self, name: str) -> dict[str, Any]:
        import yaml

        read: dict[str, Any] = yaml.safe_load(TEXTS[name])
        return read

    def jobs(self, name: str) -> dict[str, Any]:
        return dict(self.read(name)["jobs"])

    def steps(self, name: str) -> list[tuple[str, dict[str, Any]]]:
        return [(job, step) for job, body in self.jobs(name).items() for step in body["steps"]]

    def test_a_workflow_may_read_and_only_the_draft_may_write(self, name: str) -> None:
        assert self.read(name)["permissions"] == {"contents": "read"}
        granted = {job: body.get("permissions") for job, body in self.jobs(name).items()}
        assert {job for job, given in granted.items() if given} <= {"release"}
        for job, body in self.jobs(name).items():
            assert body["timeout-minutes"] <= 90, f"{job} could run for ever"

    def test_a_checkout_keeps_no_key(self, name: str) -> None:
        for _, step in self.steps(name):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False

    def test_scripts_are_sound_and_nothing_from_outside_is_written_into_them(self, name: str) -> None:
        scripts = [(job, step) for job, step in self.steps(name) if "run" in step]
        assert scripts
        for job, step in scripts:
            assert "${{" not in step["run"], f"{job}: values go through the environment"
            if step.get("shell") != "pwsh" and shutil.which("bash"):
                done = subprocess.run(
                    ["bash", "-n"], input=step["run"].encode(), capture_output=True, check=False
                )
                assert (done.returncode, done.stderr) == (0, b""), f"{job}: {step['run']}"

    def test_secrets_are_seen_by_one_step_at_a_time(self, name: str) -> None:
        assert "secrets." not in str(self.read(name).get("env", ""))
        for job, body in self.jobs(name).items():
            assert "secrets." not in str(body.get("env", "")), job


@needs_yaml
class TestPackaging:
    @pytest.fixture
    def jobs(self) -> dict[str, Any]:
        import yaml

        return dict(yaml.safe_load(TEXTS["package.yml"])["jobs"])

    def test_every_platform_and_both_processors_are_built(self, jobs: dict[str, Any]) -> None:
        machines = {
            job: [row["machine"] for row in body.get("strategy", {}).get("matrix", {}).get("include", [])]
            for job, body in jobs.items()
        }
        assert machines["linux"] == ["x86_64", "arm64"]
        assert machines["macos"] == ["arm64", "x86_64"]
        assert set(jobs) == {bundle.this_platform(name) for name in ["linux", "win32", "darwin"]} | {
            "release"
        }
        assert sorted(jobs["release"]["needs"]) == sorted(set(jobs) - {"release"})

    @pytest.mark.parametrize("job", ["linux", "windows", "macos"])
    def test_nothing_is_kept_that_has_not_proved_itself(self, jobs: dict[str, Any], job: str) -> None:
        steps = jobs[job]["steps"]
        kept = next(
            place
            for place, step in enumerate(steps)
            if step.get("uses", "").startswith("actions/upload-artifact@")
        )
        assert steps[kept]["with"]["if-no-files-found"] == "error"
        assert steps[kept]["with"]["path"] == "dist"
        before = [step.get("run", "") for step in steps[:kept]]
        made = next(
            place for place, run in enumerate(before) if run.endswith(("package", "-m installers make"))
        )
        assert sum("--self-test" in run for run in before[made:]) >= 1
        assert any("installers.checksums --check" in run for run in before[made:])
        assert not any(step.get("continue-on-error") for step in steps)

    def test_linux_is_made_on_an_old_system_and_tried_in_a_root_of_its_own(
        self, jobs: dict[str, Any]
    ) -> None:
        assert jobs["linux"]["container"]["image"] == "${{ matrix.image }}"
        made_on = {row["machine"]: row["image"] for row in jobs["linux"]["strategy"]["matrix"]["include"]}
        # On ARM Qt for Python asks for glibc 2.39, and pip finds none on an older system.
        assert made_on == {"x86_64": "debian:12", "arm64": "debian:13"}
        assert "make test-package" in [step.get("run") for step in jobs["linux"]["steps"]]

    def test_linux_has_the_tools_of_the_trial(self, jobs: dict[str, Any]) -> None:
        installed = set(jobs["linux"]["steps"][0]["run"].split())
        always_there = {"apt", "coreutils", "dpkg"}
        assert sorted(set(installer_code("trial.machine").TOOLS.values()) - installed - always_there) == []

    def test_a_draft_is_made_for_a_tag_alone(self, jobs: dict[str, Any]) -> None:
        assert jobs["release"]["if"] == "github.ref_type == 'tag'"
        runs = "\n".join(step.get("run", "") for step in jobs["release"]["steps"])
        assert "--draft" in runs
        assert runs.index("--check") < runs.index("gh release create")
