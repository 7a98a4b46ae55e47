-- SPDX-License-Identifier: EUPL-1.2
-- What the kiosk last heard from the city. May be deleted at any time.
-- version 1
CREATE TABLE document(                          -- catalogue, keys
  name TEXT PRIMARY KEY,
  bytes BLOB NOT NULL,
  etag TEXT,
  fresh INTEGER NOT NULL) STRICT;               -- seconds since 1970
CREATE TABLE bundle(
  slug TEXT NOT NULL,
  version TEXT NOT NULL CHECK(length(version) = 64), -- SHA-256 of bytes
  bytes BLOB NOT NULL,
  PRIMARY KEY(slug, version)) STRICT;
