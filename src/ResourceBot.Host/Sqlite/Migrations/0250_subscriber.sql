-- Why: who asked to be told, and what about. The only table that holds anything about a visitor, filled by her own tap and
-- emptied by her own tap, by blocking the bot, or by its date. The privacy page names these columns (a test compares).

CREATE TABLE subscriber (
    id             INTEGER PRIMARY KEY,
    -- Keyed hash of the chat id, to find the row by.
    chat_key       BLOB NOT NULL UNIQUE,
    -- The chat id, encrypted, to send to.
    chat_sealed    BLOB NOT NULL,
    language       TEXT NOT NULL,
    -- Bits of topics.
    topics         INTEGER NOT NULL,
    place          TEXT NOT NULL CHECK (place IN ('a', 'i', 'o')),
    -- 'bell': a neutral line, 'letter': the text itself.
    form           TEXT NOT NULL CHECK (form IN ('bell', 'letter')),
    -- 'day': 09:00 to 18:00 in Kabul, 'any': at any hour.
    hours          TEXT NOT NULL CHECK (hours IN ('day', 'any')),
    expires_on     TEXT NOT NULL,
    -- The one bell that waits unread in her chat, so that the next takes its place; null when there is none.
    bell_message   INTEGER,
    bell_broadcast INTEGER
);

CREATE INDEX subscriber_expiry ON subscriber (expires_on);
