#include <valgrind/callgrind.h>

// Requests to callgrind are macros, which Swift can't call; outside of it they do nothing.

static inline void callgrind_start(void) {
  CALLGRIND_START_INSTRUMENTATION;
  CALLGRIND_ZERO_STATS;
}

// Writes what was counted since the start into a file of its own, which bears the name.
static inline void callgrind_stop(const char *name) {
  CALLGRIND_DUMP_STATS_AT(name);
  CALLGRIND_STOP_INSTRUMENTATION;
}
