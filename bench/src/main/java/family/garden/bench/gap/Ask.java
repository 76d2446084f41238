package family.garden.bench.gap;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is asked for, and what a good answer is.
 *
 * @param what its name in the result
 * @param expected the statuses that are answers; from 500 none is
 * @param good whether a body of status 200 is what was asked for
 * @param pace how many bytes a second are read of the answer; 0 for as fast as they come
 * @param patience until when the whole answer must be there
 */
record Ask(
    String what,
    String method,
    String path,
    String body,
    Set<Integer> expected,
    Predicate<String> good,
    int pace,
    Duration patience) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static Ask get(String what, String path, Predicate<String> good) {
    return new Ask(what, "GET", path, "", Set.of(200), good, 0, PATIENCE);
  }

  static Ask post(String what, String path, String body, Integer... expected) {
    return new Ask(what, "POST", path, body, Set.of(expected), _ -> true, 0, PATIENCE);
  }

  Ask slowly(int bytesPerSecond, Duration within) {
    return new Ask(what, method, path, body, expected, good, bytesPerSecond, within);
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Holds an answer against what was expected.
   *
   * @throws RequestFailure if it is none
   */
  void judge(Reply reply) throws RequestFailure {
    if (reply.status() >= 500) {
      throw new RequestFailure(Kind.SERVER_ERROR, "status " + reply.status());
    }
    if (!expected.contains(reply.status())) {
      throw new RequestFailure(Kind.UNEXPECTED_STATUS, "status " + reply.status());
    }
    if (reply.status() == 200 && !good.test(reply.text())) {
      throw new RequestFailure(
          Kind.WRONG_CONTENT, "%d characters of something else".formatted(reply.text().length()));
    }
  }
}
