"""The local database: atomic, upgraded with a backup, and never in the way when it is broken."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import apsw
import pytest

from desktop.domain.errors import StoreError, StoreFault
from desktop.domain.notice import NoticeCode
from desktop.services import database as database_module
from desktop.services.database import Database, Transaction
from desktop.services.migrations import Migration, migrations_of

DRAFT = "INSERT INTO drafts (id, account, updated_at, body) VALUES (?, ?, ?, ?)"


async def open_writing(path: Path) -> Database:
    return await Database.open(path, "writing", durable=True, salvage=("drafts", "outbox"))


async def test_writes_and_reads(tmp_path: Path) -> None:
    database = await open_writing(tmp_path / "deep" / "writing.sqlite")
    assert database.notice is None
    assert await database.run(DRAFT, "a", "me", 1, b"{}") == 1
    await database.close()
    database = await open_writing(tmp_path / "deep" / "writing.sqlite")
    assert await database.rows("SELECT id, body FROM drafts") == [("a", b"{}")]
    await database.close()
    await database.close()
    with pytest.raises(StoreError):
        await database.rows("SELECT 1")


async def test_a_failing_transaction_leaves_nothing(tmp_path: Path) -> None:
    database = await open_writing(tmp_path / "w.sqlite")
    heard: list[None] = []

    def work(transaction: Transaction) -> None:
        transaction.run(DRAFT, "a", "me", 1, b"")
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await database.write(work, heard.append)
    assert await database.rows("SELECT * FROM drafts") == []
    assert heard == []
    with pytest.raises(StoreError) as caught:
        await database.run("INSERT INTO nowhere VALUES (1)")
    assert caught.value.fault is StoreFault.OTHER
    await database.close()


async def test_then_is_told_in_order_and_before_the_result(tmp_path: Path) -> None:
    database = await open_writing(tmp_path / "w.sqlite")
    order: list[str] = []

    async def write(name: str) -> None:
        await database.write(lambda _: name, order.append)
        order.append(name + " returned")

    await asyncio.gather(write("a"), write("b"))
    assert order.index("a") < order.index("b")
    assert order.index("a") < order.index("a returned")
    await database.close()


async def test_then_is_told_even_if_the_caller_is_cancelled(tmp_path: Path) -> None:
    database = await open_writing(tmp_path / "w.sqlite")
    heard: list[int] = []

    def work(transaction: Transaction) -> int:
        transaction.run(DRAFT, "a", "me", 1, b"")
        return 7

    task = asyncio.ensure_future(database.write(work, heard.append))
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    rows = await database.rows("SELECT id FROM drafts")
    assert bool(rows) == bool(heard)
    await database.close()


@pytest.mark.parametrize("content", [b"this is no database at all, just words" * 100, b"\0" * 8192])
async def test_what_is_no_database_is_moved_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "writing.sqlite"
    path.write_bytes(content)
    database = await open_writing(path)
    assert database.notice is not None
    assert database.notice.code is NoticeCode.DATABASE_MOVED_ASIDE
    assert Path(database.notice.values["aside"]).read_bytes() == content
    await database.run(DRAFT, "a", "me", 1, b"")
    await database.close()


async def test_a_foreign_database_is_moved_aside(tmp_path: Path) -> None:
    path = tmp_path / "writing.sqlite"
    with sqlite3.connect(path) as foreign:
        foreign.execute("CREATE TABLE recipes (name)")
    foreign.close()
    database = await open_writing(path)
    assert database.notice is not None
    await database.close()


async def test_a_newer_database_is_moved_aside_and_its_drafts_brought_over(tmp_path: Path) -> None:
    path = tmp_path / "writing.sqlite"
    database = await open_writing(path)
    await database.run(DRAFT, "a", "me", 1, b"hello")
    await database.close()
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version=99")
    other.close()
    database = await open_writing(path)
    assert database.notice is not None
    assert database.notice.code is NoticeCode.DATABASE_NEWER
    assert database.notice.values["saved"] == "1"
    assert await database.rows("SELECT id, body FROM drafts") == [("a", b"hello")]
    await database.close()


async def test_readable_rows_of_a_damaged_file_are_saved(tmp_path: Path) -> None:
    path = tmp_path / "writing.sqlite"
    database = await open_writing(path)

    def fill(transaction: Transaction) -> None:
        for number in range(300):
            transaction.run(DRAFT, f"{number:04}", "me", number, b"x" * 1000)

    await database.write(fill)
    await database.close()
    damaged = bytearray(path.read_bytes())
    middle = len(damaged) // 2 // 4096 * 4096
    damaged[middle : middle + 8192] = b"\xff" * 8192
    path.write_bytes(damaged)
    database = await open_writing(path)
    assert database.notice is not None
    saved = {row[0] for row in await database.rows("SELECT id FROM drafts")}
    assert {"0000", "0299"} <= saved
    assert 100 < len(saved) < 300
    assert await database.rows("PRAGMA quick_check") == [("ok",)]
    await database.close()


async def test_an_upgrade_keeps_a_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "writing.sqlite"
    database = await open_writing(path)
    await database.run(DRAFT, "a", "me", 1, b"")
    await database.close()
    steps = migrations_of("writing")
    number = steps[-1].number + 1
    bad = (
        *steps,
        Migration(number, "bad", "CREATE TABLE moods (x); INSERT INTO nowhere VALUES (1)"),
    )
    monkeypatch.setattr(database_module, "migrations_of", lambda _: bad)
    with pytest.raises(StoreError):
        await open_writing(path)
    good = (*steps, Migration(number, "good", "CREATE TABLE moods (x)"))
    monkeypatch.setattr(database_module, "migrations_of", lambda _: good)
    database = await open_writing(path)
    assert await database.rows("SELECT * FROM moods") == []
    assert await database.rows("PRAGMA user_version") == [(number,)]
    await database.close()
    backups = list(tmp_path.glob("writing.before-*"))
    assert backups
    with sqlite3.connect(backups[0]) as backup:
        assert backup.execute("SELECT id FROM drafts").fetchall() == [("a",)]
    backup.close()


async def test_a_full_disk_is_said_and_reading_goes_on(tmp_path: Path) -> None:
    database = await open_writing(tmp_path / "w.sqlite")
    await database.run(DRAFT, "a", "me", 1, b"")
    pages = (await database.rows("PRAGMA page_count"))[0][0]
    await database.rows(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StoreError) as caught:
        await database.run(DRAFT, "b", "me", 1, b"x" * 100_000)
    assert caught.value.fault is StoreFault.DISK_FULL
    assert await database.rows("SELECT id FROM drafts") == [("a",)]
    await database.close()


async def test_a_locked_file_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "BUSY_MILLISECONDS", 20)
    path = tmp_path / "w.sqlite"
    database = await open_writing(path)
    # Not the standard library's sqlite3: two copies of SQLite in one process do not see each
    # other's locks.
    other = apsw.Connection(str(path))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError) as caught:
        await database.run(DRAFT, "b", "me", 1, b"")
    assert caught.value.fault is StoreFault.LOCKED
    other.execute("ROLLBACK")
    other.close()
    await database.run(DRAFT, "b", "me", 1, b"")
    await database.close()


async def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError):
        await open_writing(tmp_path / "file" / "w.sqlite")


async def test_survives_kill(tmp_path: Path) -> None:
    path = tmp_path / "w.sqlite"
    program = textwrap.dedent(
        """
        import asyncio, sys
        from pathlib import Path
        from desktop.services.database import Database
        SQL = "INSERT INTO drafts (id, account, updated_at, body) VALUES (?, 'me', 1, x'00')"
        async def main():
            database = await Database.open(Path(sys.argv[1]), "writing", durable=True)
            for number in range(10_000):
                def work(t):
                    t.run(SQL, f"{number}a"); t.run(SQL, f"{number}b")
                await database.write(work)
                print(number, flush=True)
        asyncio.run(main())
        """
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    for line in process.stdout:
        last = int(line)
        if last >= 20:
            os.kill(process.pid, signal.SIGKILL)
            break
    told = [last, *(int(line) for line in process.stdout.read().split("\n") if line)]
    process.stdout.close()
    process.wait()
    database = await open_writing(path)
    assert database.notice is None
    ids = {row[0] for row in await database.rows("SELECT id FROM drafts")}
    assert {f"{number}{part}" for number in range(max(told)) for part in "ab"} <= ids
    assert len(ids) % 2 == 0
    await database.close()


@pytest.mark.parametrize("folder", ["posts", "writing"])
async def test_every_database_opens_from_nothing(tmp_path: Path, folder: str) -> None:
    database = await Database.open(tmp_path / "x.sqlite", folder, durable=False)
    assert (await database.rows("PRAGMA user_version"))[0][0] == len(migrations_of(folder))
    await database.close()
