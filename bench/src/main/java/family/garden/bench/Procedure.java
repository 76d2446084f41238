package family.garden.bench;

import family.garden.testkit.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A way of putting a new release of the server in place of the one that runs. */
sealed interface Procedure {
  /** Its name in the table of figures. */
  String describe();

  /** Does it once, to its end. */
  void deploy(MeasuredStack copy);

  /** {@code docker compose restart}. */
  record Restart() implements Procedure {
    @Override
    public String describe() {
      return "`docker compose restart` of the server";
    }

    @Override
    public void deploy(MeasuredStack copy) {
      copy.compose("restart", "server-blue");
      copy.awaitHealthy(copy.container("server-blue"));
    }
  }

  /** {@code docker compose up} with a new image, which replaces the container. */
  record Recreate() implements Procedure {
    @Override
    public String describe() {
      return "`docker compose up`, which replaces the server's container";
    }

    @Override
    public void deploy(MeasuredStack copy) {
      copy.compose("up", "--detach", "--no-deps", "--force-recreate", "server-blue");
      copy.awaitHealthy(copy.container("server-blue"));
    }
  }

  /**
   * What the first deploy script of this project did to the running site: stop nginx, wait 15 s,
   * stop everything, start everything. Its green stack is left out, because it could not start
   * beside the other on the same data.
   */
  record Seed() implements Procedure {
    @Override
    public String describe() {
      return "Stop nginx, wait 15 s, all down, all up (the script this project began with)";
    }

    @Override
    public void deploy(MeasuredStack copy) {
      copy.compose("stop", "proxy");
      Pause.seconds(15);
      copy.compose("down");
      copy.compose("up", "--detach");
      copy.awaitHealthy(copy.container("server-blue"));
    }
  }

  /**
   * Like docker-rollout: starts a second container of the same service, then removes the first.
   * nginx resolves the engine's names each second.
   */
  record Rollout() implements Procedure {
    /**
     * A further Compose file: servers without a fixed address, so that there can be two, and an
     * nginx that resolves their name.
     */
    static Path override(Path home, Path work) {
      Path conf = work.resolve("rollout.conf").toAbsolutePath();
      Path yaml = work.resolve("rollout.yaml").toAbsolutePath();
      try {
        Files.writeString(
            conf,
            Files.readString(home.resolve("stack/nginx/parts/to-server.conf"))
                .replace(
                    "proxy_pass http://$colour;",
                    "resolver 127.0.0.11 valid=1s;\nset $app app:8080;\nproxy_pass http://$app;"));
        Files.writeString(
            yaml,
            """
            services:
              server-blue:
                networks: !override
                  front: { aliases: [app] }
                  data: {}
              proxy:
                volumes: ["%s:/etc/nginx/parts/to-server.conf:ro"]
            """
                .formatted(conf));
        return yaml;
      } catch (IOException e) {
        throw new Failure("Tried to write %s, failed: %s".formatted(work, e.getMessage()));
      }
    }

    @Override
    public String describe() {
      return "Two of the service, wait until healthy, remove the old (docker-rollout's way)";
    }

    @Override
    public void deploy(MeasuredStack copy) {
      String old = copy.compose("ps", "--quiet", "server-blue").strip();
      copy.compose(
          "up",
          "--detach",
          "--no-deps",
          "--no-recreate",
          "--scale",
          "server-blue=2",
          "server-blue");
      copy.compose("ps", "--quiet", "server-blue").lines().forEach(copy::awaitHealthy);
      Testbed.docker("stop", old);
      Testbed.docker("rm", old);
    }
  }

  /**
   * Blue and green: start the other, switch, stop the first once what began there has ended.
   *
   * @param reload whether nginx reloads its configuration, as if the switch were in there
   */
  record Colours(boolean reload) implements Procedure {
    /** As long as a download takes. */
    private static final int DRAIN = 60;

    @Override
    public String describe() {
      return reload
          ? "Start green, warm it up, switch by a reload of nginx, stop blue after " + DRAIN + " s"
          : "Start green, warm it up, **switch by a file**, stop blue after " + DRAIN + " s";
    }

    @Override
    public void deploy(MeasuredStack copy) {
      Path green = copy.liveFolder().resolve("green");
      boolean forth = !Files.exists(green);
      String from = forth ? "blue" : "green";
      String to = forth ? "green" : "blue";
      copy.compose("--profile", to, "up", "--detach", "server-" + to);
      copy.awaitHealthy(copy.container("server-" + to));
      copy.warmUp("server-" + to);
      switchTo(forth, green);
      if (reload) {
        Testbed.docker("kill", "--signal", "HUP", copy.container("proxy"));
      }
      Pause.seconds(DRAIN);
      copy.compose("--profile", from, "stop", "server-" + from);
    }

    private static void switchTo(boolean forth, Path green) {
      try {
        if (forth) {
          Path made = Files.writeString(green.resolveSibling(".green.new"), "");
          Files.move(made, green, StandardCopyOption.ATOMIC_MOVE);
        } else {
          Files.delete(green);
        }
      } catch (IOException e) {
        throw new Failure("Tried to switch, failed: " + e.getMessage());
      }
    }
  }

  /** Only the switch, to and fro with both servers there, as often as it takes to see its cost. */
  record Often(boolean reload) implements Procedure {
    private static final int TIMES = 100;

    @Override
    public String describe() {
      return TIMES + (reload ? " switches by a reload of nginx" : " **switches by the file**");
    }

    @Override
    public void deploy(MeasuredStack copy) {
      Path green = copy.liveFolder().resolve("green");
      copy.compose("--profile", "green", "up", "--detach", "server-green");
      copy.awaitHealthy(copy.container("server-green"));
      copy.warmUp("server-green");
      for (int i = 0; i < TIMES; i++) {
        Colours.switchTo(i % 2 == 0, green);
        if (reload) {
          Testbed.docker("kill", "--signal", "HUP", copy.container("proxy"));
        }
        Pause.seconds(1);
      }
    }
  }

  /** From what loses most to what should lose nothing. */
  static List<Procedure> onOneServer() {
    return List.of(
        new Seed(),
        new Recreate(),
        new Restart(),
        new Colours(true),
        new Colours(false),
        new Often(true),
        new Often(false));
  }
}
