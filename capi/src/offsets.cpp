// offsets.cpp: offsets of a UTF-8 text in other units.
#include "offsets.hpp"

#include <algorithm>

namespace gongwen::c {

namespace {
constexpr std::size_t block = 64;
}

Offsets::Offsets(std::string_view text, gongwen_offset_unit unit) : text_(text), unit_(unit) {
  if (unit_ == GONGWEN_OFFSET_UNIT_UTF8) return;
  before_.reserve(text_.size() / block + 1);
  std::uint64_t sum = 0;
  for (std::size_t begin = 0; begin <= text_.size(); begin += block) {
    before_.push_back(static_cast<std::uint32_t>(sum));
    std::size_t const end = std::min(begin + block, text_.size());
    for (std::size_t i = begin; i < end; ++i) sum += units(i);
  }
}

bool Offsets::inside(std::size_t byte) const noexcept {
  return byte < text_.size() && (static_cast<unsigned char>(text_[byte]) & 0xc0U) == 0x80U;
}

std::uint64_t Offsets::units(std::size_t byte) const noexcept {
  if (inside(byte)) return 0;
  return unit_ == GONGWEN_OFFSET_UNIT_UTF16 && static_cast<unsigned char>(text_[byte]) >= 0xf0U ? 2 : 1;
}

std::uint64_t Offsets::from_utf8(std::uint64_t byte) const noexcept {
  auto end = static_cast<std::size_t>(std::min<std::uint64_t>(byte, text_.size()));
  while (inside(end)) --end;
  if (unit_ == GONGWEN_OFFSET_UNIT_UTF8) return end;
  std::uint64_t sum = before_[end / block];
  for (std::size_t i = end / block * block; i < end; ++i) sum += units(i);
  return sum;
}

std::uint64_t Offsets::to_utf8(std::uint64_t offset) const noexcept {
  if (unit_ == GONGWEN_OFFSET_UNIT_UTF8) return from_utf8(offset);
  auto const after = std::upper_bound(before_.begin(), before_.end(), offset);
  auto const i = static_cast<std::size_t>(after - before_.begin()) - 1;  // before_[0] is 0, so there is one
  std::uint64_t sum = before_[i];
  std::size_t byte = i * block;
  while (inside(byte)) ++byte;
  while (byte < text_.size()) {
    sum += units(byte);
    if (sum > offset) break;
    ++byte;
    while (inside(byte)) ++byte;
  }
  return byte;
}

}  // namespace gongwen::c
