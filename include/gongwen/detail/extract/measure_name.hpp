// gongwen/detail/extract/measure_name.hpp: the name of a measure where it is more than the trimmed words before a figure.
//
//   第一产业实现增加值 8亿元             第一产业增加值: a verb of reaching inside a name goes
//   园区外企业完成投资 8亿元             投资, whose doer is its area
//   新上13条生产线                      新上生产线: the verb before, the thing after
//   152家房地产开发单位                 a classifier counts what follows
//   730亿的GDP                          a figure before 的 and a known measure
//   引进1亿元以上项目3个                 a bound that counts nothing is part of the name of what follows
//   新建敬老院20所、健身点250个          the members of a list share the verb: 新建健身点
//   完成10万亩旱片治理                   an amount of any unit before a work is how much of it was done
//   按地域分，城镇实现74亿元             a part of the measure before: 城镇…
#pragma once

#include "govern.hpp"

GONGWEN_BEGIN

namespace detail {

/// Finds and composes names.
class MeasureNames : protected Governor {
 protected:
  MeasureNames(RecordsData& out, LexiconData const& lexicon) : out_(out), lexicon_(lexicon) {}

  /// 100万元以上的工业企业21家: bounds of what is counted.
  [[nodiscard]] bool attributive(Figure const& f) const {
    char32_t const next = code_point(text_, f.end);
    if (f.end >= clause_.end || (!is_han(next))) return false;
    // 投资过千万元的50个项目: a bound of what is counted next
    bool const counted = !s_->figures_in({f.end + 6, clause_.end}).empty();
    if (next == 0x7684 && f.mod == Mod::over && f.dimension == Dimension::money && counted) return true;
    if (f.mod_after && (f.mod == Mod::over || f.mod == Mod::under || f.mod == Mod::at_least || f.mod == Mod::at_most))
      return true;
    return bounds_counted(f) || in_works_name(f);
  }
  /// 年收入超十亿企业39家, 投资过亿元项目20个: money over a bound right before what is counted.
  [[nodiscard]] bool bounds_counted(Figure const& f) const {
    if (f.mod != Mod::over || f.dimension != Dimension::money) return false;
    constexpr std::uint32_t longest_noun = 18;  // bytes
    Range const in = s_->figures_in({f.end + 6, std::min(f.end + longest_noun + 1, clause_.end)});
    if (in.empty() || s_->figures[in.begin].dimension != Dimension::count) return false;
    for (std::uint32_t at = f.end; at < s_->figures[in.begin].begin; at += char_size(text_, at)) {
      if (!is_han(code_point(text_, at))) return false;
    }
    return true;
  }
  /// 年产30万吨电极项目, 占地90亩的采摘园: what a thing is like stands in its name; without 的, up to the kind that is built.
  [[nodiscard]] bool in_works_name(Figure const& f) const {
    if (f.dimension == Dimension::count || f.dimension == Dimension::ratio || f.dimension == Dimension::money)
      return false;
    std::uint32_t const floor = f.begin - std::min<std::uint32_t>(f.begin - clause_.begin, 24);
    auto const yields = lexicon_.asked_before(text_, floor, f.begin, Class::yields);
    bool const of = code_point(text_, f.end) == 0x7684;  // 的
    if (of || !(yields || power_in_name(f))) return yields && yields.text != "flow";
    for (std::uint32_t i = f.end, n = 0; i < clause_.end && n < 24; i += char_size(text_, i), ++n) {
      auto const kind = lexicon_.asked(text_.substr(0, clause_.end), i, Class::project_tail);
      if (kind.end > i + 3 && (yields || code_point(text_, kind.end - 3) != 0x7535)) return true;  // 风力发电指标
      char32_t const c = code_point(text_, i);
      if ((!is_han(c) && !is_latin(c)) || s_->lattice().find(i, Class::figure) != nullptr) return false;
    }
    return false;
  }
  /// 一期10MW项目, 柳坪村6MW电站: a power between two parts of a name; after a verb (新建10MW电站) it is how much was built.
  [[nodiscard]] bool power_in_name(Figure const& f) const {
    if ((f.dimension != Dimension::power && f.dimension != Dimension::voltage) || f.begin < clause_.begin + 6)
      return false;
    if (!is_han(code_point(text_, f.end)) || !is_han(code_point(text_, previous(text_, f.begin)))) return false;
    NameReader const names(*s_);
    std::uint32_t const floor = f.begin - std::min<std::uint32_t>(f.begin - clause_.begin, 24);
    for (std::uint32_t at = f.begin; at > floor;) {
      at = static_cast<std::uint32_t>(previous(text_, at));
      if (lexicon_.asked(text_.substr(0, f.begin), at, Class::act).end >= at + 6) return false;
    }
    return names.word_before(clause_.begin, f.begin, Class::reach | Class::reach_verb | Class::indicator) == nullptr;
  }
  /// 152家房地产开发单位: a classifier counts what follows. 730亿的GDP: a figure before 的 and a known measure.
  /// `works`: an amount of any unit is how much of it was done (完成10万亩旱片治理).
  [[nodiscard]] Range right_name(Figure const& f, std::uint32_t at, bool works = false) const {
    Lattice const& lattice = s_->lattice();
    bool const of = code_point(text_, at) == 0x7684;
    if (of) at += 3;
    if (code_point(text_, at) == 0x53e3 && code_point(text_, at - 3) == 0x4eba) return {at - 3, at + 3};  // 45万人口
    if (goes_on(at)) return {at, at};
    std::uint32_t end = at;
    std::size_t n = 0;
    // 2个5万吨级泊位, 31个200亩以上基地: an amount that the thing has
    if (Token const* const own = lattice.find(at, Class::figure); own != nullptr && of_thing(*own)) {
      end = own->end;
      n = 2;
    }
    while (end < clause_.end && n < 16) {
      char32_t const c = code_point(text_, end);
      bool const letters = is_han(c) || is_latin(c) || c == 0x201c || c == 0x201d;
      if (!letters && !begins_code(end)) break;
      if (lattice.find(end, Class::figure | Class::change) != nullptr) break;
      if (c == 0x201c) {  // what is in quotes goes whole or not at all
        std::uint32_t const close = past_quote(end);
        if (close == end) break;
        end = close;
        n += 2;
        continue;
      }
      if (n >= 2 && (lattice.find(end, Class::reach_verb | Class::up | Class::down) != nullptr || is_done(end))) break;
      end += char_size(text_, end);
      ++n;
    }
    if (among(at, end)) return {at, at};
    bool const figure_next = end < clause_.end && lattice.find(end, Class::figure) != nullptr;
    char32_t const next = end < clause_.end ? code_point(text_, end) : U',';
    bool const whole = figure_next || next == 0xff0c || next == U',' || next == 0x3001;  // 5条路， 、
    if ((n < 2 && !(n == 1 && whole)) || formal(at)) return {at, at};                    // 9个村1420人
    // 482个书屋补充图书11万册: the verb begins the name of the figure after it
    if (std::uint32_t const joint = before_joint(at, end); joint != end) {
      end = joint;
    } else if (figure_next) {
      end = before_verb(at, end);
    }
    if (f.dimension != Dimension::count && !(works && !of && measures(f))) {
      // money and measures before 的 are attributes unless a known measure follows
      if (!of) return {at, at};
      Entry const known = lexicon_.longest(text_.substr(0, end), at, Class::indicator);
      if (known.word.empty()) return {at, at};
      return {at, at + static_cast<std::uint32_t>(known.word.size())};
    }
    return {at, end};
  }
  /// Where the quotes end that open at `at`, if they do so within a few words; else `at`.
  [[nodiscard]] std::uint32_t past_quote(std::uint32_t at) const {
    constexpr int most = 16;
    std::uint32_t end = at;
    for (int n = 0; n < most && end < clause_.end; ++n) {
      char32_t const c = code_point(text_, end);
      end += char_size(text_, end);
      if (c == 0x201d) return end;
    }
    return at;
  }
  /// 5G工厂, 4A级景区: digits that a letter follows at once.
  [[nodiscard]] bool begins_code(std::uint32_t at) const {
    std::uint32_t end = at;
    while (end < clause_.end && end < at + 3 && is_digit(code_point(text_, end))) ++end;
    return end > at && end < clause_.end && is_latin(code_point(text_, end));
  }
  /// 亩, 公里, 吨: neither money nor a rate nor a time.
  [[nodiscard]] static bool measures(Figure const& f) noexcept {
    return f.dimension == Dimension::area || f.dimension == Dimension::length || f.dimension == Dimension::mass ||
           f.dimension == Dimension::volume;
  }
  /// 新建敬老院20所、健身点250个: the verb that the members of a list before `at` share, if the list goes on there.
  [[nodiscard]] std::string_view listed_verb(std::uint32_t at, Figure const& f) const {
    bool const counts = f.dimension == Dimension::count || measures(f);
    return counts && follows_list(at) ? list_verb_ : std::string_view();
  }
  /// Only 、 or 和 stands between the last member of a list and `at`.
  [[nodiscard]] bool follows_list(std::uint32_t at) const {
    if (list_end_ == none || at < list_end_ + 3) return false;
    char32_t const c = code_point(text_, list_end_);
    if (c != 0x3001 && c != 0x548c && c != 0x4e0e && c != 0x53ca) return false;  // 、 和 与 及
    return s_->lattice().skip(list_end_ + 3) == at;
  }
  /// 建设, 改造: a verb that its list may share, and nothing else.
  [[nodiscard]] bool whole_verb(Range name) const {
    return lexicon_.asked(text_.substr(0, name.end), name.begin, Class::shared_verb).end == name.end;
  }
  /// The name with the verb of its list, unless it has a verb of its own or is a measure by itself; else nothing.
  [[nodiscard]] std::string_view with_verb(std::string_view verb, Range name) {
    if (verb.empty() || acts(name) || measure_head(lexicon_, words(name))) return {};
    if (!lexicon_.find(words(name), Class::indicator).word.empty()) return {};
    return out_.joined(verb, words(name));
  }
  /// What the names that follow in a list may share: the verb that this one begins with.
  void keep_verb(Range name) {
    if (follows_list(name.begin) && !acts(name)) return;
    auto const verb = lexicon_.asked(text_.substr(0, name.end), name.begin, Class::shared_verb);
    bool const whole = verb && verb.end + 6 <= name.end;
    list_verb_ = whole ? text_.substr(name.begin, verb.end - name.begin) : std::string_view();
  }
  /// 按地域分，城镇实现74亿元: a part by name of the measure before, which is counted in the same unit.
  [[nodiscard]] std::string_view of_whole(Range name, Figure const& f) {
    if (!broken_down_ || out_.indicators.empty() || chars_in(words(name)) > 10) return {};
    if (name.empty() || measure_head(lexicon_, words(name)) || acts(name)) return {};
    if (!lexicon_.find(words(name), Class::indicator).word.empty()) return {};
    Indicator const& before = out_.indicators.back();
    if (before.unit != f.unit || name.begin - before.range.end > 600) return {};
    if (whole_.empty()) whole_ = before.name;
    return out_.joined(words(name), whole_);
  }

  /// 50个项目中，20家企业中，: among which something is.
  [[nodiscard]] bool among(std::uint32_t at, std::uint32_t end) const {
    if (end < at + 9 || end + 3 < clause_.end || code_point(text_, end - 3) != 0x4e2d) return false;  // 中
    char32_t const of = code_point(text_, end - 6);
    return of == 0x76ee || of == 0x4e1a || of == 0x4f4d;  // 项目 企业 单位
  }
  /// 水池41座和泵站9处, 仔猪675头已购回: what follows a count is no name of what it counts.
  [[nodiscard]] bool goes_on(std::uint32_t at) const {
    if (s_->lattice().find(at, Class::hold) != nullptr) return false;  // 并网
    char32_t const c = code_point(text_, at);
    return c == 0x548c || c == 0x4e0e || c == 0x53ca || c == 0x5e76 || c == 0x6b63 || c == 0x81f3 ||
           is_done(at);  // 和与及并正至
  }
  /// 已, 正在, 进行, 扎实, 顺利, 分别: a predicate begins.
  [[nodiscard]] bool is_done(std::uint32_t at) const {
    return static_cast<bool>(lexicon_.asked(text_.substr(0, clause_.end), at, Class::predicate));
  }
  /// 从5个方面抓落实: a count of points of a speech.
  [[nodiscard]] bool formal(std::uint32_t at) const {
    Token const* const word = s_->lattice().find(at, Class::not_measure);
    return word != nullptr && s_->lattice().meaning(*word, Class::not_measure).text == "formal";
  }
  [[nodiscard]] bool of_thing(Token const& t) const {
    Figure const& own = s_->figures[t.payload];
    bool const counted = own.dimension == Dimension::count || own.dimension == Dimension::ratio;
    return !counted && t.end < clause_.end && is_han(code_point(text_, t.end)) &&
           code_point(text_, t.end) != 0x7684;  // 的
  }
  /// Where a verb of doing begins inside, after a noun of two characters; else the end.
  [[nodiscard]] std::uint32_t before_verb(std::uint32_t at, std::uint32_t end) const {
    for (std::uint32_t i = at + 6; i + 6 <= end; i += char_size(text_, i)) {
      if (lexicon_.asked(text_.substr(0, end), i, Class::act).end >= i + 6) return i;
      if (s_->lattice().find(i, Class::lead) != nullptr && code_point(text_, i) == 0x5171) return i;  // 共
    }
    return end;
  }
  /// 10个养老院和20所小学: what joins the name to the next one goes.
  [[nodiscard]] std::uint32_t before_joint(std::uint32_t at, std::uint32_t end) const {
    auto const joint = end > at + 6 ? lexicon_.asked_before(text_, at + 3, end, Class::joint) : LexiconData::Asked{};
    return joint ? static_cast<std::uint32_t>(joint.begin) : end;
  }
  /// 安排5000万元专项资金: what money is of, after a short verb.
  [[nodiscard]] Range fund(std::uint32_t at) const {
    std::uint32_t end = at;
    for (std::uint32_t i = at, n = 0; i < clause_.end && n < 14; i += char_size(text_, i), ++n) {
      if (!is_han(code_point(text_, i)) || s_->lattice().find(i, Class::figure | Class::change) != nullptr) break;
      if (auto const noun = lexicon_.asked(text_.substr(0, clause_.end), i, Class::fund_noun))
        end = static_cast<std::uint32_t>(noun.end);
    }
    return {at, end};
  }
  /// 年产|330万斤|优质稻谷: how much of it there is by the year.
  [[nodiscard]] bool yields(Range name) const {
    return lexicon_.asked(text_.substr(0, name.end), name.begin, Class::yields).end == name.end;
  }
  /// 新开、复航、加密|44条航线: words of two or three characters with points between, so verbs of what is counted.
  [[nodiscard]] bool verbs_alone(Range name) const {
    auto const members = members_of(words(name), true);
    return members.size() > 1 && members.size() < 5 && std::all_of(members.begin(), members.end(), [](auto const& m) {
             return chars_in(m) == 2 || chars_in(m) == 3;
           });
  }
  /// The thing that a classifier counts, where the words before the figure are a short verb.
  [[nodiscard]] Range counted_thing(Figure const& f, Range name, std::uint32_t at) const {
    if (f.dimension == Dimension::money && f.per.empty() && chars_in(words(name)) <= 6 &&
        code_point(text_, at) != 0x7684)
      return fund(at);
    bool const works = measures(f) && (whole_verb(name) || yields(name));
    if (works && code_point(text_, at) != 0x7684) return right_name(f, at, true);  // 改造6万平方米老旧小区
    if (f.dimension != Dimension::count || (f.unit.empty() && f.by != "figure.people") ||
        (chars_in(words(name)) > 6 && !verbs_alone(name)))
      return {at, at};
    if (lexicon_.find(words(name), Class::indicator).word.size() == name.size()) return {at, at};
    return right_name(f, at);
  }

  /// 兆邦二期工程已完成投资2亿元: money of a named work is no measure of an area.
  [[nodiscard]] bool project_money(Range name, Figure const& f) const {
    if (f.dimension != Dimension::money) return false;
    NameReader const names(*s_);
    for (std::uint32_t at = name.begin; at < name.end; at += char_size(text_, at)) {
      Token const* const verb = names.word(at, name.end, Class::reach_verb);
      if (verb != nullptr && at > name.begin && verb->end < name.end) {
        Token const* const invested = names.word(verb->end, name.end, Class::invest);
        return invested != nullptr && invested->end == name.end && !invests(at);
      }
    }
    return false;
  }
  [[nodiscard]] bool industry(std::uint32_t end) const {
    return code_point(text_, previous(text_, end)) == 0x4e1a;
  }  // 业
  /// 企业, 地方, 央企: who invests, and no work.
  [[nodiscard]] bool invests(std::uint32_t end) const {
    return industry(end) || lexicon_.asked_before(text_, clause_.begin, end, Class::investor);
  }

  /// 第一产业实现增加值: a verb of reaching inside a name goes; 园区外企业完成投资: its doer is the area.
  /// Of a name that is not empty something is left.
  [[nodiscard]] Range compose(Range name) {
    composed_ = {};
    doer_ = {};
    NameReader const names(*s_);
    name = after_firm(after_inner(name));
    for (std::uint32_t at = name.begin; at < name.end; at += char_size(text_, at)) {
      Token const* const verb = names.word(at, name.end, Class::reach_verb);
      if (verb == nullptr || at == name.begin || verb->end >= name.end) continue;
      if (names.word(name.begin, name.end, Class::indicator) != nullptr &&
          names.word(name.begin, name.end, Class::indicator)->end > at)
        continue;
      std::string joined(text_.substr(name.begin, at - name.begin));
      Range const rest{verb->end, name.end};
      joined += words(rest);
      bool const known = !lexicon_.find(joined, Class::indicator).word.empty();
      if (known || industry(at) || investor({name.begin, at})) {
        composed_ = out_.arena.emplace_back(std::move(joined));
        return name;
      }
      if (chars_in(text_.substr(name.begin, at - name.begin)) <= 12) {
        Range const doer = names.trim({name.begin, at});
        Range const measure = names.trim(rest);
        if (acts(doer) || measure.empty()) break;
        if (does_it(doer)) doer_ = words(doer);  // none where only 可 stands before
        return measure;
      }
      break;
    }
    return name;
  }

  /// 地方, 央企: nothing but a word for those who invest.
  [[nodiscard]] bool investor(Range r) const {
    auto const word = lexicon_.asked(text_.substr(0, r.end), r.begin, Class::investor);
    return word && word.end == r.end;
  }
  /// Somebody who does something, or a place: not 基本, 应 or 对 before a verb, nor what is measured (耕地质量达到…).
  [[nodiscard]] bool does_it(Range doer) const {
    NameReader const names(*s_);
    constexpr ClassSet verbs = Class::compare | Class::reach | Class::modal | Class::not_measure | Class::lead;
    constexpr ClassSet whole = Class::place | Class::place_short | Class::area | Class::hold | Class::indicator;
    if (doer.size() < 6) return false;
    if (names.word(doer.begin, doer.end, verbs) != nullptr && names.word(doer.begin, doer.end, whole) == nullptr)
      return false;
    char32_t const first = code_point(text_, doer.begin);
    if (first == 0x5728 || first == 0x5bf9 || first == 0x5230) return false;  // 在 对 到
    return lexicon_.asked_before(text_, doer.begin, doer.end, Class::abstract).text != "idle" &&
           !measure_head(lexicon_, words(doer));
  }

  /// 各村要配备保洁员, 失业率要: what has to be done, or to be; the words before the verb are no part of the name.
  [[nodiscard]] Range after_modal(Range name) {
    told_ = false;
    if (!s_->lattice().present().meets(Class::modal)) return name;
    for (std::uint32_t at = name.begin; at < name.end; at += char_size(text_, at)) {
      Token const* const modal = s_->lattice().find(at, Class::modal);
      if (modal == nullptr || modal->end > name.end || at == name.begin || part_of_word(at)) continue;
      if (modal->end == name.end) {
        Range const subject = NameReader(*s_).trim({name.begin, at});
        if (subject.empty()) return name;
        told_ = true;
        return subject;
      }
      if (!lexicon_.asked(text_.substr(0, name.end), modal->end, Class::act)) continue;
      Range const deed = NameReader(*s_).trim({modal->end, name.end});
      if (deed.empty()) return name;
      told_ = true;
      return deed;
    }
    return name;
  }
  /// 主要, 需要, 要素: the modal is a part of another word.
  [[nodiscard]] bool part_of_word(std::uint32_t at) const {
    std::string_view const clause = text_.substr(0, clause_.end);
    auto const before = static_cast<std::uint32_t>(previous(text_, at));
    return lexicon_.asked(clause, before, Class::not_modal).end > at || lexicon_.asked(clause, at, Class::not_modal);
  }
  /// 组织科技下乡, 开工、: words of doing, so nobody who does it.
  [[nodiscard]] bool acts(Range r) const {
    return lexicon_.asked(text_.substr(0, r.end), r.begin, Class::act).end >= r.begin + 6;
  }

  RecordsData& out_;
  LexiconData const& lexicon_;
  std::string_view composed_, doer_;  ///< of the name that was composed last
  std::string_view list_verb_;        ///< what the members of a list share (新建)
  std::uint32_t list_end_ = none;     ///< where the last member ended
  bool list_works_ = false;           ///< it was an amount of works
  std::string_view whole_;            ///< the measure that is broken down
  bool broken_down_ = false;          ///< the sentence says by what (按地域分)
  bool told_ = false;                 ///< it held a modal

 private:
  /// 云岭矿业有限公司投资 5000万元: the company is the doer of what is measured.
  [[nodiscard]] Range after_firm(Range name) {
    if (!s_->lattice().present().meets(Class::corp_tail)) return name;
    constexpr std::uint32_t shortest = 12;  // bytes: 有限公司, 集团公司, not 公司 in 上市公司总数
    NameReader const names(*s_);
    for (std::uint32_t at = name.begin + 6; at + shortest < name.end; at += char_size(text_, at)) {
      Token const* const tail = names.word(at, name.end, Class::corp_tail);
      if (tail == nullptr || tail->end - tail->begin < shortest || tail->end == name.end) continue;
      char32_t const next = code_point(text_, tail->end);
      if (next == 0x3001 || next == 0x7b49 || next == 0x548c || next == 0x4e0e) return name;  // 、 等 和 与
      Range const measure = names.trim({tail->end, name.end});
      if (measure.size() < 6) return name;
      // 柳河县云岭矿业有限公司: the place before it was passed over as an area
      Token const* const place = names.word_before(std::min(np_begin_, name.begin), name.begin, Class::place);
      std::uint32_t const begin = place != nullptr ? place->begin : name.begin;
      doer_ = text_.substr(begin, tail->end - begin);
      return measure;
    }
    return name;
  }
  /// 预期 in 人均预期寿命: a known measure holds the word.
  [[nodiscard]] bool inside_measure(Token const& t, Range name) const {
    NameReader const names(*s_);
    std::uint32_t at = t.begin;
    for (int n = 0; n < 6 && at > name.begin; ++n) {
      at = static_cast<std::uint32_t>(previous(text_, at));
      Token const* const known = names.word(at, name.end, Class::indicator);
      if (known != nullptr && known->end >= t.end) return true;
    }
    return false;
  }
  /// 汨罗市一季度的财政, 项目建成后预计年产量, 目标任务是签约项目: the name begins after a time or a word of status inside.
  [[nodiscard]] Range after_inner(Range name) {
    NameReader const names(*s_);
    for (std::uint32_t at = name.end; at > name.begin;) {
      at = static_cast<std::uint32_t>(previous(text_, at));
      if (names.word(at, name.end, Class::indicator) != nullptr &&
          names.word(at, name.end, Class::indicator)->end == name.end)
        continue;
      Token const* const t = names.word(at, name.end, Class::time | Class::status);
      if (t == nullptr || t->end >= name.end || s_->in_name(at) || inside_measure(*t, name)) continue;
      if (!t->classes.meets(Class::time)) {
        auto const said = static_cast<Status>(s_->lattice().meaning(*t, Class::status).value);
        bool const leads = said == Status::estimate || code_point(text_, previous(text_, t->end)) == 0x662f ||
                           code_point(text_, t->end) == 0x662f;  // 是
        if (said == Status::plan || said == Status::actual || !leads) continue;
      } else if (at == name.begin) {
        continue;
      }
      Range rest = names.trim({t->end, name.end});
      if (code_point(text_, rest.begin) == 0x662f) rest = names.trim({rest.begin + 3, name.end});
      if (chars_in(words(rest)) < 2) continue;
      // 农林牧渔业预计总产值, 规上企业预计完成产值: the words before are a part of the name
      Range const whose = names.trim({name.begin, at});
      bool const status = !t->classes.meets(Class::time);
      bool const trade = !whose.empty() && (industry(whose.end) || code_point(text_, whose.end - 3) == 0x6d4e);  // 经济
      if (status && trade && chars_in(words(whose)) <= 12) composed_ = out_.joined(words(whose), words(rest));
      return rest;
    }
    return name;
  }
};

}  // namespace detail

GONGWEN_END
