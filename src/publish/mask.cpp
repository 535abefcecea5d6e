#include "publish/mask.hpp"

#include <algorithm>

namespace attest {

void mask_names(Claim& claim, const NameMask& mask) {
  if (mask.empty()) return;
  const auto hide = [&](std::string& name) { name = mask.masked(name); };
  if (claim.actor) hide(claim.actor->name);
  if (claim.opponent) hide(claim.opponent->name);
  if (claim.source) hide(claim.source->name);
  for (Source& via : claim.via) hide(via.name);
}

void mask_names(Record& record) {
  Document& document = record.document;
  document.original.clear();
  const PrivateNames& names = record.entry.names;
  const NameMask mask(names);
  for (const PrivateName& name : names.text) mask_letters(document.text, name.span);
  const auto hide = [&](Document& about) {
    if (about.title) {
      for (const PrivateName& name : names.title) mask_letters(about.title->value, name.span);
      about.title->value = mask.masked(about.title->value);
    }
    if (about.url) about.url->value = mask.masked(about.url->value, true);
    about.name = mask.masked(about.name, true);
  };
  hide(document);
  hide(record.entry.about);
  for (std::string& name : record.entry.other_names) name = mask.masked(name, true);
  for (Claim& claim : record.claims) mask_names(claim, mask);
  record.entry.names = {};
}

void mask_names(Incident& incident, const std::map<std::string, std::string>& masked) {
  const auto hide = [&](std::string& name) {
    if (const auto found = masked.find(name); found != masked.end()) name = found->second;
  };
  for (Blame& blame : incident.blame) {
    hide(blame.actor);
    for (auto* names : {&blame.said_by, &blame.denied_by}) std::ranges::for_each(*names, hide);
  }
}

}  // namespace attest
