-- Why: what waits for a second person. Bound to a hash of what is to be approved; at most one request is open for a subject.

CREATE TABLE approval (
    id           INTEGER PRIMARY KEY,
    kind         TEXT NOT NULL,
    subject      TEXT NOT NULL,
    requested_by INTEGER NOT NULL REFERENCES staff (id),
    content_hash TEXT NOT NULL,
    requested_at TEXT NOT NULL,
    expires_at   TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('open', 'approved', 'rejected', 'void')),
    decided_by   INTEGER REFERENCES staff (id),
    decided_at   TEXT
);

CREATE UNIQUE INDEX approval_open ON approval (kind, subject) WHERE state = 'open';
