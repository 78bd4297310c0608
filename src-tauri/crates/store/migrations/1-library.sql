-- A library file of ours: the letters WSIS. Any other database is set aside, not used.
PRAGMA application_id = 0x57534953;

-- The files as they came, by the SHA-256 of their bytes.
CREATE TABLE files (
  sha256 TEXT NOT NULL PRIMARY KEY,
  bytes  BLOB NOT NULL
) STRICT;

-- What lists show stands in columns, so that a list parses no body.
CREATE TABLE documents (
  id          TEXT NOT NULL PRIMARY KEY,
  symbol      TEXT,
  title       TEXT NOT NULL,
  language    TEXT NOT NULL,
  date        TEXT,
  file_name   TEXT NOT NULL,
  format      TEXT NOT NULL,
  origin      TEXT NOT NULL,
  sha256      TEXT NOT NULL REFERENCES files (sha256),
  numbered    INTEGER NOT NULL,
  paragraphs  INTEGER NOT NULL,
  headings    INTEGER NOT NULL,
  footnotes   INTEGER NOT NULL,
  imported_at TEXT NOT NULL,
  body        TEXT NOT NULL
) STRICT;

CREATE INDEX documents_by_file ON documents (sha256);

-- A cache: what is here can be computed again. `request` is a hash of settings and manual links.
CREATE TABLE comparisons (
  left_document  TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  right_document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  request        TEXT NOT NULL,
  engine_version INTEGER NOT NULL,
  body           TEXT NOT NULL,
  PRIMARY KEY (left_document, right_document, request)
) STRICT;

CREATE INDEX comparisons_by_right ON comparisons (right_document);

-- People's work refers to documents without a foreign key: it outlives their removal and is
-- there again when the same text is imported again.
CREATE TABLE manual_links (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  left_document  TEXT NOT NULL,
  right_document TEXT NOT NULL,
  body           TEXT NOT NULL,
  author         TEXT NOT NULL,
  made_at        TEXT NOT NULL,
  reason         TEXT NOT NULL
) STRICT;

CREATE INDEX manual_links_by_pair ON manual_links (left_document, right_document);

CREATE TABLE notes (
  id        TEXT NOT NULL PRIMARY KEY,
  document  TEXT NOT NULL,
  paragraph TEXT NOT NULL,
  exact     TEXT NOT NULL,
  prefix    TEXT NOT NULL,
  suffix    TEXT NOT NULL,
  start     INTEGER NOT NULL,
  body      TEXT NOT NULL,
  tags      TEXT NOT NULL,
  state     TEXT NOT NULL,
  created   TEXT NOT NULL,
  changed   TEXT NOT NULL
) STRICT;

CREATE INDEX notes_by_document ON notes (document);

CREATE TABLE settings (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
