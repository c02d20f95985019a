-- Why: the catalogue. A fact stands once, outside the translations; lists of codes are one text, separated by spaces,
-- because they are read whole and never searched by SQL (topics, which are, have a table of their own).
-- Dates are ISO texts, yes/no/unknown are those words, so that the same statements run on PostgreSQL.

CREATE TABLE resource (
    id                  INTEGER PRIMARY KEY,
    slug                TEXT NOT NULL UNIQUE,
    revision            INTEGER NOT NULL,
    kind                TEXT NOT NULL CHECK (kind IN ('scholarship', 'programme', 'contact')),
    provider            TEXT NOT NULL,
    link                TEXT,
    levels              TEXT NOT NULL,
    fields              TEXT NOT NULL,
    funding             TEXT NOT NULL,
    delivery            TEXT NOT NULL,
    countries           TEXT NOT NULL,
    languages           TEXT NOT NULL,
    inside              TEXT NOT NULL CHECK (inside IN ('yes', 'no', 'unknown')),
    outside             TEXT NOT NULL CHECK (outside IN ('yes', 'no', 'unknown')),
    audience_countries  TEXT NOT NULL,
    women_only          TEXT NOT NULL CHECK (women_only IN ('yes', 'no', 'unknown')),
    age_from            INTEGER,
    age_to              INTEGER,
    cost                TEXT NOT NULL,
    deadline            TEXT NOT NULL,
    opens               TEXT NOT NULL,
    documents           TEXT NOT NULL,
    no_passport         TEXT NOT NULL CHECK (no_passport IN ('yes', 'no', 'unknown')),
    no_grade12          TEXT NOT NULL CHECK (no_grade12 IN ('yes', 'no', 'unknown')),
    no_language_test    TEXT NOT NULL CHECK (no_language_test IN ('yes', 'no', 'unknown')),
    remote              TEXT NOT NULL CHECK (remote IN ('yes', 'no', 'unknown')),
    little_data         TEXT NOT NULL CHECK (little_data IN ('yes', 'no', 'unknown')),
    free                TEXT NOT NULL CHECK (free IN ('yes', 'no', 'unknown')),
    phone               TEXT NOT NULL,
    email               TEXT NOT NULL,
    whatsapp            TEXT NOT NULL,
    signal              TEXT NOT NULL,
    telegram            TEXT NOT NULL,
    form                TEXT NOT NULL,
    hours               TEXT,
    status              TEXT NOT NULL CHECK (status IN ('open', 'suspended', 'closed', 'unknown')),
    link_answered_on    TEXT,
    compared_on         TEXT,
    -- The hash of the seed entry that it was last written from; null for an entry that an admin added.
    seed_hash           TEXT,
    -- 1 from the first change by an admin on: from then on seeds leave it alone.
    edited              INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE resource_alias (
    alias       TEXT PRIMARY KEY,
    resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE
);

CREATE TABLE resource_topic (
    topic       TEXT NOT NULL,
    resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
    -- 0 for the topic that fits best.
    ordinal     INTEGER NOT NULL,
    PRIMARY KEY (topic, resource_id)
);

CREATE INDEX resource_topic_resource ON resource_topic (resource_id);

CREATE TABLE resource_text (
    resource_id     INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
    language        TEXT NOT NULL CHECK (language IN ('prs', 'ps', 'en')),
    state           TEXT NOT NULL CHECK (state IN ('original', 'person', 'machine')),
    from_revision   INTEGER NOT NULL,
    title           TEXT NOT NULL,
    summary         TEXT NOT NULL,
    who             TEXT NOT NULL,
    how             TEXT NOT NULL,
    safety          TEXT,
    PRIMARY KEY (resource_id, language)
);

CREATE TABLE resource_evidence (
    resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
    ordinal     INTEGER NOT NULL,
    source      TEXT NOT NULL,
    says        TEXT NOT NULL,
    seen_on     TEXT,
    PRIMARY KEY (resource_id, ordinal)
);

-- One row: goes up with every change of the catalogue, so that whoever keeps a copy (the search index) knows when to catch up.
CREATE TABLE catalogue_revision (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    revision INTEGER NOT NULL
);

INSERT INTO catalogue_revision (only_row, revision) VALUES (1, 0);
