-- Why: how much is asked and opened in a week. There is no column for a person, an entry, a language or a place, so nothing
-- can be crossed with anything to find somebody.

CREATE TABLE weekly_count (
    -- The Saturday with which the week begins in Afghanistan.
    week  TEXT NOT NULL,
    what  TEXT NOT NULL CHECK (what IN ('question', 'opened')),
    total INTEGER NOT NULL,
    PRIMARY KEY (week, what)
);
