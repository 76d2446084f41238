package family.garden.ops.site;

import family.garden.ops.result.OpsException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Trusts one certificate only. */
final class Pinned extends ServerTrust {
  private final X509Certificate only;

  private Pinned(X509Certificate only) {
    this.only = only;
  }

  static SSLContext to(String pem) throws OpsException {
    try {
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Pinned(certificate)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw OpsException.refused(
          "read the certificate of the proxy",
          e.getMessage() + "",
          "Look at booking-certificates.service.");
    }
  }

  @Override
  void check(X509Certificate[] chain) throws CertificateException {
    if (chain.length == 0 || !chain[0].equals(only)) {
      throw new CertificateException("this is not the certificate of the proxy");
    }
  }
}
