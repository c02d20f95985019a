-- Why: a file that was sent for import, from its dry run until it is applied or put away. Its content is of the public catalogue.

CREATE TABLE import_file (
    id       INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    sent_on  TEXT NOT NULL,
    content  BLOB NOT NULL
);
