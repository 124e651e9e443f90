package io.perceiver.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.Plugin;
import io.perceiver.api.position.FourierPositionsPlugin;
import io.perceiver.api.position.LearnedPositionsPlugin;
import io.perceiver.api.position.NoPositionsPlugin;
import io.perceiver.internal.plugin.ApiVersion;
import io.perceiver.internal.plugin.DisabledPluginException;
import io.perceiver.internal.plugin.UnknownPluginException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginRegistryTest {
  private final PluginRegistry registry =
      PluginRegistry.of(
          List.of(
              new NoPositionsPlugin(), new LearnedPositionsPlugin(), new FourierPositionsPlugin()));

  @Test
  void findsPluginsByNameAndKind() {
    assertThat(registry.positionEncoding("fourier")).isInstanceOf(FourierPositionsPlugin.class);
    assertThat(registry.names(PluginKind.POSITION_ENCODING))
        .containsExactly("fourier", "learned", "none");
    assertThat(registry.all(PluginKind.POSITION_ENCODING)).hasSize(3);
    assertThat(registry.names(PluginKind.HEAD)).isEmpty();
  }

  @Test
  void anUnknownNameListsTheInstalledOnesNearestFirst() {
    assertThatThrownBy(() -> registry.positionEncoding("larned"))
        .isInstanceOf(UnknownPluginException.class)
        .hasMessage(
            "No position encoding named 'larned'. Installed: learned, fourier, none. Did you mean"
                + " 'learned'? Otherwise add its jar to the plugins folder or the class path.");
    assertThatThrownBy(() -> registry.head("label"))
        .hasMessage(
            "No head named 'label'. Installed: none. Add its jar to the plugins folder or the class"
                + " path.");
  }

  @Test
  void aPluginAddedInCodeThatTakesATakenNameDisablesBoth() {
    PluginRegistry both = registry.with(List.of(new FourierPositionsPlugin()));

    assertThat(both.names(PluginKind.POSITION_ENCODING)).containsExactly("learned", "none");
    assertThatThrownBy(() -> both.positionEncoding("fourier"))
        .isInstanceOf(DisabledPluginException.class);
    assertThat(registry.positionEncoding("fourier")).isNotNull();
  }

  @Test
  void aPluginOfNoKnownKindIsSetAside() {
    PluginRegistry odd = PluginRegistry.of(List.of(new Odd()));

    assertThat(odd.entries())
        .singleElement()
        .extracting(PluginEntry::reason)
        .isEqualTo("it is of no known kind");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1, true", "0.1.5, 0.1, true", "0.1-SNAPSHOT, 0.1, true", "0.2, 0.1, false",
        "1.0, 0.1, false",
    "1.7, 1.2, true", "2.0, 1.0, false", "one, 1.0, false", "01.1, 0.1, false", "0.10, 0.1, false"
  })
  void apiVersionsFitWithinAMajorVersionOrBeforeOneWithinAMinor(
      String builtFor, String installed, boolean fits) {
    assertThat(ApiVersion.fits(builtFor, installed)).isEqualTo(fits);
  }

  private static final class Odd implements Plugin<Odd.Config> {
    record Config() {}

    @Override
    public String name() {
      return "odd";
    }

    @Override
    public Config defaults() {
      return new Config();
    }
  }
}
