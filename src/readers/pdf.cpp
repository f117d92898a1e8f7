// pdf.cpp: PDF to text by the program pdftotext (poppler-utils), as a child process: its library is GPL, so it stays outside.
#include "formats.hpp"
#include "writer.hpp"

#if defined(__unix__) || defined(__APPLE__)
#define GONGWEN_HAS_POSIX 1
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
extern char** environ;
#endif

GONGWEN_BEGIN

namespace readers {

namespace {

#ifdef GONGWEN_HAS_POSIX

/// One end of a connection, closed with its owner.
class End {
 public:
  End() = default;
  explicit End(int fd) : fd_(fd) {}
  End(End const&) = delete;
  End& operator=(End const&) = delete;
  ~End() { close(); }
  void set(int fd) { fd_ = fd; }
  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }
  [[nodiscard]] int get() const noexcept { return fd_; }

 private:
  int fd_ = -1;
};

[[noreturn]] void fail_system(char const* what) {
  throw error(error_code::io, 0,
              std::string("a PDF needs a child process, and ") + what + " failed; try again with less load");
}

/// Two connected ends, neither of which other child processes keep. Sockets, because writing to one can be told not to
/// raise SIGPIPE when the child has gone.
void connect(End& ours, End& theirs) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) fail_system("socketpair");
  ours.set(ends[0]);
  theirs.set(ends[1]);
  for (int const fd : ends) {
    if (fcntl(fd, F_SETFD, FD_CLOEXEC) != 0) fail_system("fcntl");
  }
  if (fcntl(ends[0], F_SETFL, O_NONBLOCK) != 0) fail_system("fcntl");
#ifdef SO_NOSIGPIPE
  int const on = 1;
  setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
}

/// A running child, killed and waited for with its owner.
class Child {
 public:
  Child() = default;
  Child(Child const&) = delete;
  Child& operator=(Child const&) = delete;
  ~Child() {
    if (pid_ > 0) {
      kill(pid_, SIGKILL);
      wait();
    }
  }
  /// Starts a program without a shell; returns errno's reason, 0 when it runs.
  int start(std::string const& program, std::vector<std::string> const& arguments, int in, int out, int err) {
    std::vector<char*> words;
    for (std::string const& a : arguments) words.push_back(const_cast<char*>(a.c_str()));
    words.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    if (posix_spawn_file_actions_init(&actions) != 0) throw std::bad_alloc();
    posix_spawn_file_actions_adddup2(&actions, in, 0);
    posix_spawn_file_actions_adddup2(&actions, out, 1);
    posix_spawn_file_actions_adddup2(&actions, err, 2);
    int const failed = posix_spawnp(&pid_, program.c_str(), &actions, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) pid_ = -1;
    return failed;
  }
  [[nodiscard]] pid_t pid() const noexcept { return pid_; }
  /// The exit status, or -1 when a signal ended it.
  int wait() {
    int status = 0;
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t pid_ = -1;
};

/// Reads what there is; false at the end.
bool read_some(End& from, std::string& to) {
  char block[1 << 16];
  ssize_t const n = recv(from.get(), block, sizeof block, 0);
  if (n > 0) to.append(block, static_cast<std::size_t>(n));
  return n > 0 || (n < 0 && (errno == EAGAIN || errno == EINTR));
}

struct Said {
  std::string text, complaint;
  int status = 0;
};

/// Feeds `bytes` to the child and gathers what it says, all at once, so that neither waits for the other.
void converse(std::span<std::byte const> bytes, End& in, End& out, End& err, ReadOptions const& options, Said& said) {
  constexpr std::size_t most_complaint = 4096;
  auto const end = std::chrono::steady_clock::now() + std::chrono::seconds(options.max_seconds);
  std::size_t written = 0;
  while (out.get() >= 0 || err.get() >= 0) {
    auto const left =
        std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
    if (left <= 0) {
      throw error(error_code::limit, 0,
                  "pdftotext took longer than ReadOptions::max_seconds allows; split the PDF or raise the limit");
    }
    pollfd ends[] = {
        {in.get(), POLLOUT, 0}, {out.get(), POLLIN, 0}, {err.get(), POLLIN, 0}};  // closed ones are skipped
    if (poll(ends, 3, static_cast<int>(std::min<long long>(left, 1000))) < 0 && errno != EINTR) fail_system("poll");
    if (ends[0].revents != 0) {
#ifdef MSG_NOSIGNAL
      int const flags = MSG_NOSIGNAL;
#else
      int const flags = 0;
#endif
      ssize_t const n = send(in.get(), bytes.data() + written, bytes.size() - written, flags);
      if (n > 0) written += static_cast<std::size_t>(n);
      bool const gone = n < 0 && errno != EAGAIN && errno != EINTR;
      if (gone || written == bytes.size()) in.close();
    }
    if (ends[1].revents != 0 && !read_some(out, said.text)) out.close();
    if (ends[2].revents != 0 && !read_some(err, said.complaint)) err.close();
    said.complaint.resize(std::min(said.complaint.size(), most_complaint));
    if (said.text.size() > options.max_text) {
      throw error(error_code::limit, 0,
                  "the PDF holds more text than ReadOptions::max_text allows; split it or raise the limit");
    }
  }
}

Said run(std::span<std::byte const> bytes, ReadOptions const& options) {
  End in, out, err, child_in, child_out, child_err;
  connect(in, child_in);
  connect(out, child_out);
  connect(err, child_err);
  Child child;
  std::vector<std::string> arguments{options.pdftotext, "-enc", "UTF-8", "-eol", "unix"};
  if (options.layout) arguments.emplace_back("-layout");
  arguments.insert(arguments.end(), {"-", "-"});  // from its input to its output
  int const failed = child.start(options.pdftotext, arguments, child_in.get(), child_out.get(), child_err.get());
  if (failed == ENOENT || failed == EACCES) {
    throw error(error_code::unsupported, 0,
                "a PDF needs the program pdftotext, and there is no \"" + options.pdftotext +
                    "\"; install poppler-utils (Debian: apt-get install poppler-utils)");
  }
  if (failed != 0) fail_system("posix_spawn");
  child_in.close();
  child_out.close();
  child_err.close();
#ifdef __linux__
  // A PDF made to eat memory or time harms the child alone.
  rlimit memory{};
  memory.rlim_cur = memory.rlim_max = rlim_t{2} << 30;
  prlimit(child.pid(), RLIMIT_AS, &memory, nullptr);
#endif
  Said said;
  converse(bytes, in, out, err, options, said);
  said.status = child.wait();
  return said;
}

[[noreturn]] void explain(Said const& said) {
  auto const complains = [&](char const* what) { return said.complaint.find(what) != std::string::npos; };
  if (complains("ncorrect password")) {
    throw error(error_code::unsupported, 0,
                "the PDF is encrypted; open it with its password and save it without one (qpdf --decrypt)");
  }
  if (complains("ot allowed")) {
    throw error(error_code::unsupported, 0,
                "the PDF does not allow that its text is copied; ask its author for another one");
  }
  if (said.status == 127) {
    throw error(error_code::unsupported, 0,
                "a PDF needs the program pdftotext; install poppler-utils (Debian: apt-get install poppler-utils)");
  }
  std::string first = said.complaint.substr(0, said.complaint.find('\n'));
  throw error(
      error_code::io, 0,
      "the PDF is broken or cut off (pdftotext: " + (first.empty() ? "no reason given" : first) + "); fetch it again");
}

#endif

}  // namespace

void read_pdf(std::span<std::byte const> bytes, ReadOptions const& options, RichText& out) {
#ifdef GONGWEN_HAS_POSIX
  Said said = run(bytes, options);
  if (said.status != 0) explain(said);
  if (blank(said.text)) {
    throw error(error_code::unsupported, 0,
                "the PDF holds pictures of pages and no text; run it through text recognition (OCR) first");
  }
  out.text = std::move(said.text);
  if (out.text.back() == '\f') out.text.pop_back();  // one ends each page, the last too
  out.lines = true;
  std::uint32_t page = 1;
  out.places.push_back({0, page});
  for (std::size_t at = out.text.find('\f'); at != std::string::npos; at = out.text.find('\f', at + 1)) {
    Place place;
    place.offset = at + 1;
    place.page = ++page;
    out.places.push_back(place);
  }
#else
  static_cast<void>(bytes);
  static_cast<void>(options);
  static_cast<void>(out);
  throw error(error_code::unsupported, 0,
              "PDF is not read on this system; run pdftotext -layout FILE FILE.txt and give the text");
#endif
}

}  // namespace readers

GONGWEN_END
