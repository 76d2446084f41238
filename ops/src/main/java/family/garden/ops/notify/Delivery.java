package family.garden.ops.notify;

import java.util.Optional;

/**
 * What became of a notification on one channel.
 *
 * @param failed why the channel did not accept it; empty where it did
 */
public record Delivery(String channel, Optional<String> failed) {
  String line() {
    return failed.map(why -> channel + ": failed, " + why).orElse(channel + ": sent");
  }
}
