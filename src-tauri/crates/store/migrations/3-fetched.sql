-- Official documents as they were fetched. A document does not change once it is issued, so its file
-- stays for good and nobody is asked for it twice.
CREATE TABLE fetched (
  symbol     TEXT NOT NULL,
  language   TEXT NOT NULL,
  kind       TEXT NOT NULL,
  sha256     TEXT NOT NULL REFERENCES files (sha256),
  address    TEXT NOT NULL,
  fetched_at TEXT NOT NULL,
  PRIMARY KEY (symbol, language, kind)
) STRICT;

CREATE INDEX fetched_by_file ON fetched (sha256);
