package family.garden.bench.gap;

/** An answer that arrived whole. */
record Reply(int status, String text) {}
