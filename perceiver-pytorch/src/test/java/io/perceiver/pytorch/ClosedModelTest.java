package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Injector;
import io.perceiver.api.Example;
import io.perceiver.api.ModelClosedException;
import io.perceiver.api.WorkInterruptedException;
import io.perceiver.config.RunConfig;
import io.perceiver.data.BadExamples;
import io.perceiver.run.ModelAssembler;
import io.perceiver.run.PerceiverModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A model that is closed while others use it refuses them, and frees nothing they still read. */
class ClosedModelTest {
  private static final int THREADS = 4;
  private static final List<Example> EXAMPLES = Samples.noise(12, "train");

  private static PerceiverModel model() {
    Injector injector = TinyRun.of("{batchSize: 4}", EXAMPLES).injector();
    return injector
        .getInstance(ModelAssembler.class)
        .assemble(injector.getInstance(RunConfig.class));
  }

  @Test
  void closingWhileOthersPredictEndsThemWithTheReason() throws Exception {
    for (int round = 0; round < 5; round++) {
      PerceiverModel model = model();
      CountDownLatch predicting = new CountDownLatch(THREADS);
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      List<Future<?>> futures = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        futures.add(
            threads.submit(
                () -> {
                  while (true) {
                    model.predict(EXAMPLES);
                    predicting.countDown();
                  }
                }));
      }
      predicting.await();
      model.close();
      for (Future<?> future : futures) {
        assertThatThrownBy(future::get)
            .isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(ModelClosedException.class);
      }
      threads.shutdown();
    }
  }

  @Test
  void aCallThatClosesItsOwnModelEndsWithTheReason() {
    PerceiverModel model = model();
    List<String> seen = new ArrayList<>();
    assertThatThrownBy(
            () ->
                model.predict(
                    EXAMPLES,
                    BadExamples.refused(),
                    predicted -> {
                      seen.add(predicted.example().id());
                      model.close();
                    }))
        .isInstanceOf(ModelClosedException.class);
    assertThat(seen).hasSize(4); // the batch that was predicted already
  }

  @Test
  void anInterruptIsToldFromMistakesAndFaults() throws Exception {
    try (PerceiverModel model = model()) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> model.evaluate(EXAMPLES))
          .isInstanceOf(WorkInterruptedException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
