-- Why: who did what, each line chained to the one before by a hash, so that a change made later shows. Staff aliases,
-- entries and hashes only; nothing about a visitor has a column here.

CREATE TABLE audit (
    number       INTEGER PRIMARY KEY,
    at           TEXT NOT NULL,
    who          TEXT NOT NULL,
    deed         TEXT NOT NULL,
    subject      TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    chain        TEXT NOT NULL
);

-- One row: where the chain ends. A trail that was cut off at its end does not reach it.
CREATE TABLE audit_head (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    number   INTEGER NOT NULL,
    chain    TEXT NOT NULL
);

INSERT INTO audit_head (only_row, number, chain) VALUES (1, 0, '');
