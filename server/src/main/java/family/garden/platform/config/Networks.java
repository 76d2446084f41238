package family.garden.platform.config;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Addresses and networks in the keeper's notation, {@code 127.0.0.1,172.18.0.0/16}; no host names,
 * which would have to be looked up for each request.
 */
public record Networks(List<Network> networks) {

  static final Networks NONE = new Networks(List.of());

  /**
   * All addresses with a common prefix.
   *
   * @param bits how many count
   */
  record Network(InetAddress base, int bits) {
    static Network of(String text) {
      String[] parts = text.strip().split("/", -1);
      InetAddress base = InetAddress.ofLiteral(parts[0]);
      int most = base.getAddress().length * Byte.SIZE;
      int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
      if (parts.length > 2 || bits < 0 || bits > most) {
        throw new IllegalArgumentException(text);
      }
      return new Network(base, bits);
    }

    boolean contains(InetAddress address) {
      byte[] mine = base.getAddress();
      byte[] theirs = address.getAddress();
      if (mine.length != theirs.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((mine[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * The networks of a list.
   *
   * @throws IllegalArgumentException if one of them is none
   */
  static Networks of(String list) {
    return new Networks(Arrays.stream(list.split(",", -1)).map(Network::of).toList());
  }

  public boolean contain(InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }
}
