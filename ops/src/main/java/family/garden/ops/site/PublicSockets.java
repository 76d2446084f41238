package family.garden.ops.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sockets that trust Java's own certificates. Java would load those 140 certificates, 4 MB of
 * memory, for every https address. This class loads them with the first socket, so not if a
 * certificate is pinned.
 */
final class PublicSockets extends SSLSocketFactory {
  private static SSLSocketFactory all() {
    return (SSLSocketFactory) SSLSocketFactory.getDefault();
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return all().getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return all().getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket() throws IOException {
    return all().createSocket();
  }

  @Override
  public Socket createSocket(Socket below, String host, int port, boolean closesBelow)
      throws IOException {
    return all().createSocket(below, host, port, closesBelow);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return all().createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return all().createSocket(host, port, from, fromPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return all().createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return all().createSocket(host, port, from, fromPort);
  }
}
