package family.garden.bench.gap;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A request and its outcome; the event loop of the connection completes or fails it. */
final class Exchange {
  final Request request;
  private final CompletableFuture<Response> response = new CompletableFuture<>();

  /** Whether any part of the response has arrived; for the event loop only. */
  boolean begun;

  Exchange(Request request) {
    this.request = request;
  }

  void end(Response whole) {
    response.complete(whole);
  }

  void fail(FailureKind kind, String message) {
    FailureKind refined =
        begun && (kind == FailureKind.CLOSED || kind == FailureKind.RESET)
            ? FailureKind.CUT_SHORT
            : kind;
    response.completeExceptionally(new RequestFailure(refined, message));
  }

  /** Nothing of the request was sent. */
  void failUnsent() {
    response.completeExceptionally(new Connection.Gone());
  }

  Response await() throws RequestFailure, Connection.Gone {
    try {
      return response.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new RequestFailure(FailureKind.TIMEOUT, "no whole answer within " + request.timeout());
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RequestFailure failure -> throw failure;
        case Connection.Gone gone -> throw gone;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RequestFailure(FailureKind.TIMEOUT, "interrupted");
    }
  }
}
