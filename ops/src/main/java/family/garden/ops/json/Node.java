package family.garden.ops.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A value in a document of another program, like the engine. A value that is missing, or of another
 * kind, is empty and no error.
 */
public record Node(JsonElement element) implements Iterable<Node> {
  /** A missing value. */
  public static final Node NOTHING = new Node(JsonNull.INSTANCE);

  /** The value at a path of names. */
  public Node path(String... names) {
    JsonElement found = element;
    for (String name : names) {
      if (!(found instanceof JsonObject object) || !object.has(name)) {
        return NOTHING;
      }
      found = object.get(name);
    }
    return new Node(found);
  }

  /** An element of a list, counted from 0. */
  public Node at(int place) {
    return element instanceof JsonArray list && place < list.size()
        ? new Node(list.get(place))
        : NOTHING;
  }

  /** The names in it; none where it is no object. */
  public Set<String> names() {
    return element instanceof JsonObject object ? object.keySet() : Set.of();
  }

  /** How many are in a list; 0 where it is none. */
  public int size() {
    return element instanceof JsonArray list ? list.size() : 0;
  }

  @Override
  public Iterator<Node> iterator() {
    return stream().iterator();
  }

  public Stream<Node> stream() {
    return element instanceof JsonArray list
        ? list.asList().stream().map(Node::new)
        : Stream.empty();
  }

  /** A text, or a number as it is written; empty for all else. */
  public String text() {
    return element instanceof JsonPrimitive value ? value.getAsString() : "";
  }

  /** A whole number; 0 for all else. */
  public long number() {
    try {
      return Long.parseLong(text());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** A number, whole or not. */
  public double decimal(double otherwise) {
    try {
      return Double.parseDouble(text());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  public boolean isTrue() {
    return element instanceof JsonPrimitive value && value.getAsBoolean();
  }

  @Override
  public String toString() {
    return element.toString();
  }
}
