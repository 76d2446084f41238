package family.garden.ops.json;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes an empty Optional as null. */
final class OptionalFactory implements TypeAdapterFactory {
  @Override
  @SuppressWarnings("unchecked") // The adapter is of the type that was asked for.
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (type.getRawType() != Optional.class) {
      return null;
    }
    var held = TypeToken.get(((ParameterizedType) type.getType()).getActualTypeArguments()[0]);
    return (TypeAdapter<T>) new Adapter<>(gson.getAdapter(held));
  }

  private static final class Adapter<E> extends TypeAdapter<Optional<E>> {
    private final TypeAdapter<E> held;

    Adapter(TypeAdapter<E> held) {
      this.held = held;
    }

    @Override
    public void write(JsonWriter out, Optional<E> value) throws IOException {
      if (value.isPresent()) {
        held.write(out, value.get());
      } else {
        out.nullValue();
      }
    }

    @Override
    public Optional<E> read(JsonReader in) throws IOException {
      if (in.peek() == JsonToken.NULL) {
        in.nextNull();
        return Optional.empty();
      }
      return Optional.of(held.read(in));
    }
  }
}
