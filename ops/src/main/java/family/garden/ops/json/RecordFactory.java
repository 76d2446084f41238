package family.garden.ops.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is optional in a record, and absent in JSON, is empty: files of older releases are read. */
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
          if (component.getType() == Optional.class && !object.has(component.getName())) {
            object.add(component.getName(), JsonNull.INSTANCE);
          }
        }
      }
      return whole.fromJsonTree(read);
    }
  }
}
