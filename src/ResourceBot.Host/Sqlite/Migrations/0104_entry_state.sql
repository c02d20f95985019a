-- Why: a retired entry is kept and not shown. What is not published yet is a draft and stands in a table of its own, so that
-- visitors go on reading the published entry while a change of it is being written and reviewed.

ALTER TABLE resource ADD COLUMN state TEXT NOT NULL DEFAULT 'published' CHECK (state IN ('published', 'retired'));
