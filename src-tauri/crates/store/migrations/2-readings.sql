-- What a person decided about the reading of a file: corrections, language, tracked changes.
-- Without foreign keys: it outlives the document and is there again when the file comes again.
CREATE TABLE readings (
  document TEXT NOT NULL,
  sha256   TEXT NOT NULL,
  body     TEXT NOT NULL,
  read_at  TEXT NOT NULL,
  PRIMARY KEY (document, sha256)
) STRICT;

CREATE INDEX readings_by_file ON readings (sha256, read_at);
