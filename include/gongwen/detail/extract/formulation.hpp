// gongwen/detail/extract/formulation.hpp: numbered catch-phrases and the members that the text spells out.
//
//   落实责任、政策、帮扶、监管“四个不放”要求      四个不放 · 4 · 责任 政策 帮扶 监管     a list before it
//   “两纲”（妇女发展纲要、儿童发展纲要）           两纲 · 2 · …                           a list after ： （ 即
//   要做到三个盯住。第一盯住项目，第二盯住园区，…   三个盯住 · 3 · 项目 园区 …             an enumeration after it
//   统筹城乡和统筹区域两个统筹                     两个统筹 · 2 · 统筹城乡 统筹区域
//   “一轴三带” · “1+3”                             一轴三带 · 4                           of a compound the sum
//   “工业强镇、旅游名镇”两张名片                    两张名片 · 2 · 工业强镇 旅游名镇
//
// In quotes, a numeral with 个, 大, 项 … and a noun is a formulation by itself, and so is a compound. A short form (“三防”) and
// one without quotes need their members. A phrase is recorded once in an article; members found later are added to it.
// Each look at the words round a name is bounded, so time is linear.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "clauses.hpp"
#include "distribute.hpp"
#include "evidence.hpp"
#include "formula_words.hpp"

GONGWEN_BEGIN

namespace detail {

class FormulationReader {
 public:
  FormulationReader(RecordsData& out, LexiconData const& lexicon) : out_(out), lexicon_(lexicon) {}

  /// Nothing is looked for outside the article.
  void new_article(Range article) {
    first_ = out_.formulations.size();
    article_ = article;
    looked_.fill(article.begin);
  }

  void read(Sentence const& sentence, NodeIndex node, std::uint32_t body) {
    ClassSet const present = sentence.lattice().present();
    if (!present.meets(Class::number)) return;
    text_ = sentence.lattice().text();
    if (article_.empty()) article_ = {0, static_cast<std::uint32_t>(text_.size())};  // a text without articles
    node_ = node;
    body_ = body;
    end_ = sentence.lattice().range().end;
    for (Place const& place : sentence.lattice().places()) {
      if (place.byte < body || !place.classes.meets(Class::number | Class::quote_open)) continue;
      if (place.classes.meets(Class::quote_open)) {
        quoted(place.byte);
      } else {
        bare(place.byte);
      }
    }
  }

 private:
  struct Name {
    Range range;
    int count = 0;
    std::string_view kernel;  ///< what is counted: 对准
    bool measured = false;    ///< with 个, 大, 项 …
    bool compound = false;
  };

  static constexpr std::uint32_t far_before = 240, far_after = 300, far_listed = 1200, to_first = 150,
                                 to_next = 900;  // bytes

  static constexpr int numeral(char32_t c) noexcept {
    if (c == 0x5341) return 10;  // 十
    if (c == 0x53cc) return 2;   // 双
    return han_digit(c);
  }

  // ---- names -------------------------------------------------------------------------------------------------------

  [[nodiscard]] std::optional<Name> name_in(Range r) const {
    while (!r.empty() && is_space(code_point(text_, previous(text_, r.end))))
      r.end = static_cast<std::uint32_t>(previous(text_, r.end));
    if (r.size() < 6 || r.size() > 36 || lexicon_.asked(text_.substr(0, r.end), r.begin, Class::formula_not))
      return std::nullopt;
    Name n;
    n.range = r;
    n.count = numeral(code_point(text_, r.begin));
    if (n.count <= 0) return std::nullopt;
    int numerals = 0, last = 0, ones = 0;
    std::uint32_t run = 0;  // characters since the last numeral
    bool paired = true;
    for (std::uint32_t i = r.begin; i < r.end; i += char_size(text_, i)) {
      char32_t const c = code_point(text_, i);
      if (!is_han(c)) return std::nullopt;
      if (int const v = numeral(c); v > 0 && !one_of_word(text_, i, r.begin)) {
        paired = paired && (numerals == 0 || (run > 0 && run < 4));
        ++numerals;
        ones += v == 1 ? 1 : 0;
        last += v;
        run = 0;
      } else {
        ++run;
      }
    }
    // “一核”即…: one of a set that is told of one by one
    if (n.count == 1 && numerals == 1 && run > 0 && run < 5 && told_of(r)) {
      n.kernel = text_.substr(r.begin + 3, r.end - r.begin - 3);
      return n;
    }
    auto const measure = lexicon_.asked(text_.substr(0, r.end), r.begin + 3, Class::formula_measure);
    if (n.count > 1 && numerals == 2 && as_one(r.begin + 3)) {
      n.kernel = {};  // 三位一体 is three
    } else if (measure && measure.end < r.end) {
      if (run == 0 && numerals != 2) return std::nullopt;
      n.measured = n.count > 1;
      n.kernel = text_.substr(measure.end, r.end - measure.end);
    } else if (run == 0) {
      return std::nullopt;  // 十四五
    } else if (numerals > 1) {
      n.compound = paired && run < 4 && ones < numerals;
      n.count = last;
      if (!n.compound) return std::nullopt;
    } else {
      n.kernel = text_.substr(r.begin + 3, r.end - r.begin - 3);
    }
    if (n.count < 2 || n.count > 20) return std::nullopt;
    return n;
  }

  /// Is what a quoted name means said at once after it, in an article that has such a name already?
  [[nodiscard]] bool told_of(Range name) const {
    return out_.formulations.size() > first_ && closing(code_point(text_, name.end)) &&
           means(text_, name.end + static_cast<std::uint32_t>(char_size(text_, name.end)), end_);
  }
  /// 位一体: so many in one.
  [[nodiscard]] bool as_one(std::uint32_t at) const {
    return code_point(text_, at) == 0x4f4d && code_point(text_, at + 3) == 0x4e00 &&
           code_point(text_, at + 6) == 0x4f53;
  }
  /// 1+3+5: figures joined by a plus.
  [[nodiscard]] std::optional<Name> sum_in(Range r) const {
    Name n;
    n.range = r;
    n.compound = true;
    bool digit = false, plus = false;
    for (std::uint32_t i = r.begin; i < r.end; i += char_size(text_, i)) {
      char32_t const c = code_point(text_, i);
      bool const joins = c == U'+' || c == 0xff0b;  // ＋
      if (joins ? !digit : !is_digit(c) || digit) return std::nullopt;
      if (!joins) n.count += static_cast<int>(c - U'0');
      plus = plus || joins;
      digit = !joins;
    }
    return plus && digit ? std::optional<Name>(n) : std::nullopt;
  }
  void quoted(std::uint32_t open) {
    std::uint32_t const begin = open + char_size(text_, open);
    std::uint32_t close = begin;
    while (close < end_ && close < begin + 40 && !closing(code_point(text_, close))) close += char_size(text_, close);
    if (close >= end_ || !closing(code_point(text_, close))) return;
    auto const sum = sum_in({begin, close});
    auto const n = sum ? sum : name_in({begin, close});
    if (!n) return;
    std::uint32_t const after = close + char_size(text_, close);
    members_.clear();
    bool const found = before(*n, open, false) || after_it(*n, after) || enumerated(*n, after, 60, led(after));
    if (!found) members_.clear();
    if (n->measured || n->compound || found || n->count == 1)
      add(*n, n->measured || n->compound ? "0.9" : "0.8", "formulation.quoted");
  }
  /// Does a colon stand at once after the name, or after a word or two?
  [[nodiscard]] bool led(std::uint32_t at) const {
    for (int k = 0; k < 4 && at < end_; ++k, at += char_size(text_, at)) {
      char32_t const c = code_point(text_, at);
      if (c == 0xff1a || c == U':') return true;
      if (c == 0xff0c || c == 0x3002) return false;
    }
    return false;
  }
  static constexpr bool closing(char32_t c) noexcept {
    return c == 0x201d || c == 0x2019 || c == 0x300d || c == 0x300f;  // ” ’ 」 』
  }

  /// Without quotes: N个X where each member begins with X, N化 where each ends with 化.
  void bare(std::uint32_t at) {
    int const count = numeral(code_point(text_, at));
    if (count < 1 || at + 12 > end_) return;
    if (at > body_) {
      char32_t const c = code_point(text_, previous(text_, at));
      if (numeral(c) >= 0 || han_power(c) > 0 || c == 0x7b2c || c == 0x201c || is_digit(c)) return;  // 第 “
    }
    members_.clear();
    if (at >= body_ + 6 && numeral(code_point(text_, at - 6)) > 0 && is_han(code_point(text_, at - 3)))
      return;  // 两区 of 一镇两区
    if (listed_in_quotes(at, count)) return;
    if (count < 2) return alternating(at);
    if (code_point(text_, at + 3) == 0x5316) return of_kind(at, count);  // 化
    if (code_point(text_, at + 3) == 0x5927) return great(at);           // 大
    if (code_point(text_, at + 3) != 0x4e2a) return alternating(at);     // 个
    if (at + 12 > end_) return;
    auto const n = name_in({at, at + 12});
    if (!n || !n->measured || lexicon_.asked(n->kernel, 0, Class::formula_not)) return;
    if (before(*n, at, true) || enumerated(*n, at + 12, to_first, false)) add(*n, "0.8", "formulation.bare");
  }
  /// “工业强镇、农业大镇、旅游名镇”三张名片: the members stand in quotes before the name.
  bool listed_in_quotes(std::uint32_t at, int count) {
    if (count < 2 || at < body_ + 9 || !closing(code_point(text_, at - 3))) return false;
    auto const measure = lexicon_.asked(text_.substr(0, end_), at + 3, Class::formula_measure);
    if (!measure) return false;
    auto end = static_cast<std::uint32_t>(measure.end);
    for (int k = 0; k < 2 && end < end_ && is_han(code_point(text_, end)); ++k) end += 3;
    auto const n = name_in({at, end});
    if (!n || !n->measured) return false;
    std::uint32_t open = at - 3;
    std::uint32_t const floor = std::max(body_, at > far_before ? at - far_before : 0U);
    while (open > floor && code_point(text_, open) != 0x201c) open = static_cast<std::uint32_t>(previous(text_, open));
    if (code_point(text_, open) != 0x201c) return false;  // “
    split(text_.substr(open + 3, at - 6 - open), 0x3001, members_);
    if (!fits(*n)) return false;
    add(*n, "0.8", "formulation.in_quotes");
    return true;
  }
  /// 粮油、生猪、茶叶三大产业: a list before it of so many; 三大产业：粮油、生猪、茶叶.
  void great(std::uint32_t at) {
    std::uint32_t end = at + 6;
    for (int k = 0; k < 4 && end < end_ && is_han(code_point(text_, end)); ++k) end += 3;
    if (end < end_ && is_han(code_point(text_, end))) end = at + 12;
    if (end < at + 12 || end > end_) return;
    auto const n = name_in({at, end});
    if (n && n->measured && (before(*n, at, false) || (led_at(end) && after_it(*n, end))))
      add(*n, "0.7", "formulation.great");
  }
  [[nodiscard]] bool led_at(std::uint32_t at) const {
    char32_t const c = at < end_ ? code_point(text_, at) : U' ';
    return c == 0xff1a || c == U':' || c == 0xff08;  // ： （
  }
  /// 一轴三带, 三纵四横: numerals and single characters by turns, the first of no date, session or count.
  void alternating(std::uint32_t at) {
    std::uint32_t end = at;
    int parts = 0;
    while (parts < 4 && end + 6 <= end_ && numeral(code_point(text_, end)) > 0 && code_point(text_, end) != 0x5341 &&
           is_han(code_point(text_, end + 3)) && numeral(code_point(text_, end + 3)) < 0 &&
           han_power(code_point(text_, end + 3)) == 0) {
      if (lexicon_.asked(text_.substr(0, end_), end + 3, Class::formula_count)) return;
      end += 6;
      ++parts;
    }
    if (parts < 2 || set_phrase(at)) return;
    if (auto const n = name_in({at, end}); n && n->compound) add(*n, "0.7", "formulation.alternating");
  }
  [[nodiscard]] bool set_phrase(std::uint32_t at) const {
    return !lexicon_.longest(text_.substr(0, end_), at, Class::fixed_phrase).word.empty();
  }
  /// 四化: the nearest list before it of so many members that all end so.
  void of_kind(std::uint32_t at, int count) {
    Name n;
    n.range = {at, at + 6};
    n.count = count;
    // What was looked through in vain is not looked through again
    std::uint32_t& looked = looked_[static_cast<std::size_t>(count)];
    std::uint32_t const floor = std::max({looked, article_.begin, at > kind_reach ? at - kind_reach : 0U});
    looked = at;
    std::uint32_t end = at;
    for (std::uint32_t i = at; i > floor;) {
      i = static_cast<std::uint32_t>(previous(text_, i));
      char32_t const c = code_point(text_, i);
      if (c != 0xff0c && c != 0x3002 && c != U'\n' && c != 0xff1b) continue;
      std::uint32_t const from = i + char_size(text_, i);
      if (kind_list({from, end}, n)) return add(n, "0.7", "formulation.kind");
      end = i;
    }
    if (floor == article_.begin && kind_list({floor, end}, n)) add(n, "0.7", "formulation.kind");
  }
  static constexpr std::uint32_t kind_reach = 6000;
  [[nodiscard]] bool kind_list(Range r, Name const& n) {
    // up to the last 化 of the clause
    std::uint32_t end = r.begin;
    for (std::uint32_t i = r.begin; i < r.end; i += char_size(text_, i)) {
      if (code_point(text_, i) == 0x5316) end = i + 3;  // 化
    }
    if (end == r.begin) return false;
    std::vector<std::string_view> list;
    split(text_.substr(r.begin, end - r.begin), 0x3001, list);
    if (list.size() != static_cast<std::size_t>(n.count)) return false;
    list.front() = trimmed(list.front(), n);
    for (std::string_view const m : list) {
      if (m.size() < 6 || m.size() > 30 || code_point(m, previous(m, m.size())) != 0x5316) return false;
    }
    members_ = list;
    return true;
  }

  // ---- members -----------------------------------------------------------------------------------------------------

  static void split(std::string_view list, char32_t mark, std::vector<std::string_view>& out) {
    out.clear();
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= list.size();) {
      bool const end = i == list.size();
      if (end || code_point(list, i) == mark) {
        if (i > begin) out.push_back(list.substr(begin, i - begin));
        begin = end ? i : i + char_size(list, i);
      }
      if (end) break;
      i += char_size(list, i);
    }
  }
  [[nodiscard]] bool fits(Name const& n) const { return members_.size() == static_cast<std::size_t>(n.count); }

  /// The words of the first member without what leads up to the list: 切实落实责任 → 责任.
  [[nodiscard]] std::string_view trimmed(std::string_view m, Name const& n) const {
    if (n.kernel.size() >= 6) {
      if (std::size_t const at = m.find(n.kernel); at != std::string_view::npos) return m.substr(at);
    }
    for (int k = 0; k < 5; ++k) {
      if (!n.kernel.empty() && m.substr(0, n.kernel.size()) == n.kernel) break;  // 防汛 of 三防
      std::size_t to = 0;
      for (Class const cls : {Class::act, Class::formula_lead}) {
        auto const word = lexicon_.asked(m, 0, cls);
        if (word) to = std::max(to, word.end);
      }
      to = std::max(to, lexicon_.longest(m, 0, Class::area).word.size());
      if (to == 0 || to >= m.size()) break;
      m.remove_prefix(to);
    }
    return m;
  }

  /// A list that ends where the name begins. `kernel`: each member must begin with what is counted.
  bool before(Name const& n, std::uint32_t at, bool kernel) {
    std::uint32_t end = at;
    for (int k = 0; k < 3; ++k) {
      auto const link = lexicon_.asked_before(text_, body_, end, Class::formula_link);
      if (!link) break;
      end = static_cast<std::uint32_t>(link.begin);
    }
    std::uint32_t begin = end;
    std::uint32_t const floor = std::max(body_, end > far_before ? end - far_before : 0U);
    while (begin > floor) {
      auto const p = static_cast<std::uint32_t>(previous(text_, begin));
      char32_t const c = code_point(text_, p);
      if (c == 0xff0c || c == 0xff1b || c == 0xff1a || c == 0x3002 || c == U',' || c == U';' || full_stop(c)) break;
      begin = p;
    }
    if (begin >= end) return false;
    std::string_view const list = text_.substr(begin, end - begin);
    split(list, 0x3001, members_);  // 、
    bool const pauses = fits(n);
    if (!pauses) members_ = members_of(list);
    if (!fits(n)) return false;
    // 排放量、排放强度实现“双下降”: what the name is said of, which a verb parts from it
    if (parted(members_.back())) return false;
    if (n.compound) std::transform(members_.begin(), members_.end(), members_.begin(), part_of);
    members_.front() = trimmed(members_.front(), n);
    if (code_point(members_.front(), 0) == 0x201c) members_.front().remove_prefix(3);  // “
    for (std::string_view const m : members_) {
      if (m.empty() || m.size() > 60 || acts(m, n, pauses) || leads(m)) return false;
      if (kernel && (n.kernel.empty() || m.substr(0, n.kernel.size()) != n.kernel)) return false;
    }
    return true;
  }

  [[nodiscard]] bool parted(std::string_view m) const {
    return !lexicon_.longest_before(m, m.size(), Class::reach_verb).word.empty() ||
           !lexicon_.longest_before(m, m.size(), Class::manner).word.empty();
  }
  /// 航空航天 of 航空航天两大集群为核心, 轨道交通 of 形成以轨道交通: a member of a compound without the count of its part and
  /// what leads up to it.
  [[nodiscard]] static std::string_view part_of(std::string_view m) {
    for (std::size_t i = m.empty() ? 0 : char_size(m, 0); i + 6 <= m.size(); i += char_size(m, i)) {
      char32_t const next = code_point(m, i + char_size(m, i));
      if (numeral(code_point(m, i)) < 2 || (next != 0x5927 && next != 0x4e2a)) continue;  // 大 个
      m = m.substr(0, i);
      break;
    }
    std::size_t const with = m.find("\xe4\xbb\xa5");  // 以
    return with == std::string_view::npos || with + 9 > m.size() ? m : m.substr(with + 3);
  }
  /// 突出两大重点: a verb that leads up to the name, no member.
  [[nodiscard]] bool leads(std::string_view m) const {
    auto const lead = lexicon_.asked(m, 0, Class::formula_lead);
    return lead && lead.end == m.size();
  }
  /// 用足用好资金: a clause of its own, unless each member begins with what is counted; a verb alone (帮扶) only between 、.
  [[nodiscard]] bool acts(std::string_view m, Name const& n, bool pauses) const {
    if (!n.kernel.empty() && m.substr(0, n.kernel.size()) == n.kernel) return false;
    auto const act = lexicon_.asked(m, 0, Class::act);
    return act && act.end >= 6 && !(pauses && act.end == m.size());
  }

  /// A list after ： （ 即 就是.
  bool after_it(Name const& n, std::uint32_t at) {
    std::uint32_t from = means(text_, at, end_) ? at + 3 : none;
    for (std::uint32_t i = at; from == none && i < end_ && i < at + 24;) {
      char32_t const c = code_point(text_, i);
      auto const link = lexicon_.asked(text_.substr(0, end_), i, Class::formula_opens);
      if (link) {
        from = static_cast<std::uint32_t>(link.end);
        break;
      }
      if (c == 0x3002 || c == 0x3001) break;
      i += char_size(text_, i);
    }
    if (from == none) return false;
    std::uint32_t end = from;
    while (end < end_ && end < from + far_listed) {
      char32_t const c = code_point(text_, end);
      if (c == 0x3002 || c == 0xff09 || c == U')') break;
      std::uint32_t const past = past_bracket(text_, end, end_);
      end = past != end ? past : end + static_cast<std::uint32_t>(char_size(text_, end));
    }
    return list_after(n, text_.substr(from, end - from));
  }
  /// 水果、水产和茶叶 · 抓项目；抓产业 · 抓项目，抓产业: the first clause alone, then all of it, by one mark.
  bool list_after(Name const& n, std::string_view list) {
    while (!list.empty() && (code_point(list, 0) == 0xff1a || list.front() == ':'))
      list.remove_prefix(char_size(list, 0));
    std::string_view const clause = list.substr(0, first_point(list));
    split(clause, 0x3001, members_);  // 、
    if (fits(n)) return whole_members();
    if (members_ = members_of(clause); fits(n)) return whole_members();
    for (char32_t const mark : {char32_t{0xff1b}, char32_t{0x3001}, char32_t{0xff0c}}) {  // ； 、 ，
      if (mark != 0xff1b && list.size() > far_after) break;
      split(list, mark, members_);
      if (fits(n)) return whole_members();
    }
    // 联村、联户，送政策、送技术: what a compound counts, part by part
    if (!n.compound || list.size() > far_after) return false;
    std::vector<std::string_view> parts = std::move(members_), part;
    members_.clear();
    for (std::string_view const p : parts) {  // by ，
      split(p, 0x3001, part);
      members_.insert(members_.end(), part.begin(), part.end());
    }
    return fits(n) && whole_members();
  }
  /// Where the first ， or ； of a list stands; its end where it has none.
  [[nodiscard]] static std::size_t first_point(std::string_view list) {
    for (std::size_t i = 0; i < list.size(); i += char_size(list, i)) {
      char32_t const c = code_point(list, i);
      if (c == 0xff0c || c == 0xff1b) return i;
    }
    return list.size();
  }
  bool whole_members() {
    for (std::string_view& m : members_) m = without_note(unnumbered(m));
    return std::all_of(members_.begin(), members_.end(),
                       [](std::string_view m) { return !m.empty() && m.size() < 90; });
  }
  /// 一是加快 → 加快, 第一，加快 → 加快
  [[nodiscard]] static std::string_view unnumbered(std::string_view m) {
    std::size_t at = 0;
    if (code_point(m, 0) == 0x7b2c) at = 3;  // 第
    if (at < m.size() && numeral(code_point(m, at)) > 0) {
      std::size_t const to = at + 3;
      char32_t const c = to < m.size() ? code_point(m, to) : 0;
      if (c == 0x662f || c == 0xff0c || c == 0x8981 || c == 0x3001) return m.substr(to + 3);  // 是 ， 要
      if (at > 0) return m.substr(to);
    }
    return m;
  }

  /// 第一…，第二…, 一是…；二是… after the name, as many as it counts.
  bool enumerated(Name const& n, std::uint32_t at, std::uint32_t reach, bool led) {
    members_.clear();
    std::uint32_t const end = article_.end;
    std::uint32_t from = at;
    for (int k = 1; k <= n.count; ++k) {
      std::uint32_t const limit = std::min(end, from + (k == 1 ? reach : to_next));
      std::uint32_t const found = marker(from, limit, k);
      if (found == none) return false;
      std::string_view m = member_at(found, n, limit + to_next);
      if (m.empty()) return false;
      members_.push_back(m);
      from = found;
    }
    if (n.kernel.empty() || led) return true;
    // each says what is counted, unless a colon leads up to them
    std::size_t same = 0;
    for (std::string_view const m : members_)
      same += m.data() >= text_.data() + n.kernel.size() &&
                      (std::string_view(m.data() - n.kernel.size(), n.kernel.size()) == n.kernel ||
                       m.substr(0, n.kernel.size()) == n.kernel || m.ends_with(n.kernel))
                  ? 1
                  : 0;
    return same == members_.size();
  }
  /// The byte after the marker of the k-th member: 第k, k是, k要.
  [[nodiscard]] std::uint32_t marker(std::uint32_t from, std::uint32_t limit, int k) const {
    for (std::uint32_t i = from; i + 6 < limit; i += char_size(text_, i)) {
      char32_t const c = code_point(text_, i);
      if (c == 0x7b2c && numeral(code_point(text_, i + 3)) == k) return i + 6;  // 第
      if (numeral(c) != k) continue;
      char32_t const next = code_point(text_, i + 3);
      if (next == 0x662f || next == 0x8981) return i + 6;  // 是 要
    }
    return none;
  }
  [[nodiscard]] std::string_view member_at(std::uint32_t at, Name const& n, std::uint32_t limit) const {
    limit = std::min(limit, article_.end);
    while (at < limit) {
      char32_t const c = code_point(text_, at);
      if (!is_space(c) && c != 0xff0c && c != 0x3001 && c != 0x662f && c != 0x4e2a) break;  // ， 、 是 个
      at += char_size(text_, at);
    }
    if (!n.kernel.empty() && text_.substr(at, n.kernel.size()) == n.kernel)
      at += static_cast<std::uint32_t>(n.kernel.size());
    std::uint32_t end = at;
    while (end < limit && end < at + 90) {
      char32_t const c = code_point(text_, end);
      if (c == 0xff0c || c == 0xff1b || c == 0x3002 || c == 0xff1a || c == U'\n') break;
      end += char_size(text_, end);
    }
    return text_.substr(at, end - at);
  }

  // ---- writing -----------------------------------------------------------------------------------------------------

  void add(Name const& n, std::string_view confidence, std::string_view by) {
    std::string_view const name = text_.substr(n.range.begin, n.range.size());
    std::size_t looked = 0;
    for (std::size_t i = out_.formulations.size(); i > first_ && looked < 64; --i, ++looked) {
      Formulation& f = out_.formulations[i - 1];
      if (f.name != name) continue;
      if (f.members.empty() && !members_.empty()) {
        f.members = members_;
        evidence(f);
      }
      return;
    }
    Formulation f;
    f.node = node_;
    f.range = n.range;
    f.span = out_.outline.text().span(n.range);
    f.by = by;
    f.name = name;
    f.count = n.count;
    f.members = members_;
    f.confidence = *Decimal::parse(confidence);
    evidence(f);
    out_.formulations.push_back(std::move(f));
  }
  /// Its name stands in the fact's own node, its members in the one that is read.
  void evidence(Formulation& f) {
    begin_evidence(f, out_);
    note_evidence(f, out_, "name", {RecordType::node, f.node});
    if (!f.members.empty()) note_evidence(f, out_, "members", {RecordType::node, node_});
  }

  RecordsData& out_;
  LexiconData const& lexicon_;
  std::size_t first_ = 0;
  Range article_;
  std::string_view text_;
  NodeIndex node_ = no_node;
  std::uint32_t body_ = 0, end_ = 0;
  std::vector<std::string_view> members_;
  std::array<std::uint32_t, 11> looked_{};  ///< up to where the members of N化 were looked for
};

}  // namespace detail

GONGWEN_END
