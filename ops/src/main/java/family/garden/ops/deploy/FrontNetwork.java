package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.engine.Engine;
import family.garden.ops.json.Json;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.time.Duration;

/** The network of nginx and the servers, which stays while one of them runs. */
record FrontNetwork(Settings settings) {
  /** Refuses settings that name another network than the one that is there. */
  void expectSame(String tried) throws OpsException {
    String name = settings.stack() + "_front";
    ProcessResult outcome =
        Processes.run(
            new Engine(settings).call("network", "inspect", name), Duration.ofSeconds(30));
    if (!outcome.isSuccess()) {
      throw OpsException.refused(
          tried,
          "there is no network %s: %s".formatted(name, outcome.failure()),
          "See whether BOOKING_STACK is as it was, and the site was ever started.");
    }
    String subnet =
        Json.tree(outcome.stdout(), "what the engine says of the network")
            .at(0)
            .path("IPAM", "Config")
            .at(0)
            .path("Subnet")
            .text();
    if (!subnet.startsWith(settings.front() + ".")) {
      throw OpsException.refused(
          tried,
          "BOOKING_FRONT is %s, and the containers are in %s, which cannot change while they run"
              .formatted(settings.front(), subnet),
          "Put the old one back; or take the site down for a minute: docker compose --project-name"
              + " %s down, then systemctl restart booking.service.".formatted(settings.stack()));
    }
  }
}
