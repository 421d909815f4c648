-- What servers told. Everything here can be fetched again. Times are microseconds since 1970, UTC.

-- One row for each post as one account sees it. `body` is the Post as MessagePack without the posts in
-- it: those are rows of their own, so that a change of one shows wherever it appears.
CREATE TABLE posts (
    num INTEGER PRIMARY KEY,
    account TEXT NOT NULL,
    id TEXT NOT NULL,
    uri TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    repost_of INTEGER,
    quote_of INTEGER,
    is_gone INTEGER NOT NULL DEFAULT 0,
    is_indexed INTEGER NOT NULL DEFAULT 0,
    body BLOB NOT NULL,
    UNIQUE (account, id)
);
CREATE INDEX posts_by_time ON posts (created_at DESC);
CREATE INDEX posts_reposts ON posts (repost_of) WHERE repost_of IS NOT NULL;
CREATE INDEX posts_quotes ON posts (quote_of) WHERE quote_of IS NOT NULL;

-- `mark`: entries with a num up to it, and only those, are known to be without a hole above them.
CREATE TABLE timelines (
    num INTEGER PRIMARY KEY,
    account TEXT NOT NULL,
    kind TEXT NOT NULL,
    parameter TEXT NOT NULL,
    mark INTEGER NOT NULL DEFAULT 0,
    UNIQUE (account, kind, parameter)
);

-- `body` holds a Notification without its post, or a Gap; for a plain post it is NULL.
CREATE TABLE entries (
    num INTEGER PRIMARY KEY AUTOINCREMENT,
    timeline INTEGER NOT NULL REFERENCES timelines (num) ON DELETE CASCADE,
    id TEXT NOT NULL,
    sort_at INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    post INTEGER,
    body BLOB,
    UNIQUE (timeline, id)
);
CREATE INDEX entries_by_order ON entries (timeline, sort_at DESC, id DESC);
CREATE INDEX entries_by_post ON entries (post) WHERE post IS NOT NULL;

-- The words of posts (not of reposts); rowid is posts.num. The tokenizer folds case and accents
-- and cuts scripts that are written without spaces; plainfirst spares it plain words.
CREATE VIRTUAL TABLE words USING fts5 (
    body,
    content = '', contentless_delete = 1, detail = full,
    tokenize = 'plainfirst simplify casefold 1 strip 1 unicodewords'
);

CREATE TABLE places (
    column_id TEXT PRIMARY KEY NOT NULL,
    body BLOB NOT NULL
);
