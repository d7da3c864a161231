#include "CDiskLog.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

// SQLite's own layer, on which this one stands.
static sqlite3_vfs *below;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char *folder;
static cdisklog_event *events;
static size_t count, capacity;

// A file that is watched: SQLite's own lies behind this head.
typedef struct {
    sqlite3_file head;
    char *path;
} watched_file;

static sqlite3_file *real(sqlite3_file *file) {
    return (sqlite3_file *)((char *)file + sizeof(watched_file));
}

static int is_watched(const char *path) {
    if (path == NULL) return 0;
    pthread_mutex_lock(&lock);
    int is_below = folder != NULL && strncmp(path, folder, strlen(folder)) == 0;
    pthread_mutex_unlock(&lock);
    // What processes share in memory is no file that outlives them.
    size_t length = strlen(path);
    return is_below && (length < 4 || strcmp(path + length - 4, "-shm") != 0);
}

static void keep(int kind, const char *path, int64_t offset, const void *bytes, size_t size) {
    pthread_mutex_lock(&lock);
    if (count == capacity) {
        capacity = capacity == 0 ? 1024 : capacity * 2;
        events = realloc(events, capacity * sizeof *events);
    }
    void *copy = NULL;
    if (size > 0) {
        copy = malloc(size);
        memcpy(copy, bytes, size);
    }
    events[count++] = (cdisklog_event){kind, strdup(path), offset, copy, size};
    pthread_mutex_unlock(&lock);
}

static int watched_close(sqlite3_file *file) {
    watched_file *watched = (watched_file *)file;
    int result = real(file)->pMethods->xClose(real(file));
    free(watched->path);
    return result;
}

static int watched_read(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset) {
    return real(file)->pMethods->xRead(real(file), bytes, size, offset);
}

static int watched_write(
    sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset) {
    keep(CDISKLOG_WRITE, ((watched_file *)file)->path, offset, bytes, (size_t)size);
    return real(file)->pMethods->xWrite(real(file), bytes, size, offset);
}

static int watched_truncate(sqlite3_file *file, sqlite3_int64 size) {
    keep(CDISKLOG_TRUNCATE, ((watched_file *)file)->path, size, NULL, 0);
    return real(file)->pMethods->xTruncate(real(file), size);
}

static int watched_sync(sqlite3_file *file, int flags) {
    int result = real(file)->pMethods->xSync(real(file), flags);
    if (result == SQLITE_OK) keep(CDISKLOG_SYNC, ((watched_file *)file)->path, 0, NULL, 0);
    return result;
}

static int watched_size(sqlite3_file *file, sqlite3_int64 *size) {
    return real(file)->pMethods->xFileSize(real(file), size);
}

static int watched_lock(sqlite3_file *file, int level) {
    return real(file)->pMethods->xLock(real(file), level);
}

static int watched_unlock(sqlite3_file *file, int level) {
    return real(file)->pMethods->xUnlock(real(file), level);
}

static int watched_reserved(sqlite3_file *file, int *result) {
    return real(file)->pMethods->xCheckReservedLock(real(file), result);
}

static int watched_control(sqlite3_file *file, int operation, void *argument) {
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

static int watched_sector(sqlite3_file *file) {
    return real(file)->pMethods->xSectorSize(real(file));
}

static int watched_characteristics(sqlite3_file *file) {
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

static int watched_map(
    sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, memory);
}

static int watched_shared_lock(sqlite3_file *file, int offset, int n, int flags) {
    return real(file)->pMethods->xShmLock(real(file), offset, n, flags);
}

static void watched_barrier(sqlite3_file *file) {
    real(file)->pMethods->xShmBarrier(real(file));
}

static int watched_unmap(sqlite3_file *file, int deletes) {
    return real(file)->pMethods->xShmUnmap(real(file), deletes);
}

// Version 2: without memory-mapped reading, which SQLite can do without.
static const sqlite3_io_methods methods = {
    2,
    watched_close,
    watched_read,
    watched_write,
    watched_truncate,
    watched_sync,
    watched_size,
    watched_lock,
    watched_unlock,
    watched_reserved,
    watched_control,
    watched_sector,
    watched_characteristics,
    watched_map,
    watched_shared_lock,
    watched_barrier,
    watched_unmap,
    NULL,
    NULL,
};

static int layer_open(
    sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *given) {
    (void)vfs;
    if (!is_watched(path)) return below->xOpen(below, path, file, flags, given);
    memset(file, 0, sizeof(watched_file));
    int result = below->xOpen(below, path, real(file), flags, given);
    if (result != SQLITE_OK) return result;
    ((watched_file *)file)->path = strdup(path);
    file->pMethods = &methods;
    return SQLITE_OK;
}

static int layer_delete(sqlite3_vfs *vfs, const char *path, int syncs) {
    (void)vfs;
    int result = below->xDelete(below, path, syncs);
    if (result == SQLITE_OK && is_watched(path)) keep(CDISKLOG_DELETE, path, 0, NULL, 0);
    return result;
}

static sqlite3_vfs layer;

int cdisklog_begin(const char *watched) {
    pthread_mutex_lock(&lock);
    free(folder);
    folder = strdup(watched);
    for (size_t index = 0; index < count; index++) {
        free((void *)events[index].path);
        free((void *)events[index].bytes);
    }
    count = 0;
    int result = SQLITE_OK;
    if (below == NULL) {
        below = sqlite3_vfs_find(NULL);
        layer = *below;
        layer.zName = "disk-log";
        layer.szOsFile = (int)sizeof(watched_file) + below->szOsFile;
        layer.xOpen = layer_open;
        layer.xDelete = layer_delete;
        layer.pNext = NULL;
        result = sqlite3_vfs_register(&layer, 1);
    }
    pthread_mutex_unlock(&lock);
    return result;
}

void cdisklog_end(void) {
    pthread_mutex_lock(&lock);
    free(folder);
    folder = NULL;
    pthread_mutex_unlock(&lock);
}

int64_t cdisklog_count(void) {
    pthread_mutex_lock(&lock);
    int64_t result = (int64_t)count;
    pthread_mutex_unlock(&lock);
    return result;
}

cdisklog_event cdisklog_event_at(int64_t index) {
    pthread_mutex_lock(&lock);
    cdisklog_event event = events[index];
    pthread_mutex_unlock(&lock);
    return event;
}
