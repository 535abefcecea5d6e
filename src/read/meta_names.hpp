// What pages call their own data: names of meta elements, in lower case.
#pragma once

#include <array>
#include <string_view>

namespace attest {

/// Meta elements, the most reliable first.
inline constexpr auto kPublishedNames = std::to_array<std::string_view>({"article:published_time",
                                                                         "og:article:published_time",
                                                                         "og:published_time",
                                                                         "datepublished",
                                                                         "article:published",
                                                                         "article.published",
                                                                         "parsely-pub-date",
                                                                         "sailthru.date",
                                                                         "cxenseparse:recs:publishtime",
                                                                         "dcterms.created",
                                                                         "dcterms.issued",
                                                                         "dc.date.issued",
                                                                         "dc.date.created",
                                                                         "dc.date.publication",
                                                                         "dc.issued",
                                                                         "dc.created",
                                                                         "dc.date",
                                                                         "dcterms.date",
                                                                         "publish-date",
                                                                         "publish_date",
                                                                         "publishdate",
                                                                         "pubdate",
                                                                         "publication_date",
                                                                         "publicationdate",
                                                                         "publication-date",
                                                                         "pub_date",
                                                                         "datecreated",
                                                                         "date",
                                                                         "rbpubdate",
                                                                         "ptime",
                                                                         "creation_date",
                                                                         "published_at",
                                                                         "citation_publication_date",
                                                                         "citation_date",
                                                                         "doc_date",
                                                                         "displaydate",
                                                                         "article_date_original",
                                                                         "originalpublicationdate",
                                                                         "last-modified-date",
                                                                         "timestamp",
                                                                         "shareaholic:article_published_time",
                                                                         "bt:pubdate",
                                                                         "dcsext.articlefirstpublished",
                                                                         "ranking_date",
                                                                         "vr:published_time"});
inline constexpr auto kUpdatedNames = std::to_array<std::string_view>(
    {"article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
     "dc.date.modified", "dc.modified", "last-modified", "lastmod", "revision_date", "modified",
     "shareaholic:article_modified_time"});
inline constexpr auto kAuthorNames = std::to_array<std::string_view>(
    {"author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator",
     "dcterms.creator", "byl", "citation_author", "twitter:creator:name", "creator", "authors", "rbauthors",
     "article:author_name", "article.author", "shareaholic:article_author_name"});
inline constexpr auto kOutletNames =
    std::to_array<std::string_view>({"og:site_name", "dc.publisher", "application-name", "publisher",
                                     "citation_journal_title", "cre", "al:android:app_name"});
inline constexpr auto kTitleNames = std::to_array<std::string_view>(
    {"og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "headline", "title"});

}  // namespace attest
