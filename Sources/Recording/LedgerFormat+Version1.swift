extension LedgerFormat {
    /// Format 1.
    ///
    /// A fact is written last in its transaction, after the rows that belong to it, for it counts
    /// them; that is why `fact` columns are not enforced as foreign keys. Names of people, their
    /// comments and their reasons for standing back lie in `personal` and nowhere else.
    static let version1 = Step(
        sql: tables + indexes + keys.map { appendOnly($0.table, keys: $0.keys) }.joined()
            + gaplessFacts)

    /// The tables, all of them append-only.
    package static let tableNames = keys.map(\.table) + sealKeys.map(\.table)

    /// The tables, and when a row clashes with an earlier one.
    private static let keys: [(table: String, keys: [String])] = [
        ("fact", ["sequence = NEW.sequence"]),
        ("identifier", ["number = NEW.number", "text = NEW.text"]),
        ("stage", ["number = NEW.number", "track = NEW.track AND name = NEW.name"]),
        ("personal", ["number = NEW.number"]),
        ("document", ["sha256 = NEW.sha256"]),
        ("submission", ["number = NEW.number", "id = NEW.id AND revision = NEW.revision"]),
        ("judge", ["number = NEW.number", "id = NEW.id AND revision = NEW.revision"]),
        ("conflict", ["number = NEW.number"]),
        ("recusal", ["number = NEW.number"]),
        ("assignment", ["number = NEW.number"]),
        ("layout", ["number = NEW.number", "criteria = NEW.criteria"]),
        (
            "sheet",
            [
                "number = NEW.number", "key = NEW.key",
                "stage = NEW.stage AND submission = NEW.submission AND judge = NEW.judge "
                    + "AND revision = NEW.revision",
            ]
        ),
        ("admission", ["number = NEW.number"]),
    ]

    private static let tables = """
        CREATE TABLE fact(
            sequence INTEGER PRIMARY KEY, -- from 1, without a gap
            at TEXT NOT NULL, -- RFC 3339
            by TEXT NOT NULL,
            kind TEXT NOT NULL,
            detail TEXT NOT NULL -- field lines
        ) STRICT;
        CREATE TABLE identifier( -- each text that rows refer to by number, once
            number INTEGER PRIMARY KEY,
            text TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE TABLE stage(
            number INTEGER PRIMARY KEY,
            track TEXT NOT NULL,
            name TEXT NOT NULL,
            UNIQUE (track, name)
        ) STRICT;
        CREATE TABLE personal( -- all that says who a person is or what they said
            number INTEGER PRIMARY KEY,
            fact INTEGER NOT NULL REFERENCES fact,
            content TEXT NOT NULL -- field lines
        ) STRICT;
        CREATE TABLE document( -- texts that facts name by their hash, such as rules
            sha256 TEXT PRIMARY KEY,
            content TEXT NOT NULL
        ) STRICT;
        CREATE TABLE submission(
            number INTEGER PRIMARY KEY,
            fact INTEGER NOT NULL REFERENCES fact,
            id TEXT NOT NULL,
            revision INTEGER NOT NULL,
            body TEXT NOT NULL, -- field lines
            personal INTEGER REFERENCES personal
        ) STRICT;
        CREATE TABLE judge(
            number INTEGER PRIMARY KEY,
            fact INTEGER NOT NULL REFERENCES fact,
            id TEXT NOT NULL,
            revision INTEGER NOT NULL,
            body TEXT NOT NULL, -- field lines
            personal INTEGER REFERENCES personal
        ) STRICT;
        CREATE TABLE conflict(
            number INTEGER PRIMARY KEY,
            fact INTEGER NOT NULL REFERENCES fact,
            change INTEGER NOT NULL CHECK (change IN (1, -1)), -- 1 in force from here, -1 no longer
            judge TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('submission', 'organisation', 'region')),
            target TEXT NOT NULL,
            personal INTEGER REFERENCES personal -- the reason
        ) STRICT;
        CREATE TABLE recusal(
            number INTEGER PRIMARY KEY,
            fact INTEGER NOT NULL REFERENCES fact,
            judge TEXT NOT NULL,
            stage INTEGER NOT NULL REFERENCES stage,
            submission TEXT, -- none for the whole stage
            personal INTEGER REFERENCES personal -- the reason
        ) STRICT;
        CREATE TABLE assignment(
            number INTEGER PRIMARY KEY,
            fact INTEGER NOT NULL REFERENCES fact,
            change INTEGER NOT NULL CHECK (change IN (1, -1)), -- 1 given, -1 taken back
            stage INTEGER NOT NULL REFERENCES stage,
            submission INTEGER NOT NULL REFERENCES identifier,
            judge INTEGER NOT NULL REFERENCES identifier
        ) STRICT;
        CREATE TABLE layout( -- the criteria that a sheet's marks are for, in their order
            number INTEGER PRIMARY KEY,
            criteria TEXT NOT NULL UNIQUE -- one field line
        ) STRICT;
        CREATE TABLE sheet(
            number INTEGER PRIMARY KEY,
            fact INTEGER NOT NULL REFERENCES fact,
            key TEXT, -- the sender's own name for this sheet, if it has one
            source INTEGER NOT NULL REFERENCES identifier, -- the file's name
            stage INTEGER NOT NULL REFERENCES stage,
            submission INTEGER NOT NULL REFERENCES identifier,
            judge INTEGER NOT NULL REFERENCES identifier,
            revision INTEGER NOT NULL, -- from 1, for each stage, submission and judge
            rubric INTEGER NOT NULL REFERENCES identifier, -- its hash
            confidence TEXT,
            layout INTEGER NOT NULL REFERENCES layout,
            marks TEXT NOT NULL, -- one for each criterion of the layout, between blanks
            personal INTEGER REFERENCES personal -- the comments
        ) STRICT;
        CREATE TABLE admission( -- submissions let into a stage; the last fact for a stage counts
            number INTEGER PRIMARY KEY,
            fact INTEGER NOT NULL REFERENCES fact,
            stage INTEGER NOT NULL REFERENCES stage,
            submission TEXT NOT NULL
        ) STRICT;

        """

    private static let indexes = """
        CREATE UNIQUE INDEX submission_by_id ON submission(id, revision);
        CREATE UNIQUE INDEX judge_by_id ON judge(id, revision);
        CREATE INDEX assignment_by_stage ON assignment(stage);
        CREATE INDEX admission_by_fact ON admission(fact);
        CREATE UNIQUE INDEX sheet_by_pair ON sheet(stage, submission, judge, revision);
        CREATE UNIQUE INDEX sheet_by_key ON sheet(key) WHERE key IS NOT NULL;

        """

    /// Facts are numbered without a gap, which also keeps `INSERT OR REPLACE` off them.
    private static let gaplessFacts = """
        CREATE TRIGGER fact_follows_the_last BEFORE INSERT ON fact
        WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM fact)
        BEGIN SELECT RAISE(ABORT, 'facts are numbered without a gap'); END;

        """
}
