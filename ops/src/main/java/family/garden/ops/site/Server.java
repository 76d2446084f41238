package family.garden.ops.site;

import family.garden.ops.result.OpsException;
import java.util.Map;
import java.util.Optional;

/** A server of the garden that can be asked for something, wherever it is. */
public interface Server {
  /**
   * Asks for something.
   *
   * @param token of a session; empty where nobody is logged in
   * @throws OpsException if no answer comes
   */
  Answer get(String path, Optional<String> token) throws OpsException;

  /**
   * Sends something.
   *
   * @param body becomes JSON
   * @param token of a session; empty where nobody is logged in
   * @throws OpsException if no answer comes
   */
  Answer post(String path, Map<String, ?> body, Optional<String> token) throws OpsException;
}
