package family.garden.bench.abuse;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/**
 * Begins requests and never finishes them; closes the oldest for a new one.
 *
 * @param beginning the part of each request that is sent
 * @param most how many are open at the same time
 */
record UnfinishedRequests(String name, String beginning, int most, Deque<Socket> begun)
    implements Attack {
  UnfinishedRequests(String name, String beginning, int most) {
    this(name, beginning, most, new ArrayDeque<>());
  }

  @Override
  public void step(Target target, Random random) throws IOException {
    if (begun.size() >= most) {
      begun.removeFirst().close();
    }
    Socket socket = target.open();
    begun.addLast(socket);
    Target.send(socket, beginning);
  }

  @Override
  public void stop() {
    for (Socket socket : begun) {
      try {
        socket.close();
      } catch (IOException closedAlready) {
        // It is closed already.
      }
    }
    begun.clear();
  }
}
