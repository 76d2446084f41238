package family.garden.ops.process;

import java.util.Map;
import java.util.Set;

/** Which variables a program gets. */
final class Environment {
  /**
   * Where programs, the user's folder and the container engine are, and in what language they
   * speak. Compose prefers a variable of the shell to what stands in a file of settings, so
   * everything else stays away from it.
   */
  private static final Set<String> KEPT =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "LC_ALL",
          "TERM",
          "TMPDIR",
          "XDG_CONFIG_HOME",
          "XDG_RUNTIME_DIR",
          "SSH_AUTH_SOCK",
          "DOCKER_HOST",
          "DOCKER_CONFIG",
          "DOCKER_CONTEXT",
          "DOCKER_CERT_PATH",
          "DOCKER_TLS_VERIFY",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "NO_PROXY",
          "http_proxy",
          "https_proxy",
          "no_proxy");

  private Environment() {}

  /** Gives a program that is about to start its variables. */
  static void prepare(ProcessBuilder builder, Command command) {
    Map<String, String> variables = builder.environment();
    if (command.clean()) {
      variables.keySet().retainAll(KEPT);
    }
    variables.putAll(command.environment());
  }
}
