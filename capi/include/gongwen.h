/* gongwen.h: the C interface of gongwen, which reads Chinese official reports into records. C99.
 *
 *   gongwen_document* document = NULL;
 *   gongwen_error error;
 *   if (gongwen_read(&document, bytes, size, NULL, &error) != GONGWEN_OK) return puts(error.message);
 *   gongwen_indicators table = gongwen_document_indicators(document);
 *   for (size_t i = 0; i < table.count; ++i) {
 *     const gongwen_indicator* row = GONGWEN_AT(gongwen_indicator, table, i);
 *     printf("%.*s %.*s\n", GONGWEN_PRINT(row->name), GONGWEN_PRINT(row->value.text));
 *   }
 *   gongwen_document_free(document);
 *
 * Names and meanings of records and fields are those of the schema gongwen/1, in the order of the schema.
 *
 * What holds for every declaration, unless its comment says otherwise:
 *   Errors    A function that can fail returns a gongwen_status and fills the caller's gongwen_error (which may be NULL).
 *             It never throws, ends the process, prints, or leaves an out-parameter half made: on failure it is NULL.
 *   Owner     A pointer to a pointer, or a gongwen_owned_string, receives something that the caller must free. All else
 *             that is returned is borrowed and lives as long as the handle it was asked of. Input is copied.
 *   Handles   Are counted: _retain adds an owner, _free takes one away, and any order of frees is right.
 *   Threads   A handle may be used by any number of threads at once; only the last _free must come after every use.
 *   NULL      A NULL handle has nothing in it: getters return what is empty, _retain NULL, and _free does nothing.
 *   Text      Is UTF-8, a pointer and a length in bytes, not terminated. What is absent is {NULL, 0}.
 *   Since     0.1, the first version. */
#ifndef GONGWEN_H
#define GONGWEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32) && defined(GONGWEN_C_BUILD)
#define GONGWEN_API __declspec(dllexport)
#elif defined(_WIN32) && !defined(GONGWEN_C_STATIC)
#define GONGWEN_API __declspec(dllimport)
#elif defined(__GNUC__)
#define GONGWEN_API __attribute__((visibility("default")))
#else
#define GONGWEN_API
#endif

/* The interface that this header describes: 1000 times the number of the shared library (libgongwen_c.so.1), plus one
 * for every addition since. Rows and options only ever grow at their end, enumerations too: a reader must expect values
 * that it does not know. A field or value may be used where gongwen_abi_version() is at least what its comment says. */
#define GONGWEN_ABI_VERSION 1005

/* The row at position i, below count, of a table or list. Rows of a newer library are longer than this header knows, so
 * they stand `stride` bytes apart and a plain index would miss them. The wrong type draws a diagnostic. */
#define GONGWEN_AT(type, table, i) \
  ((const type*)(const void*)((const char*)(1 ? (table).first : (const type*)0) + (size_t)(i) * (table).stride))

/* The two arguments that the printf format "%.*s" takes for a gongwen_string shorter than 2 GiB. */
#define GONGWEN_PRINT(string) (int)(string).size, (string).size ? (string).data : ""

/* Enumerations are 32 bits wide, and hold any value, where the language can say so. */
#if defined(__cplusplus) || (defined(__STDC_VERSION__) && __STDC_VERSION__ >= 202311L)
#define GONGWEN_ENUM : int32_t
#else
#define GONGWEN_ENUM
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Values: small structs that stand inside others, and therefore never change ---------------------------------- */

/* Borrowed text; see the top of this file. */
typedef struct gongwen_string {
  const char* data;
  size_t size;
} gongwen_string;

/* Text that the caller owns and frees with gongwen_owned_string_free. */
typedef struct gongwen_owned_string {
  char* data;
  size_t size;
} gongwen_owned_string;

/* [begin, end) in the input as decoded: before any repair, a byte order mark not counted, CR counted, each maximal
 * ill-formed part one U+FFFD. In bytes of UTF-8, unless gongwen_options.offsets asked for another unit. */
typedef struct gongwen_span {
  uint64_t begin;
  uint64_t end;
} gongwen_span;

/* An exact number: mantissa * 10^-10, as decimal128(38, 10). Where `present` is false all else is zero. */
typedef struct gongwen_decimal {
  gongwen_string text;    /* plain digits: no exponent, no plus sign, no zeros at the end of a fraction */
  uint64_t mantissa_high; /* the mantissa without its sign, below 10^38 */
  uint64_t mantissa_low;
  int32_t step_exponent; /* the place of the last digit that was written, as a power of ten */
  bool negative;
  bool present;
} gongwen_decimal;

/* A whole number that may be absent; then `value` is zero. */
typedef struct gongwen_int {
  int32_t value;
  bool present;
} gongwen_int;

/* An exact fraction that no decimal holds: one third; a number of eleven to eighteen places over a power of ten. */
typedef struct gongwen_fraction {
  int64_t numerator;
  int64_t denominator;
} gongwen_fraction;

/* A day of the Gregorian calendar. `year` 0 is an unknown year, equal to no other; `month` 0 is no date at all. */
typedef struct gongwen_date {
  int16_t year;
  uint8_t month;
  uint8_t day;
} gongwen_date;

/* ---- Enumerations, with the words of the schema for their values ------------------------------------------------- */

/* How a call went. */
typedef enum gongwen_status GONGWEN_ENUM {
  GONGWEN_OK = 0,
  GONGWEN_TOO_LARGE = 1,   /* the input is beyond max_bytes */
  GONGWEN_UNDECODABLE = 2, /* bytes that the encoding does not allow, where strict; an unknown encoding */
  GONGWEN_BAD_LEXICON = 3, /* a line of a user's lexicon that can't be read; the offset is its number from 1 */
  GONGWEN_BAD_PATTERN = 4, /* a user's pattern that does not compile */
  GONGWEN_LIMIT = 5,       /* a limit of the options was passed */
  GONGWEN_IO = 6,          /* a file could not be read or written */
  GONGWEN_UNSUPPORTED = 7, /* an option that this library is too old to know */
  GONGWEN_NO_MEMORY = 64,
  GONGWEN_INVALID_ARGUMENT = 65, /* an argument that its comment rules out */
  GONGWEN_INTERNAL = 66          /* a fault of the library: please report it */
} gongwen_status;

/* The types of record. The id of a record is the first letter given here and its position in its table, from 1: "q12". */
typedef enum gongwen_record_type GONGWEN_ENUM {
  GONGWEN_RECORD_TYPE_DOCUMENT = 0,     /* d */
  GONGWEN_RECORD_TYPE_EDIT = 1,         /* e */
  GONGWEN_RECORD_TYPE_NODE = 2,         /* n */
  GONGWEN_RECORD_TYPE_QUANTITY = 3,     /* q */
  GONGWEN_RECORD_TYPE_RATIO = 4,        /* r */
  GONGWEN_RECORD_TYPE_RANK = 5,         /* k */
  GONGWEN_RECORD_TYPE_TIME = 6,         /* t */
  GONGWEN_RECORD_TYPE_ENTITY = 7,       /* m */
  GONGWEN_RECORD_TYPE_INDICATOR = 8,    /* i */
  GONGWEN_RECORD_TYPE_PROJECT = 9,      /* p */
  GONGWEN_RECORD_TYPE_TASK = 10,        /* a */
  GONGWEN_RECORD_TYPE_APPRAISAL = 11,   /* v */
  GONGWEN_RECORD_TYPE_PROBLEM = 12,     /* b */
  GONGWEN_RECORD_TYPE_FORMULATION = 13, /* f */
  GONGWEN_RECORD_TYPE_FINDING = 14      /* w */
} gongwen_record_type;

/* The unit of offsets. The default of rows is UTF8, of written output CODEPOINT. */
typedef enum gongwen_offset_unit GONGWEN_ENUM {
  GONGWEN_OFFSET_UNIT_NONE = 0, /* the default */
  GONGWEN_OFFSET_UNIT_CODEPOINT = 1,
  GONGWEN_OFFSET_UNIT_UTF8 = 2,
  GONGWEN_OFFSET_UNIT_UTF16 = 3
} gongwen_offset_unit;

/* What kind of repair an edit is. */
typedef enum gongwen_edit_kind GONGWEN_ENUM {
  GONGWEN_EDIT_KIND_UNWRAP = 0,       /* a line break inside a paragraph, taken out */
  GONGWEN_EDIT_KIND_PAGE_NUMBER = 1,  /* a page number between lines */
  GONGWEN_EDIT_KIND_RUNNING_HEAD = 2, /* a line that is repeated on every page */
  GONGWEN_EDIT_KIND_LINE_END = 3,     /* the CR of a CR LF, or a CR alone */
  GONGWEN_EDIT_KIND_OCR = 4,          /* a character that fonts or recognition are known to confuse */
  GONGWEN_EDIT_KIND_RADICAL = 5,      /* a Kangxi or CJK radical that stands for its character */
  GONGWEN_EDIT_KIND_WIDTH = 6,        /* a full-width digit, letter or sign */
  GONGWEN_EDIT_KIND_SPACE = 7,        /* white space inside a number or between a number and its unit */
  GONGWEN_EDIT_KIND_CONTROL = 8,      /* a control or zero-width character */
  GONGWEN_EDIT_KIND_UNDECODABLE = 9   /* bytes that the encoding does not allow, now U+FFFD */
} gongwen_edit_kind;

/* What part of a document a node is. */
typedef enum gongwen_node_kind GONGWEN_ENUM {
  GONGWEN_NODE_KIND_ARTICLE = 0,
  GONGWEN_NODE_KIND_TITLE = 1,
  GONGWEN_NODE_KIND_NOTE = 2, /* date lines, bylines, sources */
  GONGWEN_NODE_KIND_SALUTATION = 3,
  GONGWEN_NODE_KIND_HEADING = 4,
  GONGWEN_NODE_KIND_PARAGRAPH = 5,
  GONGWEN_NODE_KIND_ITEM = 6, /* an enumerated member inside a paragraph */
  GONGWEN_NODE_KIND_SENTENCE = 7,
  GONGWEN_NODE_KIND_TABLE = 8,
  GONGWEN_NODE_KIND_ROW = 9,
  GONGWEN_NODE_KIND_CELL = 10,
  GONGWEN_NODE_KIND_BOILERPLATE = 11 /* web navigation and the like: kept, never mined */
} gongwen_node_kind;

/* The part that a node plays in an official document. */
typedef enum gongwen_node_role GONGWEN_ENUM {
  GONGWEN_NODE_ROLE_NONE = 0,
  GONGWEN_NODE_ROLE_ISSUER = 1,
  GONGWEN_NODE_ROLE_NUMBER = 2,
  GONGWEN_NODE_ROLE_ADDRESSEE = 3,
  GONGWEN_NODE_ROLE_ATTACHMENT = 4,
  GONGWEN_NODE_ROLE_DATE = 5,
  GONGWEN_NODE_ROLE_SIGNATURE = 6,
  GONGWEN_NODE_ROLE_DISTRIBUTION = 7,
  GONGWEN_NODE_ROLE_OCCASION = 8,
  GONGWEN_NODE_ROLE_CLOSING = 9,
  GONGWEN_NODE_ROLE_RESPONSIBILITY = 10,
  GONGWEN_NODE_ROLE_CAPTION = 11
} gongwen_node_role;

/* How an amount is qualified. */
typedef enum gongwen_mod GONGWEN_ENUM {
  GONGWEN_MOD_NONE = 0,
  GONGWEN_MOD_ABOUT = 1,
  GONGWEN_MOD_OVER = 2,
  GONGWEN_MOD_UNDER = 3,
  GONGWEN_MOD_NEARLY = 4,
  GONGWEN_MOD_AT_LEAST = 5,
  GONGWEN_MOD_AT_MOST = 6
} gongwen_mod;

/* What a unit measures. */
typedef enum gongwen_dimension GONGWEN_ENUM {
  GONGWEN_DIMENSION_NONE = 0,
  GONGWEN_DIMENSION_MONEY = 1,
  GONGWEN_DIMENSION_RATIO = 2,
  GONGWEN_DIMENSION_MULTIPLE = 3,
  GONGWEN_DIMENSION_COUNT = 4,
  GONGWEN_DIMENSION_AREA = 5,
  GONGWEN_DIMENSION_LENGTH = 6,
  GONGWEN_DIMENSION_MASS = 7,
  GONGWEN_DIMENSION_VOLUME = 8,
  GONGWEN_DIMENSION_ENERGY = 9,
  GONGWEN_DIMENSION_POWER = 10,
  GONGWEN_DIMENSION_VOLTAGE = 11,
  GONGWEN_DIMENSION_TEMPERATURE = 12,
  GONGWEN_DIMENSION_TIME = 13,
  GONGWEN_DIMENSION_OTHER = 14
} gongwen_dimension;

/* What kind of time an expression names. */
typedef enum gongwen_time_kind GONGWEN_ENUM {
  GONGWEN_TIME_KIND_DATE = 0,
  GONGWEN_TIME_KIND_PERIOD = 1,
  GONGWEN_TIME_KIND_DURATION = 2,
  GONGWEN_TIME_KIND_SET = 3
} gongwen_time_kind;

/* How a time is qualified. */
typedef enum gongwen_time_mod GONGWEN_ENUM {
  GONGWEN_TIME_MOD_NONE = 0,
  GONGWEN_TIME_MOD_BEFORE = 1,
  GONGWEN_TIME_MOD_AFTER = 2,
  GONGWEN_TIME_MOD_BY = 3,
  GONGWEN_TIME_MOD_AROUND = 4
} gongwen_time_mod;

/* What kind of thing a name names. */
typedef enum gongwen_entity_kind GONGWEN_ENUM {
  GONGWEN_ENTITY_KIND_PLACE = 0,
  GONGWEN_ENTITY_KIND_ORGANIZATION = 1,
  GONGWEN_ENTITY_KIND_PERSON = 2,
  GONGWEN_ENTITY_KIND_DOCUMENT = 3,
  GONGWEN_ENTITY_KIND_PROGRAM = 4
} gongwen_entity_kind;

/* Whether an indicator was reached, is expected, aimed at, or agreed by contract. */
typedef enum gongwen_indicator_status GONGWEN_ENUM {
  GONGWEN_INDICATOR_STATUS_ACTUAL = 0,
  GONGWEN_INDICATOR_STATUS_ESTIMATE = 1,
  GONGWEN_INDICATOR_STATUS_TARGET = 2,
  GONGWEN_INDICATOR_STATUS_PLAN = 3
} gongwen_indicator_status;

/* What a change is measured against. */
typedef enum gongwen_basis GONGWEN_ENUM {
  GONGWEN_BASIS_YOY = 0, /* the same period of the year before */
  GONGWEN_BASIS_MOM = 1, /* the period before */
  GONGWEN_BASIS_YEAR_START = 2,
  GONGWEN_BASIS_TARGET = 3,
  GONGWEN_BASIS_PEER = 4, /* another area, named by `against` */
  GONGWEN_BASIS_SINCE = 5 /* another time, named by `against` */
} gongwen_basis;

/* Which way a figure moved. */
typedef enum gongwen_direction GONGWEN_ENUM {
  GONGWEN_DIRECTION_UP = 0,
  GONGWEN_DIRECTION_DOWN = 1,
  GONGWEN_DIRECTION_FLAT = 2
} gongwen_direction;

/* How far a project has come. */
typedef enum gongwen_stage_reached GONGWEN_ENUM {
  GONGWEN_STAGE_REACHED_NONE = 0,
  GONGWEN_STAGE_REACHED_PLANNED = 1,
  GONGWEN_STAGE_REACHED_APPROVED = 2,
  GONGWEN_STAGE_REACHED_FEASIBILITY = 3,
  GONGWEN_STAGE_REACHED_TENDERING = 4,
  GONGWEN_STAGE_REACHED_SIGNED = 5,
  GONGWEN_STAGE_REACHED_LAND = 6,
  GONGWEN_STAGE_REACHED_CONSTRUCTION = 7,
  GONGWEN_STAGE_REACHED_COMPLETED = 8,
  GONGWEN_STAGE_REACHED_PRODUCTION = 9,
  GONGWEN_STAGE_REACHED_STALLED = 10
} gongwen_stage_reached;

/* Whether something is to be done or not to be done. */
typedef enum gongwen_task_polarity GONGWEN_ENUM {
  GONGWEN_TASK_POLARITY_DO = 0,
  GONGWEN_TASK_POLARITY_FORBID = 1
} gongwen_task_polarity;

/* Which way an appraisal judges. */
typedef enum gongwen_appraisal_polarity GONGWEN_ENUM {
  GONGWEN_APPRAISAL_POLARITY_PRAISE = 0,
  GONGWEN_APPRAISAL_POLARITY_CRITICISM = 1
} gongwen_appraisal_polarity;

/* How sure a finding is: arithmetic that no rounding explains, something that may have a reason, or a derived figure. */
typedef enum gongwen_severity GONGWEN_ENUM {
  GONGWEN_SEVERITY_ERROR = 0,
  GONGWEN_SEVERITY_WARNING = 1,
  GONGWEN_SEVERITY_INFO = 2
} gongwen_severity;

/* The word of the schema for a value ("page_number"), or of gongwen_status ("too_large"). Nothing for a value that means
 * none, and for one that this library does not know. Static storage. */
GONGWEN_API gongwen_string gongwen_status_name(gongwen_status value);
GONGWEN_API gongwen_string gongwen_record_type_name(gongwen_record_type value);
GONGWEN_API gongwen_string gongwen_offset_unit_name(gongwen_offset_unit value);
GONGWEN_API gongwen_string gongwen_edit_kind_name(gongwen_edit_kind value);
GONGWEN_API gongwen_string gongwen_node_kind_name(gongwen_node_kind value);
GONGWEN_API gongwen_string gongwen_node_role_name(gongwen_node_role value);
GONGWEN_API gongwen_string gongwen_mod_name(gongwen_mod value);
GONGWEN_API gongwen_string gongwen_dimension_name(gongwen_dimension value);
GONGWEN_API gongwen_string gongwen_time_kind_name(gongwen_time_kind value);
GONGWEN_API gongwen_string gongwen_time_mod_name(gongwen_time_mod value);
GONGWEN_API gongwen_string gongwen_entity_kind_name(gongwen_entity_kind value);
GONGWEN_API gongwen_string gongwen_indicator_status_name(gongwen_indicator_status value);
GONGWEN_API gongwen_string gongwen_basis_name(gongwen_basis value);
GONGWEN_API gongwen_string gongwen_direction_name(gongwen_direction value);
GONGWEN_API gongwen_string gongwen_stage_reached_name(gongwen_stage_reached value);
GONGWEN_API gongwen_string gongwen_task_polarity_name(gongwen_task_polarity value);
GONGWEN_API gongwen_string gongwen_appraisal_polarity_name(gongwen_appraisal_polarity value);
GONGWEN_API gongwen_string gongwen_severity_name(gongwen_severity value);

/* ---- Errors and versions ----------------------------------------------------------------------------------------- */

/* What went wrong. The caller owns it, need not set it before a call, and no memory is taken to fill it. Never changes.
 * After a call that succeeded it is GONGWEN_OK, 0 and "". */
typedef struct gongwen_error {
  gongwen_status code;
  uint64_t offset;   /* a byte of the input, or a line from 1 for GONGWEN_BAD_LEXICON and GONGWEN_BAD_PATTERN */
  char message[256]; /* an English sentence that says what to do, ended by a null, cut where it is longer */
} gongwen_error;

/* GONGWEN_ABI_VERSION as the library in use was built. It can run a program whose own GONGWEN_ABI_VERSION has the same
 * thousands and is not greater. */
GONGWEN_API uint32_t gongwen_abi_version(void);

/* The version of the library in use, "0.1.0". Static storage. */
GONGWEN_API gongwen_string gongwen_version(void);

/* ---- Lexicons ---------------------------------------------------------------------------------------------------- */

/* The words that the library knows and those that a caller taught it. Immutable. */
typedef struct gongwen_lexicon gongwen_lexicon;

/* Makes a lexicon of the words of another and further lines of one table.
 *   base   the words to begin with; NULL: those built into the library
 *   table  its name, ended by a null: "units", "classifiers", "indicators", ...: the files of src/lexicon, without .tsv;
 *          or "patterns": regular expressions with named groups, each line its name, type, pattern and source, with the
 *          types and groups that Lexicon::with in gongwen/lexicon.hpp names
 *   lines  `size` bytes of tab-separated lines in the form that the head of that file states; NULL only where size is 0
 * Errors: GONGWEN_BAD_LEXICON or GONGWEN_BAD_PATTERN with the line, GONGWEN_INVALID_ARGUMENT, GONGWEN_NO_MEMORY.
 * Cost: O(all words); make it once and share it. */
GONGWEN_API gongwen_status gongwen_lexicon_extend(gongwen_lexicon** out, const gongwen_lexicon* base, const char* table,
                                                  const char* lines, size_t size, gongwen_error* error);

/* Adds an owner; returns its argument. */
GONGWEN_API gongwen_lexicon* gongwen_lexicon_retain(gongwen_lexicon* lexicon);

/* Takes an owner away. Documents that were read with the lexicon keep what they need of it. */
GONGWEN_API void gongwen_lexicon_free(gongwen_lexicon* lexicon);

/* ---- Units ------------------------------------------------------------------------------------------------------- */

/* An amount in the unit of the SI, or in money of its own currency. The caller owns it, need not set it before a call, and
 * no memory is taken to fill it. Never changes. */
typedef struct gongwen_converted {
  char value[48]; /* plain digits as in gongwen_decimal.text, ended by a null */
  char unit[48]; /* symbols of the SI ("kg", "m2", "kg/m3"), "1" of a ratio, else a code of ISO 4217, ended by a null */
  bool exact;    /* false: ten places did not hold the value, which was rounded half away from zero */
  bool present;  /* false: nothing is defined, and the rest is empty */
} gongwen_converted;

/* What an amount is in the SI: 5 t is 5000 kg, 3 mu 2000 m2, 12 % 0.12 of 1. Money stays in its currency. Nothing is defined
 * for counts and their classifiers, temperatures (their zero differs), units that have no factor, and values that 38 digits
 * do not hold.
 *   value    plain digits, as quantity->value.text has them; absent: nothing is defined
 *   unit     a code of the schema ("t", "mu", "%"), or a word of the table of units as texts write it
 *   per      of a rate the unit of its denominator: per_unit of a quantity, or per where that is absent; else absent
 *   lexicon  where the factors stand; NULL: the words built into the library
 * Errors: GONGWEN_INVALID_ARGUMENT (out is NULL, value is no number), GONGWEN_UNSUPPORTED (the unit of a user's own that the
 * amount comes to is longer than out->unit), GONGWEN_NO_MEMORY.
 * Cost: O(length of the words); O(words of the lexicon) for a code that is no word itself. Since GONGWEN_ABI_VERSION 1001. */
GONGWEN_API gongwen_status gongwen_convert(gongwen_converted* out, gongwen_string value, gongwen_string unit,
                                           gongwen_string per, const gongwen_lexicon* lexicon, gongwen_error* error);

/* ---- Reading ----------------------------------------------------------------------------------------------------- */

/* How far to read. What a stage would have found is absent from a document that stopped before it. */
typedef enum gongwen_stage GONGWEN_ENUM {
  GONGWEN_STAGE_NONE = 0,    /* the default: all of them */
  GONGWEN_STAGE_PARSE = 1,   /* edits */
  GONGWEN_STAGE_SEGMENT = 2, /* and nodes */
  GONGWEN_STAGE_EXTRACT = 3, /* and mentions and facts */
  GONGWEN_STAGE_CHECK = 4    /* and findings */
} gongwen_stage;

/* The language of the messages of findings. */
typedef enum gongwen_language GONGWEN_ENUM {
  GONGWEN_LANGUAGE_NONE = 0, /* the default: Chinese */
  GONGWEN_LANGUAGE_ZH = 1,
  GONGWEN_LANGUAGE_EN = 2
} gongwen_language;

/* Bits of gongwen_options.flags. */
typedef enum gongwen_flag GONGWEN_ENUM {
  GONGWEN_FLAG_STRICT = 1,            /* undecodable bytes are an error instead of U+FFFD and an edit */
  GONGWEN_FLAG_IMPLIED = 2,           /* also derive the findings named implied_* */
  GONGWEN_FLAG_KEEP_LINES = 4,        /* do not join hard-wrapped lines */
  GONGWEN_FLAG_KEEP_PAGE_NUMBERS = 8, /* do not drop page numbers between lines */
  GONGWEN_FLAG_KEEP_CHARACTERS = 16,  /* do not repair width, radicals and confused characters: all three flags below */
  GONGWEN_FLAG_KEEP_SPACES = 32,      /* do not drop white space inside numbers and words */
  GONGWEN_FLAG_MENTIONS_ONLY = 64,    /* no indicators */
  GONGWEN_FLAG_KEEP_WIDTH = 128,      /* do not repair full-width digits and letters */
  GONGWEN_FLAG_KEEP_RADICALS = 256,   /* do not repair radicals and compatibility ideographs */
  GONGWEN_FLAG_KEEP_CONFUSIONS = 512, /* do not repair characters that fonts or recognition confuse */
  GONGWEN_FLAG_KEEP_CONTROLS = 1024,  /* do not drop control and zero-width characters */
  GONGWEN_FLAG_KEEP_LINE_ENDS = 2048, /* do not make CR LF and CR into LF */
  GONGWEN_FLAG_PLAIN = 4096           /* the bytes are text, whatever they look like; since GONGWEN_ABI_VERSION 1005 */
} gongwen_flag;

/* How to read. Set struct_size to sizeof(gongwen_options) and the rest to zero for the defaults, as GONGWEN_OPTIONS_INIT
 * does; a library that knows more options takes the rest as zero, one that knows fewer refuses what it does not know.
 * Strings end with a null and are copied. */
typedef struct gongwen_options {
  size_t struct_size;
  const char* encoding;           /* a name that ICU knows ("GB18030"); NULL: found by itself */
  const char* reference_date;     /* "2024-07-25", the day the text was written or spoken; NULL: the text is asked */
  const char* source;             /* the name of the input, for the document record; NULL: none */
  const gongwen_lexicon* lexicon; /* NULL: the words built into the library */
  uint64_t max_bytes;             /* more input is GONGWEN_TOO_LARGE; 0: 2^32 - 2^16, which is also the most */
  uint64_t max_nodes;             /* more nodes are GONGWEN_LIMIT; 0: 2^28 */
  uint64_t max_records;           /* more mentions and facts are GONGWEN_LIMIT; 0: 2^28 */
  uint64_t flags;                 /* gongwen_flag bits */
  uint32_t max_nesting;           /* deeper numbering is GONGWEN_LIMIT; 0: 64 */
  gongwen_stage stage;
  gongwen_offset_unit offsets; /* of every span in the rows; default UTF8 */
  gongwen_language language;
  double min_confidence; /* facts that are less sure are left out, 0 to 1: 0.9 asks for precision; 0: none */
  const char* without;   /* rules of findings to leave out, with commas; NULL: none; since GONGWEN_ABI_VERSION 1005 */
} gongwen_options;

/* The defaults, to initialise a gongwen_options with. */
#define GONGWEN_OPTIONS_INIT \
  { \
    sizeof(gongwen_options), NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0, GONGWEN_STAGE_NONE, GONGWEN_OFFSET_UNIT_NONE, \
        GONGWEN_LANGUAGE_NONE, 0, NULL \
  }

/* A document that was read, with its tables. Immutable. */
typedef struct gongwen_document gongwen_document;

/* Reads bytes of any encoding, or a rich file, into a document and its records.
 *   bytes    `size` bytes, not kept; NULL only where size is 0, which gives an empty document
 *   options  NULL: the defaults
 * Bytes of DOCX, HTML, OFD and PDF are known by what they are. Where gongwen_reads_rich_files(), their text is read, which
 * spans then point into; PDF by the program pdftotext, run as a child without shell or files. Where not, DOCX, OFD and PDF
 * are GONGWEN_UNSUPPORTED, and HTML is read as text. With `encoding` or GONGWEN_FLAG_PLAIN all bytes are text.
 * Errors: GONGWEN_TOO_LARGE; GONGWEN_UNDECODABLE with the byte, where strict or where the encoding is unknown;
 * GONGWEN_LIMIT; GONGWEN_UNSUPPORTED (also for a rule of `without` that there is none of, and for .doc, .xls, encrypted
 * files, PDF of pictures or without pdftotext); GONGWEN_IO for a rich file that is broken; GONGWEN_INVALID_ARGUMENT;
 * GONGWEN_NO_MEMORY. No content of a text is an error otherwise. Cost: O(size) time and memory, of rich files unpacked. */
GONGWEN_API gongwen_status gongwen_read(gongwen_document** out, const void* bytes, size_t size,
                                        const gongwen_options* options, gongwen_error* error);

/* Whether this library was built with the readers of rich files. Since GONGWEN_ABI_VERSION 1005. */
GONGWEN_API bool gongwen_reads_rich_files(void);

/* Adds an owner; returns its argument. */
GONGWEN_API gongwen_document* gongwen_document_retain(gongwen_document* document);

/* Takes an owner away; with the last one go the rows and all text that was borrowed of the document. */
GONGWEN_API void gongwen_document_free(gongwen_document* document);

/* The input as decoded, which spans point into: gongwen_document_original(d).data + span.begin, where offsets are UTF8. */
GONGWEN_API gongwen_string gongwen_document_original(const gongwen_document* document);

/* The repaired text, which the fields named `text` are words of. */
GONGWEN_API gongwen_string gongwen_document_text(const gongwen_document* document);

/* Turns offsets into the original from one unit into another, in place.
 *   offsets  `count` of them, in any order; NULL only where count is 0. One inside a character gives its begin, one
 *            past the end the end
 *   from, to GONGWEN_OFFSET_UNIT_NONE is UTF8
 * Errors: GONGWEN_INVALID_ARGUMENT (then nothing is changed), GONGWEN_NO_MEMORY.
 * Cost: O(size of the original), then O(1) an offset to UTF8's codepoint or utf16, O(log size) back. */
GONGWEN_API gongwen_status gongwen_document_convert(const gongwen_document* document, gongwen_offset_unit from,
                                                    gongwen_offset_unit to, uint64_t* offsets, size_t count,
                                                    gongwen_error* error);

/* Where a piece of the text stood in a rich file, from 1; what its format does not know is 0. The caller owns it, need not
 * set it before a call, and no memory is taken to fill it. Never changes. */
typedef struct gongwen_place {
  uint64_t offset;    /* of its first byte in the original */
  uint32_t page;      /* PDF, OFD; DOCX as Word last laid it out */
  uint32_t paragraph; /* DOCX, HTML: of the whole file, cells of tables not counted */
  uint32_t table;     /* DOCX, HTML: of the whole file */
  uint32_t row;
  uint32_t column;  /* of the grid, so that a merged cell counts as wide as it is */
  uint32_t note;    /* DOCX: the number of a foot- or endnote */
  uint32_t heading; /* DOCX, HTML: the level of a heading by its style */
} gongwen_place;

/* The place in a rich file that a byte of the original came from.
 *   out     receives the place, all zero where there is none; not NULL
 *   offset  in bytes of UTF-8
 * False where there is none: of a document that was read from text, and for a NULL document. Cost: O(log places).
 * Since GONGWEN_ABI_VERSION 1005. */
GONGWEN_API bool gongwen_document_place(gongwen_place* out, const gongwen_document* document, uint64_t offset);

/* ---- Rows: one struct for each type of record --------------------------------------------------------------------
 * A pointer in a row is NULL where the schema leaves the field out; a list then has no members. Every row and every part
 * that is reached by a pointer or a list may grow at its end in a later version. */

/* No node: the parent of an article. */
#define GONGWEN_NO_NODE 0xffffffffu

/* A record of the same document: its type, and its position in the table of that type. */
typedef struct gongwen_ref {
  gongwen_record_type type;
  uint32_t index;
} gongwen_ref;

/* Which record a slot of a fact came from. */
typedef struct gongwen_evidence {
  gongwen_string slot; /* "value", "changes.0", "changes.0.against"; absent in a finding */
  gongwen_ref ref;
} gongwen_evidence;

/* Lists inside rows; read their members with GONGWEN_AT. Indexes are positions in the table of nodes. */
/* clang-format off */
typedef struct gongwen_evidences { const gongwen_evidence* first; size_t count, stride; } gongwen_evidences;
typedef struct gongwen_decimals { const gongwen_decimal* first; size_t count, stride; } gongwen_decimals;
typedef struct gongwen_strings { const gongwen_string* first; size_t count, stride; } gongwen_strings;
typedef struct gongwen_indexes { const uint32_t* first; size_t count, stride; } gongwen_indexes;
/* clang-format on */

/* The document itself. */
typedef struct gongwen_head {
  gongwen_string schema; /* "gongwen/1" */
  gongwen_string source;
  gongwen_string encoding; /* "UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE", or the name that the caller gave */
  gongwen_offset_unit offset_unit;
  uint64_t length; /* of the original, in that unit */
  gongwen_date reference_date;
  gongwen_string reference_date_from; /* "caller", "text"; absent: none */
  gongwen_string title;
} gongwen_head;

/* One repair: the original words at `span` were `before` and read `after` in the repaired text. */
typedef struct gongwen_edit {
  gongwen_edit_kind kind;
  gongwen_span span;
  gongwen_string before;
  gongwen_string after;
  bool applied; /* false: likely but not sure, so the text was left alone */
} gongwen_edit;

/* A part of the document. Nodes stand in document order, each before the nodes below it. */
typedef struct gongwen_node {
  uint32_t parent; /* position in the table of nodes, or GONGWEN_NO_NODE */
  gongwen_node_kind kind;
  gongwen_node_role role;
  gongwen_int level;           /* depth in the outline, 1 directly under the article; an article: 0 */
  gongwen_string marker;       /* the literal marker, without the words it numbers */
  gongwen_int ordinal;         /* the number that the marker writes */
  gongwen_string title;        /* an article's or heading's own words, without the marker; a table's caption */
  gongwen_date reference_date; /* an article: the day it states of itself */
  const gongwen_span* head;    /* a heading: its own words, with the marker */
  gongwen_int row;             /* a cell: its place, from 1 */
  gongwen_int column;
  gongwen_indexes row_heads; /* a cell: outermost first */
  gongwen_indexes column_heads;
  gongwen_string unit; /* a table or cell: the unit as its head states it */
  gongwen_span span;   /* its words and all below it */
} gongwen_node;

/* A number with its unit: `value`, or `low` and `high`, or `fraction` alone. */
typedef struct gongwen_quantity {
  gongwen_string text;
  gongwen_decimal value;
  gongwen_decimal low;
  gongwen_decimal high;
  const gongwen_fraction* fraction;
  gongwen_decimal step; /* the place of the last written digit, as a number */
  gongwen_mod mod;
  gongwen_string unit; /* a code of the schema, or the classifier as written; absent: a bare count */
  gongwen_string per;  /* the denominator of a rate, as written */
  gongwen_string per_unit;
  gongwen_dimension dimension;
  uint32_t node; /* the innermost sentence, cell or heading that holds the span */
  gongwen_span span;
  gongwen_string by; /* the row or function of the library that made the record */
} gongwen_quantity;

/* Terms set against each other. */
typedef struct gongwen_ratio {
  gongwen_string text;
  gongwen_decimals terms;
  uint32_t node;
  gongwen_span span;
  gongwen_string by;
} gongwen_ratio;

/* A place in an order. */
typedef struct gongwen_rank {
  gongwen_string text;
  int32_t position;
  bool from_end;
  gongwen_string scope;
  gongwen_int out_of;
  uint32_t node;
  gongwen_span span;
  gongwen_string by;
} gongwen_rank;

/* A date, period, duration or recurring time. */
typedef struct gongwen_time {
  gongwen_string text;
  gongwen_time_kind kind;
  gongwen_date begin; /* inclusive; none: open */
  gongwen_date end;
  gongwen_string duration; /* ISO 8601: "P25D" */
  gongwen_string duration_high;
  gongwen_time_mod mod;
  gongwen_string timex; /* TIMEX3 value: "2024-H1" */
  uint32_t node;
  gongwen_span span;
  gongwen_string by;
} gongwen_time;

/* Something with a name. */
typedef struct gongwen_entity {
  gongwen_string text;
  gongwen_entity_kind kind;
  gongwen_string name; /* as written, without its role or number */
  gongwen_string full_name;
  gongwen_string role;   /* of a person */
  gongwen_string number; /* of a document, the number that its issuer gave it */
  gongwen_string code;   /* of a place: GB/T 2260 */
  gongwen_string parent; /* of a place: the code of the division above it */
  uint32_t node;
  gongwen_span span;
  gongwen_string by;
} gongwen_entity;

/* An amount without a text of its own. */
typedef struct gongwen_amount {
  gongwen_decimal value;
  gongwen_decimal low;
  gongwen_decimal high;
  gongwen_string unit;
  gongwen_mod mod;
} gongwen_amount;

/* The period of a fact. */
typedef struct gongwen_period {
  gongwen_date begin;
  gongwen_date end;
  gongwen_string text;
  gongwen_string timex;
} gongwen_period;

/* How a measure moved against a base. */
typedef struct gongwen_change {
  gongwen_basis basis;
  gongwen_string against;
  gongwen_string of; /* "growth": the growth rate moved; absent: the level */
  gongwen_direction direction;
  gongwen_decimal value;
  gongwen_decimal low;
  gongwen_decimal high;
  gongwen_string unit;
  gongwen_mod mod;
} gongwen_change;

/* The changes of an indicator; read its members with GONGWEN_AT. */
/* clang-format off */
typedef struct gongwen_changes { const gongwen_change* first; size_t count, stride; } gongwen_changes;
/* clang-format on */

/* A proportion and what it is of: 55.8 % of the yearly plan. */
typedef struct gongwen_proportion {
  gongwen_decimal value;
  gongwen_decimal low;
  gongwen_decimal high;
  gongwen_string unit;
  gongwen_mod mod;
  gongwen_string of;
} gongwen_proportion;

/* A rank inside a fact. */
typedef struct gongwen_rank_slot {
  int32_t position;
  bool from_end;
  gongwen_string scope;
  gongwen_int out_of;
} gongwen_rank_slot;

/* An observation of a measure. */
typedef struct gongwen_indicator {
  gongwen_string name;         /* the measure as written, without area and verbs of reaching */
  gongwen_string canonical;    /* its standard statistical name, where known */
  gongwen_string indicator_id; /* its stable key, never reused */
  gongwen_string area;
  gongwen_string area_code; /* GB/T 2260 */
  const gongwen_period* period;
  gongwen_decimal value;
  gongwen_decimal low;
  gongwen_decimal high;
  gongwen_decimal step;
  gongwen_mod mod;
  gongwen_string unit;
  gongwen_string per;
  gongwen_indicator_status status;
  gongwen_changes changes;
  const gongwen_proportion* contribution;
  const gongwen_rank_slot* rank;
  const gongwen_proportion* completion;
  const gongwen_proportion* share;
  uint32_t node;
  gongwen_span span;
  gongwen_evidences evidence;
  gongwen_decimal confidence; /* 0 to 1: about the share of slots that are right, as records.hpp says */
  gongwen_string by;
} gongwen_indicator;

/* A stage that is still ahead, and when. */
typedef struct gongwen_expected {
  gongwen_stage_reached stage;
  const gongwen_period* period;
} gongwen_expected;

/* Parts of facts; read their members with GONGWEN_AT. */
/* clang-format off */
typedef struct gongwen_amounts { const gongwen_amount* first; size_t count, stride; } gongwen_amounts;
typedef struct gongwen_expectations { const gongwen_expected* first; size_t count, stride; } gongwen_expectations;
/* clang-format on */

/* A named project. */
typedef struct gongwen_project {
  gongwen_string name; /* the proper name, which is also the span */
  gongwen_string area;
  const gongwen_amount* investment; /* in all */
  const gongwen_amount* invested;   /* so far */
  const gongwen_amount* progress;
  gongwen_stage_reached stage; /* the furthest that is reached */
  gongwen_string stage_text;   /* the words that say so */
  gongwen_expectations expected;
  gongwen_string owner;
  uint32_t node;
  gongwen_span span;
  gongwen_evidences evidence;
  gongwen_decimal confidence;
  gongwen_string by;
} gongwen_project;

/* Something that somebody is told, or undertakes, to do. */
typedef struct gongwen_task {
  gongwen_string action; /* the clause without the modal */
  gongwen_string modal;  /* empty where a plan, or a clause of who answers for it, tells it without one */
  gongwen_task_polarity polarity;
  gongwen_strings owner; /* as written */
  const gongwen_period* deadline;
  gongwen_amounts targets;
  uint32_t node;
  gongwen_span span;
  gongwen_evidences evidence;
  gongwen_decimal confidence;
  gongwen_string by;
} gongwen_task;

/* Praise or criticism. */
typedef struct gongwen_appraisal {
  gongwen_appraisal_polarity polarity;
  gongwen_strings of; /* units, places or persons as written */
  gongwen_string reason;
  uint32_t node;
  gongwen_span span; /* the words that judge */
  gongwen_evidences evidence;
  gongwen_decimal confidence;
  gongwen_string by;
} gongwen_appraisal;

/* A difficulty that the text admits. */
typedef struct gongwen_problem {
  gongwen_string text;
  gongwen_int ordinal;
  uint32_t node;
  gongwen_span span;
  gongwen_evidences evidence;
  gongwen_decimal confidence;
  gongwen_string by;
} gongwen_problem;

/* A numbered catch-phrase and the members that the text spells out. */
typedef struct gongwen_formulation {
  gongwen_string name;
  int32_t count;
  gongwen_strings members;
  uint32_t node;
  gongwen_span span;
  gongwen_evidences evidence;
  gongwen_decimal confidence;
  gongwen_string by;
} gongwen_formulation;

/* What a rule expected or found: an amount, or words where `value` is absent. */
typedef struct gongwen_reading {
  gongwen_decimal value;
  gongwen_string unit;
  gongwen_string text;
} gongwen_reading;

/* Something that does not add up. */
typedef struct gongwen_finding {
  gongwen_string rule; /* a stable id: "shares_not_100" */
  gongwen_severity severity;
  gongwen_string message; /* a sentence for people, in the language of the options */
  const gongwen_reading* expected;
  const gongwen_reading* found;
  gongwen_string how; /* the computation */
  uint32_t node;
  gongwen_span span; /* the place to look at */
  gongwen_evidences evidence;
} gongwen_finding;

/* ---- Tables: all rows of a type, in the order of their ids; read their rows with GONGWEN_AT ---------------------- */

/* clang-format off */
typedef struct gongwen_edits { const gongwen_edit* first; size_t count, stride; } gongwen_edits;
typedef struct gongwen_nodes { const gongwen_node* first; size_t count, stride; } gongwen_nodes;
typedef struct gongwen_quantities { const gongwen_quantity* first; size_t count, stride; } gongwen_quantities;
typedef struct gongwen_ratios { const gongwen_ratio* first; size_t count, stride; } gongwen_ratios;
typedef struct gongwen_ranks { const gongwen_rank* first; size_t count, stride; } gongwen_ranks;
typedef struct gongwen_times { const gongwen_time* first; size_t count, stride; } gongwen_times;
typedef struct gongwen_entities { const gongwen_entity* first; size_t count, stride; } gongwen_entities;
typedef struct gongwen_indicators { const gongwen_indicator* first; size_t count, stride; } gongwen_indicators;
typedef struct gongwen_projects { const gongwen_project* first; size_t count, stride; } gongwen_projects;
typedef struct gongwen_tasks { const gongwen_task* first; size_t count, stride; } gongwen_tasks;
typedef struct gongwen_appraisals { const gongwen_appraisal* first; size_t count, stride; } gongwen_appraisals;
typedef struct gongwen_problems { const gongwen_problem* first; size_t count, stride; } gongwen_problems;
typedef struct gongwen_formulations { const gongwen_formulation* first; size_t count, stride; } gongwen_formulations;
typedef struct gongwen_findings { const gongwen_finding* first; size_t count, stride; } gongwen_findings;
/* clang-format on */

/* The document record; NULL for a NULL document. */
GONGWEN_API const gongwen_head* gongwen_document_head(const gongwen_document* document);

/* The tables of a document. One whose stage was not reached has no rows. Cost: O(1). */
GONGWEN_API gongwen_edits gongwen_document_edits(const gongwen_document* document);
GONGWEN_API gongwen_nodes gongwen_document_nodes(const gongwen_document* document);
GONGWEN_API gongwen_quantities gongwen_document_quantities(const gongwen_document* document);
GONGWEN_API gongwen_ratios gongwen_document_ratios(const gongwen_document* document);
GONGWEN_API gongwen_ranks gongwen_document_ranks(const gongwen_document* document);
GONGWEN_API gongwen_times gongwen_document_times(const gongwen_document* document);
GONGWEN_API gongwen_entities gongwen_document_entities(const gongwen_document* document);
GONGWEN_API gongwen_indicators gongwen_document_indicators(const gongwen_document* document);
GONGWEN_API gongwen_projects gongwen_document_projects(const gongwen_document* document);
GONGWEN_API gongwen_tasks gongwen_document_tasks(const gongwen_document* document);
GONGWEN_API gongwen_appraisals gongwen_document_appraisals(const gongwen_document* document);
GONGWEN_API gongwen_problems gongwen_document_problems(const gongwen_document* document);
GONGWEN_API gongwen_formulations gongwen_document_formulations(const gongwen_document* document);
GONGWEN_API gongwen_findings gongwen_document_findings(const gongwen_document* document);

/* ---- Writing ----------------------------------------------------------------------------------------------------- */

/* The form of written output. */
typedef enum gongwen_format GONGWEN_ENUM {
  GONGWEN_FORMAT_NONE = 0, /* the default: JSON Lines */
  GONGWEN_FORMAT_JSONL = 1,
  GONGWEN_FORMAT_TABLE = 2,   /* for people, in columns of a terminal */
  GONGWEN_FORMAT_CSV = 3,     /* of the one type that `only` names, by RFC 4180; since GONGWEN_ABI_VERSION 1003 */
  GONGWEN_FORMAT_MARKDOWN = 4 /* a table a type; since GONGWEN_ABI_VERSION 1003 */
} gongwen_format;

/* Bits of gongwen_write_options.flags. */
typedef enum gongwen_write_flag GONGWEN_ENUM {
  GONGWEN_WRITE_FLAG_NUMBERS_AS_STRINGS = 1, /* quotes numbers, for readers that would make floats of them */
  GONGWEN_WRITE_FLAG_BY = 2,                 /* adds `by` to every record */
  GONGWEN_WRITE_FLAG_STRING_VIEWS = 4 /* Arrow: words as utf8_view into the text; since GONGWEN_ABI_VERSION 1003 */
} gongwen_write_flag;

/* How to write; see gongwen_options for struct_size and defaults. */
typedef struct gongwen_write_options {
  size_t struct_size;
  uint64_t flags; /* gongwen_write_flag bits */
  uint64_t only;  /* which records: the sum of 1 << gongwen_record_type; 0: all. Changes no id */
  gongwen_format format;
  gongwen_offset_unit offsets; /* of every span; default CODEPOINT */
} gongwen_write_options;

/* The defaults, to initialise a gongwen_write_options with. */
#define GONGWEN_WRITE_OPTIONS_INIT \
  { sizeof(gongwen_write_options), 0, 0, GONGWEN_FORMAT_NONE, GONGWEN_OFFSET_UNIT_NONE }

/* Writes a document as JSON Lines of the schema gongwen/1, or in another format.
 *   out       receives the text, for the caller to free; {NULL, 0} on failure
 *   document  not NULL
 *   options   NULL: the defaults
 * Errors: GONGWEN_UNSUPPORTED (also for CSV where `only` does not name one type), GONGWEN_INVALID_ARGUMENT,
 * GONGWEN_NO_MEMORY. Cost: O(output). */
GONGWEN_API gongwen_status gongwen_document_write(gongwen_owned_string* out, const gongwen_document* document,
                                                  const gongwen_write_options* options, gongwen_error* error);

/* Cuts a document into chunks for search and retrieval and writes them, as the program `gongwen chunk` does: the document's
 * line and then a line each, or as a table or CSV.
 *   out        receives the text, for the caller to free; {NULL, 0} on failure
 *   document   read to GONGWEN_STAGE_SEGMENT at least
 *   max_chars  code points of a chunk; 0: 800
 *   options    NULL: the defaults; of them `format` and `offsets` count
 * Errors: GONGWEN_UNSUPPORTED, GONGWEN_INVALID_ARGUMENT (also for a document that was only parsed), GONGWEN_NO_MEMORY.
 * Cost: O(size of the document). Since GONGWEN_ABI_VERSION 1002. */
GONGWEN_API gongwen_status gongwen_document_chunks(gongwen_owned_string* out, const gongwen_document* document,
                                                   uint32_t max_chars, const gongwen_write_options* options,
                                                   gongwen_error* error);

/* Compares what two documents say of one indicator, area and period, and writes it as the program `gongwen compare` does:
 * a line a pair, in the order of the second document; an empty text where they share nothing.
 *   out            receives the text, for the caller to free; {NULL, 0} on failure
 *   first, second  read to GONGWEN_STAGE_EXTRACT at least, the earlier one first
 *   options        NULL: the defaults; of them `format` (JSON Lines, table, CSV) and NUMBERS_AS_STRINGS count
 * Errors: GONGWEN_UNSUPPORTED, GONGWEN_INVALID_ARGUMENT (also for a document without facts), GONGWEN_NO_MEMORY.
 * Cost: O(n log n) in the indicators of both. Since GONGWEN_ABI_VERSION 1005. */
GONGWEN_API gongwen_status gongwen_compare(gongwen_owned_string* out, const gongwen_document* first,
                                           const gongwen_document* second, const gongwen_write_options* options,
                                           gongwen_error* error);

/* The structs of the Arrow C data and stream interfaces, under the guards that their specification gives them, so that this
 * header and any other that declares them go together. */
/* clang-format off */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4
struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};
struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};
#endif
#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};
#endif
/* clang-format on */

/* Gives all records of one type as a stream of Arrow batches: a column a field, in the order of the schema, each row begun
 * by `source`. Words and ids are utf8, numbers decimal128(38, 10), days date32 (null where the year is unknown), parts
 * structs, lists lists; a field that JSON Lines leaves out is null. gongwen/arrow.hpp lists the types.
 *   out       overwritten; on failure its `release` is NULL. The caller releases it, read or not: out->release(out)
 *   document  kept alive by the stream, and by batches of views. A stage that was not reached has no rows
 *   type      which records
 *   options   NULL: the defaults; of them `offsets` and the flags BY and STRING_VIEWS count. Words are copied into columns
 *             of utf8; those of utf8_view leave what is longer than 12 bytes in the text, but not every reader knows them
 * The functions of the stream return an errno: ENOMEM, or EOVERFLOW where one value is longer than 2 GiB. Batches
 * outlive the stream. A stream is used by one thread at a time; two streams may be used at once.
 * Errors: GONGWEN_UNSUPPORTED, GONGWEN_INVALID_ARGUMENT, GONGWEN_NO_MEMORY. Cost: O(1), and O(output) to read.
 * Since GONGWEN_ABI_VERSION 1003. */
GONGWEN_API gongwen_status gongwen_document_arrow(struct ArrowArrayStream* out, const gongwen_document* document,
                                                  gongwen_record_type type, const gongwen_write_options* options,
                                                  gongwen_error* error);

/* Gives the chunks of gongwen_document_chunks as such a stream, with the columns source, id, path, nodes, text, oversize and
 * span. Arguments, errors and cost are those of gongwen_document_chunks, the rest is as for gongwen_document_arrow.
 * Since GONGWEN_ABI_VERSION 1005. */
GONGWEN_API gongwen_status gongwen_document_chunks_arrow(struct ArrowArrayStream* out, const gongwen_document* document,
                                                         uint32_t max_chars, const gongwen_write_options* options,
                                                         gongwen_error* error);

/* ---- Input larger than memory ------------------------------------------------------------------------------------- */

/* Gives the next bytes of an input: fills at most `size` bytes of `buffer` and returns how many, 0 at the end, less than 0
 * where it failed. `user` is what gongwen_stream was given. Must not throw. */
typedef int64_t (*gongwen_source)(void* user, char* buffer, size_t size);

/* Takes the next `size` bytes of the output, which are good until it returns. 0: go on; else stop. Must not throw. */
typedef int32_t (*gongwen_sink)(void* user, const char* bytes, size_t size);

/* Reads an input article by article and writes the JSON Lines of reading it whole, in the same order but for the document's
 * line, which comes last. Memory holds one window and the longest article, temporary files what has to wait.
 *   source, sink  are called from this call and its thread alone, and handed source_user and sink_user
 *   options       NULL: the defaults; max_bytes bounds an article; `offsets` is that of `written`
 *   written       NULL: the defaults; its format is JSON Lines
 * Errors: GONGWEN_IO where source or sink said so, or a temporary file can't be used; GONGWEN_TOO_LARGE for one article;
 * GONGWEN_UNDECODABLE, GONGWEN_LIMIT, GONGWEN_UNSUPPORTED (also for another format, and for UTF-16 named without its order),
 * GONGWEN_INVALID_ARGUMENT, GONGWEN_NO_MEMORY. What was written before an error stays written.
 * Cost: O(input). Since GONGWEN_ABI_VERSION 1004. */
GONGWEN_API gongwen_status gongwen_stream(gongwen_source source, void* source_user, gongwen_sink sink, void* sink_user,
                                          const gongwen_options* options, const gongwen_write_options* written,
                                          gongwen_error* error);

/* Frees the text and leaves {NULL, 0}, so that to free twice does no harm. NULL does nothing. */
GONGWEN_API void gongwen_owned_string_free(gongwen_owned_string* string);

#ifdef __cplusplus
}
#endif

#endif /* GONGWEN_H */
