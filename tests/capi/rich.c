/* rich.c: rich files by the same gongwen_read. Built twice: against the library as it is, and against one without readers,
 * which must say so instead of reading nonsense (RICH_REFUSED). The files are made here. */
#include "check.h"

/* ---- A ZIP of parts that are stored as they are ------------------------------------------------------------------ */

typedef struct buffer {
  char* data;
  size_t size;
} buffer;

static void put(buffer* to, const void* bytes, size_t size) {
  to->data = (char*)realloc(to->data, to->size + size);
  if (to->data == NULL) abort();
  memcpy(to->data + to->size, bytes, size);
  to->size += size;
}
static void number(buffer* to, uint32_t value, size_t bytes) {
  for (size_t i = 0; i < bytes; ++i) {
    const char byte = (char)(value >> 8 * i & 0xff);
    put(to, &byte, 1);
  }
}
static uint32_t crc(const char* bytes, size_t size) {
  uint32_t sum = 0xffffffffu;
  for (size_t i = 0; i < size; ++i) {
    sum ^= (unsigned char)bytes[i];
    for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xedb88320u : 0);
  }
  return ~sum;
}

/* What a part's own head and its entry in the directory share. */
static void part(buffer* to, const char* name, const char* bytes) {
  const uint32_t size = (uint32_t)strlen(bytes);
  number(to, 20, 2), number(to, 0, 2), number(to, 0, 2), number(to, 0, 4); /* version, flags, stored, time */
  number(to, crc(bytes, size), 4), number(to, size, 4), number(to, size, 4);
  number(to, (uint32_t)strlen(name), 2), number(to, 0, 2);
}

static buffer zip(const char* const (*parts)[2], size_t count) {
  buffer out = {NULL, 0}, directory = {NULL, 0};
  for (size_t i = 0; i < count; ++i) {
    const uint32_t begin = (uint32_t)out.size;
    const char* const name = parts[i][0];
    const char* const bytes = parts[i][1];
    put(&out, "PK\3\4", 4);
    part(&out, name, bytes);
    put(&out, name, strlen(name));
    put(&out, bytes, strlen(bytes));
    put(&directory, "PK\1\2\24\0", 6);
    part(&directory, name, bytes);
    number(&directory, 0, 2), number(&directory, 0, 2), number(&directory, 0, 2), number(&directory, 0, 4);
    number(&directory, begin, 4);
    put(&directory, name, strlen(name));
  }
  const uint32_t begin = (uint32_t)out.size;
  put(&out, directory.data, directory.size);
  put(&out, "PK\5\6\0\0\0\0", 8);
  number(&out, (uint32_t)count, 2), number(&out, (uint32_t)count, 2);
  number(&out, (uint32_t)directory.size, 4), number(&out, begin, 4), number(&out, 0, 2);
  free(directory.data);
  return out;
}

/* ---- The files --------------------------------------------------------------------------------------------------- */

#define WORDS "2023年，全县实现财政收入2.5亿元，同比增长8%。"

static const char* const docx[][2] = {
    {"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
    {"word/document.xml",
     "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
     "<w:p><w:r><w:t>工作报告</w:t></w:r></w:p><w:p><w:r><w:t>" WORDS "</w:t></w:r></w:p></w:body></w:document>"}};

static const char* const ofd[][2] = {
    {"OFD.xml",
     "<ofd:OFD xmlns:ofd=\"urn:o\"><ofd:DocBody><ofd:DocRoot>D/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"},
    {"D/Document.xml",
     "<ofd:Document xmlns:ofd=\"urn:o\"><ofd:Pages><ofd:Page BaseLoc=\"P/0.xml\"/></ofd:Pages></ofd:Document>"},
    {"D/P/0.xml",
     "<ofd:Page xmlns:ofd=\"urn:o\"><ofd:Content><ofd:Layer><ofd:TextObject Boundary=\"10 10 100 5\" Size=\"5\">"
     "<ofd:TextCode X=\"0\" Y=\"4\">" WORDS "</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>"}};

static const char html[] =
    "<!DOCTYPE html><html><head><title>x</title></head><body><h1>工作报告</h1><p>" WORDS "</p></body></html>";

/* A page that says "GDP 5%". Its table of parts is missing, which readers of PDF put up with. */
static const char pdf[] =
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
    "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> "
    ">> "
    ">>\nendobj\n"
    "4 0 obj\n<< /Length 37 >>\nstream\nBT /F 12 Tf 20 100 Td (GDP 5%) Tj ET \nendstream\nendobj\n"
    "5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
    "trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n";

static gongwen_status read_file(gongwen_document** out, buffer file, const gongwen_options* options,
                                gongwen_error* error) {
  void* const bytes = exactly(file.data, file.size);
  const gongwen_status status = gongwen_read(out, bytes, file.size, options, error);
  free(bytes);
  return status;
}

static buffer of(const char* text) {
  buffer out = {NULL, 0};
  put(&out, text, strlen(text));
  return out;
}

/* Read where there are readers, else refused with a sentence that says what to do. */
static void test_packed(buffer file) {
  gongwen_document* document = NULL;
  gongwen_error error;
  const gongwen_status status = read_file(&document, file, NULL, &error);
  if (!gongwen_reads_rich_files()) {
    CHECK(status == GONGWEN_UNSUPPORTED && document == NULL && strstr(error.message, "built without readers") != NULL);
  } else {
    CHECK(status == GONGWEN_OK);
    CHECK(gongwen_document_quantities(document).count != 0);
  }
  gongwen_document_free(document);
  free(file.data);
}

static void test_words(buffer file) {
  gongwen_document* document = NULL;
  gongwen_error error;
  CHECK(read_file(&document, file, NULL, &error) == GONGWEN_OK);
  const gongwen_indicators table = gongwen_document_indicators(document);
  CHECK(table.count == 1);
  if (table.count == 1) {
    const gongwen_indicator* const row = GONGWEN_AT(gongwen_indicator, table, 0);
    const gongwen_string original = gongwen_document_original(document);
    const gongwen_string figure = {original.data + row->span.begin, row->span.end - row->span.begin};
    gongwen_place place;
    CHECK(is(row->name, "财政收入") && is(figure, "2.5亿元"));
    CHECK(gongwen_document_place(&place, document, row->span.begin));
    CHECK(place.page == 1 || place.paragraph == 2);
    CHECK(!gongwen_document_place(NULL, document, 0));
  }
  gongwen_document_free(document);
  free(file.data);
}

/* Text is text, whatever it looks like, where the caller says so. */
static void test_plain(const char* encoding, uint64_t flags) {
  gongwen_options options = GONGWEN_OPTIONS_INIT;
  options.encoding = encoding;
  options.flags = flags;
  gongwen_document* document = NULL;
  gongwen_error error;
  buffer file = of(html);
  CHECK(read_file(&document, file, &options, &error) == GONGWEN_OK);
  CHECK(is(gongwen_document_original(document), html));
  gongwen_place place = {1, 1, 1, 1, 1, 1, 1, 1};
  CHECK(!gongwen_document_place(&place, document, 0) && place.page == 0);
  gongwen_document_free(document);
  free(file.data);
}

int main(void) {
#ifdef RICH_REFUSED
  CHECK(!gongwen_reads_rich_files());
#endif
  test_packed(zip(docx, sizeof docx / sizeof *docx));
  test_packed(zip(ofd, sizeof ofd / sizeof *ofd));
  test_packed(of(pdf));
  test_plain("UTF-8", 0);
  test_plain(NULL, GONGWEN_FLAG_PLAIN);
  gongwen_place none;
  CHECK(!gongwen_document_place(&none, NULL, 0) && none.offset == 0);

  gongwen_document* document = NULL;
  gongwen_error error;
  if (gongwen_reads_rich_files()) {
    test_words(zip(docx, sizeof docx / sizeof *docx));
    test_words(zip(ofd, sizeof ofd / sizeof *ofd));
    test_words(of(html));
    buffer broken = zip(docx, sizeof docx / sizeof *docx);
    memset(broken.data + broken.size / 2, '!', 40);
    CHECK(read_file(&document, broken, NULL, &error) != GONGWEN_OK && document == NULL && error.message[0] != '\0');
    free(broken.data);
    gongwen_options small = GONGWEN_OPTIONS_INIT;
    small.max_bytes = 10;
    buffer file = of(html);
    CHECK(read_file(&document, file, &small, &error) == GONGWEN_TOO_LARGE && error.offset == 10);
    free(file.data);
  } else {
    buffer file = of(html); /* tags and all */
    CHECK(read_file(&document, file, NULL, &error) == GONGWEN_OK && is(gongwen_document_original(document), html));
    gongwen_document_free(document);
    free(file.data);
  }
  return checked();
}
