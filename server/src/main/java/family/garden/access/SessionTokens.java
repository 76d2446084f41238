package family.garden.access;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/** The signed JWTs that name sessions. */
@Singleton
final class SessionTokens {
  private static final String SYSTEM = "booking-system";

  private final SecretKey key;
  private final JwtConsumer reader;

  /**
   * Tokens with a valid signature, and the sessions that they name. Neither ever changes: a token
   * expires with its session, and each request reads the session from the database.
   */
  private final Map<String, UUID> verified = Collections.synchronizedMap(new LastUsed<>(200));

  SessionTokens(Keys keys) {
    this.key = keys.derive("session tokens", "HmacSHA256");
    this.reader =
        new JwtConsumerBuilder()
            .setExpectedIssuer(SYSTEM)
            .setExpectedAudience(SYSTEM)
            .setRequireExpirationTime()
            .setRequireSubject()
            .setRequireJwtId()
            .setVerificationKey(key)
            .setJwsAlgorithmConstraints(
                AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
            .setEvaluationTime(null)
            .build();
  }

  /** A token for the session; the server does not store it. */
  String sign(UUID id, UUID memberId, Instant issued, Instant expires) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(SYSTEM);
    claims.setAudience(SYSTEM);
    claims.setSubject(memberId.toString());
    claims.setJwtId(id.toString());
    claims.setIssuedAt(NumericDate.fromSeconds(issued.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(expires.getEpochSecond()));
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    signature.setKey(key);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("A session token could not be signed", e);
    }
  }

  /** The session that the token names; empty if this server did not sign the token. */
  Optional<UUID> sessionOf(String token) {
    UUID known = verified.get(token);
    if (known != null) {
      return Optional.of(known);
    }
    try {
      UUID session = UUID.fromString(reader.processToClaims(token).getJwtId());
      verified.put(token, session);
      return Optional.of(session);
    } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static final class LastUsed<K, V> extends LinkedHashMap<K, V> {
    private final int most;

    LastUsed(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }
}
