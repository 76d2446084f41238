package family.garden.ops.json;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Refuses a value that an enum does not have; the library would read it as null. */
final class EnumFactory implements TypeAdapterFactory {
  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    return type.getRawType().isEnum()
        ? new Adapter<>(gson.getDelegateAdapter(this, type)).nullSafe()
        : null;
  }

  private static final class Adapter<T> extends TypeAdapter<T> {
    private final TypeAdapter<T> known;

    Adapter(TypeAdapter<T> known) {
      this.known = known;
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      known.write(out, value);
    }

    @Override
    public T read(JsonReader in) throws IOException {
      String place = in.getPath();
      T value = known.read(in);
      if (value == null) {
        throw new JsonParseException(place.replaceFirst("^\\$\\.", "") + " has an unknown value");
      }
      return value;
    }
  }
}
