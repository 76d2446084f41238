package family.garden.ops.site;

import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.result.OpsException;

/**
 * What came back.
 *
 * @param asked method and address, for messages
 */
public record Answer(String asked, int status, String body) {
  /**
   * The answer as JSON.
   *
   * @throws OpsException if it has another status, or is no JSON
   */
  public Node expect(int expected) throws OpsException {
    if (status != expected) {
      throw OpsException.refused(
          asked,
          "the answer was %d instead of %d%s".formatted(status, expected, told()),
          "See what the server wrote: bookingctl logs.");
    }
    return Json.tree(body, "the answer to " + asked);
  }

  /** What went wrong; an answer to which nothing did may hold a secret. */
  private String told() {
    return status < 400 ? "" : ": " + (body.length() <= 300 ? body : body.substring(0, 300) + "…");
  }
}
