package family.garden.ops.site;

import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.result.OpsException;

/**
 * The answer of a server.
 *
 * @param request method and address, for messages
 */
public record Answer(String request, int status, String body) {
  /**
   * The answer as JSON.
   *
   * @throws OpsException if it has another status, or is not JSON
   */
  public Node expect(int expected) throws OpsException {
    if (status != expected) {
      throw OpsException.refused(
          request,
          "the answer was %d instead of %d%s".formatted(status, expected, failure()),
          "See what the server wrote: bookingctl logs.");
    }
    return Json.tree(body, "the answer to " + request);
  }

  /** The body of a failed request; the body of a successful one may hold a secret. */
  private String failure() {
    return status < 400 ? "" : ": " + (body.length() <= 300 ? body : body.substring(0, 300) + "…");
  }
}
