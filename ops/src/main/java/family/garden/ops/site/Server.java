package family.garden.ops.site;

import family.garden.ops.result.OpsException;
import java.util.Map;
import java.util.Optional;

/** A server of Booking, wherever it runs. */
public interface Server {
  /**
   * Reads something.
   *
   * @param token of a session; empty without a log-in
   * @throws OpsException if no answer comes
   */
  Answer get(String path, Optional<String> token) throws OpsException;

  /**
   * Sends something.
   *
   * @param body becomes JSON
   * @param token of a session; empty without a log-in
   * @throws OpsException if no answer comes
   */
  Answer post(String path, Map<String, ?> body, Optional<String> token) throws OpsException;
}
