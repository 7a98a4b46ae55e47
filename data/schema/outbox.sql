-- SPDX-License-Identifier: EUPL-1.2
-- The kiosk's outbox: what residents sent and the city has not yet vouched for.
-- The spool file is the record, this row the schedule and the second copy.
-- Parts only add: see lib/store/db.h.
-- version 1
CREATE TABLE outbox(
  seq INTEGER PRIMARY KEY,                      -- local order, no time
  id TEXT NOT NULL UNIQUE CHECK(length(id) = 36), -- the Idempotency-Key
  form TEXT NOT NULL,
  version TEXT NOT NULL CHECK(length(version) = 64),
  hash TEXT NOT NULL CHECK(length(hash) = 64),  -- of the envelope, in the receipt too
  sealed BLOB,                                  -- the signed envelope as it is sent
  row_hash TEXT NOT NULL CHECK(length(row_hash) = 64), -- SHA-256 of id|sealed
  state INTEGER NOT NULL CHECK(state BETWEEN 0 AND 3),
    -- 0 queued, 1 delivered, 2 held, 3 corrupt
  created_hour INTEGER NOT NULL,                -- hours since 1970
  clock_trust INTEGER NOT NULL,                 -- 0 none, 1 last known, 2 synchronised
  attempts INTEGER NOT NULL DEFAULT 0,
  due INTEGER NOT NULL DEFAULT 0,               -- milliseconds of that boot's clock
  boot_id TEXT,
  last_status INTEGER,                          -- 0: no answer
  receipt TEXT,
  CHECK(state NOT IN (0, 2) OR sealed IS NOT NULL)) STRICT;
CREATE INDEX outbox_queued ON outbox(attempts, seq) WHERE state = 0;
