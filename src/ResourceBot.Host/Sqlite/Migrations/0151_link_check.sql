-- Why: how each link of the catalogue has been doing, so that one bad night is told apart from a dead link.

CREATE TABLE link_check (
    link          TEXT PRIMARY KEY,
    checked_on    TEXT NOT NULL,
    answered_on   TEXT,
    failures      INTEGER NOT NULL,
    failing_since TEXT,
    outcome       TEXT NOT NULL CHECK (outcome IN ('answered', 'barred', 'missing', 'unreachable', 'notasked')),
    reason        TEXT NOT NULL
);
