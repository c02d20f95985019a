-- Why: an update is confirmed to Telegram only when it lies here, so a crash at any line loses none.
-- What a person wrote is sealed, and emptied as soon as it is answered; the bare number then stays for two days, so that an
-- update which Telegram delivers again has no second effect.

CREATE TABLE inbox (
    update_id   INTEGER PRIMARY KEY,
    sealed      BLOB,
    -- Cut to the hour: when exactly somebody wrote is nobody's business.
    received_at TEXT NOT NULL,
    -- How often the program was started with this update still waiting.
    starts      INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX inbox_waiting ON inbox (update_id) WHERE sealed IS NOT NULL;

-- One row: until when Telegram told us to send nothing; holds over a restart.
CREATE TABLE outgoing_pause (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    until    TEXT NOT NULL
);
