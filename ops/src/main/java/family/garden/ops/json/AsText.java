package family.garden.ops.json;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.function.Function;

/** Writes a value as the text of its {@code toString}; for null, see {@code nullSafe}. */
public class AsText<T> extends TypeAdapter<T> {
  private final Function<String, T> parse;

  public AsText(Function<String, T> parse) {
    this.parse = parse;
  }

  @Override
  public void write(JsonWriter out, T value) throws IOException {
    out.value(value.toString());
  }

  @Override
  public T read(JsonReader in) throws IOException {
    return parse.apply(in.nextString());
  }
}
