#define _GNU_SOURCE  // memrchr

#include "Place.h"

#include <string.h>

static uint32_t count_characters(const xmlChar *from, const xmlChar *to) {
    uint32_t count = 0;
    for (; from < to; from++) count += (*from & 0xC0) != 0x80;
    return count;
}

// No `<` can stand inside a start tag.
void place_of_tag(xmlParserInputPtr input, uint32_t *line, uint32_t *column) {
    *line = (uint32_t)input->line;
    *column = 0;
    const xmlChar *start = memrchr(input->base, '<', (size_t)(input->cur - input->base));
    if (!start) return;
    if (!memchr(start, '\n', (size_t)(input->cur - start))) {
        uint32_t width = count_characters(start, input->cur);
        uint32_t end = input->col > 0 ? (uint32_t)input->col : 0;
        if (end > width) *column = end - width;
        return;
    }
    for (const xmlChar *at = start; at < input->cur; at++) *line -= *at == '\n';
    const xmlChar *before = memrchr(input->base, '\n', (size_t)(start - input->base));
    if (before) *column = count_characters(before, start);
}
