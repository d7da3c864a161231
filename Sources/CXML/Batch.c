#include "Batch.h"

#include <stdlib.h>
#include <string.h>

bool batch_grow(void **array, size_t *room, size_t needed, size_t size) {
    size_t wanted = *room ? *room : 64;
    while (wanted < needed) wanted *= 2;
    void *grown = realloc(*array, wanted * size);
    if (!grown) return false;
    *array = grown;
    *room = wanted;
    return true;
}

cxml_batch *batch_create(size_t bytes) {
    cxml_batch *batch = calloc(1, sizeof *batch);
    if (!batch) return NULL;
    bool complete = RESERVE(batch->bytes, 0, batch->byte_room, bytes) &&
        RESERVE(batch->nodes, 0, batch->node_room, 64);
    if (complete) return batch;
    cxml_batch_free(batch);
    return NULL;
}

void cxml_batch_free(cxml_batch *batch) {
    if (!batch) return;
    free(batch->records);
    free(batch->nodes);
    free(batch->attributes);
    free(batch->pieces);
    free(batch->bytes);
    free(batch);
}

bool batch_append_bytes(cxml_batch *batch, const uint8_t *bytes, size_t count) {
    if (!RESERVE(batch->bytes, batch->byte_count, batch->byte_room, count)) return false;
    if (count) memcpy(batch->bytes + batch->byte_count, bytes, count);
    batch->byte_count += count;
    return true;
}

static bool append_piece(cxml_batch *batch, uint32_t node, uint32_t *last_piece, size_t count) {
    cxml_piece *last = *last_piece ? &batch->pieces[*last_piece - 1] : NULL;
    if (last && last->text + last->text_length == batch->byte_count) {
        last->text_length += (uint32_t)count;
        return true;
    }
    if (!RESERVE(batch->pieces, batch->piece_count, batch->piece_room, 1)) return false;
    uint32_t at = (uint32_t)batch->byte_count;
    batch->pieces[batch->piece_count++] = (cxml_piece){at, (uint32_t)count, 0};
    uint32_t index = (uint32_t)batch->piece_count;
    if (*last_piece) batch->pieces[*last_piece - 1].more = index;
    else batch->nodes[node].more = index;
    *last_piece = index;
    return true;
}

bool batch_append_text(
    cxml_batch *batch, uint32_t node, uint32_t *last_piece, const uint8_t *text, size_t count) {
    cxml_node *owner = &batch->nodes[node];
    if (!owner->text_length) {
        owner->text = (uint32_t)batch->byte_count;
        owner->text_length = (uint32_t)count;
    } else if (!*last_piece && owner->text + owner->text_length == batch->byte_count) {
        owner->text_length += (uint32_t)count;
    } else if (!append_piece(batch, node, last_piece, count)) {
        return false;
    }
    return batch_append_bytes(batch, text, count);
}

bool text_is_blank(const uint8_t *text, size_t count) {
    for (size_t i = 0; i < count; i++) {
        bool is_blank = text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r';
        if (!is_blank) return false;
    }
    return true;
}
