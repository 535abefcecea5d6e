// The words of a PDF's pages, by poppler. PDFs come from anywhere, and a program that they are fed to must expect that
// one makes the library loop, exhaust memory or crash: a process of its own does the work, and only its answer is used.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "attest/error.hpp"
#include "read/page_words.hpp"

namespace attest {

inline constexpr int kMaxPdfPages = 5000;
inline constexpr std::size_t kMaxPdfWords = 5'000'000;
inline constexpr std::size_t kMaxPdfMemory = std::size_t{2} << 30U;  // bytes
inline constexpr int kMaxPdfSeconds = 60;                            // of processor time; twice as long by the clock

/// Reads here, in this process.
/// @errors damaged, encrypted, too_large
[[nodiscard]] Result<PdfWords> pdf_words(std::string_view bytes, const std::string& where);

/// The program that reads; it lies beside `attest`, or in libexec/attest where that is installed.
inline constexpr std::string_view kPdfWorker = "attest-pdf-words";

/// What that program does: takes a PDF from standard input and sends its words, within the limits above, to standard output.
/// @return its exit status
[[nodiscard]] int answer_as_pdf_worker();

/// Reads in a process of its own, which gets no more memory and time than said above. Safe from many threads.
/// @errors those of pdf_words; damaged where that process crashed or ran out of memory or time; unreadable where none starts
[[nodiscard]] Result<PdfWords> pdf_words_guarded(std::string_view bytes, const std::string& where);

}  // namespace attest
