"""What is given to people can be checked by them, with the tool their system has."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.installer_code import installer_code

checksums = installer_code("checksums")
bundle = installer_code("bundle")


@pytest.fixture
def products(tmp_path: Path) -> Path:
    folder = tmp_path / "what we made"
    folder.mkdir()
    (folder / "netdesk_0.1.0_amd64.deb").write_bytes(b"deb")
    (folder / "netdesk-0.1.0-linux-x86_64.tar.gz").write_bytes(b"tar")
    (folder / "netdesk").mkdir()
    return folder


def test_each_product_has_a_line_in_order_and_folders_have_none(products: Path) -> None:
    text = checksums.write_checksums(products).read_text(encoding="utf-8")
    assert text.splitlines() == [
        f"{checksums.sha256(products / name)}  {name}"
        for name in ["netdesk-0.1.0-linux-x86_64.tar.gz", "netdesk_0.1.0_amd64.deb"]
    ]


def test_only_what_this_build_made_is_named_where_it_says_so(products: Path) -> None:
    made = products / "netdesk_0.1.0_amd64.deb"
    text = checksums.write_checksums(products, [made]).read_text(encoding="utf-8")
    assert text == f"{checksums.sha256(made)}  netdesk_0.1.0_amd64.deb\n"


def test_writing_again_says_the_same(products: Path) -> None:
    first = checksums.write_checksums(products).read_bytes()
    assert checksums.write_checksums(products).read_bytes() == first
    assert b"SHA256SUMS" not in first


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not on this computer")
@pytest.mark.parametrize(("bytes_then", "code"), [(b"deb", 0), (b"somebody else's", 1)])
def test_sha256sum_agrees(products: Path, bytes_then: bytes, code: int) -> None:
    checksums.write_checksums(products)
    (products / "netdesk_0.1.0_amd64.deb").write_bytes(bytes_then)
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=products, capture_output=True, check=False
    )
    assert done.returncode == code
    assert checksums.main(["--check", str(products)]) == code


def test_a_missing_and_a_changed_product_are_named(
    products: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checksums.main([str(products)]) == 0
    (products / "netdesk_0.1.0_amd64.deb").unlink()
    (products / "netdesk-0.1.0-linux-x86_64.tar.gz").write_bytes(b"other")
    assert checksums.main(["--check", str(products)]) == 1
    told = capsys.readouterr().err
    assert "netdesk_0.1.0_amd64.deb is missing or is not the file that was made." in told
    assert "netdesk-0.1.0-linux-x86_64.tar.gz is missing" in told


@pytest.mark.parametrize(
    "line", ["abc  netdesk.deb", "0" * 64 + " netdesk.deb", "0" * 64 + "  ../netdesk.deb", ""]
)
def test_a_line_that_is_no_checksum_is_no_proof(products: Path, line: str) -> None:
    sums = products / "SHA256SUMS"
    sums.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(bundle.PackagingError, match="no checksum"):
        checksums.wrong_files(sums)


def test_nothing_made_is_an_error_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checksums.main([str(tmp_path)]) == 1
    assert "nothing" in capsys.readouterr().err
    assert not (tmp_path / "SHA256SUMS").exists()


def test_a_file_of_another_folder_is_refused(products: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.deb"
    other.write_bytes(b"")
    with pytest.raises(bundle.PackagingError, match="lead nowhere"):
        checksums.write_checksums(products, [other])
