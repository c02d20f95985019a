-- Why: what readers suggest and report. No column leads to a person, and the day is all that is kept of the time. A row goes
-- when somebody has looked at it, and after thirty days in any case.

CREATE TABLE suggestion (
    id          INTEGER PRIMARY KEY,
    received_on TEXT NOT NULL,
    words       TEXT NOT NULL
);

CREATE TABLE reader_report (
    id          INTEGER PRIMARY KEY,
    received_on TEXT NOT NULL,
    resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
    reason      TEXT NOT NULL CHECK (reason IN ('link', 'facts', 'money', 'danger', 'other'))
);

CREATE INDEX reader_report_resource ON reader_report (resource_id);
