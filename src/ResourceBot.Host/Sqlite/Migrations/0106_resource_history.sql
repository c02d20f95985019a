-- Why: nothing is lost. Each change of an entry leaves the whole entry as it was after it, in the JSON form of a seed file, so
-- that differences can be shown and any version can come back.

CREATE TABLE resource_history (
    resource_id INTEGER NOT NULL REFERENCES resource (id),
    version     INTEGER NOT NULL,
    changed_on  TEXT NOT NULL,
    -- A staff alias, or "program" for the entry as it was before the first change here.
    who         TEXT NOT NULL,
    deed        TEXT NOT NULL,
    body        TEXT NOT NULL,
    PRIMARY KEY (resource_id, version)
);
