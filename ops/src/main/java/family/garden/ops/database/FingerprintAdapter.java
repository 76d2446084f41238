package family.garden.ops.database;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a fingerprint as a JSON object of its facts. */
final class FingerprintAdapter extends TypeAdapter<Fingerprint> {
  @Override
  public void write(JsonWriter out, Fingerprint value) throws IOException {
    out.beginObject();
    for (Map.Entry<String, String> fact : value.facts().entrySet()) {
      out.name(fact.getKey()).value(fact.getValue());
    }
    out.endObject();
  }

  @Override
  public Fingerprint read(JsonReader in) throws IOException {
    SortedMap<String, String> facts = new TreeMap<>();
    in.beginObject();
    while (in.hasNext()) {
      facts.put(in.nextName(), in.nextString());
    }
    in.endObject();
    return new Fingerprint(facts);
  }
}
