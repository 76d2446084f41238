package family.garden.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The environment of the server: the settings of the person, and defaults of this run for the
 * others. The {@code _FILE} form of a setting counts as set too.
 */
final class ServerEnvironment {
  private final Map<String, String> variables;

  ServerEnvironment(Map<String, String> ofThisProcess) {
    this.variables = new HashMap<>(ofThisProcess);
  }

  /** Whether the person configured a database, so that none is started here. */
  boolean bringsDatabase() {
    return isSet("BOOKING_DATABASE_URL");
  }

  /** The address to bind to. */
  String host() {
    return variables.getOrDefault("BOOKING_HOST", "0.0.0.0");
  }

  /** The address under which this machine reaches the server, without a path. */
  String localAddress(int port) {
    boolean everywhere = host().equals("0.0.0.0") || host().equals("::");
    String host = everywhere ? "localhost" : host().contains(":") ? "[" + host() + "]" : host();
    return "http://" + host + ":" + port;
  }

  void embeddedDatabase(String url, String user, Path passwordFile) {
    // A password setting of another database would conflict with the file of this one.
    variables
        .keySet()
        .removeIf(name -> name.matches("BOOKING_DATABASE_(URL|USER|PASSWORD)(_FILE)?"));
    variables.put("BOOKING_DATABASE_URL", url);
    variables.put("BOOKING_DATABASE_USER", user);
    variables.put("BOOKING_DATABASE_PASSWORD_FILE", passwordFile.toString());
  }

  boolean needsSecret() {
    return !isSet("BOOKING_SECRET");
  }

  void secret(Path file) {
    variables.put("BOOKING_SECRET_FILE", file.toString());
  }

  void port(int port) {
    variables.remove("BOOKING_PORT_FILE");
    variables.put("BOOKING_PORT", Integer.toString(port));
    setUnlessSet("BOOKING_MANAGEMENT_PORT", "0");
    setUnlessSet("BOOKING_PUBLIC_URL", localAddress(port));
    // Fewer allocation arenas of the C library: saves tens of megabytes.
    variables.putIfAbsent("MALLOC_ARENA_MAX", "1");
  }

  /** Makes the server serve the web app, if it was built and no other folder is configured. */
  void web(Path folder) {
    if (Files.isDirectory(folder)) {
      setUnlessSet("BOOKING_WEB", folder.toString());
    }
  }

  String publicUrl() {
    return variables.getOrDefault("BOOKING_PUBLIC_URL", "");
  }

  private void setUnlessSet(String name, String value) {
    if (!isSet(name)) {
      variables.put(name, value);
    }
  }

  private boolean isSet(String name) {
    return variables.containsKey(name) || variables.containsKey(name + "_FILE");
  }

  Map<String, String> asMap() {
    return Map.copyOf(variables);
  }
}
