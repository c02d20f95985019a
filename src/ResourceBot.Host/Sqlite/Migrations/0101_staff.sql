-- Why: who may do what. No name, no user name, no bare chat id: a keyed hash to find the row by, sealed bytes to send to,
-- and an alias that the program made up. A revoked row keeps the alias, because the audit trail speaks of it, and nothing else.

CREATE TABLE staff (
    id          INTEGER PRIMARY KEY,
    alias       TEXT NOT NULL UNIQUE,
    role        TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'volunteer')),
    chat_key    BLOB UNIQUE,
    chat_sealed BLOB,
    joined_on   TEXT NOT NULL,
    -- 1: named by the setting Staff:Owners.
    fixed       INTEGER NOT NULL,
    revoked_on  TEXT
);

-- One-time codes that make somebody staff. Only a keyed hash of the code lies here.
CREATE TABLE staff_invite (
    code_key   BLOB PRIMARY KEY,
    role       TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'volunteer')),
    -- Null for the claim code that the program prints when there is no owner.
    invited_by INTEGER REFERENCES staff (id),
    expires_at TEXT NOT NULL
);

-- The second factor of one person: the secret of her authenticator app, sealed.
CREATE TABLE staff_factor (
    staff_id     INTEGER PRIMARY KEY REFERENCES staff (id),
    sealed       BLOB NOT NULL,
    -- 1 once she has shown that her app gives the right codes.
    confirmed    INTEGER NOT NULL,
    -- The time step of the last code that was taken: a code counts once.
    last_step    INTEGER NOT NULL,
    -- Until when the last code counts.
    passed_until TEXT,
    tries        INTEGER NOT NULL,
    tries_since  TEXT NOT NULL
);

-- One row: how the team works.
CREATE TABLE staff_rules (
    only_row      INTEGER PRIMARY KEY CHECK (only_row = 1),
    solo          INTEGER NOT NULL,
    second_factor INTEGER NOT NULL
);

INSERT INTO staff_rules (only_row, solo, second_factor) VALUES (1, 0, 0);
