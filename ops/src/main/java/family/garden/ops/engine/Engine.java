package family.garden.ops.engine;

import family.garden.ops.config.Settings;
import family.garden.ops.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds the commands for the container engine and this stack; it runs none of them. */
public final class Engine {
  /** The program; it can call Podman too, through its socket (docs/decisions/0030). */
  private static final String DOCKER = "docker";

  private final Settings settings;

  public Engine(Settings settings) {
    this.settings = settings;
  }

  public Command call(String... arguments) {
    return Command.of(DOCKER).inCleanEnvironment().with(arguments);
  }

  /** Compose, on this stack, with all profiles. */
  public Command compose(String... arguments) {
    return composeWith(settings.places().images(), arguments);
  }

  /** Compose, on this stack, with the profiles that images.env names. */
  public Command composeAsDeployed(String... arguments) {
    return compose(
        settings.places().composeFile(),
        settings.file(),
        settings.places().images(),
        List.of(),
        arguments);
  }

  /** Compose with another images.env, to check it. */
  public Command composeWith(Path images, String... arguments) {
    return composeWith(settings.places().composeFile(), images, arguments);
  }

  /** Compose with another Compose file and images.env, to check them. */
  public Command composeWith(Path compose, Path images, String... arguments) {
    return compose(compose, settings.file(), images, List.of("--profile", "*"), arguments);
  }

  /** Compose with another settings.env and images.env, to check them. */
  public Command composeWithSettings(Path values, Path images, String... arguments) {
    return compose(
        settings.places().composeFile(), values, images, List.of("--profile", "*"), arguments);
  }

  /** How a call of Compose on this stack begins. */
  public List<String> composeBegins() {
    return List.of("compose", "--project-name", settings.stack());
  }

  private Command compose(
      Path compose, Path values, Path images, List<String> profiles, String... arguments) {
    List<String> all = new ArrayList<>(List.of(DOCKER));
    all.addAll(composeBegins());
    all.addAll(profiles);
    all.addAll(List.of("--file", compose.toString()));
    settings.places().composeFiles().stream()
        .skip(1)
        .forEach(file -> all.addAll(List.of("--file", file.toString())));
    all.addAll(List.of("--env-file", values.toString()));
    all.addAll(List.of("--env-file", images.toString()));
    return Command.of(all).inCleanEnvironment().with(arguments);
  }

  public Command in(String service, String... arguments) {
    return call("exec", container(service)).with(arguments);
  }

  /** Like {@link #in}, with standard input. */
  public Command feeding(String service, String... arguments) {
    return call("exec", "--interactive", container(service)).with(arguments);
  }

  public String container(String service) {
    return settings.stack() + "-" + service + "-1";
  }

  /** All containers of this stack, running or not: the id of each on a line. */
  public Command containers() {
    return call(
        "ps", "--all", "--no-trunc", "--quiet", "--filter", label("project", settings.stack()));
  }

  /** The volumes of this stack, a name on each line. */
  public Command volumes() {
    return call("volume", "ls", "--quiet", "--filter", label("project", settings.stack()));
  }

  /** The containers that "compose run" made for a service: the id of each on a line. */
  public Command oneOffs(String service) {
    return call("ps", "--all", "--quiet", "--filter", label("project", settings.stack()))
        .with("--filter", label("service", service), "--filter", label("oneoff", "True"));
  }

  private static String label(String name, String value) {
    return "label=com.docker.compose." + name + "=" + value;
  }

  public Command databaseVersion(String image) {
    return call("run", "--rm", "--network=none", "--entrypoint=postgres", image, "--version");
  }

  public Command inspect(String... names) {
    return call("inspect").with(names);
  }
}
