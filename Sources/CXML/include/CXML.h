#ifndef CXML_H
#define CXML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// libxml2's headers, and ICU's behind them, stay in CXML.c: they clash with Foundation's own ICU.

// An element of a record. Offsets count in the batch's arrays; `end` is one past its last
// descendant.
typedef struct {
    uint32_t name, end;
    uint32_t text, text_length;  // the first piece of its own text, in `bytes`
    uint32_t more;               // the next piece: an index in `pieces`, plus 1; 0 for none
    uint32_t attributes, attribute_count;
    uint32_t line, column;  // of its start tag, counted from 1; column 0 where it is not known
} cxml_node;

typedef struct {
    uint32_t name, value, value_length;
} cxml_attribute;

typedef struct {
    uint32_t text, text_length, more;
} cxml_piece;

// Whole records, flat: each an element with all that stands in it, in the order of the document.
typedef struct {
    uint32_t *records;  // the index of each record's own element in `nodes`
    cxml_node *nodes;
    cxml_attribute *attributes;
    cxml_piece *pieces;
    uint8_t *bytes;  // UTF-8
    size_t record_count, node_count, attribute_count, piece_count, byte_count;
    size_t record_room, node_room, attribute_room, piece_room, byte_room;
} cxml_batch;

typedef struct {
    uint32_t depth, attribute_bytes, text_bytes, attributes, elements, record_bytes, names;
} cxml_limits;

typedef enum {
    CXML_NONE,
    CXML_MALFORMED,  // `code`, `first`, `second` and `number` are libxml2's
    CXML_ENCODING,
    CXML_DOCTYPE,
    CXML_DEPTH,
    CXML_ATTRIBUTE_BYTES,
    CXML_TEXT_BYTES,
    CXML_ATTRIBUTES,
    CXML_ELEMENTS,
    CXML_RECORD_BYTES,
    CXML_NAMES,
    CXML_MEMORY,
    CXML_UNREADABLE,  // `code` is errno
    CXML_STOPPED,     // by the receiver of the batches
} cxml_fault_kind;

typedef struct {
    cxml_fault_kind kind;
    int code, number;
    long line, column;
    long lost_line;  // the first line of which nothing was delivered
    char first[128], second[128];
} cxml_fault;

// An element outside every record, and with no record in it.
typedef struct {
    uint32_t name;
    long line, count;
} cxml_stray;

typedef struct cxml_parser cxml_parser;

// Takes the batch over, to be freed with cxml_batch_free; false ends the parsing.
typedef bool (*cxml_deliver)(void *receiver, cxml_batch *batch);

// Reads a file descriptor, or `bytes` (borrowed) where it is negative. `record` is the local name
// of the elements to deliver, or several with a blank between two, or NULL for the root itself.
// NULL only when memory ran out.
cxml_parser *cxml_parser_create(
    int file, const uint8_t *bytes, size_t count, const char *record, cxml_limits limits,
    size_t batch_bytes);
void cxml_parser_free(cxml_parser *parser);

// Parses all of it, once. What stood complete before a fault is delivered.
void cxml_parse(cxml_parser *parser, cxml_deliver deliver, void *receiver);

const cxml_fault *cxml_parser_fault(const cxml_parser *parser);
// The root element: one record of one node, with its attributes. NULL before its start tag.
const cxml_batch *cxml_parser_root(const cxml_parser *parser);
uint32_t cxml_parser_name_count(const cxml_parser *parser);
const char *cxml_parser_name(const cxml_parser *parser, uint32_t index);
size_t cxml_parser_strays(const cxml_parser *parser, const cxml_stray **strays);

void cxml_batch_free(cxml_batch *batch);

// Text in other encodings, through iconv. NULL where the system does not know one of them.
typedef struct cxml_transcoder cxml_transcoder;
cxml_transcoder *cxml_transcoder_create(const char *from, const char *to);
void cxml_transcoder_free(cxml_transcoder *transcoder);
// Turns `*count` bytes over, moving all four along. 0: all done or the rest is incomplete;
// 1: no more room; -1: the next bytes are no text in this encoding.
int cxml_transcode(
    cxml_transcoder *transcoder, const uint8_t **bytes, size_t *count, uint8_t **into,
    size_t *room);

#endif
