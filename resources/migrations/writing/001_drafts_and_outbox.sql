-- What people write and what is on its way. `body` is the Draft or OutboxItem as JSON; the other
-- columns repeat what is searched by. Times are microseconds since 1970, UTC.
CREATE TABLE drafts (
    id TEXT PRIMARY KEY NOT NULL,
    account TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX drafts_by_time ON drafts (updated_at);

CREATE TABLE outbox (
    id TEXT PRIMARY KEY NOT NULL,
    key TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    state TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX outbox_by_due ON outbox (due_at);
