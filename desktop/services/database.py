"""SQLite: the one door to apsw. A file, its worker thread, and what to do when it is broken.

Everything that touches the file is a plain function that takes a `Transaction` and runs in the
connection's own worker thread; callers await its result, so the loop's thread never waits for
the disk. All errors are StoreError.
"""

from __future__ import annotations

import asyncio
import errno
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import apsw
import apsw.aio
import apsw.fts5

from desktop.domain.errors import StoreError, StoreFault
from desktop.domain.notice import Notice, NoticeCode, NoticeLevel
from desktop.services.migrations import Migration, migrations_of, move_aside, spare_path

T = TypeVar("T")

Value = None | int | float | str | bytes
Row = tuple[Any, ...]

QUICK_CHECK_BYTES = 16 * 1024 * 1024
"""A file up to this size is always checked when it is opened; a larger one only when it was
not closed in order or was reported broken."""

BUSY_MILLISECONDS = 2_000
BACKUPS_KEPT = 2

_PLAIN = re.compile(rb"[a-z0-9]+")


def plain_first(connection: apsw.Connection, args: list[str]) -> Any:
    """A tokenizer before another: text between spaces that is nothing but a to z and digits is
    a word as it is, and only the rest is handed on. Ten times as fast for folded text, and the
    same words, for no word goes over a space."""
    inner: Any = connection.fts5_tokenizer(args[0], args[1:])

    def tokenize(text: bytes, reason: int, locale: str | None) -> Iterable[str]:
        words: list[str] = []
        for piece in text.split():
            if _PLAIN.fullmatch(piece):
                words.append(piece.decode())
            elif piece != b"|":
                words.extend(
                    found if isinstance(found, str) else found[0]
                    for found in inner(piece, reason, locale, include_offsets=False)
                )
        return words

    return tokenize


TOKENIZERS: dict[str, Any] = {
    "plainfirst": plain_first,
    "unicodewords": apsw.fts5.UnicodeWordsTokenizer,
    "simplify": apsw.fts5.SimplifyTokenizer,
}

FAULTS: tuple[tuple[type[apsw.Error], StoreFault], ...] = (
    (apsw.FullError, StoreFault.DISK_FULL),
    (apsw.CorruptError, StoreFault.CORRUPT),
    (apsw.NotADBError, StoreFault.CORRUPT),
    (apsw.BusyError, StoreFault.LOCKED),
    (apsw.LockedError, StoreFault.LOCKED),
    (apsw.ReadOnlyError, StoreFault.READ_ONLY),
    (apsw.PermissionsError, StoreFault.READ_ONLY),
    (apsw.CantOpenError, StoreFault.READ_ONLY),
)


def store_error(error: Exception) -> StoreError:
    """What an error of SQLite or of the file system means to us."""
    if isinstance(error, StoreError):
        return error
    if isinstance(error, OSError):
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        fault = StoreFault.DISK_FULL if full else StoreFault.OTHER
        if error.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
            fault = StoreFault.READ_ONLY
        return StoreError(fault, error.strerror or type(error).__name__)
    for kind, fault in FAULTS:
        if isinstance(error, kind):
            return StoreError(fault, str(error))
    return StoreError(StoreFault.OTHER, f"{type(error).__name__}: {error}")


class Transaction:
    """Statements inside one transaction, in the worker thread. Not to be kept beyond it."""

    __slots__ = ("_connection",)

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def run(self, sql: str, *values: Value) -> int:
        """Execute; how many rows it changed."""
        try:
            self._connection.execute(sql, values)
            return self._connection.changes()
        except apsw.Error as error:
            raise store_error(error) from error

    def insert(self, sql: str, *values: Value) -> int:
        """Execute an INSERT; the rowid of what it made."""
        self.run(sql, *values)
        return self._connection.last_insert_rowid()

    def run_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        try:
            self._connection.executemany(sql, rows)
        except apsw.Error as error:
            raise store_error(error) from error

    def script(self, sql: str) -> None:
        """Several statements without values."""
        try:
            for _ in self._connection.execute(sql):
                pass
        except apsw.Error as error:
            raise store_error(error) from error

    def rows(self, sql: str, *values: Value) -> list[Row]:
        try:
            return list(self._connection.execute(sql, values))
        except apsw.Error as error:
            raise store_error(error) from error

    def row(self, sql: str, *values: Value) -> Row | None:
        try:
            return next(iter(self._connection.execute(sql, values)), None)
        except apsw.Error as error:
            raise store_error(error) from error

    def value(self, sql: str, *values: Value) -> Any:
        """The first column of the first row, None without one."""
        found = self.row(sql, *values)
        return None if found is None else found[0]


class Database:
    """An open file. Made by `Database.open`; `close` it before the loop ends."""

    def __init__(self, connection: apsw.AsyncConnection, path: Path) -> None:
        self._connection = connection
        self._loop = asyncio.get_running_loop()
        self._is_closed = False
        self.path = path
        self.notice: Notice | None = None
        """What the user is to be told about the opening: that a broken file was moved aside."""

    @classmethod
    async def open(
        cls, path: Path, migrations: str, *, durable: bool, salvage: tuple[str, ...] = ()
    ) -> Database:
        """Open or create the file and bring it to the newest form.

        `migrations` is the folder's name under resources/migrations. `durable`: a transaction
        is on the disk when it returns (else a power cut may lose the last ones, never break
        the file). A file that is broken, newer than this program or no database is moved aside,
        never deleted; a new one takes its place, rows of the `salvage` tables that can still
        be read are brought over, and `notice` says so. Raises StoreError where the file can be
        neither used nor replaced (locked, read-only, full disk).
        """
        steps = migrations_of(migrations)
        try:
            return await cls._open_once(path, steps, durable)
        except StoreError as error:
            if error.fault not in (StoreFault.CORRUPT, StoreFault.NEWER):
                raise
            fault = error.fault
        try:
            aside = move_aside(path, fault)
        except OSError as error:
            raise store_error(error) from error
        database = await cls._open_once(path, steps, durable)
        saved = await database.write(lambda t: _salvage(t, aside, salvage)) if salvage else 0
        newer = fault is StoreFault.NEWER
        database.notice = Notice(
            code=NoticeCode.DATABASE_NEWER if newer else NoticeCode.DATABASE_MOVED_ASIDE,
            level=NoticeLevel.WARNING,
            values={
                "file": aside.name, "name": path.name, "aside": str(aside), "saved": str(saved),
            },
            replaces=f"database:{path.name}",
            seconds=0,
        )  # fmt: skip
        return database

    @classmethod
    async def _open_once(cls, path: Path, steps: tuple[Migration, ...], durable: bool) -> Database:
        wal = path.with_name(path.name + "-wal")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            was_unclean = wal.is_file() and wal.stat().st_size > 0
            token = apsw.async_controller.set(apsw.aio.AsyncIO)  # type: ignore[arg-type]
            try:
                connection = await apsw.Connection.as_async(str(path))
            finally:
                apsw.async_controller.reset(token)
        except (apsw.Error, OSError) as error:
            raise store_error(error) from error
        try:
            await connection.async_run(_prepare, connection, path, steps, durable, was_unclean)
        except BaseException as error:
            await connection.aclose()
            if isinstance(error, apsw.Error | OSError):
                raise store_error(error) from error
            raise
        return cls(connection, path)

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """The result of `work`, which sees one consistent state and changes nothing."""
        return await self._run(work, "BEGIN", None)

    async def write(
        self, work: Callable[[Transaction], T], then: Callable[[T], object] | None = None
    ) -> T:
        """Run `work` in one transaction: all of it happens, or nothing.

        `then` hears the result in the loop's thread as soon as it is committed, even if the
        caller was cancelled meanwhile; in the order of the commits, and before this returns.
        """
        return await self._run(work, "BEGIN IMMEDIATE", then)

    async def rows(self, sql: str, *values: Value) -> list[Row]:
        return await self.read(lambda transaction: transaction.rows(sql, *values))

    async def run(self, sql: str, *values: Value) -> int:
        """One statement that changes something; how many rows it changed."""
        return await self.write(lambda transaction: transaction.run(sql, *values))

    async def _run(
        self, work: Callable[[Transaction], T], begin: str, then: Callable[[T], object] | None
    ) -> T:
        if self._is_closed:
            raise StoreError(StoreFault.OTHER, "closed")
        try:
            result: T = await self._connection.async_run(self._in_transaction, work, begin, then)
        except StoreError as error:
            if error.fault is StoreFault.CORRUPT:
                self._suspect()
            raise
        except apsw.Error as error:
            raise store_error(error) from error
        return result

    def _in_transaction(
        self, work: Callable[[Transaction], T], begin: str, then: Callable[[T], object] | None
    ) -> T:
        # In the worker's thread apsw gives the connection its plain, blocking face.
        connection: Any = self._connection
        transaction = Transaction(connection)
        transaction.run(begin)
        try:
            result = work(transaction)
            transaction.run("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        if then is not None:
            self._loop.call_soon_threadsafe(then, result)
        return result

    def _suspect(self) -> None:
        """Have the whole file checked at the next opening."""
        try:
            _suspicion(self.path).touch()
        except OSError:
            pass

    async def close(self) -> None:
        """Finish what was asked, fold the log into the file and end the worker."""
        if self._is_closed:
            return
        self._is_closed = True
        try:
            await self._connection.async_run(_finish, self._connection)
        finally:
            await self._connection.aclose()


def _suspicion(path: Path) -> Path:
    return path.with_name(path.name + ".suspect")


def _prepare(
    connection: apsw.Connection,
    path: Path,
    steps: tuple[Migration, ...],
    durable: bool,
    was_unclean: bool,
) -> None:
    connection.set_busy_timeout(BUSY_MILLISECONDS)
    transaction = Transaction(connection)
    version = int(transaction.value("PRAGMA user_version") or 0)
    if version > steps[-1].number:
        raise StoreError(StoreFault.NEWER, str(version))
    # Only now, for in a file that is no database even this would fail, and less clearly.
    for name, tokenizer in TOKENIZERS.items():
        connection.register_fts5_tokenizer(name, tokenizer)
    transaction.value("PRAGMA journal_mode=WAL")
    transaction.run("PRAGMA synchronous=FULL" if durable else "PRAGMA synchronous=NORMAL")
    transaction.run("PRAGMA foreign_keys=ON")
    # What is forgotten is overwritten, not only unlinked.
    transaction.value("PRAGMA secure_delete=ON")
    transaction.run("PRAGMA cache_size=-8192")
    transaction.run("PRAGMA temp_store=MEMORY")
    suspicion = _suspicion(path)
    if was_unclean or suspicion.exists() or path.stat().st_size <= QUICK_CHECK_BYTES:
        found = str(transaction.value("PRAGMA quick_check(1)"))
        if found != "ok":
            raise StoreError(StoreFault.CORRUPT, found)
        suspicion.unlink(missing_ok=True)
    if version == 0 and transaction.value("SELECT count(*) FROM sqlite_schema"):
        raise StoreError(StoreFault.CORRUPT, "not a database of ours")
    for step in steps:
        if step.number > version:
            _upgrade(connection, transaction, path, step)


def _upgrade(
    connection: apsw.Connection, transaction: Transaction, path: Path, step: Migration
) -> None:
    if step.number > 1:
        _back_up(connection, path, step.number)
    transaction.run("BEGIN IMMEDIATE")
    try:
        transaction.script(step.sql)
        transaction.run(f"PRAGMA user_version={step.number}")
        transaction.run("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _back_up(connection: apsw.Connection, path: Path, number: int) -> None:
    """A whole copy beside the file, as it was before migration `number`."""
    target = path.with_name(f"{path.stem}.before-{number:03}{path.suffix}")
    target = spare_path(target)
    copy = apsw.Connection(str(target))
    try:
        with copy.backup("main", connection, "main") as backup:
            while not backup.done:
                backup.step(1000)
    finally:
        copy.close()
    older = sorted(
        path.parent.glob(f"{path.stem}.before-*{path.suffix}"),
        key=lambda file: file.stat().st_mtime_ns,
        reverse=True,
    )
    for file in older[BACKUPS_KEPT:]:
        file.unlink(missing_ok=True)


def _salvage(transaction: Transaction, aside: Path, tables: tuple[str, ...]) -> int:
    """Bring over what can be read of `tables`; how many rows that were."""
    try:
        old = apsw.Connection(str(aside), flags=apsw.SQLITE_OPEN_READWRITE)
    except apsw.Error:
        return 0
    saved = 0
    try:
        for table in tables:
            saved += _salvage_table(transaction, old, table)
    finally:
        old.close()
    return saved


def _salvage_table(transaction: Transaction, old: apsw.Connection, table: str) -> int:
    ours = [str(row[1]) for row in transaction.rows(f"PRAGMA table_info({table})")]
    saved = 0
    # A broken page ends a walk; a second one from the other end gets what lies behind it.
    for direction in ("ASC", "DESC"):
        try:
            theirs = {str(row[1]) for row in old.execute(f"PRAGMA table_info({table})")}
            columns = ", ".join(name for name in ours if name in theirs)
            if not columns:
                return saved
            marks = ", ".join("?" for name in ours if name in theirs)
            cursor = old.execute(f"SELECT {columns} FROM {table} ORDER BY rowid {direction}")  # noqa: S608
            for row in cursor:
                saved += transaction.run(
                    f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})",  # noqa: S608
                    *row,
                )
        except apsw.Error:
            continue
        else:
            break
    return saved


def _finish(connection: apsw.Connection) -> None:
    try:
        connection.execute("PRAGMA optimize")
        connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    except apsw.Error:
        # The log stays beside the file; the next opening reads it.
        pass
