package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static family.garden.e2e.NewUser.choosePassword;
import static family.garden.e2e.NewUser.logIn;
import static family.garden.e2e.NewUser.passwordLink;
import static family.garden.e2e.NewUser.picture;
import static family.garden.e2e.NewUser.register;

import family.garden.contract.garden.Garden;
import family.garden.contract.garden.MailServer;
import org.junit.jupiter.api.Test;

/** A garden whose mail server accepts no mail: every page still says what to do. */
class BrokenMailIT {
  private static final String NELE = "nele@garden.example";
  private static final String OTTO = "otto@garden.example";
  private static final String PASSWORD = "four words that differ";
  private static final String OTHER = "five words that differ too";

  @Test
  void helpsMembersWhomNoMailReaches() {
    try (Garden garden = WebGarden.open();
        MailServer mail = MailServer.of(garden);
        Visitor gerda = Visitor.of(garden, Device.PHONE, garden.administrator());
        Visitor nele = Visitor.stranger(garden, Device.PHONE)) {
      mail.shut();
      gerda.goTo("/admin/mail").button("Testmail schicken").click();
      assertThat(gerda.alert().first()).containsText("hat die Testmail nicht angenommen");
      picture(gerda, "broken-mail-test");

      // The administrator approves her without the mail.
      register(nele, "Nele", NELE, PASSWORD);
      nele.seesHeading("Schau in deine Mails");
      assertThat(nele.text("Wir schreiben an " + NELE)).isVisible();
      picture(nele, "broken-mail-registered");
      nele.button("Link noch einmal schicken").click();
      assertThat(nele.text("frag die Verwaltung: Sie kann dich auch so freigeben")).isVisible();
      picture(nele, "broken-mail-again");
      gerda.goTo("/admin/people").button("Freigeben Nele Neu").click();
      assertThat(gerda.text("Nele Neu ist freigegeben.")).isVisible();
      logIn(nele, NELE, PASSWORD);
      nele.isAt("/garden").seesHeading("Der Garten");

      forgetThePassword(garden, gerda);
      registerTwice(garden, gerda);

      // The waiting mails arrive once the mail server is back.
      mail.open();
      garden.administrator().api().put("/api/admin/email-settings", mail.settings()).expect(200);
      mail.awaitAllSent(garden);
    }
  }

  private static void forgetThePassword(Garden garden, Visitor gerda) {
    garden.forgiveAttempts();
    try (Visitor back = Visitor.stranger(garden, Device.PHONE).goTo("/forgot-password")) {
      back.seesHeading("Passwort vergessen?");
      back.field("E-Mail-Adresse").fill(NELE);
      back.button("Link schicken").click();
      assertThat(back.text("Sie kann dir den Link auch selbst geben.")).isVisible();
      picture(back, "broken-mail-forgot");
      choosePassword(back, passwordLink(gerda, "Nele"), OTHER);
      logIn(back, NELE, OTHER);
      back.isAt("/garden").seesHeading("Der Garten");
    }
  }

  /**
   * Two registrations with one address: neither password is valid; the administrator makes a link.
   */
  private static void registerTwice(Garden garden, Visitor gerda) {
    garden.forgiveAttempts();
    try (Visitor otto = Visitor.stranger(garden, Device.PHONE)) {
      register(otto, "Otto", OTTO, PASSWORD);
      otto.seesHeading("Schau in deine Mails");
      register(otto, "Otto", OTTO, OTHER);
      otto.seesHeading("Schau in deine Mails");
      gerda.goTo("/admin/people").button("Freigeben Otto Neu").click();
      assertThat(gerda.alert().first()).containsText("Diese Person hat noch kein Passwort.");
      picture(gerda, "broken-mail-no-password");
      choosePassword(otto, passwordLink(gerda, "Otto"), PASSWORD);
      gerda.goTo("/admin/people").button("Freigeben Otto Neu").click();
      assertThat(gerda.text("Otto Neu ist freigegeben.")).isVisible();
      logIn(otto, OTTO, PASSWORD);
      otto.isAt("/garden").seesHeading("Der Garten");
    }
  }
}
