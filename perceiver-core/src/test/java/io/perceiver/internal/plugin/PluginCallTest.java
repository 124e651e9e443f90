package io.perceiver.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.FaultException;
import io.perceiver.api.PerceiverException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PluginCallTest {
  private static final String PLACE = "head 'mask': its loss";

  private static Supplier<String> failing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }

  @Test
  void whatIsGivenIsPassedOn() {
    assertThat(PluginCall.of(PLACE, () -> "given")).isEqualTo("given");
  }

  @Test
  void anUnforeseenFailureIsToldWithItsPlace() {
    assertThatThrownBy(() -> PluginCall.of(PLACE, failing(new IllegalStateException("sad"))))
        .isInstanceOf(FaultException.class)
        .hasMessage("head 'mask': its loss failed: java.lang.IllegalStateException: sad")
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                PluginCall.run(
                    PLACE,
                    () -> {
                      throw new NoClassDefFoundError("org/example/Missing");
                    }))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("org/example/Missing");
  }

  @Test
  void nullIsAFault() {
    Supplier<@Nullable String> nothing = () -> null;
    assertThatThrownBy(() -> PluginCall.of(PLACE, nothing))
        .isInstanceOf(FaultException.class)
        .hasMessage("head 'mask': its loss gave null");
  }

  @Test
  void whatIsMeantForUsersStaysAsItIs() {
    PerceiverException meant = new PerceiverException("columns: there is no such column");
    assertThatThrownBy(() -> PluginCall.of(PLACE, failing(meant))).isSameAs(meant);
    FaultException inner = new FaultException("its target failed", null);
    assertThatThrownBy(() -> PluginCall.of(PLACE, failing(inner))).isSameAs(inner);
  }
}
