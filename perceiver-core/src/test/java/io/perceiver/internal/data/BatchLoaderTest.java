package io.perceiver.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.Augmentation;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.Example;
import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.InputAdapter;
import io.perceiver.api.Modality;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.Tokenizer;
import io.perceiver.api.position.NoPositions;
import io.perceiver.data.BadExample;
import io.perceiver.data.BadExamplePolicy;
import io.perceiver.data.BadExamples;
import io.perceiver.data.BatchMaker;
import io.perceiver.data.HostBatch;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchLoaderTest {
  private static final int COUNT = 103;

  private final BadExamples bad = new BadExamples(BadExamplePolicy.SKIP);
  private final BatchMaker maker =
      new BatchMaker(
          List.of(new Numbers().scattered("left")), Map.of("kind", LabelTarget.LABEL), bad);

  private static List<Example> examples(int count) {
    return IntStream.range(0, count).mapToObj(i -> example("e" + i, text(i))).toList();
  }

  private static String text(int i) {
    return (i + " ").repeat(1 + i % Numbers.LONGEST).strip();
  }

  private static Example example(String id, String text) {
    return new Example(
        id,
        "train",
        Map.of("label", "a"),
        Map.of("left", SourceRecord.whole(Numbers.source(id + ".txt", text))));
  }

  /** Everything there is to know of a batch. */
  private record Seen(int index, List<String> ids, List<Float> content, String mask) {
    static Seen of(HostBatch batch) {
      ModalityBatch left = batch.modalities().get("left");
      FloatBuffer content = left.content();
      List<Float> values = new ArrayList<>();
      while (content.hasRemaining()) {
        values.add(content.get());
      }
      return new Seen(
          batch.index(),
          batch.examples().stream().map(Example::id).toList(),
          values,
          Arrays.toString(left.mask()));
    }
  }

  private List<Seen> run(List<Example> examples, BatchOptions options) {
    List<Seen> seen = new ArrayList<>();
    try (BatchLoader loader = new BatchLoader(examples, maker, options)) {
      while (loader.hasNext()) {
        try (HostBatch batch = loader.next()) {
          seen.add(Seen.of(batch));
        }
      }
    }
    return seen;
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    BatchOptions options = BatchOptions.training(8, 5, 2);
    List<Seen> one = run(examples(COUNT), options.on(1, 1));
    assertThat(one).hasSize(13);
    assertThat(run(examples(COUNT), options.on(4, 5))).isEqualTo(one);
    assertThat(run(examples(COUNT), options.on(7, 2))).isEqualTo(one);
  }

  @Test
  void everyExampleComesOnceInAnOrderOfSeedAndEpoch() {
    List<String> first = ids(run(examples(COUNT), BatchOptions.training(8, 5, 0)));
    assertThat(first).hasSize(COUNT).doesNotHaveDuplicates();
    assertThat(ids(run(examples(COUNT), BatchOptions.training(16, 5, 0)))).isEqualTo(first);
    assertThat(ids(run(examples(COUNT), BatchOptions.training(8, 5, 1)))).isNotEqualTo(first);
    assertThat(ids(run(examples(COUNT), BatchOptions.training(8, 6, 0)))).isNotEqualTo(first);
    assertThat(ids(run(examples(COUNT), BatchOptions.evaluation(8))))
        .isEqualTo(examples(COUNT).stream().map(Example::id).toList());
  }

  private static List<String> ids(List<Seen> batches) {
    return batches.stream().flatMap(batch -> batch.ids().stream()).toList();
  }

  @Test
  void aRunThatGoesOnSeesTheTailOfTheEpoch() {
    BatchOptions options = BatchOptions.training(8, 5, 2);
    List<Seen> whole = run(examples(COUNT), options);
    for (int from = 0; from <= whole.size(); from++) {
      assertThat(run(examples(COUNT), options.from(from)))
          .isEqualTo(whole.subList(from, whole.size()));
    }
  }

  @Test
  void theLastBatchIsSmallerOrDropped() {
    List<Seen> all = run(examples(COUNT), BatchOptions.evaluation(20));
    assertThat(all).hasSize(6);
    assertThat(all.get(5).ids()).hasSize(3);
    assertThat(run(examples(COUNT), BatchOptions.evaluation(20).droppingLast()))
        .isEqualTo(all.subList(0, 5));
    assertThatThrownBy(() -> run(examples(3), BatchOptions.evaluation(20).droppingLast()))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("batchSize: 20 is not allowed; allowed: at most the 3 examples");
    assertThat(run(List.of(), BatchOptions.evaluation(20))).isEmpty();
  }

  @Test
  void skippedExamplesMakeBatchesSmallerAndEmptyOnesVanish() {
    List<Example> examples = new ArrayList<>(examples(12));
    for (int i : new int[] {1, 4, 5, 6, 7}) {
      examples.set(i, example("bad" + i, "no number"));
    }
    List<Seen> seen = run(examples, BatchOptions.evaluation(4).on(3, 2));
    assertThat(seen).extracting(Seen::index).containsExactly(0, 2);
    assertThat(seen.get(0).ids()).containsExactly("e0", "e2", "e3");
    assertThat(bad.all())
        .extracting(BadExample::id)
        .containsExactly("bad1", "bad4", "bad5", "bad6", "bad7");
    run(examples, BatchOptions.evaluation(4));
    assertThat(bad.count()).isEqualTo(5);
  }

  @Test
  void nothingReadableAtAllIsAnError() {
    List<Example> examples = List.of(example("x", "nothing"), example("y", "nothing"));
    assertThatThrownBy(() -> run(examples, BatchOptions.evaluation(1)))
        .isInstanceOf(PerceiverException.class)
        .hasMessage(
            "none of the 2 examples could be read; one of them: x.txt: 'nothing' is not a number");
  }

  @Test
  void theFirstBadExampleInOrderEndsTheRunOnAnyNumberOfThreads() {
    List<Example> examples = new ArrayList<>(examples(40));
    examples.set(22, example("second", "no number"));
    examples.set(17, example("first", "no number"));
    BatchMaker strict =
        new BatchMaker(
            List.of(new Numbers().scattered("left")),
            Map.of(),
            new BadExamples(BadExamplePolicy.FAIL));
    for (int threads : new int[] {1, 2, 5}) {
      BatchOptions options = BatchOptions.evaluation(8).on(threads, 4);
      try (BatchLoader loader = new BatchLoader(examples, strict, options)) {
        loader.next().close();
        loader.next().close();
        for (int again = 0; again < 2; again++) {
          assertThatThrownBy(loader::hasNext)
              .isInstanceOf(PerceiverException.class)
              .hasMessageStartingWith("example 'first', modality 'left': first.txt: 'no' is no")
              .hasMessageEndingWith("onBadExample: skip to leave such examples out");
        }
      }
    }
  }

  @Test
  void closingMidwayEndsTheThreads() throws InterruptedException {
    HashSet<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
    BatchLoader loader =
        new BatchLoader(examples(COUNT), maker, BatchOptions.training(4, 1, 1).on(4, 3));
    loader.next().close();
    loader.close();
    loader.close();
    assertThatThrownBy(
            () -> {
              while (loader.hasNext()) {
                loader.next().close();
              }
            })
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("was closed");
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!before.contains(thread) && thread.getName().startsWith("perceiver-data-")) {
        thread.join(TimeUnit.SECONDS.toMillis(30));
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }

  /** A reader that waits until it is told to go on. */
  private static final class Waiting implements ExampleReader<float[]>, Tokenizer<float[]> {
    final CountDownLatch started = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public float[] read(ExampleSource source) {
      started.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        throw new AssertionError("data threads are never interrupted", e);
      }
      return new float[1];
    }

    @Override
    public ByteArraySpec spec() {
      return ByteArraySpec.scattered(1, 1, "nothing", 1);
    }

    @Override
    public int elements(float[] example) {
      return 1;
    }

    @Override
    public void tokenize(float[] example, FloatBuffer content, FloatBuffer positions) {
      content.put(example);
    }
  }

  @Test
  void closingWhileAnotherThreadWaitsWakesIt() throws InterruptedException {
    Waiting waiting = new Waiting();
    Modality<float[]> modality =
        new Modality<>(
            waiting, Augmentation.none(), waiting, new NoPositions(), InputAdapter.identity());
    BatchMaker slow =
        new BatchMaker(List.of(new ModalityPipeline<>("left", modality)), Map.of(), bad);
    BatchLoader loader =
        new BatchLoader(examples(COUNT), slow, BatchOptions.evaluation(8).on(2, 2));
    List<Throwable> thrown = new ArrayList<>();
    Thread consumer =
        new Thread(
            () -> {
              try {
                loader.next();
              } catch (PerceiverException e) {
                thrown.add(e);
              }
            });
    consumer.start();
    waiting.started.await();
    Thread closer = new Thread(loader::close);
    closer.start();
    consumer.join(TimeUnit.SECONDS.toMillis(30));
    assertThat(thrown).singleElement().isInstanceOf(PerceiverException.class);
    waiting.goOn.countDown();
    closer.join(TimeUnit.SECONDS.toMillis(30));
    assertThat(closer.isAlive()).isFalse();
  }

  @Test
  void anInterruptedConsumerStopsAndStaysInterrupted() {
    BatchLoader loader = new BatchLoader(examples(COUNT), maker, BatchOptions.evaluation(1));
    Thread.currentThread().interrupt();
    assertThatThrownBy(
            () -> {
              while (loader.hasNext()) {
                loader.next().close();
              }
            })
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void waitingIsMeasured() {
    try (BatchLoader loader = new BatchLoader(examples(COUNT), maker, BatchOptions.evaluation(8))) {
      assertThat(loader.batches()).isEqualTo(13);
      loader.next().close();
      assertThat(loader.waitedNanos()).isPositive();
    }
  }

  @Test
  void wrongNumbersAreNamedTogether() {
    assertThatThrownBy(() -> new BatchOptions(0, 1, 0, true, true, false, -1, 0, 0))
        .hasMessageContaining("batchSize: 0 is not allowed; allowed: at least 1")
        .hasMessageContaining("firstBatch")
        .hasMessageContaining("threads")
        .hasMessageContaining("prefetch");
  }
}
