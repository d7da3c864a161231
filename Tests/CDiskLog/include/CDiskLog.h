#ifndef CDISKLOG_H
#define CDISKLOG_H

#include <stddef.h>
#include <stdint.h>

// A layer below SQLite that keeps what is written, cut, synced and deleted of some files, in its
// order, so that a test can tell what a disk might hold after a power cut at any moment.

// What happened to a file.
static const int CDISKLOG_WRITE = 0;
static const int CDISKLOG_TRUNCATE = 1;
static const int CDISKLOG_SYNC = 2;
static const int CDISKLOG_DELETE = 3;

typedef struct {
    int kind;
    // The path of the file; valid until the log is cleared.
    const char *path;
    // Where a write begins, or the size after a truncation.
    int64_t offset;
    // What was written; valid until the log is cleared.
    const void *bytes;
    size_t count;
} cdisklog_event;

// Begins to keep what happens to files below a folder; makes the layer SQLite's own on first use.
// 0, or SQLite's code.
int cdisklog_begin(const char *folder);

// Keeps no more.
void cdisklog_end(void);

// How much has happened.
int64_t cdisklog_count(void);

// One thing that happened.
cdisklog_event cdisklog_event_at(int64_t index);

#endif
