package family.garden.platform.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All settings of the keeper. {@link #load} reads them from the environment, each setting also from
 * a file by {@code NAME_FILE}.
 *
 * @param host the address to listen on
 * @param port the HTTP port, 1 to 65535
 * @param managementPort the port of {@code /metrics}; 0 for none
 * @param publicUrl the address that links in mails begin with, without a trailing slash
 * @param trustedProxies whose {@code X-Forwarded-For} is believed
 * @param secret at least 32 characters; sessions are signed and stored secrets sealed with keys
 *     derived from it
 * @param zone where the garden is: decides what day it is
 * @param admin the administrator to create at the first start; none: by the one-time link
 * @param calendarTrustedHosts hosts, in lower case, that calendars are read from although they are
 *     at home or have an unusual port
 * @param webFolder the built web app, to be served beside the API; null where something else does
 * @param oidc the provider that people may log in with; none: passwords and passkeys only
 * @param boxReport the file in which bookingctl reports how the box is; null where nothing does
 * @param colour which of two copies this is, as the deploy names it
 */
public record Configuration(
    String host,
    int port,
    int managementPort,
    String publicUrl,
    Networks trustedProxies,
    String secret,
    ZoneId zone,
    DatabaseSettings database,
    @Nullable String redisUrl,
    @Nullable FirstAdministrator admin,
    Set<String> calendarTrustedHosts,
    @Nullable Path webFolder,
    @Nullable OidcSettings oidc,
    @Nullable Path boxReport,
    String colour) {

  /**
   * The settings of the database.
   *
   * @param url {@code jdbc:postgresql://host:port/name}
   * @param password as it was at the start
   * @param passwordFile the file that it came from, which may have another one later; null where it
   *     came from the environment
   * @param poolSize connections at the most, 1 to 50
   */
  public record DatabaseSettings(
      String url, String user, String password, @Nullable Path passwordFile, int poolSize) {}

  /** The administrator that the first start creates. */
  public record FirstAdministrator(String email, String password) {}

  /**
   * Reads the whole configuration.
   *
   * @throws InvalidConfiguration with every problem there is
   */
  public static Configuration load(Map<String, String> environment) throws InvalidConfiguration {
    Problems problems = new Problems();
    Settings settings = new Settings(environment, problems);
    int port = settings.number("BOOKING_PORT", 8080, 1, 65535);
    int managementPort = settings.number("BOOKING_MANAGEMENT_PORT", 9000, 0, 65535);
    if (managementPort == port) {
      problems.add("BOOKING_MANAGEMENT_PORT", "the same as BOOKING_PORT", "another port, or 0");
    }
    Configuration configuration =
        new Configuration(
            settings.parsed("BOOKING_HOST", "0.0.0.0", "an address", host -> host),
            port,
            managementPort,
            PublicUrl.read(settings, problems, port),
            settings.parsed(
                "BOOKING_TRUSTED_PROXIES",
                Networks.NONE,
                "addresses or networks like 127.0.0.1,172.18.0.0/16",
                Networks::of),
            secret(settings, problems),
            settings.parsed(
                "BOOKING_ZONE",
                ZoneId.of("Europe/Berlin"),
                "a zone like Europe/Berlin",
                ZoneId::of),
            database(settings, problems),
            redis(settings, problems),
            admin(settings, problems),
            settings.hosts("BOOKING_CALENDAR_TRUSTED_HOSTS"),
            webFolder(settings, problems),
            OidcSettings.read(settings, problems),
            boxReport(settings),
            settings.parsed("BOOKING_COLOUR", "none", "a name", colour -> colour));
    problems.throwIfAny();
    return configuration;
  }

  private static String secret(Settings settings, Problems problems) {
    String secret = settings.required("BOOKING_SECRET", "at least 32 random characters");
    if (!secret.isEmpty() && secret.length() < 32) {
      problems.add("BOOKING_SECRET", "too short", "at least 32 random characters");
    }
    return secret;
  }

  private static DatabaseSettings database(Settings settings, Problems problems) {
    String expected = "an address like jdbc:postgresql://host:5432/booking";
    String url = settings.required("BOOKING_DATABASE_URL", expected);
    if (!url.isEmpty() && !url.startsWith("jdbc:postgresql://")) {
      // Not repeated: an address may contain a password.
      problems.add("BOOKING_DATABASE_URL", "not a PostgreSQL address", expected);
    }
    return new DatabaseSettings(
        url,
        settings.required("BOOKING_DATABASE_USER", "a database user"),
        settings.required("BOOKING_DATABASE_PASSWORD", "that user's password"),
        settings.file("BOOKING_DATABASE_PASSWORD"),
        settings.number("BOOKING_DATABASE_POOL", 8, 1, 50));
  }

  private static @Nullable FirstAdministrator admin(Settings settings, Problems problems) {
    String email = settings.optional("BOOKING_ADMIN_EMAIL");
    String password = settings.optional("BOOKING_ADMIN_PASSWORD");
    if (email == null && password == null) {
      return null;
    }
    if (email == null || !email.contains("@")) {
      problems.add("BOOKING_ADMIN_EMAIL", "not an e-mail address", "the administrator's address");
    }
    if (password == null || password.length() < 10 || password.length() > 128) {
      problems.add("BOOKING_ADMIN_PASSWORD", "too short or too long", "10 to 128 characters");
    }
    return email == null || password == null ? null : new FirstAdministrator(email, password);
  }

  private static @Nullable Path webFolder(Settings settings, Problems problems) {
    String folder = settings.optional("BOOKING_WEB");
    if (folder == null) {
      return null;
    }
    if (!Files.isRegularFile(Path.of(folder, "index.html"))) {
      problems.add("BOOKING_WEB", folder + " has no index.html", "the folder of the built web app");
    }
    return Path.of(folder);
  }

  /** The file itself may come later, or never. */
  private static @Nullable Path boxReport(Settings settings) {
    String file = settings.optional("BOOKING_BOX_REPORT");
    return file == null ? null : Path.of(file);
  }

  private static @Nullable String redis(Settings settings, Problems problems) {
    String url = settings.optional("BOOKING_REDIS_URL");
    if (url != null && !url.matches("rediss?://[^\\s]+")) {
      // Not repeated: an address may contain a password.
      problems.add("BOOKING_REDIS_URL", "not a Redis address", "an address like redis://host:6379");
    }
    return url;
  }

  /** Whether people reach the service over TLS, so that cookies may require it. */
  public boolean secure() {
    return publicUrl.startsWith("https:");
  }
}
