package family.garden.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedMethodsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/me                                             | DELETE, GET, HEAD, PATCH
          /api/bookings                                       | GET, HEAD, POST
          /api/bookings/validate                              | POST
          /api/bookings/0f5f3d62-6d0c-4c3b-8a3e-2f6c9a3c1b11  | GET, HEAD, PUT
          /api/admin/occupancy.csv                            | GET, HEAD
          """)
  void areThoseOfTheDescription(String path, String methods) {
    assertThat(AllowedMethods.of(path)).contains(methods);
  }

  @Test
  void areNoneWhereNothingIs() {
    assertThat(AllowedMethods.of("/api/nowhere")).isEmpty();
    assertThat(AllowedMethods.of("/api/bookings/a/b/c")).isEmpty();
  }
}
