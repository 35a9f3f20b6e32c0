import os
from pathlib import Path

import pytest

from classifier.errors import OutputError
from classifier.files import write_whole


def test_text_and_bytes_are_written_into_folders_that_are_made(tmp_path):
    assert write_whole(tmp_path / "a" / "b.txt", "línea\n").read_bytes() == "línea\n".encode()
    assert write_whole(tmp_path / "a" / "b.bin", b"\0\1").read_bytes() == b"\0\1"
    assert {path.name for path in (tmp_path / "a").iterdir()} == {"b.txt", "b.bin"}


def test_an_older_file_is_replaced_also_through_a_link(tmp_path):
    (tmp_path / "old").write_text("before")
    (tmp_path / "link").symlink_to(tmp_path / "old")
    write_whole(tmp_path / "link", "after")
    assert (tmp_path / "old").read_text() == "after"
    assert (tmp_path / "link").is_symlink()


def test_a_device_takes_what_it_is_given():
    write_whole(Path(os.devnull), "x")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("small_disk", ["256k"], indirect=True)
def test_a_full_disk_is_said_so_and_the_older_file_stays(small_disk):
    write_whole(small_disk / "report.html", "the old one")
    with pytest.raises(OutputError, match=r"No space left on device\. Free some space"):
        write_whole(small_disk / "report.html", "x" * 2**20)
    assert [path.name for path in small_disk.iterdir()] == ["report.html"]
    assert (small_disk / "report.html").read_text() == "the old one"


@pytest.mark.parametrize("place", ["/proc/none/report.html", "/dev/null/report.html"])
def test_a_place_that_takes_no_file_is_said_so(place):
    with pytest.raises(OutputError, match=r"report\.html cannot be written.*name another place"):
        write_whole(Path(place), "x")
