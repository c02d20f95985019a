-- Why: an entry while it is written and reviewed. The published entry stays as it is until a second person has approved the
-- draft. Everything the form needs to go on after a restart stands here.

CREATE TABLE draft (
    id          INTEGER PRIMARY KEY,
    -- Null for a new entry; of a published one there is one draft at a time.
    resource_id INTEGER UNIQUE REFERENCES resource (id),
    -- Who writes it now.
    holder      INTEGER NOT NULL REFERENCES staff (id),
    -- Everybody who wrote on it, numbers with spaces between: none of them approves it.
    writers     TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('draft', 'review')),
    -- The field of the form at which the writer stands, and the language in which she writes.
    step        TEXT NOT NULL,
    language    TEXT NOT NULL CHECK (language IN ('prs', 'ps', 'en')),
    -- The entry in the JSON form of a seed file; and as it was when the draft began.
    body        TEXT NOT NULL,
    base        TEXT,
    -- Goes up with every change, so that of two changes at once one is refused.
    version     INTEGER NOT NULL,
    -- Why the reviewer sent it back.
    rejected    TEXT
);
