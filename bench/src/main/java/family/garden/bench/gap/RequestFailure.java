package family.garden.bench.gap;

import org.jspecify.annotations.Nullable;

/** A request that got no good response. */
final class RequestFailure extends Exception {
  private final FailureKind kind;

  RequestFailure(FailureKind kind, @Nullable String message) {
    super(message);
    this.kind = kind;
  }

  FailureKind kind() {
    return kind;
  }
}
