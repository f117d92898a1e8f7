// gongwen/detail/write/hand_on.hpp: what the writers have put out goes to their sink, not too little at a time.
#pragma once

#include "../../write.hpp"
#include "json.hpp"

GONGWEN_BEGIN

namespace detail {

/// Gives a sink what has been put out so far.
inline void hand_on(Out& out, Sink const& sink) {
  if (out.size() != 0) sink({out.data(), out.size()});
  out.clear();
}
/// The same once there is enough of it to be worth a call.
inline void hand_on_much(Out& out, Sink const& sink) {
  constexpr std::size_t much = 60000;  // bytes
  if (out.size() > much) hand_on(out, sink);
}

}  // namespace detail

GONGWEN_END
