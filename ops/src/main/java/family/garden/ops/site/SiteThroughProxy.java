package family.garden.ops.site;

import family.garden.ops.config.Settings;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.time.Duration;

/** Opens the site through nginx, as people do, and accepts only the certificate of nginx. */
public final class SiteThroughProxy {
  private SiteThroughProxy() {}

  /** Opens the site; fails if nginx does not run or has no certificate. */
  public static Site open(Settings settings) throws OpsException {
    String certificate =
        Processes.ask(
            new Engine(settings).in("proxy", "cat", "/etc/nginx/tls/current/site.crt"),
            Duration.ofSeconds(20),
            "read the certificate of nginx",
            "See whether nginx runs: bookingctl status.");
    return Site.throughProxy(settings, certificate);
  }
}
