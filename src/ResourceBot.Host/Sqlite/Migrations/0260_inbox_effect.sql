-- Why: after a crash it must be known of each update that waits whether it has taken effect already (then it must not a second
-- time) and whether it may have been the reason (then it is tried with care, and a few times only).

-- 1 from the transaction in which it changed something.
ALTER TABLE inbox ADD COLUMN took_effect INTEGER NOT NULL DEFAULT 0;

-- How often the program ended while it was being understood; counted only for those that were there at several starts.
ALTER TABLE inbox ADD COLUMN begun INTEGER NOT NULL DEFAULT 0;
