package family.garden.platform.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file of the web app.
 *
 * @param versions as it is, and packed, the smallest first
 */
record WebFile(String type, String caching, List<Packed> versions) {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "txt", "text/plain; charset=utf-8",
          "json", "application/json",
          "webmanifest", "application/manifest+json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2",
          "ico", "image/x-icon");

  /** Encodings by the suffix that the build gives them, the smallest first. */
  private static final List<String[]> ENCODINGS =
      List.of(new String[] {".br", "br"}, new String[] {".gz", "gzip"});

  /**
   * The file in one encoding.
   *
   * @param encoding as in {@code Content-Encoding}; null for the file as it is
   */
  record Packed(Path path, @Nullable String encoding, long size, String etag) {
    private static Packed of(Path path, @Nullable String encoding) throws IOException {
      long size = Files.size(path);
      long changed = Files.getLastModifiedTime(path).toMillis();
      return new Packed(path, encoding, size, "\"%x-%x\"".formatted(changed, size));
    }
  }

  /** The files of a folder by the path of their requests. */
  static Map<String, WebFile> allIn(Path folder) throws IOException {
    Map<String, WebFile> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        String name = "/" + folder.relativize(path).toString().replace('\\', '/');
        if (!name.endsWith(".br") && !name.endsWith(".gz")) {
          files.put(address(name), of(path, name));
        }
      }
    }
    return Map.copyOf(files);
  }

  /** Pages are requested without their suffix, and the first page by the folder alone. */
  private static String address(String name) {
    if (name.equals("/index.html")) {
      return "/";
    }
    return name.endsWith(".html") ? name.substring(0, name.length() - ".html".length()) : name;
  }

  private static WebFile of(Path path, String name) throws IOException {
    List<Packed> versions = new ArrayList<>();
    for (String[] encoding : ENCODINGS) {
      Path packed = Path.of(path + encoding[0]);
      if (Files.isRegularFile(packed)) {
        versions.add(Packed.of(packed, encoding[1]));
      }
    }
    versions.add(Packed.of(path, null));
    String type = TYPES.getOrDefault(ending(name), "application/octet-stream");
    // A file with the hash of its content in its name never changes.
    boolean lasting = name.startsWith("/_next/static/");
    return new WebFile(
        type, lasting ? "public, max-age=31536000, immutable" : "no-cache", versions);
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /**
   * The smallest encoding that the client accepts.
   *
   * @param accepted {@code Accept-Encoding}; a weight other than zero is not looked at
   */
  Packed packedFor(@Nullable String accepted) {
    for (Packed packed : versions) {
      if (packed.encoding() == null || accepts(accepted, packed.encoding())) {
        return packed;
      }
    }
    throw new IllegalStateException("The file as it is always fits");
  }

  private static boolean accepts(@Nullable String accepted, String encoding) {
    if (accepted == null) {
      return false;
    }
    for (String offer : accepted.split(",", 20)) {
      String[] parts = offer.strip().split(";", 2);
      if (parts[0].strip().equalsIgnoreCase(encoding)) {
        return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
      }
    }
    return false;
  }
}
