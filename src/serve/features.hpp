// A page of features as the collections give it, before it becomes GeoJSON, CSV or a web page.
#pragma once

#include <cstdint>
#include <string>

namespace attest {

struct Features {
  std::uint64_t matched = 0;   // by the question, on all pages
  std::uint64_t returned = 0;  // on this one
  std::string json;            // the features, separated by commas
};

}  // namespace attest
