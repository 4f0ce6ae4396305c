-- Articles and corrections are kept as given. Reports and events can always be computed again from them.

CREATE TABLE stories (
  slug TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  description TEXT,
  lang TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

-- One row a change. Two writers who start from the same version want the same row here:
-- the second one fails, and its whole batch with it.
CREATE TABLE versions (
  story TEXT NOT NULL,
  version INTEGER NOT NULL,
  change TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (story, version)
) STRICT;

-- `reports` keeps what was read in the text, so that a new article does not make the others be read again.
CREATE TABLE articles (
  story TEXT NOT NULL,
  id TEXT NOT NULL,
  source TEXT NOT NULL,
  published TEXT,
  url TEXT,
  title TEXT,
  lang TEXT,
  digest TEXT NOT NULL,
  reports TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (story, id)
) STRICT;

CREATE TABLE events (
  story TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (story, id)
) STRICT;

-- `evidence` names the clauses that the event rested on when it was corrected: they find it again
-- when a new reading gives it another id.
CREATE TABLE corrections (
  story TEXT NOT NULL,
  id TEXT NOT NULL,
  event TEXT NOT NULL,
  at TEXT NOT NULL,
  evidence TEXT NOT NULL,
  change TEXT NOT NULL,
  PRIMARY KEY (story, id)
) STRICT;

-- What readers are served from. A body over the row limit of D1 continues in the next part.
CREATE TABLE snapshots (
  slug TEXT NOT NULL,
  part INTEGER NOT NULL,
  version INTEGER NOT NULL,
  published_at TEXT NOT NULL,
  summary TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (slug, part)
) STRICT;
