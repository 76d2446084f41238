package family.garden.ops.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;

/** Publishes releases into a folder, as the pipeline does. */
public final class Publisher {
  private final Path folder;
  private final KeyPair key;

  public Publisher(Path folder) throws GeneralSecurityException {
    this.folder = folder;
    this.key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  public Path folder() {
    return folder;
  }

  /** Writes the public key to the file in which a keeper pins it. */
  public Path pin(Path file) throws IOException {
    String encoded = Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
    return Files.writeString(
        file, "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n");
  }

  /** Writes the private key as the pipeline has it. */
  public Path keep(Path file) throws IOException {
    String encoded = Base64.getEncoder().encodeToString(key.getPrivate().getEncoded());
    return Files.writeString(
        file, "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
  }

  /** Signs and publishes a description. */
  public void publish(String version, String description)
      throws IOException, GeneralSecurityException {
    byte[] bytes = description.getBytes(StandardCharsets.UTF_8);
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(key.getPrivate());
    signer.update(bytes);
    Path own = Files.createDirectories(folder.resolve(version));
    Files.write(own.resolve("release.json"), bytes);
    Files.write(own.resolve("release.json.sig"), signer.sign());
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    Files.writeString(
        folder.resolve("index"),
        version + " sha256:" + digest + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
