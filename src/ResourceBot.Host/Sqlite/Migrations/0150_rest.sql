-- Why: an entry whose deadline has passed is out of the lists by itself, and a yearly one is back for its next round. Both days
-- follow from deadline and opens (Catalogue/Rest.cs) and are written with them, so that a list can ask with a comparison.

ALTER TABLE resource ADD COLUMN rests_after TEXT;
ALTER TABLE resource ADD COLUMN rests_until TEXT;

UPDATE resource SET rests_after = deadline WHERE deadline GLOB '[0-9]*';

UPDATE resource SET
    rests_after = substr(deadline, 8) || CASE WHEN length(deadline) = 9 THEN '-31' ELSE '' END,
    rests_until = CASE
        WHEN opens GLOB 'yearly ??' THEN substr(opens, 8) || '-01'
        WHEN opens GLOB 'yearly *' THEN substr(opens, 8)
        WHEN opens GLOB '[0-9]*' THEN substr(opens, 6)
        ELSE substr('07-0108-0109-0110-0111-0112-0101-0102-0103-0104-0105-0106-01', CAST(substr(deadline, 8, 2) AS INTEGER) * 5 - 4, 5)
    END
WHERE deadline GLOB 'yearly *';
