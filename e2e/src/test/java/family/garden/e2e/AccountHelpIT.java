package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an administrator does for members who cannot help themselves. */
class AccountHelpIT {
  private static final String PASSWORD = "roses in the snow";

  @AutoClose private static final Garden GARDEN = WebGarden.open();

  private static Visitor gerda(Device device) {
    return Visitor.of(GARDEN, device, GARDEN.administrator()).goTo("/admin/people");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void givesAMemberAnotherAddress(Device device) {
    String name = "Tilda" + device;
    Person tilda = GARDEN.member(name);
    String address = name.toLowerCase(Locale.ROOT) + "@garden.example";
    try (Visitor visitor = gerda(device);
        Visitor hers = Visitor.stranger(GARDEN, Device.PHONE)) {
      visitor.button("E-Mail ändern " + name + " Grün").click();
      Locator question = ScreenParts.dialog(visitor);
      assertThat(question).containsText("Der Garten verschickt keine Mails");
      assertThat(ScreenParts.field(question, "Neue E-Mail-Adresse")).hasValue(tilda.email());
      ScreenParts.field(question, "Neue E-Mail-Adresse").fill(GARDEN.administrator().email());
      ScreenParts.button(question, "Adresse ändern").click();
      assertThat(question).containsText("gibt es schon jemanden");
      ScreenParts.field(question, "Neue E-Mail-Adresse").fill(address);
      ScreenParts.button(question, "Adresse ändern").click();
      assertThat(visitor.text(name + " Grün hat jetzt die neue Adresse.")).isVisible();
      assertThat(ScreenParts.entry(visitor, name)).containsText(address);

      hers.goTo("/");
      hers.field("E-Mail-Adresse").fill(address);
      hers.field("Passwort").fill(tilda.password());
      hers.button("Anmelden").click();
      hers.isAt("/garden").seesHeading("Der Garten");
    }
  }

  @Test
  void invitesAgainWhoeverWasRevoked() {
    Person udo = GARDEN.member("Udo");
    GARDEN.administrator().api().post("/api/admin/users/" + udo.id() + "/revoke").expect(204);
    try (Visitor visitor = gerda(Device.PHONE);
        Visitor his = Visitor.stranger(GARDEN, Device.PHONE)) {
      visitor.link("Neu einladen Udo Grün").click();
      visitor.isAt("/admin/people/invite");
      assertThat(visitor.text("hat gleich wieder Zugang")).isVisible();
      assertThat(visitor.field("E-Mail-Adresse")).hasValue(udo.email());
      visitor.button("Einladen").click();
      assertThat(visitor.text("Udo Grün ist eingeladen.")).isVisible();
      String link = visitor.field("Link der Einladung").inputValue();

      his.page().navigate(link);
      his.field("Passwort wählen").fill(PASSWORD);
      his.button("Einladung annehmen").click();
      his.isAt("/garden").seesHeading("Der Garten");
    }
  }
}
