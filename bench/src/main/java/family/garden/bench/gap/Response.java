package family.garden.bench.gap;

/** A response that arrived whole. */
record Response(int status, String text) {}
