"""A run folder is whole or not there, whoever else writes beside it and however a writer ends."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from shieldmap import files, folders

OURS = frozenset({"a.txt", "b.txt"})

# Begins an unfinished folder, says so, and waits to be ended.
BEGIN = """
import sys, time
from pathlib import Path
from shieldmap import files, folders
with folders.unfinished(Path(sys.argv[1]), {"a.txt"}) as folder:
    files.write(folder / "a.txt", b"half")
    print("begun", flush=True)
    time.sleep(600)
"""
# Makes the same folder several times over in two threads.
MAKE = """
import sys, threading
from pathlib import Path
from shieldmap import files, folders
def work():
    for _ in range(15):
        with folders.unfinished(Path(sys.argv[1]), {"a.txt", "b.txt"}) as folder:
            for name in ("a.txt", "b.txt"):
                files.write(folder / name, b"x" * 1000)
threads = [threading.Thread(target=work) for _ in range(2)]
[t.start() for t in threads]
[t.join() for t in threads]
"""

needs_locks = pytest.mark.skipif(sys.platform == "win32", reason="no lock on folders there")


def make(target: Path, text: str = "whole") -> None:
    with folders.unfinished(target, OURS) as folder:
        files.write(folder / "a.txt", text.encode())


def begun(target: Path) -> "subprocess.Popen[str]":
    """A process in the middle of its work on a folder."""
    running = subprocess.Popen(
        [sys.executable, "-c", BEGIN, str(target)], stdout=subprocess.PIPE, text=True
    )
    assert running.stdout is not None
    assert running.stdout.readline() == "begun\n"
    return running


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "runs" / "study"
    with folders.unfinished(target, OURS) as folder:
        files.write(folder / "a.txt", b"whole")
        assert not target.exists()
        assert folder.parent == target.parent
    assert names(tmp_path / "runs") == ["study"]
    with pytest.raises(RuntimeError), folders.unfinished(tmp_path / "new" / "study", OURS):
        raise RuntimeError
    # The folder that was made for it has gone as well.
    assert names(tmp_path) == ["runs"]


def is_seen_whole(target: Path) -> bool:
    """Whether a folder was there; it must be whole as long as it bears its name."""
    try:
        number = os.open(target, os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        found = sorted(os.listdir(number))  # noqa: PTH208 (a name may lead elsewhere by now)
        with contextlib.suppress(FileNotFoundError):
            # One that was replaced while we looked is being removed.
            if os.path.samestat(os.fstat(number), target.stat()):
                assert found == ["a.txt", "b.txt"]
                return True
        return False
    finally:
        os.close(number)


@needs_locks
def test_many_processes_and_threads_make_the_same_folder(tmp_path: Path) -> None:
    target = tmp_path / "new" / "study"
    running = [subprocess.Popen([sys.executable, "-c", MAKE, str(target)]) for _ in range(3)]
    seen = 0
    try:
        while any(process.poll() is None for process in running):
            seen += is_seen_whole(target)
    finally:
        for process in running:
            process.wait()
    assert [process.returncode for process in running] == [0, 0, 0]
    assert seen
    assert names(target.parent) == ["study"]


@needs_locks
def test_threads_of_one_process_do_not_take_each_other_for_dead(tmp_path: Path) -> None:
    """Both have the number of the same process, as every first process of a container has."""
    inside, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        with folders.unfinished(tmp_path / "study", OURS) as folder:
            files.write(folder / "a.txt", b"slow")
            inside.set()
            go_on.wait(60.0)
            assert folder.exists()

    thread = threading.Thread(target=slow)
    thread.start()
    assert inside.wait(60.0)
    make(tmp_path / "study", "quick")
    go_on.set()
    thread.join()
    assert (tmp_path / "study" / "a.txt").read_text() == "slow"
    assert names(tmp_path) == ["study"]


@needs_locks
def test_the_next_start_removes_what_a_killed_one_left_and_nothing_else(tmp_path: Path) -> None:
    dead, alive = begun(tmp_path / "one"), begun(tmp_path / "two")
    try:
        dead.kill()
        dead.wait()
        # A name like ours that is none, and a file.
        (tmp_path / ".one.part-notes").mkdir()
        (tmp_path / f".one.part-{'0' * 16}").write_text("a file of somebody")
        assert len(names(tmp_path)) == 4
        # Another study than the killed one cleans up too.
        make(tmp_path / "three")
        left = names(tmp_path)
        assert [name for name in left if name.startswith(".two.part-")]
        assert not [
            name for name in left if name.startswith(".one.part-") and (tmp_path / name).is_dir()
            and name != ".one.part-notes"
        ]  # fmt: skip
        assert ".one.part-notes" in left
        assert f".one.part-{'0' * 16}" in left
        assert not (tmp_path / "one").exists()
    finally:
        for process in (dead, alive):
            process.kill()
            process.communicate()


@pytest.mark.parametrize("is_exchanged", [True, False])
def test_making_a_folder_again_keeps_what_others_put_into_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_exchanged: bool
) -> None:
    if not is_exchanged:
        monkeypatch.setattr(folders, "_exchange", lambda *_: False)
    target = tmp_path / "study"
    make(target, "first")
    files.write(target / "b.txt", b"ours, of an earlier make")
    (target / "notes").mkdir()
    (target / "notes" / "mine.txt").write_text("mine")
    (target / "link").symlink_to("nowhere")
    make(target, "second")
    assert (target / "a.txt").read_text() == "second"
    assert (target / "notes" / "mine.txt").read_text() == "mine"
    assert (target / "link").is_symlink()
    assert names(target) == ["a.txt", "link", "notes"]
    assert names(tmp_path) == ["study"]


def test_a_file_that_cannot_be_taken_along_refuses_the_new_folder(tmp_path: Path) -> None:
    target = tmp_path / "study"
    make(target, "first")
    os.mkfifo(target / "pipe")
    with pytest.raises(OSError, match="cannot be taken along") as caught:
        make(target, "second")
    assert caught.value.filename == str(target / "pipe")
    assert (target / "a.txt").read_text() == "first"
    assert names(tmp_path) == ["study"]


@pytest.mark.parametrize("what", ["file", "link"])
def test_a_file_or_link_of_the_name_is_refused(tmp_path: Path, what: str) -> None:
    target = tmp_path / "study"
    if what == "file":
        target.write_text("somebody's")
    else:
        (tmp_path / "elsewhere").mkdir()
        target.symlink_to("elsewhere")
    before = names(tmp_path)
    with pytest.raises(OSError, match="its name belongs to a run") as caught:
        make(target)
    assert caught.value.filename == str(target)
    assert names(tmp_path) == before


def test_a_folder_that_stepped_aside_comes_back(tmp_path: Path) -> None:
    make(tmp_path / "study", "first")
    (tmp_path / "study").rename(tmp_path / f".study.old-{files.token()}")
    make(tmp_path / "other")
    assert names(tmp_path) == ["other", "study"]
    assert (tmp_path / "study" / "a.txt").read_text() == "first"
    # Where the new one is in place already, the old one is only in the way.
    (tmp_path / f".study.old-{files.token()}").mkdir()
    make(tmp_path / "other")
    assert names(tmp_path) == ["other", "study"]


def test_a_failed_exchange_leaves_the_old_folder_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "study"
    make(target, "first")
    monkeypatch.setattr(folders, "_exchange", lambda *_: False)
    rename = Path.rename

    def refuse(self: Path, goal: Path) -> Path:
        if ".part-" in self.name:
            raise OSError(5, "the disk is gone")
        return rename(self, goal)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="the disk is gone"):
        make(target, "second")
    assert names(tmp_path) == ["study"]
    assert (target / "a.txt").read_text() == "first"


# --- single files ----------------------------------------------------------------------------


def test_a_failed_write_leaves_the_old_file_and_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.html"
    files.write_whole({path: b"old"})

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as caught:
        files.write_whole({path: b"new", tmp_path / "other.html": b"x"})
    assert caught.value.filename == str(path)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["page.html"]


def test_a_link_is_followed_to_the_file_that_it_names(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there" / "file")
    files.write_whole({tmp_path / "link": b"new"})
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there" / "file").read_bytes() == b"new"


@needs_locks
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_lock_ends_with_its_holder(tmp_path: Path, number: signal.Signals) -> None:
    holder = begun(tmp_path / "study")
    (left,) = names(tmp_path)
    assert folders._take(tmp_path / left) is None
    holder.send_signal(number)
    holder.communicate()
    if (tmp_path / left).exists():
        held = folders._take(tmp_path / left)
        assert held is not None
        os.close(held)
