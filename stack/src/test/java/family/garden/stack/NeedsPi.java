package family.garden.stack;

import family.garden.testkit.RunAlone;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Runs on the emulated Pi, and therefore only on request. */
@RunAlone("All of these meet the one emulated Pi, and pull its plug.")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
    named = "booking.power-cuts",
    matches = "[1-9]\\d*",
    disabledReason = "It takes an hour and more; stack/machine/whole test does it.")
@interface NeedsPi {}
