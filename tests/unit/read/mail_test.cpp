#include <gtest/gtest.h>

#include "read/read_as.hpp"
#include "support/pack.hpp"
#include "unit/read/walk.hpp"

namespace attest::test {
namespace {

const std::string kHead =
    "From: =?UTF-8?Q?B=C3=BCro?= of the Mission <press@mission.example>\r\n"
    "Subject: =?ISO-8859-1?B?TelhbmFrYQ==?= attack\r\n"
    "Date: Tue, 09 Mar 2021 23:30:00 -0500\r\n"
    "MIME-Version: 1.0\r\n";

std::string simple(const std::string& words) { return kHead + "Content-Type: text/plain\r\n\r\n" + words + "\r\n"; }

TEST(Mail, HeadersBecomeHints) {
  const auto reports = reports_of("a.eml", simple("Two were killed."));
  ASSERT_EQ(reports.size(), 1U);
  EXPECT_EQ(reports[0].name, "a.eml");
  EXPECT_EQ(reports[0].format, Format::text);
  EXPECT_EQ(reports[0].hints.author->value, "Büro of the Mission");
  EXPECT_EQ(reports[0].hints.outlet->value, "Büro of the Mission");
  EXPECT_EQ(reports[0].hints.title->value, "Méanaka attack");
  EXPECT_EQ(to_iso(reports[0].hints.published->value), "2021-03-09");  // where it was sent
}

TEST(Mail, PlainTextIsPreferredAndDecoded) {
  const std::string bytes = kHead +
                            "Content-Type: multipart/mixed; boundary=outer\r\n\r\n--outer\r\n"
                            "Content-Type: multipart/alternative; boundary=inner\r\n\r\n--inner\r\n"
                            "Content-Type: text/html\r\n\r\n<p>As a page.</p>\r\n--inner\r\n"
                            "Content-Type: text/plain; charset=iso-8859-1\r\n"
                            "Content-Transfer-Encoding: quoted-printable\r\n\r\nM=E9naka was=\r\n hit.\r\n--inner--\r\n"
                            "--outer\r\nContent-Type: text/plain; name=annex.txt\r\n"
                            "Content-Disposition: attachment; filename=annex.txt\r\n"
                            "Content-Transfer-Encoding: base64\r\n\r\nQW5uZXgu\r\n--outer\r\n"
                            "Content-Type: message/rfc822\r\n\r\n" +
                            simple("Forwarded.") + "--outer--\r\n";
  EXPECT_EQ(walk("a.eml", bytes),
            (Lines{"a.eml | M\xe9naka was hit.", "a.eml:annex.txt | Annex.", "a.eml:1.eml | Forwarded."}));
  const auto reports = reports_of("a.eml", bytes);
  EXPECT_EQ(reports[0].hints.charset, "iso-8859-1");
  EXPECT_FALSE(reports[1].hints.title);
  EXPECT_EQ(read_as(Format::text, "a", "\xf7\xd7\xc5", {.charset = "koi8-r"})->text, "Вве");
  EXPECT_EQ(read_as(Format::text, "a", "\xf7\xd7\xc5", {.charset = "no-such-charset"})->encoding, "windows-1252");
  EXPECT_EQ(to_iso(reports[1].hints.published->value), "2021-03-09");
}

TEST(Mail, AnAttachedArchiveIsOpened) {
  const std::string bytes = kHead +
                            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/zip\r\n"
                            "Content-Disposition: attachment; filename=a.zip\r\n\r\n" +
                            zip({{"one.txt", "One."}}) + "\r\n--b--\r\n";
  const auto reports = reports_of("a.eml", bytes);
  ASSERT_EQ(reports.size(), 1U);
  EXPECT_EQ(reports[0].name, "a.eml:a.zip:one.txt");
  EXPECT_EQ(reports[0].hints.author->value, "Büro of the Mission");
}

TEST(Mail, Mailboxes) {
  const std::string one =
      "From press Tue Mar  9 2021\n" + simple(">From the south, shots were heard.\r\nFrom here, too.");
  const std::string two = "\nFrom press Wed Mar 10 2021\n" + simple("Two.");
  EXPECT_EQ(walk("a.mbox", one + two),
            (Lines{"a.mbox:1 | From the south, shots were heard.\r\nFrom ", "a.mbox:2 | Two.\r\n"}));
  EXPECT_EQ(walk("a.mbox", simple("One.")), (Lines{"! a.mbox: damaged: a mailbox begins with a line \"From …\""}));
}

TEST(Mail, OfManyPartsOrDeepOnesIsRefused) {
  std::string parts = kHead + "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
  for (int i = 0; i < 10000; ++i) parts += "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n";
  EXPECT_EQ(walk("a.eml", parts), (Lines{"! a.eml: a mail of more than 1000 parts"}));
  std::string deep = kHead;
  for (int i = 0; i < 500; ++i)
    deep +=
        "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" + std::to_string(i) + "\r\n";
  PassedOver passed_over;
  EXPECT_EQ(walk("a.eml", deep, {}, &passed_over), Lines{});
  EXPECT_FALSE(passed_over.empty());
}

TEST(Mail, WithoutWordsIsPassedOver) {
  PassedOver passed_over;
  EXPECT_EQ(walk("a.eml", kHead + "Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n", {}, &passed_over), Lines{});
  EXPECT_EQ(passed_over["mails without a text"], 1U);
}

}  // namespace
}  // namespace attest::test
