package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunksTest {

  /** 2^19 weights over batch · groups · queries, as a power of two, between 32 and 1024 keys. */
  @ParameterizedTest
  @CsvSource({
    "1,256,4,512",
    "2,256,2,512",
    "4,256,1,512",
    "3,300,1,512",
    "1,1,4,1024",
    "64,4096,1,32",
    "0,256,4,1024"
  })
  void fitTheWeightsThatCachesHold(long batch, long queries, long groups, long size) {
    assertThat(Chunks.of(batch, queries, 1 << 19)).isEqualTo(new Chunks(groups, size));
  }

  @Test
  void tellScriptsTheKeysOfAnExampleAtATime() {
    assertThat(new Chunks(4, 512).words())
        .containsEntry("GROUPS", "4")
        .containsEntry("CHUNK", "512")
        .containsEntry("STEP", "2048");
  }
}
