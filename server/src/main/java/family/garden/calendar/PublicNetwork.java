package family.garden.calendar;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which network addresses are public (IANA's special-purpose registries). An administrator types a
 * calendar's address, and the server there may redirect it: neither may make this server call a
 * machine in the home network.
 */
final class PublicNetwork {
  private static final List<Range> NOT_PUBLIC_4 =
      List.of(
          range("0.0.0.0", 8),
          range("10.0.0.0", 8),
          range("100.64.0.0", 10),
          range("127.0.0.0", 8),
          range("169.254.0.0", 16),
          range("172.16.0.0", 12),
          range("192.0.0.0", 24),
          range("192.0.2.0", 24),
          range("192.88.99.0", 24),
          range("192.168.0.0", 16),
          range("198.18.0.0", 15),
          range("198.51.100.0", 24),
          range("203.0.113.0", 24),
          range("224.0.0.0", 4),
          range("240.0.0.0", 4));

  /** All public addresses of IPv6; mapped, translated and local ones are not among them. */
  private static final Range PUBLIC_6 = range("2000::", 3);

  private static final List<Range> NOT_PUBLIC_6 =
      List.of(
          // Teredo and other protocols; 6to4, which wraps an IPv4 address; documentation.
          range("2001::", 23), range("2001:db8::", 32), range("2002::", 16), range("3fff::", 20));

  private PublicNetwork() {}

  private record Range(InetAddress start, int bits) {
    boolean has(byte[] address) {
      byte[] first = start.getAddress();
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if (((first[bit / 8] ^ address[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private static Range range(String start, int bits) {
    return new Range(InetAddress.ofLiteral(start), bits);
  }

  static boolean has(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? NOT_PUBLIC_4.stream().noneMatch(range -> range.has(bytes))
        : PUBLIC_6.has(bytes) && NOT_PUBLIC_6.stream().noneMatch(range -> range.has(bytes));
  }
}
