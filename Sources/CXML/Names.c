#include "Names.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { SLOT_BITS = 15, SLOTS = 1 << SLOT_BITS };

bool names_create(names *names, uint32_t limit) {
    names->count = 0;
    names->limit = limit < SLOTS / 2 ? limit : SLOTS / 2;
    names->list = calloc((size_t)names->limit + 1, sizeof *names->list);
    names->slots = calloc(SLOTS, sizeof *names->slots);
    return names->list && names->slots;
}

void names_free(names *names) {
    free(names->list);
    free(names->slots);
}

bool names_intern(names *names, const unsigned char *name, uint32_t *index) {
    size_t slot = ((uint64_t)(uintptr_t)name * 0x9E3779B97F4A7C15u) >> (64 - SLOT_BITS);
    while (names->slots[slot].name && names->slots[slot].name != name) slot = (slot + 1) % SLOTS;
    if (!names->slots[slot].name) {
        if (names->count >= names->limit) return false;
        names->list[names->count] = name;
        names->slots[slot] = (struct names_slot){name, names->count++};
    }
    *index = names->slots[slot].index;
    return true;
}

bool name_is_listed(const char *name, const char *list) {
    size_t length = strlen(name);
    for (const char *word = list; word; word = strchr(word, ' ')) {
        word += *word == ' ';
        if (!strncmp(word, name, length) && (!word[length] || word[length] == ' ')) return true;
    }
    return false;
}
