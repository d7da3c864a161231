-- A ledger of format 1, as the program that wrote that format left it.
PRAGMA foreign_keys = OFF;
PRAGMA application_id = 1112430926;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE admission( -- submissions let into a stage; the last fact for a stage counts
    number INTEGER PRIMARY KEY,
    fact INTEGER NOT NULL REFERENCES fact,
    stage INTEGER NOT NULL REFERENCES stage,
    submission TEXT NOT NULL
) STRICT;
INSERT INTO "admission" VALUES(1,9,2,'S001');
INSERT INTO "admission" VALUES(2,9,2,'S002');
CREATE TABLE assignment(
    number INTEGER PRIMARY KEY,
    fact INTEGER NOT NULL REFERENCES fact,
    change INTEGER NOT NULL CHECK (change IN (1, -1)), -- 1 given, -1 taken back
    stage INTEGER NOT NULL REFERENCES stage,
    submission INTEGER NOT NULL REFERENCES identifier,
    judge INTEGER NOT NULL REFERENCES identifier
) STRICT;
INSERT INTO "assignment" VALUES(1,5,1,1,1,2);
INSERT INTO "assignment" VALUES(2,5,1,1,1,3);
INSERT INTO "assignment" VALUES(3,5,1,1,4,2);
INSERT INTO "assignment" VALUES(4,5,1,1,4,5);
INSERT INTO "assignment" VALUES(5,5,1,1,4,6);
CREATE TABLE conflict(
    number INTEGER PRIMARY KEY,
    fact INTEGER NOT NULL REFERENCES fact,
    change INTEGER NOT NULL CHECK (change IN (1, -1)), -- 1 in force from here, -1 no longer
    judge TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('submission', 'organisation', 'region')),
    target TEXT NOT NULL,
    personal INTEGER REFERENCES personal -- the reason
) STRICT;
INSERT INTO "conflict" VALUES(1,3,1,'J03','organisation','Harbour College',7);
CREATE TABLE document( -- texts that facts name by their hash, such as rules
    sha256 TEXT PRIMARY KEY,
    content TEXT NOT NULL
) STRICT;
CREATE TABLE fact(
    sequence INTEGER PRIMARY KEY, -- from 1, without a gap
    at TEXT NOT NULL, -- RFC 3339
    by TEXT NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL -- field lines
) STRICT;
INSERT INTO "fact" VALUES(1,'2026-05-01T18:00:00+08:00','office','judges','file	judges.csv	40816e06acb938fc11af9d8bc55ffe36beaac90e008dc2624492fcaa970805c5
new	4
revised	0
unchanged	0
');
INSERT INTO "fact" VALUES(2,'2026-05-01T18:00:00+08:00','office','submissions','file	submissions/example.csv	90187ed2fb832d0873bc394d60ae23bd419d89f9b1e7157172205b6ccba2b2d2
new	2
revised	0
unchanged	0
');
INSERT INTO "fact" VALUES(3,'2026-05-01T18:00:00+08:00','office','conflicts','file	conflicts.csv	f44c738d1125e6b75bb88a820f88afd5700c543d5a830308b97502ea0fedae79
new	1
revised	0
unchanged	0
');
INSERT INTO "fact" VALUES(4,'2026-05-01T18:00:00+08:00','office','recusals','new	1
revised	0
unchanged	0
');
INSERT INTO "fact" VALUES(5,'2026-05-01T18:00:00+08:00','office','assignment','stage	open	preliminary
added	5
removed	0
');
INSERT INTO "fact" VALUES(6,'2026-05-02T18:00:00+08:00','office','sheets','file	m.csv	1558712e32f0872986834308c37cc96f99b5475c9800af87242c3a7f4e57db1f
new	5
revised	0
unchanged	0
');
INSERT INTO "fact" VALUES(7,'2026-05-02T18:00:00+08:00','office','adjustment','stage	open	preliminary
submission	S001
points	1.5
reason	power failed
');
INSERT INTO "fact" VALUES(8,'2026-05-02T18:00:00+08:00','office','closing','stage	open	preliminary
reason	all sheets came
');
INSERT INTO "fact" VALUES(9,'2026-05-02T18:00:00+08:00','office','advancement','stage	open	final
count	2
');
INSERT INTO "fact" VALUES(10,'2026-05-02T18:00:00+08:00','office','publication','track	open
view	public
file	track.json	2a64d52e8b30f40eca99dc012264a4b9b2ecf30dfafe8fc062c9d469a125f389
');
INSERT INTO "fact" VALUES(11,'2026-05-02T18:00:00+08:00','office','publication','stage	open	preliminary
view	public
file	open.prelim.json	939e3e5416a2388c3bb195b9ed4167389faa8437ffc08af72c16cfc51eb855cf
');
INSERT INTO "fact" VALUES(12,'2026-05-02T18:00:00+08:00','office','publication','stage	open	final
view	public
file	open..json	43cab075710d277897764dadab99c538c13d675f817e1e339644ade7e347fb06
');
CREATE TABLE identifier( -- each text that rows refer to by number, once
    number INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO "identifier" VALUES(1,'S001');
INSERT INTO "identifier" VALUES(2,'J01');
INSERT INTO "identifier" VALUES(3,'J02');
INSERT INTO "identifier" VALUES(4,'S002');
INSERT INTO "identifier" VALUES(5,'J03');
INSERT INTO "identifier" VALUES(6,'J04');
INSERT INTO "identifier" VALUES(7,'m.csv');
INSERT INTO "identifier" VALUES(8,'89e015f4b7b73b0861782c108dad34d83636949fdb2558f798d7dc345e1a46eb');
CREATE TABLE judge(
    number INTEGER PRIMARY KEY,
    fact INTEGER NOT NULL REFERENCES fact,
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    body TEXT NOT NULL, -- field lines
    personal INTEGER REFERENCES personal
) STRICT;
INSERT INTO "judge" VALUES(1,1,'J01',1,'organisation	North University
region	North
serves	open
expertise	health
expertise	sensors
load	20
kind	academic
senior	yes
',1);
INSERT INTO "judge" VALUES(2,1,'J02',1,'organisation	East Ventures
region	East
serves	open
expertise	finance
load	20
kind	investment
',2);
INSERT INTO "judge" VALUES(3,1,'J03',1,'organisation	South Works
region	South
serves	open
expertise	energy
load	20
kind	industry
',3);
INSERT INTO "judge" VALUES(4,1,'J04',1,'organisation	West Institute
region	West
serves	open
expertise	health
load	20
kind	academic
',4);
CREATE TABLE layout( -- the criteria that a sheet's marks are for, in their order
    number INTEGER PRIMARY KEY,
    criteria TEXT NOT NULL UNIQUE -- one field line
) STRICT;
INSERT INTO "layout" VALUES(1,'criteria	innovation	use
');
CREATE TABLE personal( -- all that says who a person is or what they said
    number INTEGER PRIMARY KEY,
    fact INTEGER NOT NULL REFERENCES fact,
    content TEXT NOT NULL -- field lines
) STRICT;
INSERT INTO "personal" VALUES(1,1,'name	Ann Baker
');
INSERT INTO "personal" VALUES(2,1,'name	Chen Min
');
INSERT INTO "personal" VALUES(3,1,'name	Dana Fox
');
INSERT INTO "personal" VALUES(4,1,'name	Li Wei
');
INSERT INTO "personal" VALUES(5,2,'entrant	Team Heron
name	Eve Hill
name	Guo Lan
');
INSERT INTO "personal" VALUES(6,2,'entrant	Team Reed
name	Ian Jay
');
INSERT INTO "personal" VALUES(7,3,'reason	teaches there
');
INSERT INTO "personal" VALUES(8,4,'reason	taught the team
');
INSERT INTO "personal" VALUES(9,6,'comment	0	A fine idea
');
INSERT INTO "personal" VALUES(10,6,'comment	1	Could be cheaper
');
CREATE TABLE recusal(
    number INTEGER PRIMARY KEY,
    fact INTEGER NOT NULL REFERENCES fact,
    judge TEXT NOT NULL,
    stage INTEGER NOT NULL REFERENCES stage,
    submission TEXT, -- none for the whole stage
    personal INTEGER REFERENCES personal -- the reason
) STRICT;
INSERT INTO "recusal" VALUES(1,4,'J04',1,'S001',8);
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
INSERT INTO "sheet" VALUES(1,6,NULL,7,1,1,2,1,8,NULL,1,'40 30',9);
INSERT INTO "sheet" VALUES(2,6,NULL,7,1,1,3,1,8,NULL,1,'38 35',10);
INSERT INTO "sheet" VALUES(3,6,NULL,7,1,4,2,1,8,NULL,1,'35 31',NULL);
INSERT INTO "sheet" VALUES(4,6,NULL,7,1,4,5,1,8,NULL,1,'41 28',NULL);
INSERT INTO "sheet" VALUES(5,6,NULL,7,1,4,6,1,8,NULL,1,'36 33',NULL);
CREATE TABLE stage(
    number INTEGER PRIMARY KEY,
    track TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (track, name)
) STRICT;
INSERT INTO "stage" VALUES(1,'open','preliminary');
INSERT INTO "stage" VALUES(2,'open','final');
CREATE TABLE submission(
    number INTEGER PRIMARY KEY,
    fact INTEGER NOT NULL REFERENCES fact,
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    body TEXT NOT NULL, -- field lines
    personal INTEGER REFERENCES personal
) STRICT;
INSERT INTO "submission" VALUES(1,2,'S001',1,'track	open
region	North
title	en	A quiet pump
title	zh	静音水泵
member	lead	
member		
organisation	Harbour College
keyword	energy
submitted	2026-03-01T09:00:00+08:00
',5);
INSERT INTO "submission" VALUES(2,2,'S002',1,'track	open
region	East
title	en	Paper that heals
title	zh	自愈纸
member	lead	
organisation	Lake School
keyword	materials
submitted	2026-03-02T10:30:00+08:00
',6);
CREATE UNIQUE INDEX submission_by_id ON submission(id, revision);
CREATE UNIQUE INDEX judge_by_id ON judge(id, revision);
CREATE INDEX assignment_by_stage ON assignment(stage);
CREATE INDEX admission_by_fact ON admission(fact);
CREATE UNIQUE INDEX sheet_by_pair ON sheet(stage, submission, judge, revision);
CREATE UNIQUE INDEX sheet_by_key ON sheet(key) WHERE key IS NOT NULL;
CREATE TRIGGER fact_is_not_changed BEFORE UPDATE ON fact
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER fact_is_not_deleted BEFORE DELETE ON fact
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER fact_is_not_replaced BEFORE INSERT ON fact
WHEN EXISTS (SELECT 1 FROM fact WHERE sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER identifier_is_not_changed BEFORE UPDATE ON identifier
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER identifier_is_not_deleted BEFORE DELETE ON identifier
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER identifier_is_not_replaced BEFORE INSERT ON identifier
WHEN EXISTS (SELECT 1 FROM identifier WHERE number = NEW.number) OR EXISTS (SELECT 1 FROM identifier WHERE text = NEW.text)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER stage_is_not_changed BEFORE UPDATE ON stage
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER stage_is_not_deleted BEFORE DELETE ON stage
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER stage_is_not_replaced BEFORE INSERT ON stage
WHEN EXISTS (SELECT 1 FROM stage WHERE number = NEW.number) OR EXISTS (SELECT 1 FROM stage WHERE track = NEW.track AND name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER personal_is_not_changed BEFORE UPDATE ON personal
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER personal_is_not_deleted BEFORE DELETE ON personal
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER personal_is_not_replaced BEFORE INSERT ON personal
WHEN EXISTS (SELECT 1 FROM personal WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER document_is_not_changed BEFORE UPDATE ON document
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER document_is_not_deleted BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER document_is_not_replaced BEFORE INSERT ON document
WHEN EXISTS (SELECT 1 FROM document WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER submission_is_not_changed BEFORE UPDATE ON submission
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER submission_is_not_deleted BEFORE DELETE ON submission
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER submission_is_not_replaced BEFORE INSERT ON submission
WHEN EXISTS (SELECT 1 FROM submission WHERE number = NEW.number) OR EXISTS (SELECT 1 FROM submission WHERE id = NEW.id AND revision = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER judge_is_not_changed BEFORE UPDATE ON judge
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER judge_is_not_deleted BEFORE DELETE ON judge
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER judge_is_not_replaced BEFORE INSERT ON judge
WHEN EXISTS (SELECT 1 FROM judge WHERE number = NEW.number) OR EXISTS (SELECT 1 FROM judge WHERE id = NEW.id AND revision = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER conflict_is_not_changed BEFORE UPDATE ON conflict
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER conflict_is_not_deleted BEFORE DELETE ON conflict
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER conflict_is_not_replaced BEFORE INSERT ON conflict
WHEN EXISTS (SELECT 1 FROM conflict WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER recusal_is_not_changed BEFORE UPDATE ON recusal
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER recusal_is_not_deleted BEFORE DELETE ON recusal
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER recusal_is_not_replaced BEFORE INSERT ON recusal
WHEN EXISTS (SELECT 1 FROM recusal WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER assignment_is_not_changed BEFORE UPDATE ON assignment
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER assignment_is_not_deleted BEFORE DELETE ON assignment
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER assignment_is_not_replaced BEFORE INSERT ON assignment
WHEN EXISTS (SELECT 1 FROM assignment WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER layout_is_not_changed BEFORE UPDATE ON layout
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER layout_is_not_deleted BEFORE DELETE ON layout
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER layout_is_not_replaced BEFORE INSERT ON layout
WHEN EXISTS (SELECT 1 FROM layout WHERE number = NEW.number) OR EXISTS (SELECT 1 FROM layout WHERE criteria = NEW.criteria)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER sheet_is_not_changed BEFORE UPDATE ON sheet
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER sheet_is_not_deleted BEFORE DELETE ON sheet
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER sheet_is_not_replaced BEFORE INSERT ON sheet
WHEN EXISTS (SELECT 1 FROM sheet WHERE number = NEW.number) OR EXISTS (SELECT 1 FROM sheet WHERE key = NEW.key) OR EXISTS (SELECT 1 FROM sheet WHERE stage = NEW.stage AND submission = NEW.submission AND judge = NEW.judge AND revision = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER admission_is_not_changed BEFORE UPDATE ON admission
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER admission_is_not_deleted BEFORE DELETE ON admission
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER admission_is_not_replaced BEFORE INSERT ON admission
WHEN EXISTS (SELECT 1 FROM admission WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER fact_follows_the_last BEFORE INSERT ON fact
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM fact)
BEGIN SELECT RAISE(ABORT, 'facts are numbered without a gap'); END;
COMMIT;
