package family.garden.contract.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import family.garden.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Random bodies: valid ones, valid ones with one error, and garbage. */
final class RandomBody {
  static final int TWO_MEGABYTES = 2 * 1024 * 1024;
  private static final int[] NO_UTF8 = {0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xFF, 0xF8};

  private final SchemaSampler sampler;
  private final Random random;

  RandomBody(SchemaSampler sampler, Random random) {
    this.sampler = sampler;
    this.random = random;
  }

  byte[] forSchema(JsonNode schema) {
    JsonNode good = sampler.sample("", schema);
    int choice = random.nextInt(100);
    if (choice < 25) {
      return utf8(Json.write(good));
    }
    if (choice < 66) {
      return utf8(Json.write(withHostileValue(good)));
    }
    if (choice < 72) {
      return utf8(Json.write(withoutAField(good)));
    }
    if (choice < 76) {
      return utf8(Json.write(good).replaceFirst("\\{", "{\"__proto__\":{\"role\":\"x\"},"));
    }
    if (choice < 78) {
      return utf8(Json.write(good).replaceFirst("\\{(\"[^\"]+\":)", "{$1null,$1"));
    }
    if (choice < 84) {
      return cut(utf8(Json.write(good)));
    }
    if (choice < 88) {
      return withBytesThatAreNoText(utf8(Json.write(good)));
    }
    return rubbish();
  }

  private byte[] rubbish() {
    return switch (random.nextInt(12)) {
      case 0 -> utf8("null");
      case 1 -> utf8("[]");
      case 2 -> utf8("\"text\"");
      case 3 -> utf8("{}{}");
      case 4 -> utf8("{'a':1}");
      case 5 -> utf8("[".repeat(5000));
      case 6 -> utf8("{\"a\":".repeat(5000) + "1" + "}".repeat(5000));
      case 7 -> "{}".getBytes(StandardCharsets.UTF_16);
      case 8 -> new byte[0];
      case 9 -> randomBytes();
      case 10 -> random.nextInt(4) == 0 ? large() : utf8("\ufeff{}");
      default -> utf8("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///\">]>");
    };
  }

  private JsonNode withHostileValue(JsonNode good) {
    List<Runnable> places = new ArrayList<>();
    JsonNode hostile = HostileValues.value(random);
    JsonNode changed = good.deepCopy();
    collectPlaces(changed, hostile, places);
    if (places.isEmpty()) {
      return hostile;
    }
    places.get(random.nextInt(places.size())).run();
    return changed;
  }

  private static void collectPlaces(JsonNode node, JsonNode hostile, List<Runnable> into) {
    if (node instanceof ObjectNode object) {
      object.fieldNames().forEachRemaining(name -> into.add(() -> object.set(name, hostile)));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        into.add(() -> array.set(index, hostile));
      }
    }
    node.forEach(child -> collectPlaces(child, hostile, into));
  }

  private JsonNode withoutAField(JsonNode good) {
    List<String> names = new ArrayList<>();
    good.fieldNames().forEachRemaining(names::add);
    if (!names.isEmpty() && good instanceof ObjectNode object) {
      object.remove(names.get(random.nextInt(names.size())));
    }
    return good;
  }

  private byte[] cut(byte[] body) {
    return Arrays.copyOf(body, random.nextInt(body.length + 1));
  }

  private byte[] withBytesThatAreNoText(byte[] body) {
    byte[] changed = body.clone();
    for (int i = 0; i < 3 && changed.length > 0; i++) {
      changed[random.nextInt(changed.length)] = (byte) NO_UTF8[random.nextInt(NO_UTF8.length)];
    }
    return changed;
  }

  private byte[] randomBytes() {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] large() {
    byte[] bytes = new byte[TWO_MEGABYTES];
    Arrays.fill(bytes, (byte) ' ');
    return bytes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
