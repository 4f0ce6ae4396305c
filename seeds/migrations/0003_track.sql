-- Whether the story is of something that moves: its map then joins its main events in order of time.
ALTER TABLE stories ADD COLUMN track INTEGER NOT NULL DEFAULT 0;
