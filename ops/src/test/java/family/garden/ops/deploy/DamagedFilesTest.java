package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import family.garden.ops.json.Json;
import family.garden.ops.proxy.Colour;
import family.garden.ops.result.OpsException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An incomplete file is an error with a message, and never counts as missing. */
class DamagedFilesTest {
  @TempDir private Path folder;

  /** A state file that the next command reads. */
  enum SavedFile {
    IMAGES("images.env"),
    INSTALLED("installed.json"),
    DEPLOY("deploy.json"),
    HISTORY("history.jsonl");

    private final String name;

    SavedFile(String name) {
      this.name = name;
    }

    void write(Path folder) throws OpsException {
      switch (this) {
        case IMAGES ->
            new ImagesFile(folder.resolve(name))
                .write(ImagesFile.first(Colour.BLUE, StateTest.release("1.0.0", '1')));
        case INSTALLED ->
            Installed.NOTHING.bringing(Colour.BLUE, StateTest.release("1.0.0", '1')).write(folder);
        case DEPLOY -> StateTest.deployState().write(folder);
        case HISTORY -> {
          new History(folder).add(StateTest.entry(Instant.EPOCH));
          new History(folder).add(StateTest.entry(Instant.EPOCH.plusSeconds(1)));
        }
      }
    }

    Object read(Path folder) throws OpsException {
      return switch (this) {
        case IMAGES -> new ImagesFile(folder.resolve(name)).read();
        case INSTALLED -> Installed.read(folder);
        case DEPLOY -> DeployState.read(folder);
        case HISTORY -> new History(folder).read();
      };
    }
  }

  /** A way of damaging a file. */
  enum Damage {
    EMPTY {
      @Override
      byte[] to(byte[] whole) {
        return new byte[0];
      }
    },
    BLANK {
      @Override
      byte[] to(byte[] whole) {
        return "\n \n".getBytes(StandardCharsets.UTF_8);
      }
    },
    /** As a power cut before the content was written leaves it. */
    ZEROS {
      @Override
      byte[] to(byte[] whole) {
        return new byte[whole.length];
      }
    },
    GARBAGE {
      @Override
      byte[] to(byte[] whole) {
        return "\u007fELF\u0001\u0002 what is this".getBytes(StandardCharsets.UTF_8);
      }
    },
    NO_TEXT {
      @Override
      byte[] to(byte[] whole) {
        return new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0x80};
      }
    },
    ANOTHER_DOCUMENT {
      @Override
      byte[] to(byte[] whole) {
        return "{}\n".getBytes(StandardCharsets.UTF_8);
      }
    },
    CUT_IN_HALF {
      @Override
      byte[] to(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
      }
    },
    LAST_BYTES_GONE {
      @Override
      byte[] to(byte[] whole) {
        return Arrays.copyOf(whole, whole.length - 3);
      }
    };

    abstract byte[] to(byte[] whole);
  }

  static Stream<Arguments> damages() {
    return Stream.of(SavedFile.values())
        .flatMap(file -> Stream.of(Damage.values()).map(damage -> Arguments.of(file, damage)))
        .filter(each -> !isHalfALine(each));
  }

  /**
   * Half a line at the end of the history is normal after a power cut; the lines before it are
   * valid.
   */
  private static boolean isHalfALine(Arguments each) {
    Object damage = each.get()[1];
    return each.get()[0] == SavedFile.HISTORY
        && (damage == Damage.CUT_IN_HALF || damage == Damage.LAST_BYTES_GONE);
  }

  @ParameterizedTest
  @MethodSource("damages")
  void isReportedAndNeverTakenForNothing(SavedFile state, Damage damage) throws Exception {
    state.write(folder);
    Path file = folder.resolve(state.name);
    state.read(folder);
    Files.write(file, damage.to(Files.readAllBytes(file)));
    assertThatThrownBy(() -> state.read(folder))
        .isInstanceOf(OpsException.class)
        .hasMessageStartingWith("Tried to read " + file)
        .hasMessageEndingWith(StateFile.REPAIR);
  }

  @Test
  void missesInstalledWhereDeploysWereDone() throws Exception {
    assertThat(Installed.read(folder)).isEqualTo(Installed.NOTHING);
    // Settings can be applied to a stack that no deploy installed.
    new History(folder)
        .add(StateTest.entry(Instant.EPOCH.minusSeconds(1), Operation.APPLY_SERVICES));
    assertThat(Installed.read(folder)).isEqualTo(Installed.NOTHING);
    SavedFile.HISTORY.write(folder);
    assertThatThrownBy(() -> Installed.read(folder)).hasMessageContaining("it is gone");
  }

  @Test
  void readsWhatAnEarlierVersionWrote() throws Exception {
    SavedFile.DEPLOY.write(folder);
    Path file = folder.resolve("deploy.json");
    String text = Files.readString(file);
    assertThat(text).contains("\"switchedAt\": null");
    Files.writeString(file, text.replace("\"switchedAt\": null,", ""));
    assertThat(DeployState.read(folder).orElseThrow().switchedAt()).isEqualTo(Optional.empty());
    assertThat(Json.read("{\"images\":[]}", Installed.class, "a test"))
        .isEqualTo(Installed.NOTHING);
  }

  /** The command would have to guess which steps the deploy had done. */
  @Test
  void refusesAStepThatTheOperationDoesNotHave() throws Exception {
    SavedFile.DEPLOY.write(folder);
    Path file = folder.resolve("deploy.json");
    String text = Files.readString(file);
    assertThat(text).contains("\"step\": \"pause-monitoring\"");
    Files.writeString(file, text.replace("pause-monitoring", "swap-secret"));
    assertThatThrownBy(() -> DeployState.read(folder))
        .hasMessageContaining(
            "the step \"swap-secret\", which the operation \"deploy\" does not have")
        .hasMessageEndingWith(StateFile.REPAIR);
  }

  @Test
  void namesEveryImageThatIsMissing() {
    Map<String, String> images = ImagesFile.first(Colour.GREEN, StateTest.release("1.0.0", '1'));
    assertThat(ImagesFile.missing(images)).isEmpty();
    images.put("BOOKING_CACHE_IMAGE", "sha256:1234");
    images.remove("BOOKING_GREEN_WEB_IMAGE");
    assertThat(ImagesFile.missing(images))
        .containsExactly("BOOKING_GREEN_WEB_IMAGE", "BOOKING_CACHE_IMAGE");
    assertThat(ImagesFile.missing(Map.of())).contains("COMPOSE_PROFILES", "BOOKING_PROXY_IMAGE");
  }
}
