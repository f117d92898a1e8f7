// lexicon.cpp: words that a caller teaches.
#include "guard.hpp"
#include "handle.hpp"

extern "C" {

gongwen_status gongwen_lexicon_extend(gongwen_lexicon** out, gongwen_lexicon const* base, char const* table,
                                      char const* lines, size_t size, gongwen_error* error) {
  using namespace gongwen::c;
  return guard(error, [&] {
    prepare(out);
    if (table == nullptr) throw Refused{GONGWEN_INVALID_ARGUMENT, "table is NULL; name one, such as \"units\""};
    if (lines == nullptr && size != 0) throw Refused{GONGWEN_INVALID_ARGUMENT, "lines is NULL and size is not 0"};
    gongwen::Lexicon const& words = base != nullptr ? base->lexicon : gongwen::Lexicon::builtin();
    *out = new gongwen_lexicon(words.with(table, size != 0 ? std::string_view(lines, size) : std::string_view()));
  });
}

gongwen_lexicon* gongwen_lexicon_retain(gongwen_lexicon* lexicon) { return gongwen::c::retain(lexicon); }
void gongwen_lexicon_free(gongwen_lexicon* lexicon) { gongwen::c::release(lexicon); }

}  // extern "C"
