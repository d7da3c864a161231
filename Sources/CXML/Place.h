#ifndef PLACE_H
#define PLACE_H

#include <libxml/parser.h>
#include <stdint.h>

// Where the start tag that libxml2 has just read begins, counted from 1; column 0 where that is not
// known. libxml2 tells only where it ends.
void place_of_tag(xmlParserInputPtr input, uint32_t *line, uint32_t *column);

#endif
