package io.perceiver.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PeakMemoryTest {

  @Test
  void readsTheHighWaterMarkOfResidentMemory() {
    List<String> status = List.of("Name:\tjava", "VmPeak:\t 9000 kB", "VmHWM:\t    1234 kB");
    assertThat(PeakMemory.in(status)).isEqualTo(OptionalLong.of(1234 * 1024));
  }

  @Test
  void isUnknownWhereTheSystemDoesNotTell() {
    assertThat(PeakMemory.in(List.of("Name:\tjava"))).isEmpty();
  }
}
