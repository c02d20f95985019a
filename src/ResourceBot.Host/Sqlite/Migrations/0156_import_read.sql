-- Why: whoever applies a file applies what was read. What each of its entries was and would become, as a short hash a line, tells
-- which of them are another by now. Empty for a file that was sent before this step.

ALTER TABLE import_file ADD COLUMN read_as TEXT NOT NULL DEFAULT '';
