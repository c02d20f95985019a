-- Why: the audience of a broadcast, frozen into one row per person before the first message goes out, so that a crash at
-- any moment leaves word of who has it, who has not, and who may have. Gone two days after the end: see broadcast_result.
--   pending  her turn has not come
--   sending  on its way; whoever finds this after a crash cannot know whether it arrived
--   sent     Telegram has confirmed it
--   refused  she blocked the bot or is gone, or Telegram took the message from nobody
--   unknown  tried several times and never confirmed

CREATE TABLE delivery (
    broadcast_id  INTEGER NOT NULL REFERENCES broadcast (id),
    subscriber_id INTEGER NOT NULL,
    language      TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'refused', 'unknown')),
    attempts      INTEGER NOT NULL,
    -- Kept to take the message back; null again once that is done.
    message_id    INTEGER,
    opened        INTEGER NOT NULL,
    PRIMARY KEY (broadcast_id, subscriber_id)
) WITHOUT ROWID;

CREATE INDEX delivery_pending ON delivery (broadcast_id, subscriber_id) WHERE state = 'pending';
CREATE INDEX delivery_sending ON delivery (broadcast_id, subscriber_id) WHERE state = 'sending';
