package family.garden.ops.report;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.OptionalLong;

/** What is empty is null in JSON. */
final class OptionalLongAdapter extends TypeAdapter<OptionalLong> {
  @Override
  public void write(JsonWriter out, OptionalLong value) throws IOException {
    if (value.isPresent()) {
      out.value(value.getAsLong());
    } else {
      out.nullValue();
    }
  }

  @Override
  public OptionalLong read(JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return OptionalLong.empty();
    }
    return OptionalLong.of(in.nextLong());
  }
}
