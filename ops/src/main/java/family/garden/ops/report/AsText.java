package family.garden.ops.report;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is a text in JSON, as its {@code toString} writes it. */
public class AsText<T> extends TypeAdapter<T> {
  private final Function<String, T> parse;

  public AsText(Function<String, T> parse) {
    this.parse = parse;
  }

  @Override
  public void write(JsonWriter out, @Nullable T value) throws IOException {
    out.value(value == null ? null : value.toString());
  }

  @Override
  public @Nullable T read(JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    return parse.apply(in.nextString());
  }
}
