package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.testkit.Programs;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The TCP ports that a scan finds open. */
final class PortScan {
  static final String EVERY_PORT = "-p-";

  private static final Pattern OPEN = Pattern.compile("\\b(\\d+)/open/tcp");

  private PortScan() {}

  /**
   * @param inside a prefix that runs nmap elsewhere, such as in a container; empty for this machine
   * @param words further arguments of nmap
   */
  static List<Integer> open(List<String> inside, String address, String... words) {
    List<String> command = new ArrayList<>(inside);
    command.addAll(List.of("nmap", "-n", "-Pn", "-T4", "-oG", "-"));
    command.addAll(List.of(words));
    command.add(address);
    String output = Programs.run(command).expectSuccess().output();
    assertThat(output).contains("1 IP address (1 host up) scanned");
    return numbers(OPEN, output);
  }

  /** Reads ports as tests write them: {@code 80 443}. */
  static List<Integer> listed(String ports) {
    return Stream.of(ports.split(" ")).map(Integer::valueOf).toList();
  }

  /** The first group of each match, as a number. */
  static List<Integer> numbers(Pattern pattern, String output) {
    return pattern.matcher(output).results().map(each -> Integer.valueOf(each.group(1))).toList();
  }
}
