-- One row per load: the change log. The highest number is what a server polls.
CREATE TABLE load (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    digest TEXT NOT NULL,
    counts TEXT NOT NULL,
    who TEXT NOT NULL
);

-- Every version of every resource. A deletion is a version without content.
CREATE TABLE resource_version (
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    version_id INTEGER NOT NULL,
    last_updated TEXT NOT NULL,
    url TEXT,
    version TEXT,
    status TEXT,
    date TEXT,
    name TEXT,
    title TEXT,
    deleted INTEGER NOT NULL,
    load INTEGER NOT NULL REFERENCES load (number),
    digest TEXT,
    json BLOB,
    PRIMARY KEY (type, id, version_id)
);

-- The newest version of every resource, deletions included.
CREATE TABLE current_version (
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    version_id INTEGER NOT NULL,
    PRIMARY KEY (type, id)
);

-- Code system versions that were compiled to a directory.
CREATE TABLE edition (
    system TEXT NOT NULL,
    version TEXT NOT NULL,
    directory TEXT NOT NULL,
    digest TEXT NOT NULL,
    load INTEGER NOT NULL REFERENCES load (number),
    PRIMARY KEY (system, version)
);
