package family.garden.ops.config;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.NeedsEngine;
import family.garden.ops.StackWithCtl;
import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.process.Command;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every reader of settings.env gets the same value as bookingctl, or bookingctl refuses the file.
 */
@ExtendWith(NeedsEngine.class)
class SettingsFileIT {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int RANDOM_VALUES = 3000;
  private static final String CHARACTERS = "ab1.,:/= '\"#$\\`{}\t;&\u00a0äé-";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NAME=plain",
        "NAME=two  blanks",
        "NAME=  blanks around  ",
        "  NAME=indented",
        "\tNAME=\ttabs\t",
        "NAME='single quotes, with # and $HOME'",
        "NAME=\"double quotes, with # and it's\"",
        "NAME=''",
        "NAME=",
        "NAME=a,b,,c",
        "NAME==a",
        "NAME=a;b&c",
        "NAME=ümläut",
        "NAME=windows\r",
        "NAME='windows'\r",
        "# NAME=comment\n\n  # more\nNAME=x",
        "NAME=first\nNAME=second",
        "NAME=https://a.example:8443/b?c=d"
      })
  void acceptsWhatComposeReadsInTheSameWay(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("settings.env"), text + "\n");
    assertThat(compose(file, List.of("NAME")))
        .contains(Map.of("NAME", SettingsFile.read(file).getOrDefault("NAME", "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NAME=a # comment",
        "NAME=a#b",
        "NAME=#a",
        "NAME='a' # comment",
        "NAME=\"a\" b",
        "NAME='a'b",
        "NAME='a",
        "NAME=\"a",
        "NAME='a\nb'",
        "NAME='a\\'b'",
        "NAME=\"a\\nb\"",
        "NAME=a\\",
        "NAME=$HOME",
        "NAME=\"$HOME\"",
        "NAME=a$$b",
        "NAME=it's",
        "NAME=`id`",
        "NAME=a\u00a0",
        "NAME=\u2003a",
        "NAME=a\u000bb",
        "NAME=a\u0000b",
        "NAME=a\tb",
        "NAME=old\rmac",
        "export NAME=a",
        "NAME =a",
        "NAME: a",
        "NAME",
        "name=a",
        "\uFEFFNAME=a"
      })
  void refusesWhatSomebodyMightReadInAnotherWay(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("settings.env"), text + "\n");
    assertThat(read(file)).isEmpty();
  }

  /** Of thousands of values, Compose reads those that bookingctl accepts as the same text. */
  @Test
  void readsNoValueInAnotherWayThanCompose() throws Exception {
    Random random = new Random(20261130);
    StringBuilder all = new StringBuilder();
    List<String> names = new ArrayList<>();
    Path file = folder.resolve("settings.env");
    for (int number = 0; number < RANDOM_VALUES; number++) {
      StringBuilder value = new StringBuilder();
      for (int length = random.nextInt(9); length > 0; length--) {
        value.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
      String quote = List.of("", "", "'", "\"").get(random.nextInt(4));
      String line = "NAME_%d=%s%s%s%n".formatted(number, quote, value, quote);
      if (read(Files.writeString(file, line)).isPresent()) {
        all.append(line);
        names.add("NAME_" + number);
      }
    }
    assertThat(names).hasSizeGreaterThan(RANDOM_VALUES / 10);
    assertThat(compose(Files.writeString(file, all), names)).contains(SettingsFile.read(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BOOKING_NAMES=a.example",
        "BOOKING_NAMES='a.example  b.example'",
        "BOOKING_NAMES=\"a.example, b.example\"",
        "BOOKING_NAMES=a.example,b.example",
        "  BOOKING_NAMES= a.example b.example \r",
        "BOOKING_NAMES=c.example\nBOOKING_NAMES=' a.example ,, b.example '"
      })
  void asksForACertificateForTheSameNames(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("settings.env"), text + "\n");
    List<String> names =
        List.of(SettingsFile.read(file).getOrDefault("BOOKING_NAMES", "").strip().split("[ ,]+"));
    ProcessResult run = ask();
    StringBuilder domains = new StringBuilder();
    names.forEach(name -> domains.append("--domains ").append(name).append(' '));
    assertThat(run.stdout()).as(run.stderr()).contains(domains + "run");
    assertThat(run.stdout().split("--domains", -1)).hasSize(names.size() + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BOOKING_NAMES=a.example # comment",
        "BOOKING_NAMES='a.example",
        "BOOKING_NAMES=$HOME",
        "BOOKING_NAMES=a.example;id"
      })
  void asksForNoCertificateWhereBookingctlRefuses(String text) throws Exception {
    Files.writeString(folder.resolve("settings.env"), text + "\n");
    ProcessResult run = ask();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.stderr()).contains("BOOKING_NAMES");
  }

  /** Runs request-certificate with a program in place of lego that prints its arguments. */
  private ProcessResult ask() throws IOException, OpsException {
    Files.writeString(folder.resolve("acme.env"), "ACME_EMAIL=a@b.example\nACME_DNS=exec\n");
    Path lego = folder.resolve("lego");
    Files.deleteIfExists(lego);
    Files.writeString(lego, "#!/bin/sh\necho \"$@\"\nexit 1\n");
    Files.setPosixFilePermissions(lego, PosixFilePermissions.fromString("rwx------"));
    return Processes.run(
        Command.of(StackWithCtl.ofTheStack("acme/request-certificate").toString())
            .withEnvironment(
                Map.of(
                    "BOOKING_SETTINGS",
                    folder.resolve("settings.env").toString(),
                    "BOOKING_ACME_STATE",
                    folder.resolve("acme").toString(),
                    "PATH",
                    folder + ":" + System.getenv("PATH"))),
        LIMIT);
  }

  private static Optional<Map<String, String>> read(Path file) {
    try {
      return Optional.of(SettingsFile.read(file));
    } catch (OpsException e) {
      return Optional.empty();
    }
  }

  /** The values that Compose reads from these settings; empty if it refuses the file. */
  private Optional<Map<String, String>> compose(Path file, List<String> names) throws Exception {
    StringBuilder yaml = new StringBuilder("services:\n  a:\n    image: x\n    environment:\n");
    for (String name : names) {
      yaml.append("      %s: \"${%<s-}\"%n".formatted(name));
    }
    Path compose = Files.writeString(folder.resolve("compose.yaml"), yaml);
    ProcessResult outcome =
        Processes.run(
            Command.of(
                    "docker",
                    "compose",
                    "--file",
                    compose.toString(),
                    "--env-file",
                    file.toString(),
                    "config",
                    "--format",
                    "json")
                .inCleanEnvironment(),
            LIMIT);
    if (!outcome.isSuccess()) {
      return Optional.empty();
    }
    Node values = Json.tree(outcome.stdout(), "Compose").path("services", "a", "environment");
    Map<String, String> all = new LinkedHashMap<>();
    for (String name : names) {
      // Compose writes a dollar as two.
      all.put(name, values.path(name).text().replace("$$", "$"));
    }
    return Optional.of(all);
  }
}
