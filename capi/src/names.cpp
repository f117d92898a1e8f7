// names.cpp: versions, and the words for the values of enumerations.
#include <gongwen/gongwen.hpp>

#include "convert.hpp"

namespace gongwen::c {

namespace {

/// The word for a value of an enumeration that is the same in both languages.
template <class Enum, class Value>
gongwen_string word(Value value) noexcept {
  static_assert(same_enum<Enum, Value> && sizeof(Value) == 4);
  auto const number = static_cast<std::int32_t>(value);
  return number >= 0 && number < 256 ? borrowed(name(static_cast<Enum>(number))) : gongwen_string{nullptr, 0};
}

static_assert(GONGWEN_TOO_LARGE == static_cast<int>(error_code::too_large));
static_assert(GONGWEN_UNDECODABLE == static_cast<int>(error_code::undecodable));
static_assert(GONGWEN_BAD_LEXICON == static_cast<int>(error_code::bad_lexicon));
static_assert(GONGWEN_BAD_PATTERN == static_cast<int>(error_code::bad_pattern));
static_assert(GONGWEN_LIMIT == static_cast<int>(error_code::limit));
static_assert(GONGWEN_IO == static_cast<int>(error_code::io));
static_assert(GONGWEN_UNSUPPORTED == static_cast<int>(error_code::unsupported));

}  // namespace

}  // namespace gongwen::c

extern "C" {

using namespace gongwen::c;

uint32_t gongwen_abi_version(void) { return GONGWEN_ABI_VERSION; }
gongwen_string gongwen_version(void) { return borrowed(GONGWEN_VERSION); }

gongwen_string gongwen_status_name(gongwen_status value) {
  switch (value) {
    case GONGWEN_OK: return borrowed("ok");
    case GONGWEN_NO_MEMORY: return borrowed("no_memory");
    case GONGWEN_INVALID_ARGUMENT: return borrowed("invalid_argument");
    case GONGWEN_INTERNAL: return borrowed("internal");
    default: break;
  }
  if (value < GONGWEN_OK || value > GONGWEN_UNSUPPORTED) return {nullptr, 0};
  return borrowed(gongwen::name(static_cast<gongwen::error_code>(value)));
}

gongwen_string gongwen_offset_unit_name(gongwen_offset_unit value) {
  switch (value) {
    case GONGWEN_OFFSET_UNIT_CODEPOINT: return borrowed(gongwen::name(gongwen::OffsetUnit::codepoint));
    case GONGWEN_OFFSET_UNIT_UTF8: return borrowed(gongwen::name(gongwen::OffsetUnit::utf8));
    case GONGWEN_OFFSET_UNIT_UTF16: return borrowed(gongwen::name(gongwen::OffsetUnit::utf16));
    default: return {nullptr, 0};
  }
}

gongwen_string gongwen_record_type_name(gongwen_record_type value) { return word<gongwen::RecordType>(value); }
gongwen_string gongwen_edit_kind_name(gongwen_edit_kind value) { return word<gongwen::EditKind>(value); }
gongwen_string gongwen_node_kind_name(gongwen_node_kind value) { return word<gongwen::NodeKind>(value); }
gongwen_string gongwen_node_role_name(gongwen_node_role value) { return word<gongwen::NodeRole>(value); }
gongwen_string gongwen_mod_name(gongwen_mod value) { return word<gongwen::Mod>(value); }
gongwen_string gongwen_dimension_name(gongwen_dimension value) { return word<gongwen::Dimension>(value); }
gongwen_string gongwen_time_kind_name(gongwen_time_kind value) { return word<gongwen::TimeKind>(value); }
gongwen_string gongwen_time_mod_name(gongwen_time_mod value) { return word<gongwen::TimeMod>(value); }
gongwen_string gongwen_indicator_status_name(gongwen_indicator_status value) { return word<gongwen::Status>(value); }
gongwen_string gongwen_basis_name(gongwen_basis value) { return word<gongwen::Basis>(value); }
gongwen_string gongwen_direction_name(gongwen_direction value) { return word<gongwen::Direction>(value); }
gongwen_string gongwen_entity_kind_name(gongwen_entity_kind value) { return word<gongwen::EntityKind>(value); }
gongwen_string gongwen_stage_reached_name(gongwen_stage_reached value) { return word<gongwen::Stage>(value); }
gongwen_string gongwen_task_polarity_name(gongwen_task_polarity value) { return word<gongwen::TaskPolarity>(value); }
gongwen_string gongwen_appraisal_polarity_name(gongwen_appraisal_polarity value) {
  return word<gongwen::AppraisalPolarity>(value);
}
gongwen_string gongwen_severity_name(gongwen_severity value) { return word<gongwen::Severity>(value); }

}  // extern "C"
