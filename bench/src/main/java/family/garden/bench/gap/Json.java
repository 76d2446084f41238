package family.garden.bench.gap;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes records as JSON; durations are seconds. */
final class Json {
  private Json() {}

  /** The result with its sums in front. */
  static String of(Result result) {
    Stream<String> sums =
        Stream.of(
            field("sent", result.sent()),
            field("answered", result.answered()),
            field("failed", result.failed()),
            field("failures", result.failures()),
            field("versions", result.versions()));
    return "{" + Stream.concat(sums, fields(result)).collect(Collectors.joining(",\n")) + "}\n";
  }

  private static Stream<String> fields(Record record) {
    return Stream.of(record.getClass().getRecordComponents())
        .map(component -> field(component.getName(), value(component, record)));
  }

  private static Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String field(String name, Object value) {
    return text(name) + ":" + written(value);
  }

  private static String written(Object value) {
    return switch (value) {
      case Duration duration -> Double.toString(duration.toMillis() / 1e3);
      case Double number -> Double.toString(Math.round(number * 1000) / 1e3);
      case Number number -> number.toString();
      case Record nested -> fields(nested).collect(Collectors.joining(",", "{", "}"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(each -> field(String.valueOf(each.getKey()), each.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case Collection<?> list ->
          list.stream().map(Json::written).collect(Collectors.joining(",\n", "[", "]"));
      default -> text(value.toString());
    };
  }

  private static String text(String value) {
    StringBuilder text = new StringBuilder("\"");
    value
        .chars()
        .forEach(
            each -> {
              if (each < ' ') {
                text.append("\\u%04x".formatted(each));
              } else {
                text.append(each == '"' || each == '\\' ? "\\" : "").append((char) each);
              }
            });
    return text.append('"').toString();
  }
}
