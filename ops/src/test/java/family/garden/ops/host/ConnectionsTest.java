package family.garden.ops.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionsTest {
  private static final String TABLE =
      """
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 0100007F:1F91 00000000:0000 0A 00000000:00000000 00:00000000 00000000 10001        0 1 1
         1: 02641EAC:C350 0B641EAC:1F90 01 00000000:00000000 00:00000000 00000000 10001        0 2 1
         2: 02641EAC:C351 0B641EAC:1F90 06 00000000:00000000 00:00000000 00000000 10001        0 3 1
         3: 02641EAC:C352 0C641EAC:1F90 01 00000000:00000000 00:00000000 00000000 10001        0 4 1
         4: 02641EAC:C353 0B641EAC:1F90 01 00000000:00000000 00:00000000 00000000 10001        0 5 1
      """;

  @Test
  void countsWhatIsOpenToOneServer() {
    assertThat(new Connections("172.30.100.11:8080").open(TABLE)).isEqualTo(2);
    assertThat(new Connections("172.30.100.12:8080").open(TABLE)).isEqualTo(1);
    assertThat(new Connections("172.30.100.13:8080").open(TABLE)).isZero();
  }
}
