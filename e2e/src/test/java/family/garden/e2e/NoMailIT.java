package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static family.garden.e2e.NewUser.announcesNoMail;
import static family.garden.e2e.NewUser.choosePassword;
import static family.garden.e2e.NewUser.logIn;
import static family.garden.e2e.NewUser.passwordLink;
import static family.garden.e2e.NewUser.register;

import com.microsoft.playwright.Locator;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A garden without a mail server, from the first run on: no screen promises a mail. */
class NoMailIT {
  private static final String OWNER = "joerg@garden.example";
  private static final String NELE = "nele@garden.example";
  private static final String PASSWORD = "four words that differ";
  private static final String OTHER = "five words that differ too";

  @Test
  void leadsEverybodyOnWithoutALetter() {
    try (Garden garden = SetupLink.emptyGarden();
        Visitor joerg = Visitor.stranger(garden, Device.PHONE);
        Visitor nele = Visitor.stranger(garden, Device.PHONE)) {
      setUp(garden, joerg);
      registerTwice(garden, nele);
      approve(joerg);
      logIn(nele, NELE, OTHER);
      assertThat(nele.alert().first()).containsText("oder das Konto ist nicht freigegeben");
      logIn(nele, NELE, PASSWORD);
      nele.isAt("/garden").seesHeading("Der Garten");
      bookAndCancel(garden, joerg, nele);
      forget(garden, joerg);
      invite(garden, joerg);
      reject(garden, joerg);
      joerg.goTo("/admin/security").seesHeading("Sicherheit");
      assertThat(ScreenParts.entry(joerg, "Garten eingerichtet")).hasCount(1);
      assertThat(ScreenParts.entry(joerg, "Anmeldung abgelehnt").first()).isVisible();
      assertThat(ScreenParts.entry(joerg, "Link für ein neues Passwort erstellt"))
          .containsText("durch Jörg Neu");
      announcesNoMail(joerg, "no-mail-security");
    }
  }

  private static void setUp(Garden garden, Visitor joerg) {
    joerg.goTo(SetupLink.printedBy(garden)).seesHeading("Den Garten einrichten");
    announcesNoMail(joerg, "no-mail-setup");
    joerg.field("Vorname").fill("Jörg");
    joerg.field("Nachname").fill("Neu");
    joerg.field("E-Mail-Adresse").fill(OWNER);
    joerg.field("Passwort wählen").fill(PASSWORD);
    joerg.button("Garten eröffnen").click();
    joerg.isAt("/garden").seesHeading("Der Garten");
  }

  /** The second registration, perhaps by somebody else, changes nothing and shows the same text. */
  private static void registerTwice(Garden garden, Visitor nele) {
    for (String password : new String[] {PASSWORD, OTHER}) {
      register(nele, "Nele", NELE, password);
      nele.seesHeading("So geht es weiter");
      assertThat(nele.text("dann bleibt es unverändert, auch das Passwort")).isVisible();
      announcesNoMail(nele, "no-mail-registered");
    }
    register(nele, "Nele", OWNER, OTHER);
    nele.seesHeading("So geht es weiter");
    nele.goTo("/verify-email");
    assertThat(nele.text("du brauchst deine Adresse nicht zu bestätigen")).isVisible();
    announcesNoMail(nele, "no-mail-verify");
    nele.goTo("/forgot-password");
    assertThat(nele.text("Bitte jemanden aus der Verwaltung um einen Link")).isVisible();
    assertThat(nele.button("Link schicken")).hasCount(0);
    announcesNoMail(nele, "no-mail-forgot");
    logIn(nele, NELE, PASSWORD);
    assertThat(nele.alert().first()).containsText("dein Konto ist noch nicht freigegeben");
    announcesNoMail(nele, "no-mail-not-approved");
    garden.forgiveAttempts();
  }

  private static void approve(Visitor joerg) {
    joerg.goTo("/admin/people").button("Freigeben Nele Neu").click();
    assertThat(joerg.text("Nele Neu ist freigegeben.")).isVisible();
    announcesNoMail(joerg, "no-mail-people");
  }

  private static void bookAndCancel(Garden garden, Visitor joerg, Visitor nele) {
    Person owner = garden.people().logIn(OWNER, PASSWORD);
    Map<String, Object> room = Map.of("name", "Turmzimmer", "type", "Room", "maxCapacity", 2);
    owner.api().post("/api/sleeping-accommodations", room).expect(201);
    LocalDate first = GardenServer.today().withDayOfMonth(1).plusMonths(2);
    for (String answer : new String[] {"Annehmen", "Ablehnen"}) {
      nele.goTo("/book?start=" + first);
      nele.page().locator("[data-day='" + first.plusDays(2) + "']").click();
      nele.button(Texts.REQUEST_BOOKING).click();
      nele.isAt("/booking").seesHeading("Buchung");
      announcesNoMail(nele, "no-mail-booked");
      joerg.goTo("/admin/requests");
      ScreenParts.button(ScreenParts.entry(joerg, "Nele"), answer).click();
      if (answer.equals("Ablehnen")) {
        Locator question = ScreenParts.dialog(joerg);
        assertThat(question)
            .containsText("Der Garten verschickt keine Mails: Sag es selbst weiter.");
        announcesNoMail(joerg, "no-mail-reject-booking");
        ScreenParts.button(question, "Ablehnen").click();
        assertThat(joerg.text("Abgelehnt: Nele")).isVisible();
        return;
      }
      assertThat(joerg.text("Angenommen: Nele")).isVisible();
      nele.page().reload();
      nele.button("Stornieren").click();
      announcesNoMail(nele, "no-mail-cancel");
      nele.button("Ja, stornieren").click();
      assertThat(nele.page().locator("dd").first()).hasText("Storniert");
    }
  }

  private static void forget(Garden garden, Visitor joerg) {
    String link = passwordLink(joerg, "Nele");
    garden.forgiveAttempts();
    try (Visitor back = Visitor.stranger(garden, Device.DESK)) {
      choosePassword(back, link, OTHER);
      announcesNoMail(back, "no-mail-reset");
      logIn(back, NELE, OTHER);
      back.isAt("/garden").seesHeading("Der Garten");
      for (String path : new String[] {"/waiting", "/waiting/join", "/profile"}) {
        back.goTo(path);
        announcesNoMail(back, "no-mail" + path.replace('/', '-'));
      }
      back.page().navigate(link);
      back.field("Neues Passwort").fill(PASSWORD);
      back.button("Passwort speichern").click();
      assertThat(back.alert().first()).containsText("Dieser Link gilt nicht mehr.");
      back.link("Neuen Link anfordern").click();
      assertThat(back.text("Bitte jemanden aus der Verwaltung um einen Link")).isVisible();
    }
  }

  private static void invite(Garden garden, Visitor joerg) {
    joerg.goTo("/admin/people/invite");
    joerg.field("Vorname").fill("Ida");
    joerg.field("Nachname").fill("Igel");
    joerg.field("E-Mail-Adresse").fill("ida@garden.example");
    joerg.button("Einladen").click();
    assertThat(joerg.text("Ida Igel ist eingeladen.")).isVisible();
    announcesNoMail(joerg, "no-mail-invited");
    String link = joerg.field("Link der Einladung").inputValue();
    try (Visitor ida = Visitor.stranger(garden, Device.PHONE)) {
      ida.page().navigate(link);
      ida.seesHeading("Willkommen im Garten!");
      ida.field("Passwort wählen").fill(PASSWORD);
      ida.button("Einladung annehmen").click();
      ida.isAt("/garden").seesHeading("Der Garten");
    }
  }

  private static void reject(Garden garden, Visitor joerg) {
    garden.forgiveAttempts();
    try (Visitor otto = Visitor.stranger(garden, Device.PHONE)) {
      register(otto, "Otto", "otto@garden.example", PASSWORD);
      otto.seesHeading("So geht es weiter");
      joerg.goTo("/admin/people").button("Ablehnen Otto Neu").click();
      Locator question = ScreenParts.dialog(joerg);
      assertThat(question).containsText("Sag es dieser Person selbst.");
      announcesNoMail(joerg, "no-mail-reject");
      ScreenParts.field(question, "Grund").fill("Wir kennen uns nicht");
      ScreenParts.button(question, "Ablehnen").click();
      assertThat(joerg.text("Otto Neu ist abgelehnt.")).isVisible();
      register(otto, "Otto", "otto@garden.example", PASSWORD);
      otto.seesHeading("So geht es weiter");
      logIn(otto, "otto@garden.example", PASSWORD);
      assertThat(otto.alert().first()).containsText("oder das Konto ist nicht freigegeben");
    }
  }
}
