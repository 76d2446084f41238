package family.garden.ops.notify;

import java.util.Optional;

/**
 * What became of news on one way.
 *
 * @param failed why they did not arrive; empty where they were taken
 */
public record Delivery(String receiver, Optional<String> failed) {
  String line() {
    return failed.map(why -> receiver + ": failed, " + why).orElse(receiver + ": taken");
  }
}
