package family.garden.ops.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads records. An optional component that JSON lacks is empty, so that files of older releases
 * can be read; without any other component, the record cannot be read.
 */
final class RecordFactory implements TypeAdapterFactory {
  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (!type.getRawType().isRecord()) {
      return null;
    }
    return new Adapter<>(
        gson.getDelegateAdapter(this, type),
        gson.getAdapter(JsonElement.class),
        type.getRawType().getRecordComponents());
  }

  private static final class Adapter<T> extends TypeAdapter<T> {
    private final TypeAdapter<T> whole;
    private final TypeAdapter<JsonElement> tree;
    private final RecordComponent[] components;

    Adapter(TypeAdapter<T> whole, TypeAdapter<JsonElement> tree, RecordComponent[] components) {
      this.whole = whole;
      this.tree = tree;
      this.components = components;
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      whole.write(out, value);
    }

    @Override
    public T read(JsonReader in) throws IOException {
      JsonElement read = tree.read(in);
      if (read instanceof JsonObject object) {
        for (RecordComponent component : components) {
          String name = component.getName();
          if (component.getType() == Optional.class && !object.has(name)) {
            object.add(name, JsonNull.INSTANCE);
          } else if (component.getType() != Optional.class && isMissing(object.get(name))) {
            throw new JsonParseException(name + " is missing");
          }
        }
      }
      return whole.fromJsonTree(read);
    }

    private static boolean isMissing(@Nullable JsonElement value) {
      return value == null || value.isJsonNull();
    }
  }
}
