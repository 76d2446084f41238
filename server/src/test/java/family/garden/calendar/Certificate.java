package family.garden.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A self-signed certificate.
 *
 * @param identity what a web server shows
 * @param trustStore for a client that trusts it
 */
record Certificate(SSLContext identity, Path trustStore) {
  static final String PASSWORD = "hedgehogs at dusk";

  static Certificate of(Path folder, String name, String host)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path store = folder.resolve(name + ".p12");
    Path file = folder.resolve(name + ".crt");
    Path trust = folder.resolve(name + "-trust.p12");
    keytool(
        "-genkeypair",
        "-keystore",
        store,
        "-alias",
        "x",
        "-keyalg",
        "EC",
        "-dname",
        "CN=x",
        "-ext",
        "SAN=dns:" + host);
    keytool("-exportcert", "-keystore", store, "-alias", "x", "-file", file);
    keytool("-importcert", "-noprompt", "-keystore", trust, "-alias", "x", "-file", file);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream bytes = Files.newInputStream(store)) {
      keys.load(bytes, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext identity = SSLContext.getInstance("TLS");
    identity.init(managers.getKeyManagers(), null, null);
    return new Certificate(identity, trust);
  }

  private static void keytool(Object... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("Tried " + command + ", it said: " + output);
    }
  }
}
