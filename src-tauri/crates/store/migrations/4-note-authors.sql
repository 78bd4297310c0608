-- Comments of reviewers come in as notes: who wrote them, and which note they answer. Empty and null
-- for the notes of the library's own user.
ALTER TABLE notes ADD COLUMN author TEXT NOT NULL DEFAULT '';
ALTER TABLE notes ADD COLUMN reply_to TEXT;
