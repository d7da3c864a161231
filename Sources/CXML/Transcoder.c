#include "CXML.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

struct cxml_transcoder {
    iconv_t iconv;
};

cxml_transcoder *cxml_transcoder_create(const char *from, const char *to) {
    iconv_t iconv = iconv_open(to, from);
    if (iconv == (iconv_t)-1) return NULL;
    cxml_transcoder *transcoder = malloc(sizeof *transcoder);
    if (transcoder) transcoder->iconv = iconv;
    else iconv_close(iconv);
    return transcoder;
}

void cxml_transcoder_free(cxml_transcoder *transcoder) {
    if (!transcoder) return;
    iconv_close(transcoder->iconv);
    free(transcoder);
}

int cxml_transcode(
    cxml_transcoder *transcoder, const uint8_t **bytes, size_t *count, uint8_t **into,
    size_t *room) {
    char *from = (char *)*bytes, *to = (char *)*into;
    size_t done = iconv(transcoder->iconv, &from, count, &to, room);
    int error = errno;
    *bytes = (const uint8_t *)from;
    *into = (uint8_t *)to;
    if (done != (size_t)-1 || error == EINVAL) return 0;
    return error == E2BIG ? 1 : -1;
}
