-- SPDX-License-Identifier: EUPL-1.2
-- The store of the central service in SQLite. Times are UTC texts, keys and
-- hashes lower-case hex. A blob that is `locked` was encrypted by the vault
-- with its table, column and id as associated data.

-- version 1
CREATE TABLE kiosk(
  name TEXT NOT NULL PRIMARY KEY,
  public_key TEXT NOT NULL CHECK(length(public_key) = 64),
  enrolled TEXT NOT NULL,
  revoked TEXT) STRICT;

-- Every version of a form that was ever served: what waits on a kiosk was
-- filled in with one of them.
CREATE TABLE bundle(
  hash TEXT NOT NULL PRIMARY KEY CHECK(length(hash) = 64),
  slug TEXT NOT NULL,
  bytes BLOB NOT NULL,
  added TEXT NOT NULL) STRICT;

-- Kept for ever, as a kiosk may ask again after any time.
CREATE TABLE submission(
  id TEXT NOT NULL PRIMARY KEY CHECK(length(id) = 36),
  reference TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('inzending', 'waardering')),
  form TEXT NOT NULL,
  version TEXT NOT NULL,
  kiosk TEXT NOT NULL REFERENCES kiosk(name),
  hash TEXT NOT NULL CHECK(length(hash) = 64),
  language TEXT NOT NULL,
  made TEXT NOT NULL,      -- by the kiosk's clock; '' when it cannot be read
  received TEXT NOT NULL,  -- by ours
  state TEXT NOT NULL CHECK(state IN ('ontvangen', 'apart')),
  reason TEXT NOT NULL,    -- why it is apart; '' when it is not
  content BLOB,            -- locked: what was inside
  sealed BLOB,             -- the envelope's bytes, only when they do not open
  key_id TEXT NOT NULL,    -- of the envelope
  receipt TEXT NOT NULL,
  CHECK((content IS NULL) <> (sealed IS NULL))) STRICT;
CREATE INDEX submission_reference ON submission(reference);
CREATE INDEX submission_apart ON submission(received) WHERE state = 'apart';

-- Calls for a person: where, never who.
CREATE TABLE help_call(
  seq INTEGER PRIMARY KEY,
  kiosk TEXT NOT NULL,
  place TEXT NOT NULL,
  language TEXT NOT NULL,
  kind TEXT NOT NULL,
  called TEXT NOT NULL,
  received TEXT NOT NULL) STRICT;
