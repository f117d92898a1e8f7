// gongwen/detail/extract/doers.hpp: who has to do what a sentence tells.
//
//   各乡镇要…                  各乡镇
//   县农业局对农药工作要…      县农业局: they stand before what it is about
//   各地对违规项目，必须…      各地: or in the clause before
//   州、县人民政府应当…        州人民政府 · 县人民政府: a list may share its tail, or its 各
//
// A doer ends with the tail of an organ, company or place, or with a word of those who do something (单位, 干部). It begins with
// no word that leads up to something (对供水人员), denies nothing (暂不开发新区) and is not all of us (我们, 大家).
#pragma once

#include <string>
#include <vector>

#include "../segment/lines.hpp"
#include "owners.hpp"
#include "records_data.hpp"
#include "task_words.hpp"

GONGWEN_BEGIN

namespace detail {

/// Gathers the doers of one sentence.
class Doers : private TaskWords {
 public:
  Doers(RecordsData& out, LexiconData const& lexicon) : TaskWords(lexicon), out_(out), owners_of_(lexicon) {}

  void begin(Sentence const& sentence) {
    TaskWords::begin(sentence);
    doers_.clear();
  }
  [[nodiscard]] std::vector<std::string_view> const& names() const noexcept { return doers_; }
  /// Others take their place.
  void set(std::vector<std::string_view> names) { doers_ = std::move(names); }
  /// Those named since there were `known` take the place of the others.
  void replace(std::size_t known) {
    if (doers_.size() > known) doers_.erase(doers_.begin(), doers_.begin() + static_cast<std::ptrdiff_t>(known));
  }
  /// Says the modal only how things will be? A place alone does nothing then (香港将继续保持…).
  void soft(bool is) noexcept { soft_ = is; }

  /// The doers that stand before a modal, if they are named.
  void subject(Range r) {
    r = without_links(r);
    // 县农业局对农药工作要…: they stand before what it is about
    if (!named(r)) named({r.begin, before_lead(r)});
  }
  /// 各乡镇、各部门，要… · 各地对违规项目，必须… · 不达标的企业，应当…: who is told stands in the clause before.
  void before_comma(Range topic) {
    if (names_alone(topic)) {
      subject(topic);
    } else if (Range const r = without_links(topic); !r.empty() && !opening(r.begin, r.end)) {
      if (!named({r.begin, before_lead(r)}) && qualified(r)) doers_.push_back(text_.substr(r.begin, r.size()));
    }
  }

 private:
  /// 考核不合格的企业: whom the words before 的 pick out; 这是…的企业 says what it is.
  [[nodiscard]] bool qualified(Range r) const {
    if (r.size() > 60 || holds(text_.substr(r.begin, r.size()), 0x662f) || !s_->times_in(r).empty())
      return false;  // 是
    auto const doer = lexicon_.asked_before(text_, r.begin, r.end, Class::doer);
    return doer && doer.begin >= r.begin + 9 && code_point(text_, doer.begin - 3) == 0x7684;  // 的
  }
  /// A clause that may be a list of names and nothing else: no 的, and no word that leads up to what is to be done (在, 对, 为了).
  [[nodiscard]] bool names_alone(Range r) const {
    if (r.empty() || r.size() > 120 || !s_->times_in(r).empty()) return false;
    std::uint32_t const at = past_links(r);
    return !holds(text_.substr(r.begin, r.size()), 0x7684) && !opening(at, r.end) && !act(at, r.end);  // 的
  }

  /// 各部门一定 · 各部门也: the names alone.
  [[nodiscard]] Range without_links(Range r) const {
    r.begin = past_links(r);
    if (!r.empty() && opens(code_point(text_, r.begin))) r.begin += char_size(text_, r.begin);  // “各部门要…”
    for (int n = 0; n < 4 && !r.empty(); ++n) {
      auto const link = lexicon_.asked_before(text_, r.begin, r.end, Class::link, 12);
      if (!link) break;
      r.end = static_cast<std::uint32_t>(link.begin);
    }
    return r;
  }
  /// Where the first word that leads up to something (对, 在, 根据) begins behind the head of a subject; its begin without one.
  [[nodiscard]] std::uint32_t before_lead(Range r) const {
    constexpr std::uint32_t reach = 60;
    std::uint32_t const last = std::min(r.end, r.begin + reach);
    for (std::uint32_t i = r.begin; i < last; i += char_size(text_, i)) {
      if (i > r.begin + 3 && asked(i, r.end, Class::opening)) return without_links({r.begin, i}).end;
    }
    return r.begin;
  }
  /// Takes the doers of a list, if it is one of names alone.
  bool named(Range r) {
    if (r.empty() || r.size() > 90) return false;
    names_.clear();
    owners_of_.split(text_, r, names_);
    // 财政、国土等部门: the words after the list say what its members are
    bool const listed = names_.size() > 1 && code_point(text_, names_.back().range.end) == 0x7b49;  // 等
    std::size_t const known = doers_.size();
    for (std::size_t i = 0; i < names_.size(); ++i) {
      std::string_view const name = whole_name(i, listed);
      if (name.empty()) {
        doers_.resize(known);
        return false;
      }
      doers_.push_back(name);
    }
    return !names_.empty();
  }
  /// The name `i` of the list, with what it shares with its neighbours (州、县人民政府, 各市、县); empty if it names no doer.
  [[nodiscard]] std::string_view whole_name(std::size_t i, bool listed) const {
    Range const r = names_[i].range;
    std::string_view const own = text_.substr(r.begin, r.size());
    bool const short_name = r.size() <= 6;  // 各市 of 各市、县人民政府
    if (!short_name && doer(r)) return own;
    std::string_view const tail = OwnerList::shared_tail(lexicon_, text_, names_, i);
    if (tail.empty() && (doer(r) || (listed && r.size() >= 6 && r.size() <= 30))) return own;
    if (!tail.empty()) return out_.joined(own, tail);
    std::string_view const each = i == 0 ? std::string_view{} : text_.substr(names_[0].range.begin, 3);
    if (r.size() == 3 && OwnerList::division(own) && code_point(each, 0) == 0x5404)  // 各
      return out_.joined(each, own);
    return {};
  }
  [[nodiscard]] bool doer(Range r) const {
    if (r.size() < 6 || asked(r.begin, r.end, Class::nobody) || about(r)) return false;
    if (lexicon_.asked_before(text_, r.begin, r.end, Class::nobody, 18)) return false;
    for (Class const cls : {Class::doer, Class::organ_tail, Class::branch}) {
      if (lexicon_.asked_before(text_, r.begin, r.end, cls)) return true;
    }
    std::string_view const name = text_.substr(r.begin, r.size());
    for (Class const cls : {Class::organ_base, Class::corp_tail, Class::place_tail, Class::role}) {
      if (!lexicon_.longest_before(name, name.size(), cls).word.empty()) return true;
    }
    // 广州、佛山要…, but 香港将继续保持… says how things will be
    return !soft_ && !lexicon_.find(name, Class::place).word.empty();
  }

  /// 对供水人员, 暂不开发新区: a name begins with no word that leads up to something (对外 and 于都 are none), and denies nothing.
  [[nodiscard]] bool about(Range r) const {
    std::string_view const name = text_.substr(r.begin, r.size());
    bool const no = holds(name, 0x4e0d) && !holds(name, 0x7684);  // 不 的
    auto const lead = asked(r.begin, r.end, Class::opening);
    if (!lead) return no;
    std::size_t longest = lexicon_.asked(name, 0, Class::name_word).end;
    for (Class const cls : {Class::organ_field, Class::place})
      longest = std::max(longest, lexicon_.longest(name, 0, cls).word.size());
    return no || longest <= lead.end - lead.begin;
  }

  RecordsData& out_;
  OwnerList owners_of_;
  std::vector<OwnerName> names_;
  std::vector<std::string_view> doers_;
  bool soft_ = false;
};

}  // namespace detail

GONGWEN_END
