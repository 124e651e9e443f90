package io.perceiver.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PeakMemoryTest {
  private static final int LARGE = 64 << 20;

  @TempDir private Path folder;

  @Test
  void theHighWaterMarkIsReadInKilobytes() throws IOException {
    Path status = folder.resolve("status");
    Files.writeString(status, "VmPeak:\t 9455032 kB\nVmHWM:\t  328660 kB\nVmRSS:\t  1024 kB\n");
    assertThat(PeakMemory.of(status)).hasValue(328_660L * 1024);
  }

  @Test
  void whatDoesNotTellGivesNone() throws IOException {
    Path status = folder.resolve("status");
    assertThat(PeakMemory.of(status)).isEmpty();
    Files.writeString(status, "VmRSS:\t1024 kB\nVmHWM: many\n");
    assertThat(PeakMemory.of(status)).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatWasInUseCounts() {
    byte[] used = new byte[LARGE];
    Arrays.fill(used, (byte) 1);
    assertThat(PeakMemory.bytes().orElseThrow()).isGreaterThan(LARGE);
    assertThat(used[LARGE - 1]).isEqualTo((byte) 1);
  }
}
