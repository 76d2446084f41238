package family.garden.bench.gap;

import org.jspecify.annotations.Nullable;

/** A request that got no good answer. */
final class RequestFailure extends Exception {
  private final Kind kind;

  RequestFailure(Kind kind, @Nullable String message) {
    super(message);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
