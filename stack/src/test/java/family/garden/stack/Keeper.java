package family.garden.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines for what a keeper types. */
final class Keeper {
  private Keeper() {}

  /**
   * On their own computer, in the folder of the sources.
   *
   * @param home the keeper's folder
   */
  static List<String> onTheLaptop(Path home, String script) {
    String machineHome = System.getProperty("user.home");
    return List.of(
        "env",
        "--chdir=" + Testbed.file(".."),
        "XDG_CACHE_HOME=" + System.getenv().getOrDefault("XDG_CACHE_HOME", machineHome + "/.cache"),
        // What builds have fetched stays the machine's; only "~" is the keeper's.
        "MAVEN_USER_HOME=" + machineHome + "/.m2",
        "HOME=" + home,
        "bash",
        "-euo",
        "pipefail",
        "-c",
        script);
  }

  /**
   * On the box as root, after logging in there.
   *
   * @param answers what the keeper types where a program asks, each {@code NAME=value}
   */
  static List<String> onTheBox(String script, String... answers) {
    List<String> words = new ArrayList<>(List.of("sudo", "env"));
    for (String answer : answers) {
      words.add(quoted(answer));
    }
    words.addAll(List.of("bash", "-euo", "pipefail", "-c", quoted(script)));
    return words;
  }

  /** One word for a shell. */
  static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
