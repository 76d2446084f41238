package family.garden.ops.backup;

import com.google.gson.JsonObject;
import family.garden.ops.database.Fingerprint;
import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.result.OpsException;
import java.time.Instant;
import java.util.Optional;

/**
 * What lies beside a backup and says what it is. It is sealed with the key of the backups: nobody
 * without it can change it, or put one backup in place of another.
 *
 * @param madeAt the moment that it brings back
 * @param reason why it was made
 * @param postgres the major version of PostgreSQL
 * @param schema the number of the last migration in it; 0 where there is none
 * @param systemId of the database that it was made of, as PostgreSQL names it
 * @param wal the WAL segments that a base needs to be whole
 * @param bytes of its one file
 * @param sha256 of its one file
 * @param fingerprint what must be in the database that it is restored into
 * @param verifiedAt when it was last restored and found the same; empty: not, or no longer
 * @param fault what was wrong when it was last tried
 * @param copiedAt when its remote copy was made
 */
record Manifest(
    String id,
    BackupType type,
    Instant madeAt,
    String reason,
    int postgres,
    int schema,
    String systemId,
    Optional<WalRange> wal,
    long bytes,
    String sha256,
    Fingerprint fingerprint,
    Optional<Instant> verifiedAt,
    Optional<String> fault,
    Optional<Instant> copiedAt) {

  static final String FILE = "manifest.json";
  private static final String SEAL = "seal";

  static Manifest read(String text, String from, Key key) throws OpsException {
    JsonObject object = Json.read(text, JsonObject.class, from);
    if (!object.has(SEAL)) {
      throw OpsException.refused("read " + from, "it has no seal", BackupVerifier.USE_ANOTHER);
    }
    String seal = new Node(object.remove(SEAL)).text();
    if (!seal.equals(key.seal(Json.writeLine(object)))) {
      throw OpsException.refused(
          "read " + from,
          "its seal is broken: it was changed, or made with another key than the one in "
              + key.file(),
          "Put back the key that belongs to it, or use another backup.");
    }
    return Json.read(Json.writeLine(object), Manifest.class, from);
  }

  String sealed(Key key) throws OpsException {
    JsonObject object = Json.read(Json.writeLine(this), JsonObject.class, "a manifest");
    object.addProperty(SEAL, key.seal(Json.writeLine(object)));
    return Json.write(object) + "\n";
  }

  Manifest verified(Instant at) {
    return with(Optional.of(at), Optional.empty(), copiedAt);
  }

  Manifest faulty(String because) {
    return with(Optional.empty(), Optional.of(because), copiedAt);
  }

  Manifest copied(Instant at) {
    return with(verifiedAt, fault, Optional.of(at));
  }

  /** Without the remote copy, which is at a place that is no longer used. */
  Manifest onlyHere() {
    return with(verifiedAt, fault, Optional.empty());
  }

  private Manifest with(
      Optional<Instant> verified, Optional<String> wrong, Optional<Instant> copied) {
    return new Manifest(
        id,
        type,
        madeAt,
        reason,
        postgres,
        schema,
        systemId,
        wal,
        bytes,
        sha256,
        fingerprint,
        verified,
        wrong,
        copied);
  }

  Backup backup() {
    return new Backup(id, madeAt, type, bytes, verifiedAt, copiedAt, reason, fault);
  }
}
