#include "read/html_tree.hpp"

#include <algorithm>
#include <csetjmp>
#include <cstddef>
#include <memory_resource>
#include <string>

#include "read/ascii.hpp"

namespace attest {

/// All memory of a tree, given back at once: a tree may be too deep to be freed node by node. Gumbo takes no refusal
/// of memory, so the parse is left by a jump when the limit is reached; only its C frames lie between.
class HtmlTree::Arena {
 public:
  static constexpr std::size_t kLimit = std::size_t{1} << 30U;

  static void* allocate(void* arena, std::size_t size) {
    auto& self = *static_cast<Arena*>(arena);
    self.used_ += size;
    if (self.used_ > kLimit) std::longjmp(self.out_of_memory_, 1);
    return self.memory_.allocate(size, alignof(std::max_align_t));
  }

  /// Nothing if the limit was reached.
  const GumboOutput* parse(std::string_view markup) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = &allocate;
    options.deallocator = [](void*, void*) {};
    options.userdata = this;
    options.max_errors = 0;
    if (setjmp(out_of_memory_) != 0) return nullptr;
    return gumbo_parse_with_options(&options, markup.data(), markup.size());
  }

 private:
  std::pmr::monotonic_buffer_resource memory_{std::size_t{256} << 10U};
  std::size_t used_ = 0;
  std::jmp_buf out_of_memory_;
};

HtmlTree::HtmlTree() : arena_(std::make_unique<Arena>()) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

namespace {

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

}  // namespace

Result<HtmlTree> HtmlTree::parse(std::string_view markup) {
  HtmlTree tree;
  tree.markup_ = markup;
  const GumboOutput* const output = tree.arena_->parse(markup);
  if (output == nullptr) return fail(ErrorCode::too_large, "more markup than can be held in a GiB of memory");
  struct Open {
    const GumboNode* node;
    std::uint32_t at, next_child;
  };
  std::vector<Open> open;
  const auto add = [&](const GumboNode& node) {
    const std::uint32_t at = tree.size();
    const std::uint32_t parent = open.empty() ? 0 : open.back().at;
    tree.nodes_.push_back(
        {&node, is_element(node) ? node.v.element.tag : GUMBO_TAG_UNKNOWN, is_text(node), parent, at + 1});
    if (is_element(node)) open.push_back({&node, at, 0});
  };
  add(*output->root);
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector& children = top.node->v.element.children;
    if (top.next_child == children.length) {
      tree.nodes_[top.at].end = tree.size();
      open.pop_back();
      continue;
    }
    const auto& child = *static_cast<const GumboNode*>(children.data[top.next_child++]);
    if (is_text(child) || is_element(child)) add(child);
  }
  return tree;
}

std::string_view HtmlTree::attribute(std::uint32_t element, const char* name) const {
  const HtmlNode& node = nodes_[element];
  if (node.is_text) return {};
  const GumboAttribute* const found = gumbo_get_attribute(&node.source->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool HtmlTree::has_attribute(std::uint32_t element, const char* name) const {
  return !nodes_[element].is_text &&
         gumbo_get_attribute(&nodes_[element].source->v.element.attributes, name) != nullptr;
}

std::uint32_t HtmlTree::raw_begin(std::uint32_t node) const {
  const char* const raw = nodes_[node].source->v.text.original_text.data;
  const bool known = raw >= markup_.data() && raw <= markup_.data() + markup_.size();
  return static_cast<std::uint32_t>(known ? static_cast<std::size_t>(raw - markup_.data()) : markup_.size());
}

std::string_view HtmlTree::rest_of_markup(std::uint32_t node) const { return markup_.substr(raw_begin(node)); }

std::string HtmlTree::text_of(std::uint32_t node) const {
  std::string out;
  for (std::uint32_t i = node; i < nodes_[node].end; ++i) {
    if (!nodes_[i].is_text) continue;
    for (const char c : text(i)) {
      if (!is_space_ascii(c))
        out += c;
      else if (!out.empty() && out.back() != ' ')
        out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace attest
