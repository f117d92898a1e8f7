// stream.cpp: input larger than memory, between two functions of the caller's.
#include <gongwen/stream.hpp>

#include "guard.hpp"
#include "plan.hpp"
#include "write.hpp"

namespace gongwen::c {

namespace {

StreamStage last_stage(gongwen_stage stage) {
  switch (stage) {
    case GONGWEN_STAGE_PARSE: return StreamStage::parse;
    case GONGWEN_STAGE_SEGMENT: return StreamStage::segment;
    case GONGWEN_STAGE_EXTRACT: return StreamStage::extract;
    default: return StreamStage::check;
  }
}

StreamOptions stream_options(gongwen_options const& given, gongwen_write_options const& written) {
  Plan const plan(given);
  StreamOptions options;
  options.stage = last_stage(plan.stage);
  options.parse = plan.parse;
  options.segment = plan.segment;
  options.extract = plan.extract;
  options.check = plan.check;
  options.write = write_options(written, given.source != nullptr ? given.source : "");
  return options;
}

std::size_t taken(std::int64_t size, std::size_t most) {
  if (size < 0) throw Refused{GONGWEN_IO, "the source of the stream failed"};
  if (static_cast<std::uint64_t>(size) > most) {
    throw Refused{GONGWEN_INVALID_ARGUMENT, "the source of the stream gave more bytes than it was asked for"};
  }
  return static_cast<std::size_t>(size);
}

}  // namespace

}  // namespace gongwen::c

extern "C" {

gongwen_status gongwen_stream(gongwen_source source, void* source_user, gongwen_sink sink, void* sink_user,
                              gongwen_options const* options, gongwen_write_options const* written,
                              gongwen_error* error) {
  using namespace gongwen::c;
  return guard(error, [&] {
    if (source == nullptr || sink == nullptr) {
      throw Refused{GONGWEN_INVALID_ARGUMENT, "a stream needs a source and a sink; one of them is NULL"};
    }
    gongwen::stream([=](char* buffer, std::size_t size) { return taken(source(source_user, buffer, size), size); },
                    stream_options(known(options), known(written)),
                    [=](std::string_view piece) {
                      if (sink(sink_user, piece.data(), piece.size()) != 0)
                        throw Refused{GONGWEN_IO, "the sink of the stream stopped it"};
                    });
  });
}

}  // extern "C"
