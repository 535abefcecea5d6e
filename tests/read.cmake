attest_test(read
  SOURCES unit/read/feed_test.cpp unit/read/feed_time_test.cpp unit/read/url_test.cpp
  LINKS attest_read)
