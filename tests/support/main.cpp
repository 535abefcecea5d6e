// The main program of every test program: property tests try the same inputs in every run, so that a change that breaks
// nothing fails nothing. An environment with RC_PARAMS has its way: empty for inputs that nobody has tried yet
// (make test RC_PARAMS=), or "seed=… max_success=…" as RapidCheck documents it.
#include <gtest/gtest.h>

#include <cstdlib>

int main(int argc, char** argv) {
  constexpr int kKeepWhatIsSet = 0;
  if (::setenv("RC_PARAMS", "seed=1", kKeepWhatIsSet) != 0) return EXIT_FAILURE;
  ::testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
