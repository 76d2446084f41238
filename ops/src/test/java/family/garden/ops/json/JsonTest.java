package family.garden.ops.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import family.garden.ops.proxy.Colour;
import family.garden.ops.release.Version;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private record All(
      Version version,
      Instant at,
      Duration took,
      Colour colour,
      Optional<String> name,
      Optional<Colour> other,
      Optional<Long> bytes,
      List<String> list,
      Map<String, Double> seconds) {}

  private record Loose(
      Optional<Version> version,
      Optional<Duration> took,
      Optional<Colour> colour,
      Optional<Long> bytes) {}

  private static final All FULL =
      new All(
          new Version("1.4.0"),
          Instant.parse("2026-11-26T21:40:41.500Z"),
          Duration.ofMillis(1500),
          Colour.GREEN,
          Optional.of("Gäste <3 & \"mehr\""),
          Optional.of(Colour.BLUE),
          Optional.of(3L),
          List.of("a"),
          Map.of("start", 10.0));
  private static final All EMPTY =
      new All(
          FULL.version(),
          FULL.at(),
          FULL.took(),
          FULL.colour(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Map.of());

  @Test
  void writesWhatOlderReleasesWrote() {
    assertThat(Json.writeLine(FULL))
        .isEqualTo(
            """
            {"version":"1.4.0","at":"2026-11-26T21:40:41.500Z","took":"PT1.5S","colour":"green",\
            "name":"Gäste <3 & \\"mehr\\"","other":"blue","bytes":3,"list":["a"],\
            "seconds":{"start":10.0}}\
            """);
    assertThat(Json.writeLine(EMPTY)).contains("\"name\":null,\"other\":null,\"bytes\":null");
  }

  @Test
  void readsWhatItWrote() throws OpsException {
    for (All value : List.of(FULL, EMPTY)) {
      assertThat(Json.read(Json.writeLine(value), All.class, "a test")).isEqualTo(value);
      assertThat(Json.read(Json.write(value), All.class, "a test")).isEqualTo(value);
    }
  }

  @Test
  void readsWhatNewerAndOlderReleasesWrite() throws OpsException {
    Loose read = Json.read("{\"took\":\"PT1S\",\"more\":{\"a\":[1]}}", Loose.class, "a test");
    assertThat(read.took()).contains(Duration.ofSeconds(1));
    assertThat(read.colour()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "at", "list", "seconds"})
  void readsNothingWithoutWhatMustBeThere(String name) {
    for (String text :
        List.of(
            Json.writeLine(FULL).replace("\"%s\"".formatted(name), "\"x\""),
            Json.writeLine(FULL)
                .replaceFirst(
                    "\"%s\":(\"[^\"]*\"|\\[.*?]|\\{.*?})".formatted(name),
                    "\"%s\":null".formatted(name)))) {
      assertThatThrownBy(() -> Json.read(text, All.class, "the file"))
          .hasMessageContaining("the JSON that was expected: %s is missing".formatted(name));
    }
  }

  @Test
  void readsNoValueThatAnEnumDoesNotHave() {
    for (String text :
        List.of(
            Json.writeLine(FULL).replace("\"green\"", "\"red\""),
            Json.writeLine(FULL).replace("\"blue\"", "\"red\""))) {
      assertThatThrownBy(() -> Json.read(text, All.class, "the file"))
          .hasMessageMatching(".*was expected: (colour|other) has an unknown value.*");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"took\":\"PT1S\"",
        "[]",
        "1",
        "{'took':\"PT1S\"}",
        "{} {}",
        "{\"took\":\"soon\"}",
        "{\"took\":{}}",
        "{\"version\":\"1\"}",
        "{\"colour\":1,\"bytes\":\"x\"}"
      })
  void saysWhatItCannotRead(String text) {
    assertThatThrownBy(() -> Json.read(text, Loose.class, "the file"))
        .isInstanceOf(OpsException.class)
        .hasMessageStartingWith(
            "Tried to read the file, failed because it is not the JSON that was expected: ")
        .hasMessageNotContainingAny("http", "null", "xception", "Reader", "..");
  }

  /**
   * Json converts each of these types itself, so the library need not inspect classes of the JDK.
   */
  @ParameterizedTest
  @MethodSource("results")
  void canWriteTheResultOfEveryVerb(Class<?> result) {
    assertThat(Json.has(result)).isTrue();
  }

  static Stream<Class<?>> results() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("family.garden.ops")
            .stream()
            .filter(each -> each.isAssignableTo(CommandResult.class) && each.isRecord())
            .map(JavaClass::reflect);
  }

  @Test
  void takesNothingForGrantedInWhatOthersWrite() throws OpsException {
    Node node =
        Json.tree("{\"a\":{\"b\":[{\"c\":12},true,null]},\"t\":\"0.5\",\"n\":null}", "a test");
    assertThat(node.path("a", "b").at(0).path("c").number()).isEqualTo(12);
    assertThat(node.path("a", "b").at(0).path("c").text()).isEqualTo("12");
    assertThat(node.path("a", "b").at(1).isTrue()).isTrue();
    assertThat(node.path("a", "b").size()).isEqualTo(3);
    assertThat(node.path("a", "b")).hasSize(3);
    assertThat(node.path("t").decimal(7)).isEqualTo(0.5);
    assertThat(node.names()).containsExactly("a", "t", "n");
    for (Node nothing :
        List.of(
            node.path("n"),
            node.path("x", "y"),
            node.path("t", "y"),
            node.path("a", "b").at(3),
            node.at(0),
            Json.tree("", "a test"))) {
      assertThat(nothing.text()).isEmpty();
      assertThat(nothing.number()).isZero();
      assertThat(nothing.decimal(7)).isEqualTo(7);
      assertThat(nothing.isTrue()).isFalse();
      assertThat(nothing.size()).isZero();
      assertThat(nothing).isEmpty();
      assertThat(nothing.names()).isEmpty();
    }
  }
}
