package family.garden.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The training run: the server handles some requests of each kind and writes the AOT cache at its
 * end.
 */
final class Training {
  private final Tools tools;
  private final Path app;
  private final Map<String, String> environment;
  private final String email;
  private final String password;

  Training(Tools tools, Path app, Map<String, String> environment, String email, String password) {
    this.tools = tools;
    this.app = app;
    this.environment = environment;
    this.email = email;
    this.password = password;
  }

  /** Where the cache is. */
  Path run() {
    Path cache = app.resolve("app.aot");
    // Writing the cache needs more metaspace than serving.
    List<String> options = List.of("-XX:AOTCacheOutput=" + cache, "-XX:MaxMetaspaceSize=256m");
    try (Server _ = new Server.Launch(tools, app, environment, options).start()) {
      String token = Server.logIn(email, password);
      LocalDate today = LocalDate.now(ZoneId.systemDefault());
      for (String path :
          List.of(
              "/api/me",
              "/api/health",
              "/api/version",
              "/api/sleeping-accommodations",
              "/api/bookings?size=20",
              "/api/bookings/availability?startDate=" + today + "&endDate=" + today.plusDays(7),
              "/api/timeline?from=" + today + "&to=" + today.plusDays(42))) {
        Load.send(tools, Server.ADDRESS + path, token, 2, 1, null);
      }
    }
    return cache;
  }
}
