package family.garden.ops.host;

import java.util.List;
import java.util.Locale;

/** Connections of nginx to a server, from /proc/net/tcp (proc(5)): numbers in hexadecimal. */
public final class Connections {
  private static final String ESTABLISHED = "01";

  private final String remote;

  /** To a server at an address and port like 172.30.10.11:8080. */
  public Connections(String server) {
    List<String> parts = List.of(server.split("[.:]", -1));
    StringBuilder hex = new StringBuilder();
    // The kernel writes the address as its processor reads it: the last number first.
    for (int at = 3; at >= 0; at--) {
      hex.append("%02X".formatted(Integer.parseInt(parts.get(at))));
    }
    remote = hex + ":%04X".formatted(Integer.parseInt(parts.get(4)));
  }

  public long open(String table) {
    return table
        .lines()
        .map(line -> List.of(line.strip().split("\\s+", -1)))
        .filter(
            words ->
                words.size() > 3
                    && words.get(2).toUpperCase(Locale.ROOT).equals(remote)
                    && words.get(3).equals(ESTABLISHED))
        .count();
  }
}
