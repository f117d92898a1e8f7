// in_order.hpp: work on many inputs at a time, its results in the order of the inputs.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

/// Runs `work(i)` for every input on some threads and `emit(i, result)` in the order of inputs. At most a few results wait.
template <class Result, class Work, class Emit>
void in_order(std::size_t n, unsigned jobs, Work const& work, Emit const& emit) {
  std::mutex mutex;
  std::condition_variable ready, room;
  std::map<std::size_t, Result> done;
  std::size_t next = 0, emitted = 0;
  std::exception_ptr failure;
  std::size_t const ahead = std::size_t{jobs} * 4;
  auto const worker = [&] {
    for (;;) {
      std::size_t i = 0;
      {
        std::unique_lock lock(mutex);
        room.wait(lock, [&] { return next >= n || next < emitted + ahead; });
        if (next >= n) return;
        i = next++;
      }
      Result result = work(i);
      std::lock_guard const lock(mutex);
      done.emplace(i, std::move(result));
      ready.notify_one();
    }
  };
  std::vector<std::thread> threads;
  for (unsigned k = 0; k < jobs; ++k) threads.emplace_back(worker);
  for (std::size_t i = 0; i < n; ++i) {
    Result result;
    {
      std::unique_lock lock(mutex);
      ready.wait(lock, [&] { return done.count(i) != 0; });
      result = std::move(done[i]);
      done.erase(i);
      emitted = i + 1;
    }
    room.notify_all();
    try {
      emit(i, std::move(result));
    } catch (...) {
      failure = std::current_exception();
      break;
    }
  }
  {
    std::lock_guard const lock(mutex);
    next = n;
  }
  room.notify_all();
  for (std::thread& t : threads) t.join();
  if (failure) std::rethrow_exception(failure);
}
