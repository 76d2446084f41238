package family.garden.ops.deploy;

import family.garden.ops.process.Poller;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Watches the new version while the old one still runs: the requests of people in the log of nginx,
 * and requests of its own, since on most days nobody visits within two minutes.
 */
final class Bake implements Step {
  private static final Duration BEFORE = Duration.ofMinutes(10);
  private static final Duration BETWEEN = Duration.ofSeconds(2);
  private static final int LOOKS_BETWEEN_DETAILS = 10;

  @Override
  public String name() {
    return "bake";
  }

  @Override
  public String describe(DeployContext context) {
    return "Watching it for %d s".formatted(context.settings().deploys().bake().toSeconds());
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    Instant switched = context.state().switchedAt().orElseGet(Instant::now);
    String front = context.settings().front();
    Traffic before =
        new ProxyLog(context.engine(), context.oldColour().address(front), switched.minus(BEFORE))
            .read();
    ProxyLog log = new ProxyLog(context.engine(), context.newColour().address(front), switched);
    Requests requests = new Requests(context);
    ContainerHealth condition =
        new ContainerHealth(context.containers(), context.newColour().service());
    Poller poller = new Poller(context.settings().deploys().bake(), BETWEEN);
    int looks = 0;
    Site site = context.throughProxy();
    do {
      requests.send(site);
      condition.look();
      Traffic since = log.read();
      Optional<String> worse = since.worseThan(before, context.settings().deploys().slower());
      if (worse.isPresent()) {
        throw trouble(worse.get());
      }
      looks++;
      if (looks % LOOKS_BETWEEN_DETAILS == 0) {
        context
            .progress()
            .detail("%d requests, %d failed".formatted(since.requests(), since.failures()));
      }
    } while (poller.lookAgain());
  }

  static OpsException trouble(String what) {
    return OpsException.refused(
        "watch the new version", what, "See what it wrote, and ask whoever made this release.");
  }

  /**
   * Sends requests as people do; one failure may have any reason, two in a row are the version's.
   */
  private static final class Requests {
    private final DeployContext context;
    private boolean failedBefore;

    Requests(DeployContext context) {
      this.context = context;
    }

    void send(Site site) throws OpsException {
      try {
        context.smoke().look(site, context.session());
        failedBefore = false;
      } catch (OpsException e) {
        Poller.throwIfInterrupted();
        if (failedBefore) {
          throw e;
        }
        failedBefore = true;
        context.progress().warn(e.getMessage());
      }
    }
  }
}
