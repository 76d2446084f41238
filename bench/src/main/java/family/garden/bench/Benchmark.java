package family.garden.bench;

import family.garden.local.DataFolder;
import family.garden.local.EmbeddedDatabase;
import family.garden.local.PostgresBinaries;
import family.garden.local.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The steps of the benchmark, in order; see {@code docs/figures.md} for the method. */
final class Benchmark {
  private static final String ADMIN = "bench@garden.example";
  private static final String PASSWORD = "as fast as the garden grows";
  private static final int CONNECTIONS = 20;
  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

  private final Tools tools = new Tools();
  private final Figures figures = new Figures("./booking bench");
  private final Path home;
  private final Path app;
  private final Path work;
  private final int seconds;
  private final int starts;

  Benchmark(Path home, boolean quick) {
    this.home = home;
    this.app = home.resolve("server/target/quarkus-app").toAbsolutePath();
    this.work = home.resolve("bench/target/run-" + ProcessHandle.current().pid());
    this.seconds = quick ? 5 : 20;
    this.starts = quick ? 2 : 7;
  }

  void run() {
    DataFolder folder = new DataFolder(work.resolve("data"));
    folder.open();
    Secrets secrets = new Secrets(folder);
    Path secret = secrets.file("secret");
    Path password = secrets.file("database-password");
    PostgresBinaries binaries = PostgresBinaries.unpack();
    EmbeddedDatabase database = new EmbeddedDatabase(folder, binaries);
    database.prepare(password);
    database.start();
    try {
      pin(database);
      Map<String, String> environment = environment(database, secret, password);
      figures.line(Figures.machine() + ".");
      figures.line("");
      figures.line("| What | Figure | Aim |");
      figures.line("|---|---|---|");
      Path cache = new Training(tools, app, environment, ADMIN, PASSWORD).run();
      fill(database, read(password));
      List<String> cached = List.of("-XX:AOTCache=" + cache);
      measureStart(
          new Server.Launch(tools, app, environment, List.of()), "without the AOT cache", "");
      Server.Launch launch = new Server.Launch(tools, app, environment, cached);
      measureStart(launch, "with the AOT cache", "≤ 1,500 ms");
      measureRequests(launch, database, read(password));
      measureLimits(launch);
    } finally {
      database.stop();
      folder.close();
    }
    figures.writeTo(home.resolve("docs/figures.md"));
  }

  private void pin(EmbeddedDatabase database) {
    String pid = Long.toString(database.process().orElseThrow().pid());
    Tools.run(Map.of(), List.of(tools.path("taskset"), "-a", "-p", "-c", Cores.OTHERS, pid));
  }

  private Map<String, String> environment(EmbeddedDatabase database, Path secret, Path password) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("BOOKING_DATABASE_URL", database.url());
    environment.put("BOOKING_DATABASE_USER", EmbeddedDatabase.USER);
    environment.put("BOOKING_DATABASE_PASSWORD_FILE", password.toString());
    environment.put("BOOKING_SECRET_FILE", secret.toString());
    environment.put("BOOKING_PORT", Integer.toString(Server.PORT));
    environment.put("BOOKING_MANAGEMENT_PORT", Integer.toString(Server.PORT + 1));
    environment.put("BOOKING_ADMIN_EMAIL", ADMIN);
    environment.put("BOOKING_ADMIN_PASSWORD", PASSWORD);
    environment.put("MALLOC_ARENA_MAX", "1");
    return environment;
  }

  private void fill(EmbeddedDatabase database, String password) {
    try (Connection connection =
            DriverManager.getConnection(database.url(), EmbeddedDatabase.USER, password);
        var statement = connection.createStatement()) {
      statement.execute(Files.readString(Tools.script(work, "fixture.sql")));
    } catch (SQLException | IOException e) {
      throw new Failure("Tried to fill the garden, failed: " + e.getMessage());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new Failure("Tried to read %s, failed: %s".formatted(file, e.getMessage()));
    }
  }

  private void measureStart(Server.Launch launch, String how, String aim) {
    List<Duration> times = new ArrayList<>();
    String idle = "";
    for (int i = 0; i < starts; i++) {
      try (Server server = launch.start()) {
        times.add(server.start);
        idle = server.memory().describe();
      }
    }
    times.sort(Duration::compareTo);
    figures.row(
        "Start to the first healthy answer, " + how,
        "median %,d ms of %d (%,d to %,d)"
            .formatted(
                times.get(times.size() / 2).toMillis(),
                times.size(),
                times.getFirst().toMillis(),
                times.getLast().toMillis()),
        aim);
    figures.row("Resident memory then, " + how, idle, "");
  }

  private void measureRequests(Server.Launch launch, EmbeddedDatabase database, String password) {
    Load creation;
    String memory;
    try (Server server = launch.start()) {
      String token = Server.logIn(ADMIN, PASSWORD);
      String availability =
          Server.ADDRESS
              + "/api/bookings/availability?startDate=%s&endDate=%s".formatted(in(30), in(37));
      warmUp(availability, token);
      get(
          "Availability of a week, 20 connections",
          availability,
          token,
          CONNECTIONS,
          "p99 ≤ 15 ms");
      String year = Server.ADDRESS + "/api/timeline?from=%s&to=%s".formatted(in(-200), in(200));
      warmUp(year, token);
      get("Timeline of 400 days, cached, 1 connection", year, token, 1, "median ≤ 10 ms");
      made("Timeline of 400 days, not cached, 1 connection", token);
      String create = Tools.script(work, "create.lua").toString();
      load(Server.ADDRESS + "/api/bookings", token, CONNECTIONS, 5, create);
      creation = load(Server.ADDRESS + "/api/bookings", token, CONNECTIONS, seconds, create);
      memory = server.memory().describe();
    }
    double limit = pgbench(database, password);
    figures.row("Booking creation, 20 connections", creation.describe(), "");
    figures.row(
        "The same SQL by pgbench, 20 clients", String.format(Locale.ROOT, "%,.0f/s", limit), "");
    figures.row(
        "Creation compared with pgbench",
        String.format(Locale.ROOT, "%.0f %%", 100 * creation.rate() / limit),
        "≥ 50 %");
    figures.row("Resident memory after that load", memory, "");
  }

  private void get(String what, String url, String token, int connections, String aim) {
    figures.row(what, load(url, token, connections, seconds, null).describe(), aim);
  }

  private void made(String what, String token) {
    String script = Tools.script(work, "timeline.lua").toString();
    figures.row(
        what, load(Server.ADDRESS + "/", token, 1, seconds, script).describe(), "median ≤ 10 ms");
  }

  private void warmUp(String url, String token) {
    load(url, token, CONNECTIONS, 5, null);
  }

  private Load load(
      String url, String token, int connections, int duration, @Nullable String script) {
    return Load.send(tools, url, token, connections, duration, script);
  }

  private double pgbench(EmbeddedDatabase database, String password) {
    String output =
        Tools.run(
            Map.of("PGPASSWORD", password),
            List.of(
                tools.path("taskset"),
                "-c",
                Cores.SERVER,
                tools.path("pgbench"),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + CONNECTIONS,
                "--jobs=1",
                "--time=" + seconds,
                "--file=" + Tools.script(work, "create.pgbench.sql"),
                "--username=" + EmbeddedDatabase.USER,
                database.url().substring("jdbc:".length())));
    Matcher rate = TPS.matcher(output);
    if (!rate.find()) {
      throw new Failure("pgbench printed something else than expected:\n" + output);
    }
    return Double.parseDouble(rate.group(1));
  }

  private void measureLimits(Server.Launch launch) {
    for (int megabytes : List.of(144, 128, 112, 96)) {
      Optional<MemoryLimit> made = MemoryLimit.of(megabytes);
      if (made.isEmpty()) {
        figures.row("Under a hard limit", "not measured: needs the rights of root", "144 MB");
        return;
      }
      String aim = megabytes == 144 ? "no failure" : megabytes == 128 ? "better" : "";
      try (MemoryLimit limit = made.get()) {
        figures.row(
            "Mixed load, 20 connections, under a hard limit of " + megabytes + " MB",
            underLimit(launch, limit),
            aim);
      }
    }
  }

  private String underLimit(Server.Launch launch, MemoryLimit limit) {
    try (Server _ = launch.start(limit.around(launch.command()))) {
      String token = Server.logIn(ADMIN, PASSWORD);
      String mixed = Tools.script(work, "mixed.lua").toString();
      load(Server.ADDRESS + "/", token, CONNECTIONS, 5, mixed);
      Load load = load(Server.ADDRESS + "/", token, CONNECTIONS, seconds, mixed);
      return "%s; anonymous %d MiB".formatted(load.describe(), limit.anonymous() / 1024 / 1024);
    } catch (Failure e) {
      return "the server does not survive it";
    }
  }

  private static String in(int days) {
    return LocalDate.now(ZoneId.systemDefault()).plusDays(days).toString();
  }
}
