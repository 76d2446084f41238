package family.garden.bench.gap;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A request that was sent; the reader of the connection completes or fails it. */
final class Exchange {
  final Request request;
  private final CompletableFuture<Response> response = new CompletableFuture<>();

  /** Whether any part of the response has arrived. */
  volatile boolean begun;

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

  Response await() throws RequestFailure {
    try {
      return response.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new RequestFailure(FailureKind.TIMEOUT, "no whole answer within " + request.timeout());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RequestFailure failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RequestFailure(FailureKind.TIMEOUT, "interrupted");
    }
  }
}
