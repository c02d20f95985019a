-- Why: what a person on the staff found when she compared an entry with its source. Kept for good: who (her alias), when, and
-- what the page said. content_hash tells whether the entry was edited since.

CREATE TABLE truth_check (
    id           INTEGER PRIMARY KEY,
    resource_id  INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
    who          TEXT NOT NULL,
    checked_on   TEXT NOT NULL,
    finding      TEXT NOT NULL CHECK (finding IN ('true', 'changed', 'closed')),
    page_says    TEXT NOT NULL,
    content_hash TEXT NOT NULL
);

CREATE INDEX truth_check_resource ON truth_check (resource_id, id);
