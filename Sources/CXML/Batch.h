#ifndef BATCH_H
#define BATCH_H

#include "CXML.h"

// Makes room for `extra` more elements of an array; false when memory ran out.
#define RESERVE(array, count, room, extra) \
    ((count) + (extra) <= (room) || \
     batch_grow((void **)&(array), &(room), (count) + (extra), sizeof *(array)))

bool batch_grow(void **array, size_t *room, size_t needed, size_t size);
cxml_batch *batch_create(size_t bytes);

// Adds to the end; false when memory ran out.
bool batch_append_bytes(cxml_batch *batch, const uint8_t *bytes, size_t count);

// Adds to a node's text: where its last piece ended, or as a new piece after a child's text.
// `last_piece` is the node's newest piece plus 1, 0 for none.
bool batch_append_text(
    cxml_batch *batch, uint32_t node, uint32_t *last_piece, const uint8_t *text, size_t count);

// Whether there is nothing but blanks, as XML counts them.
bool text_is_blank(const uint8_t *text, size_t count);

#endif
