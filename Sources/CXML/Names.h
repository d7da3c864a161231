#ifndef NAMES_H
#define NAMES_H

#include <stdbool.h>
#include <stdint.h>

// Numbers for names of which there is one copy each, so that the address of a name identifies it.
typedef struct {
    const unsigned char **list;
    uint32_t count, limit;
    struct names_slot {
        const unsigned char *name;
        uint32_t index;
    } *slots;
} names;

// A limit beyond 16,384 counts as that. False when memory ran out.
bool names_create(names *names, uint32_t limit);
void names_free(names *names);

// The number of a name, new or not; false when a new one would go beyond the limit.
bool names_intern(names *names, const unsigned char *name, uint32_t *index);

// Whether a name is one of those in a list, with a blank between two.
bool name_is_listed(const char *name, const char *list);

#endif
