#define _GNU_SOURCE  // memrchr
#include "CXML.h"

#include <errno.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "Batch.h"
#include "Names.h"
#include "Place.h"

enum { WINDOW_BYTES = 1 << 18, STRAY_COUNT = 64 };

// An element that is still open.
typedef struct {
    uint32_t node, last_piece;
    size_t text_bytes, stray_count;
    bool blank, has_child, holds_record;
} open_element;

struct cxml_parser {
    int file;
    const uint8_t *bytes;
    size_t count;
    uint8_t *window;

    const char *record;
    cxml_limits limits;
    size_t batch_bytes;
    cxml_deliver deliver;
    void *receiver;
    cxml_batch *batch, *root;

    xmlParserCtxtPtr context;
    open_element *open;
    uint32_t depth, record_depth;  // record_depth: the depth of the open record, 0 outside
    cxml_batch start;              // the counts when the open record began
    long record_line;
    bool in_tag;             // the last `<` that was read begins a start tag
    uint32_t silent_equals;  // `=` in what was read since, where no event came

    names names;
    cxml_stray strays[STRAY_COUNT];
    size_t stray_count;
    cxml_fault fault;
};

// Faults. Halting libxml2 frees what its callers still read, so a refusal mutes it instead, and
// lets the input end.

static long current_line(const cxml_parser *parser) {
    return parser->context && parser->context->input ? parser->context->input->line : 1;
}

static void refuse(cxml_parser *parser, cxml_fault_kind kind, int code) {
    if (parser->fault.kind != CXML_NONE) return;
    parser->fault.kind = kind;
    parser->fault.code = code;
    parser->fault.line = current_line(parser);
    parser->fault.lost_line = parser->record_depth ? parser->record_line : parser->fault.line;
    if (parser->context) parser->context->disableSAX = 1;
}

static void copy_text(char *into, const char *text) {
    if (!text) return;
    size_t count = strnlen(text, 127);
    while (count && ((uint8_t)text[count] & 0xC0) == 0x80) count--;  // whole characters only
    memcpy(into, text, count);
    into[count] = 0;
}

static void on_error(void *data, xmlErrorPtr error) {
    cxml_parser *parser = data;
    bool is_conversion = error->domain == XML_FROM_I18N || error->code == XML_IO_ENCODER;
    if (error->level != XML_ERR_FATAL && !is_conversion) return;
    if (parser->fault.kind != CXML_NONE) return;
    refuse(parser, is_conversion ? CXML_ENCODING : CXML_MALFORMED, error->code);
    if (is_conversion) return;
    if (error->line > 0) parser->fault.line = error->line;
    if (!parser->record_depth) parser->fault.lost_line = parser->fault.line;
    parser->fault.column = error->int2;
    parser->fault.number = error->int1;
    // A NUL ends libxml2's input early; bytes that are no UTF-8 come as a character with a text.
    const xmlParserInputPtr input = parser->context->input;
    bool is_nul = input && input->cur < input->end && !*input->cur;
    if (is_nul) parser->fault.number = 0;
    if (is_nul || (error->code == XML_ERR_INVALID_CHAR && error->str1))
        parser->fault.code = is_nul ? XML_ERR_INVALID_CHAR : XML_ERR_INVALID_ENCODING;
    copy_text(parser->fault.first, error->str1);
    copy_text(parser->fault.second, error->str2);
}

// libxml2 keeps one copy of each name.
static uint32_t intern(cxml_parser *parser, const xmlChar *name) {
    uint32_t index = 0;
    if (!names_intern(&parser->names, name, &index)) refuse(parser, CXML_NAMES, 0);
    return index;
}

// Elements

static bool append_attributes(
    cxml_parser *parser, cxml_batch *batch, int count, const xmlChar **list) {
    cxml_node *node = &batch->nodes[batch->node_count - 1];
    node->attributes = (uint32_t)batch->attribute_count;
    if ((uint32_t)count > parser->limits.attributes) {
        refuse(parser, CXML_ATTRIBUTES, 0);
        return true;
    }
    if (!RESERVE(batch->attributes, batch->attribute_count, batch->attribute_room, (size_t)count))
        return false;
    for (int pass = 0; pass < 2; pass++) {  // names without a prefix first: they win a look-up
        for (int i = 0; i < count; i++) {
            const xmlChar **item = list + 5 * i;
            if ((item[1] != NULL) != (pass == 1)) continue;
            size_t length = (size_t)(item[4] - item[3]);
            if (length > parser->limits.attribute_bytes) {
                refuse(parser, CXML_ATTRIBUTE_BYTES, 0);
                copy_text(parser->fault.first, (const char *)item[0]);
                return true;
            }
            cxml_attribute *attribute = &batch->attributes[batch->attribute_count++];
            attribute->name = intern(parser, item[0]);
            attribute->value = (uint32_t)batch->byte_count;
            attribute->value_length = (uint32_t)length;
            if (!batch_append_bytes(batch, item[3], length)) return false;
        }
    }
    node->attribute_count = (uint32_t)batch->attribute_count - node->attributes;
    return true;
}

static bool append_node(
    cxml_parser *parser, cxml_batch *batch, const xmlChar *name, int count, const xmlChar **list) {
    if (!RESERVE(batch->nodes, batch->node_count, batch->node_room, 1)) return false;
    cxml_node *node = &batch->nodes[batch->node_count++];
    memset(node, 0, sizeof *node);
    node->name = intern(parser, name);
    node->end = (uint32_t)batch->node_count;
    place_of_tag(parser->context->input, &node->line, &node->column);
    return append_attributes(parser, batch, count, list);
}

static bool begin_record(cxml_parser *parser) {
    cxml_batch *batch = parser->batch;
    if (!batch) batch = parser->batch = batch_create(parser->batch_bytes);
    if (!batch) return false;
    if (!RESERVE(batch->records, batch->record_count, batch->record_room, 1)) return false;
    parser->start = *batch;
    batch->records[batch->record_count++] = (uint32_t)batch->node_count;
    parser->record_depth = parser->depth;
    return true;
}

static bool open_root(cxml_parser *parser, const xmlChar *name, int count, const xmlChar **list) {
    parser->root = batch_create(64);
    if (!parser->root || !append_node(parser, parser->root, name, count, list)) return false;
    parser->record_line = parser->root->nodes[0].line;
    return true;
}

static bool open_in_record(
    cxml_parser *parser, const xmlChar *name, int count, const xmlChar **list) {
    cxml_batch *batch = parser->batch;
    if (batch->node_count - parser->start.node_count >= parser->limits.elements) {
        refuse(parser, CXML_ELEMENTS, 0);
        return true;
    }
    open_element *element = &parser->open[parser->depth];
    element->node = (uint32_t)batch->node_count;
    if (!append_node(parser, batch, name, count, list)) return false;
    bool is_record = parser->record_depth == parser->depth;
    if (is_record) parser->record_line = batch->nodes[element->node].line;
    return true;
}

static void on_open(
    void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attributes) {
    (void)prefix, (void)uri, (void)namespace_count, (void)namespaces, (void)defaulted;
    cxml_parser *parser = data;
    parser->silent_equals = 0;
    if (parser->fault.kind != CXML_NONE) return;
    if (parser->depth >= parser->limits.depth) return refuse(parser, CXML_DEPTH, 0);
    if (parser->depth > 0) parser->open[parser->depth].has_child = true;
    parser->open[++parser->depth] =
        (open_element){.blank = true, .stray_count = parser->stray_count};
    bool done = true;
    if (parser->depth == 1) done = open_root(parser, name, attribute_count, attributes);
    if (done && !parser->record_depth) {
        bool is_record = parser->record
            ? parser->depth > 1 && name_is_listed((const char *)name, parser->record)
            : parser->depth == 1;
        if (is_record) done = begin_record(parser);
    }
    if (done && parser->record_depth)
        done = open_in_record(parser, name, attribute_count, attributes);
    if (!done) refuse(parser, CXML_MEMORY, 0);
}

// Remembers an element with no record in it, in place of those inside it.
static void note_stray(cxml_parser *parser, const xmlChar *name, size_t inside) {
    uint32_t index = intern(parser, name);
    size_t siblings = parser->open[parser->depth - 1].stray_count;
    parser->stray_count = inside;
    for (size_t i = siblings; i < inside; i++) {
        if (parser->strays[i].name != index) continue;
        parser->strays[i].count++;
        return;
    }
    if (parser->stray_count == STRAY_COUNT) return;
    parser->strays[parser->stray_count++] =
        (cxml_stray){.name = index, .line = current_line(parser), .count = 1};
}

static void flush(cxml_parser *parser) {
    cxml_batch *batch = parser->batch;
    parser->batch = NULL;
    if (!batch || !batch->record_count) return cxml_batch_free(batch);
    if (!parser->deliver(parser->receiver, batch)) refuse(parser, CXML_STOPPED, 0);
}

static void end_record(cxml_parser *parser) {
    const cxml_batch *batch = parser->batch;
    parser->record_depth = 0;
    for (uint32_t above = 1; above < parser->depth; above++)
        parser->open[above].holds_record = true;
    size_t bytes = batch->byte_count + batch->node_count * sizeof *batch->nodes;
    if (bytes >= parser->batch_bytes) flush(parser);
}

static void on_close(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)prefix, (void)uri;
    cxml_parser *parser = data;
    if (parser->fault.kind != CXML_NONE) return;
    open_element *element = &parser->open[parser->depth];
    if (parser->record_depth) {
        cxml_node *node = &parser->batch->nodes[element->node];
        node->end = (uint32_t)parser->batch->node_count;
        if (element->has_child && element->blank) node->text_length = node->more = 0;
        if (parser->depth == parser->record_depth) end_record(parser);
    } else if (!element->holds_record && parser->depth > 1) {
        note_stray(parser, name, element->stray_count);
    }
    parser->depth--;
}

// Text

static void on_text(void *data, const xmlChar *text, int length) {
    cxml_parser *parser = data;
    parser->silent_equals = 0;
    if (!parser->record_depth || parser->fault.kind != CXML_NONE || length <= 0) return;
    open_element *element = &parser->open[parser->depth];
    element->blank = element->blank && text_is_blank(text, (size_t)length);
    element->text_bytes += (size_t)length;
    if (element->text_bytes > parser->limits.text_bytes) return refuse(parser, CXML_TEXT_BYTES, 0);
    if (parser->batch->byte_count - parser->start.byte_count > parser->limits.record_bytes)
        return refuse(parser, CXML_RECORD_BYTES, 0);
    bool done = batch_append_text(
        parser->batch, element->node, &element->last_piece, text, (size_t)length);
    if (!done) refuse(parser, CXML_MEMORY, 0);
}

static void on_doctype(
    void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    (void)name, (void)external, (void)system;
    refuse(data, CXML_DOCTYPE, 0);
}

// Input: a window over the file, of which libxml2 takes a few kilobytes at a time.

// libxml2 compares each attribute of a start tag with all before it, and tells of none until the
// tag ends. So a tag that goes on and on is refused while it is read, by its `=`: a comment or an
// attribute's value may hold some, but not so many.
static void watch_tag(cxml_parser *parser, const uint8_t *bytes, size_t count) {
    const uint8_t *open = memrchr(bytes, '<', count);
    if (open) {
        bool is_last = open + 1 == bytes + count;
        parser->in_tag = is_last || (open[1] != '!' && open[1] != '?' && open[1] != '/');
        parser->silent_equals = 0;
    } else if (parser->in_tag) {
        for (size_t i = 0; i < count; i++) parser->silent_equals += bytes[i] == '=';
        if (parser->silent_equals > parser->limits.names) refuse(parser, CXML_ATTRIBUTES, 0);
    }
}

static int on_read(void *data, char *into, int room) {
    cxml_parser *parser = data;
    if (parser->fault.kind != CXML_NONE) return 0;
    if (!parser->count && parser->file >= 0) {
        ssize_t count;
        do count = read(parser->file, parser->window, WINDOW_BYTES);
        while (count < 0 && errno == EINTR);
        if (count < 0) refuse(parser, CXML_UNREADABLE, errno);
        if (count <= 0) return 0;
        parser->bytes = parser->window;
        parser->count = (size_t)count;
    }
    size_t taken = parser->count < (size_t)room ? parser->count : (size_t)room;
    if (taken) {
        memcpy(into, parser->bytes, taken);
        watch_tag(parser, parser->bytes, taken);
        if (parser->fault.kind != CXML_NONE) return 0;
    }
    parser->bytes += taken;
    parser->count -= taken;
    return (int)taken;
}

// The parser

static pthread_once_t initialized = PTHREAD_ONCE_INIT;

cxml_parser *cxml_parser_create(
    int file, const uint8_t *bytes, size_t count, const char *record, cxml_limits limits,
    size_t batch_bytes) {
    cxml_parser *parser = calloc(1, sizeof *parser);
    if (!parser) return NULL;
    pthread_once(&initialized, xmlInitParser);
    parser->file = file;
    parser->bytes = bytes;
    parser->count = file < 0 ? count : 0;
    parser->limits = limits;
    parser->batch_bytes = batch_bytes;
    parser->record = record ? strdup(record) : NULL;
    parser->window = file < 0 ? NULL : malloc(WINDOW_BYTES);
    parser->open = calloc((size_t)limits.depth + 1, sizeof *parser->open);
    bool complete = names_create(&parser->names, limits.names) && parser->open &&
        (parser->window || file < 0) && (parser->record || !record);
    if (complete) return parser;
    cxml_parser_free(parser);
    return NULL;
}

void cxml_parser_free(cxml_parser *parser) {
    if (!parser) return;
    // A DOCTYPE that was refused may have left a document with its entities.
    if (parser->context) xmlFreeDoc(parser->context->myDoc);
    xmlFreeParserCtxt(parser->context);
    cxml_batch_free(parser->batch);
    cxml_batch_free(parser->root);
    free(parser->window);
    free((void *)parser->record);
    free(parser->open);
    names_free(&parser->names);
    free(parser);
}

static void forget_open_record(cxml_parser *parser) {
    cxml_batch *batch = parser->batch;
    if (!parser->record_depth || !batch) return;
    batch->record_count = parser->start.record_count;
    batch->node_count = parser->start.node_count;
}

void cxml_parse(cxml_parser *parser, cxml_deliver deliver, void *receiver) {
    xmlSAXHandler sax = {
        .internalSubset = on_doctype, .characters = on_text, .ignorableWhitespace = on_text,
        .cdataBlock = on_text, .startElementNs = on_open, .endElementNs = on_close,
        .serror = on_error, .initialized = XML_SAX2_MAGIC,
    };
    parser->deliver = deliver;
    parser->receiver = receiver;
    xmlStructuredErrorFunc handler = xmlStructuredError;
    void *handler_data = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(parser, on_error);  // this thread's: iconv's failures come only here
    parser->context =
        xmlCreateIOParserCtxt(&sax, parser, on_read, NULL, parser, XML_CHAR_ENCODING_NONE);
    if (parser->context) {
        // With no DOCTYPE there are only XML's own entities; without NOENT `&amp;` stays escaped.
        int options = XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOENT;
        xmlCtxtUseOptions(parser->context, options);
        xmlParseDocument(parser->context);
    } else {
        refuse(parser, CXML_MEMORY, 0);
    }
    xmlSetStructuredErrorFunc(handler_data, handler);
    if (parser->fault.kind == CXML_STOPPED) return;
    if (parser->fault.kind != CXML_NONE) forget_open_record(parser);
    flush(parser);
}

const cxml_fault *cxml_parser_fault(const cxml_parser *parser) { return &parser->fault; }
const cxml_batch *cxml_parser_root(const cxml_parser *parser) { return parser->root; }
uint32_t cxml_parser_name_count(const cxml_parser *parser) { return parser->names.count; }
const char *cxml_parser_name(const cxml_parser *parser, uint32_t index) {
    return (const char *)parser->names.list[index];
}

size_t cxml_parser_strays(const cxml_parser *parser, const cxml_stray **strays) {
    *strays = parser->strays;
    return parser->stray_count;
}
