-- Why: a few known bytes, sealed under the secret that this database belongs to. When they do not open, the secret is not
-- the right one, and the program must not start: nobody would be staff, and nobody could be reached.

CREATE TABLE key_check (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    sealed   BLOB NOT NULL
);
