package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The TCP ports that a scan finds open. */
final class Doors {
  static final String EVERY_PORT = "-p-";

  private static final Pattern OPEN = Pattern.compile("\\b(\\d+)/open/tcp");

  private Doors() {}

  /**
   * @param inside the command that goes to where the scan comes from; empty for here
   * @param words what nmap is told beside the address
   */
  static List<Integer> open(List<String> inside, String address, String... words) {
    List<String> command = new ArrayList<>(inside);
    command.addAll(List.of("nmap", "-n", "-Pn", "-T4", "-oG", "-"));
    command.addAll(List.of(words));
    command.add(address);
    String said = Programs.run(command).expectDone();
    assertThat(said).contains("1 IP address (1 host up) scanned");
    return numbers(OPEN, said);
  }

  /** As tests write them: {@code 80 443}. */
  static List<Integer> listed(String doors) {
    return Stream.of(doors.split(" ")).map(Integer::valueOf).toList();
  }

  /** The first group of each match, as a number. */
  static List<Integer> numbers(Pattern pattern, String said) {
    return pattern.matcher(said).results().map(each -> Integer.valueOf(each.group(1))).toList();
  }
}
