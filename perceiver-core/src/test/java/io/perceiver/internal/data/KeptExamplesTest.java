package io.perceiver.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.Example;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.data.BadExamplePolicy;
import io.perceiver.data.BadExamples;
import io.perceiver.data.BatchMaker;
import io.perceiver.data.HostBatch;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptExamplesTest {
  private static final int COUNT = 50;
  private static final int EPOCHS = 3;

  private final List<Example> examples =
      IntStream.range(0, COUNT)
          .mapToObj(
              i ->
                  new Example(
                      "e" + i,
                      "train",
                      Map.of(),
                      Map.of("left", SourceRecord.whole(Numbers.source("e" + i, i + " 2.5")))))
          .toList();

  /** Every number of some epochs of training, with an evaluation after each. */
  private List<Float> epochs(ModalityPipeline<?> pipeline, int threads) {
    BadExamples bad = new BadExamples(BadExamplePolicy.FAIL);
    BatchMaker maker = new BatchMaker(List.of(pipeline), Map.of(), bad);
    List<Float> numbers = new ArrayList<>();
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      numbers.addAll(numbers(maker, BatchOptions.training(8, 5, epoch).on(threads, 3)));
      numbers.addAll(numbers(maker, BatchOptions.evaluation(8).on(threads, 3)));
    }
    return numbers;
  }

  private List<Float> numbers(BatchMaker maker, BatchOptions options) {
    List<Float> numbers = new ArrayList<>();
    try (BatchLoader loader = new BatchLoader(examples, maker, options)) {
      while (loader.hasNext()) {
        try (HostBatch batch = loader.next()) {
          FloatBuffer content = batch.modalities().get("left").content();
          while (content.hasRemaining()) {
            numbers.add(content.get());
          }
        }
      }
    }
    return numbers;
  }

  @Test
  void keepingChangesNoBit() {
    List<Float> without = epochs(new Numbers().scattered("left"), 1);
    Numbers all = new Numbers();
    assertThat(epochs(all.scattered("left", CacheBudget.ofMegabytes(1)), 1)).isEqualTo(without);
    assertThat(epochs(new Numbers().scattered("left", CacheBudget.ofMegabytes(1)), 4))
        .isEqualTo(without);
    assertThat(all.read).hasValue(COUNT);
  }

  @Test
  void whatDoesNotFitIsReadAgain() {
    Numbers numbers = new Numbers();
    CacheBudget small = CacheBudget.ofMegabytes(1);
    // leaves room for the training examples of 10 of 50: 8 bytes and the overhead each
    assertThat(small.take((1 << 20) - 256 - 10 * (256 + 8))).isTrue();
    List<Float> some = epochs(numbers.scattered("left", small), 2);
    assertThat(some).isEqualTo(epochs(new Numbers().scattered("left"), 1));
    // all in the first epoch; then those not kept, in two more epochs and three evaluations
    assertThat(numbers.read).hasValue(COUNT + (COUNT - 10) * (2 + 3));
  }

  @Test
  void nothingIsKeptWithoutMemory() {
    Numbers numbers = new Numbers();
    epochs(numbers.scattered("left", CacheBudget.ofMegabytes(0)), 2);
    assertThat(numbers.read).hasValue(COUNT * EPOCHS * 2);
  }

  @Test
  void whatCannotBeReadIsRefusedEveryTime() {
    ModalityPipeline<?> pipeline = new Numbers().scattered("left", CacheBudget.ofMegabytes(1));
    SourceRecord source = SourceRecord.whole(Numbers.source("bad", "no number"));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> pipeline.prepare(source))
          .isInstanceOf(UnreadableExampleException.class);
    }
  }

  @Test
  void whatDoesNotTellItsSizeIsNotKept() {
    KeptExamples<String> kept =
        new KeptExamples<>(CacheBudget.ofMegabytes(1), text -> OptionalLong.empty());
    SourceRecord source = SourceRecord.whole(Numbers.source("a", "1"));
    kept.offer(source, "a");
    assertThat(kept.find(source)).isNull();
  }
}
