package family.garden.survival;

import family.garden.contract.GardenServer;
import family.garden.contract.Launch;

/** How a start ended that was refused, or a command. */
record Ended(int exitCode, String output) {
  static Ended of(Launch launch) {
    try (GardenServer process = launch.startWithoutWaiting()) {
      return new Ended(process.awaitExit(), process.output());
    }
  }
}
