package family.garden.bench.gap;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A request whose answer is on its way; the reader of the connection ends it, well or badly. */
final class Exchange {
  final Ask ask;
  private final CompletableFuture<Reply> reply = new CompletableFuture<>();

  /** Whether anything of the answer has arrived. */
  volatile boolean begun;

  Exchange(Ask ask) {
    this.ask = ask;
  }

  void end(Reply whole) {
    reply.complete(whole);
  }

  void fail(Kind kind, String message) {
    Kind told = begun && (kind == Kind.CLOSED || kind == Kind.RESET) ? Kind.CUT_SHORT : kind;
    reply.completeExceptionally(new RequestFailure(told, message));
  }

  Reply await() throws RequestFailure {
    try {
      return reply.get(ask.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new RequestFailure(Kind.TIMEOUT, "no whole answer within " + ask.patience());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RequestFailure lost) {
        throw lost;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RequestFailure(Kind.TIMEOUT, "interrupted");
    }
  }
}
