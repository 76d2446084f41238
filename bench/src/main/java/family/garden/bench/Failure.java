package family.garden.bench;

/** The benchmark cannot go on; says what was tried, why it failed and what to do. */
final class Failure extends RuntimeException {
  Failure(String message) {
    super(message);
  }
}
