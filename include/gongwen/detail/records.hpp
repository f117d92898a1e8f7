// gongwen/detail/records.hpp: the members of Records.
#pragma once

#include "../records.hpp"
#include "extract/records_data.hpp"

GONGWEN_BEGIN

GONGWEN_INLINE Records::Records() : data_(std::make_shared<detail::RecordsData const>()) {}
GONGWEN_INLINE Outline const& Records::outline() const& noexcept { return data_->outline; }
GONGWEN_INLINE Text const& Records::text() const& noexcept { return data_->outline.text(); }
GONGWEN_INLINE std::span<Quantity const> Records::quantities() const& noexcept { return data_->quantities; }
GONGWEN_INLINE std::span<Ratio const> Records::ratios() const& noexcept { return data_->ratios; }
GONGWEN_INLINE std::span<Rank const> Records::ranks() const& noexcept { return data_->ranks; }
GONGWEN_INLINE std::span<Time const> Records::times() const& noexcept { return data_->times; }
GONGWEN_INLINE std::span<Indicator const> Records::indicators() const& noexcept { return data_->indicators; }
GONGWEN_INLINE std::span<Evidence const> Records::evidence(Indicator const& indicator) const& noexcept {
  std::span<Evidence const> const all = data_->evidence;
  return all.subspan(indicator.evidence_begin, indicator.evidence_end - indicator.evidence_begin);
}
GONGWEN_INLINE std::optional<Date> Records::reference_date() const noexcept { return data_->reference_date; }
GONGWEN_INLINE std::string_view Records::reference_date_from() const noexcept { return data_->reference_date_from; }

GONGWEN_END
