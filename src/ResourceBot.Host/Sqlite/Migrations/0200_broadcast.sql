-- Why: a message to everybody who asked for such messages: what it says, whom it is for, who wrote it, and how far it is.
-- The counts are kept as sending goes on, so that showing progress costs one row however many people there are.

CREATE TABLE broadcast (
    id               INTEGER PRIMARY KEY,
    state            TEXT NOT NULL CHECK (state IN ('draft', 'asked', 'approved', 'sending', 'paused', 'finished', 'cancelled')),
    writer           INTEGER NOT NULL REFERENCES staff (id),
    -- In which the writer reads the progress.
    writer_language  TEXT NOT NULL,
    -- The entry that it is about; null for free text.
    slug             TEXT,
    -- What those get in whose language there is no text: 'fallback' another language that says so, 'skip' nothing.
    missing          TEXT NOT NULL CHECK (missing IN ('fallback', 'skip')),
    -- Codes of languages with spaces between.
    languages        TEXT NOT NULL,
    -- Bits of topics; whoever asked for one of them is meant.
    topics           INTEGER NOT NULL,
    place            TEXT NOT NULL CHECK (place IN ('a', 'i', 'o')),
    -- Null: as soon as it is approved.
    send_at          TEXT,
    -- Counts the edits, so that a button made for an older text does nothing.
    revision         INTEGER NOT NULL,
    created_at       TEXT NOT NULL,
    frozen_at        TEXT,
    finished_at      TEXT,
    withdrawn_at     TEXT,
    -- When its rows were reduced to counts.
    reduced_at       TEXT,
    -- Why it is paused: 'staff' or 'errors'.
    pause_reason     TEXT,
    -- The message in the writer's chat that shows how far it is.
    progress_message INTEGER,
    -- 1 from the freezing on until the writer has the last report.
    report_due       INTEGER NOT NULL DEFAULT 0,
    recipients       INTEGER NOT NULL DEFAULT 0,
    sent             INTEGER NOT NULL DEFAULT 0,
    opened           INTEGER NOT NULL DEFAULT 0,
    refused          INTEGER NOT NULL DEFAULT 0,
    unknown          INTEGER NOT NULL DEFAULT 0,
    -- Turned the bell off before their turn came.
    gone             INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX broadcast_state ON broadcast (state);

CREATE TABLE broadcast_text (
    broadcast_id INTEGER NOT NULL REFERENCES broadcast (id) ON DELETE CASCADE,
    language     TEXT NOT NULL,
    text         TEXT NOT NULL,
    PRIMARY KEY (broadcast_id, language)
) WITHOUT ROWID;

-- What is left of a finished broadcast once nobody's row is kept any more.
CREATE TABLE broadcast_result (
    broadcast_id INTEGER NOT NULL REFERENCES broadcast (id) ON DELETE CASCADE,
    language     TEXT NOT NULL,
    recipients   INTEGER NOT NULL,
    sent         INTEGER NOT NULL,
    opened       INTEGER NOT NULL,
    refused      INTEGER NOT NULL,
    unknown      INTEGER NOT NULL,
    PRIMARY KEY (broadcast_id, language)
) WITHOUT ROWID;

-- One row while somebody on the staff has stopped all sending.
CREATE TABLE broadcast_stop (
    only_row   INTEGER PRIMARY KEY CHECK (only_row = 1),
    stopped_by INTEGER NOT NULL REFERENCES staff (id),
    stopped_at TEXT NOT NULL
);
