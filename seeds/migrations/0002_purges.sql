-- Stories whose readers may still be served an older snapshot from the cache. A row is written together with the
-- snapshot and goes when the cache has been purged, so that a purge that failed is made up for.
CREATE TABLE purges (
  slug TEXT PRIMARY KEY,
  asked_at TEXT NOT NULL
) STRICT;
