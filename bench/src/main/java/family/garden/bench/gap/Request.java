package family.garden.bench.gap;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A request, and what a good response to it is.
 *
 * @param what the name of such requests in the result
 * @param expected the statuses that are no failure, all below 500
 * @param good tests the body of a response with status 200
 * @param pace how many bytes of the response are read each second; 0 for as fast as they come
 * @param timeout within which the whole response must arrive
 */
record Request(
    String what,
    String method,
    String path,
    String body,
    Set<Integer> expected,
    Predicate<String> good,
    int pace,
    Duration timeout) {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  static Request get(String what, String path, Predicate<String> good) {
    return new Request(what, "GET", path, "", Set.of(200), good, 0, TIMEOUT);
  }

  static Request post(String what, String path, String body, Integer... expected) {
    return new Request(what, "POST", path, body, Set.of(expected), _ -> true, 0, TIMEOUT);
  }

  Request slowly(int bytesPerSecond, Duration within) {
    return new Request(what, method, path, body, expected, good, bytesPerSecond, within);
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Compares a response with what was expected.
   *
   * @throws RequestFailure if it is something else
   */
  void judge(Response response) throws RequestFailure {
    if (response.status() >= 500) {
      throw new RequestFailure(FailureKind.SERVER_ERROR, "status " + response.status());
    }
    if (!expected.contains(response.status())) {
      throw new RequestFailure(FailureKind.UNEXPECTED_STATUS, "status " + response.status());
    }
    if (response.status() == 200 && !good.test(response.text())) {
      throw new RequestFailure(
          FailureKind.WRONG_CONTENT,
          "%d characters of something else".formatted(response.text().length()));
    }
  }
}
