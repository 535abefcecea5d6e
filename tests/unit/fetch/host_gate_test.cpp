#include "fetch/host_gate.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace attest {
namespace {

using std::chrono::milliseconds;
using Clock = HostGate::Clock;

TEST(HostGate, LetsOneInAtATimeAndKeepsTheDistance) {
  HostGate gate(milliseconds(30), [] { return false; });
  std::atomic<int> inside = 0;
  std::atomic<bool> crowded = false;
  const auto begun = Clock::now();
  std::vector<std::jthread> guests;
  for (int i = 0; i < 4; ++i)
    guests.emplace_back([&] {
      ASSERT_TRUE(gate.enter("a"));
      if (++inside > 1) crowded = true;
      --inside;
      gate.leave("a");
    });
  guests.clear();
  EXPECT_FALSE(crowded);
  EXPECT_GE(Clock::now() - begun, milliseconds(90));
}

TEST(HostGate, HostsDoNotWaitForEachOther) {
  HostGate gate(std::chrono::hours(1), [] { return false; });
  for (const char* host : {"a", "b", "c"}) {
    ASSERT_TRUE(gate.enter(host));
    gate.leave(host);
    EXPECT_GT(gate.free_at(host), Clock::now());
  }
  EXPECT_LE(gate.free_at("d"), Clock::now());
}

TEST(HostGate, AHostMaySlowItDown) {
  HostGate gate(milliseconds(0), [] { return false; });
  gate.slow_down("a", std::chrono::hours(1));
  ASSERT_TRUE(gate.enter("a"));
  gate.leave("a");
  EXPECT_GT(gate.free_at("a"), Clock::now() + std::chrono::minutes(59));
  gate.rest("b", std::chrono::hours(2));
  EXPECT_GT(gate.free_at("b"), Clock::now() + std::chrono::minutes(119));
}

TEST(HostGate, StopsWaiting) {
  std::atomic<bool> stopped = false;
  HostGate gate(milliseconds(0), [&] { return stopped.load(); });
  gate.rest("a", std::chrono::hours(1));
  std::jthread later([&] {
    std::this_thread::sleep_for(milliseconds(20));
    stopped = true;
  });
  EXPECT_FALSE(gate.enter("a"));
}

}  // namespace
}  // namespace attest
