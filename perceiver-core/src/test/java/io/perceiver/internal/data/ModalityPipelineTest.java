package io.perceiver.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModalityPipelineTest {
  private final Numbers numbers = new Numbers();
  private final ModalityPipeline<float[]> pipeline = numbers.scattered("left");

  private static SourceRecord record(ExampleSource source, int index) {
    return new SourceRecord(source, OptionalInt.of(index));
  }

  @Test
  void filesOfManyRecordsAreOpenedOnceAndClosed() throws IOException {
    ExampleSource source = Numbers.source("many", "1\n2 3\n4");
    IntStream.range(0, 300)
        .parallel()
        .forEach(
            i -> {
              try {
                pipeline.prepare(record(source, i % 3));
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    assertThat(pipeline.prepare(record(source, 1)).content()).containsExactly(2, 4, 3, 9);
    assertThat(numbers.opened).hasValue(1);
    pipeline.close();
    assertThat(numbers.closed).hasValue(1);
    assertThatThrownBy(() -> pipeline.prepare(record(source, 1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("was closed");
  }

  @Test
  void recordsThatAreNotThereAreRefused() {
    ExampleSource source = Numbers.source("many", "1\n2");
    assertThatThrownBy(() -> pipeline.prepare(record(source, 2)))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage("many: has 2 records, from 0; there is no record 2");
  }

  @Test
  void aDamagedFileIsTriedOnce() {
    ExampleSource source = Numbers.source("many", "damaged");
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> pipeline.prepare(record(source, 0)))
          .isInstanceOf(UnreadableExampleException.class)
          .hasMessage("many: is damaged");
    }
    assertThat(numbers.opened).hasValue(1);
  }

  @Test
  void augmentationFollowsItsGeneratorAlone() throws IOException {
    SourceRecord source = SourceRecord.whole(Numbers.source("one", "1 2"));
    AugmentationSeed seed = new AugmentationSeed(1, 0);
    float[] plain = pipeline.prepare(source).content();
    float[] changed = pipeline.augmented(source, seed, "one").prepare().content();
    assertThat(plain).containsExactly(1, 1, 2, 4);
    assertThat(changed).isNotEqualTo(plain);
    assertThat(pipeline.augmented(source, seed, "one").prepare().content()).isEqualTo(changed);
    assertThat(pipeline.augmented(source, seed, "two").prepare().content()).isNotEqualTo(changed);
    assertThat(numbers.scattered("right").augmented(source, seed, "one").prepare().content())
        .isNotEqualTo(changed);
    AugmentationSeed next = new AugmentationSeed(1, 1);
    assertThat(pipeline.augmented(source, next, "one").prepare().content()).isNotEqualTo(changed);
  }
}
