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
GONGWEN_INLINE std::span<Entity const> Records::entities() const& noexcept { return data_->entities; }
GONGWEN_INLINE std::span<Indicator const> Records::indicators() const& noexcept { return data_->indicators; }
GONGWEN_INLINE std::span<Project const> Records::projects() const& noexcept { return data_->projects; }
GONGWEN_INLINE std::span<Task const> Records::tasks() const& noexcept { return data_->tasks; }
GONGWEN_INLINE std::span<Appraisal const> Records::appraisals() const& noexcept { return data_->appraisals; }
GONGWEN_INLINE std::span<Problem const> Records::problems() const& noexcept { return data_->problems; }
GONGWEN_INLINE std::span<Formulation const> Records::formulations() const& noexcept { return data_->formulations; }
GONGWEN_INLINE std::span<Evidence const> Records::evidence(FactBase const& fact) const& noexcept {
  std::span<Evidence const> const all = data_->evidence;
  return all.subspan(fact.evidence_begin, fact.evidence_end - fact.evidence_begin);
}
GONGWEN_INLINE std::optional<Date> Records::reference_date() const noexcept { return data_->reference_date; }
GONGWEN_INLINE std::string_view Records::reference_date_from() const noexcept { return data_->reference_date_from; }

GONGWEN_END
