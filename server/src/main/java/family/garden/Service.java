package family.garden;

import family.garden.member.Setup;
import family.garden.platform.config.Configuration;
import family.garden.platform.config.InvalidConfiguration;
import family.garden.platform.http.AdmissionGate;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/** The service from "listening" to "stopped". */
final class Service implements QuarkusApplication {
  private final Configuration configuration;
  private final AdmissionGate gate;
  private final Setup setup;

  Service(Configuration configuration, AdmissionGate gate, Setup setup) {
    this.configuration = configuration;
    this.gate = gate;
    this.setup = setup;
  }

  @Override
  public int run(String... arguments) {
    try {
      setup.prepare().ifPresent(Service::tellSetupLink);
    } catch (InvalidConfiguration e) {
      System.err.println(e.getMessage());
      return Main.WRONG_CONFIGURATION;
    }
    gate.open();
    System.out.println("Booking serves at " + configuration.publicUrl());
    Quarkus.waitForExit();
    gate.close();
    return 0;
  }

  private static void tellSetupLink(String link) {
    System.out.printf(
        "There is no administrator yet. Open this link once to become it (good for one day):%n%n"
            + "  %s%n%n",
        link);
  }
}
