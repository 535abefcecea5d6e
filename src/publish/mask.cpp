#include "publish/mask.hpp"

#include <utility>

namespace attest {

void mask_names(Claim& claim, const NameMask& mask) {
  if (mask.empty()) return;
  const auto hide = [&](std::string& name) { name = mask.masked(name); };
  if (claim.actor) hide(claim.actor->name);
  if (claim.opponent) hide(claim.opponent->name);
  if (claim.source) hide(claim.source->name);
  for (Source& via : claim.via) hide(via.name);
}

void mask_names(Document& document, std::vector<Claim>& claims, const PrivateNames& names) {
  document.original.clear();
  const NameMask mask(names);
  for (const PrivateName& name : names.text) mask_letters(document.text, name.span);
  if (document.title) {
    for (const PrivateName& name : names.title) mask_letters(document.title->value, name.span);
    document.title->value = mask.masked(document.title->value);
  }
  if (document.url) document.url->value = mask.masked(document.url->value, true);
  document.name = mask.masked(document.name, true);
  for (Claim& claim : claims) mask_names(claim, mask);
}

void mask_names(Record& record) {
  const PrivateNames names = std::exchange(record.entry.names, {});
  const NameMask mask(names);
  for (std::string& name : record.entry.other_names) name = mask.masked(name, true);
  mask_names(record.document, record.claims, names);
  record.entry.about.name = record.document.name;
  record.entry.about.title = record.document.title;
  record.entry.about.url = record.document.url;
}

namespace {

void hide(std::string& name, const std::map<std::string, std::string>& masked) {
  if (const auto found = masked.find(name); found != masked.end()) name = found->second;
}

}  // namespace

void mask_names(Incident& incident, const std::map<std::string, std::string>& masked) {
  if (masked.empty()) return;
  for (Blame& blame : incident.blame) {
    hide(blame.actor, masked);
    for (auto* names : {&blame.said_by, &blame.denied_by})
      for (std::string& name : *names) hide(name, masked);
  }
}

}  // namespace attest
