package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import io.perceiver.internal.head.ClassificationHead;
import io.perceiver.nn.Perceiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrentPredictionTest {
  private static final int THREADS = 8;

  @Test
  void eightThreadsAtOnceGetTheResultsOfOne() throws Exception {
    try (NDManager manager = NDManager.newBaseManager()) {
      List<Drawn> raw = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        raw.add(Drawn.normal(new Random(i), 2, 3, 2, 2));
      }
      List<float[]> alone = raw.stream().map(each -> predict(network(manager), each)).toList();
      // a new network, so that the shared positions' code is made by one of the threads
      Perceiver shared = network(manager);
      CyclicBarrier start = new CyclicBarrier(THREADS);
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      try {
        List<Callable<float[]>> work = new ArrayList<>();
        for (Drawn each : raw) {
          work.add(
              () -> {
                start.await();
                float[] result = predict(shared, each);
                for (int repeat = 0; repeat < 20; repeat++) {
                  assertThat(predict(shared, each)).isEqualTo(result);
                }
                return result;
              });
        }
        List<Future<float[]>> together = threads.invokeAll(work);
        for (int i = 0; i < THREADS; i++) {
          assertThat(together.get(i).get()).as("thread %d", i).isEqualTo(alone.get(i));
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private static Perceiver network(NDManager manager) {
    return Perceiver.builder()
        .modality("grid", Networks.grid())
        .trunk(Networks.trunk())
        .head("label", ClassificationHead.of(3))
        .build()
        .initialize(manager, 1);
  }

  private static float[] predict(Perceiver network, Drawn raw) {
    try (NDManager manager = NDManager.newBaseManager()) {
      return network.predict(raw.in(manager)).toFloatArray();
    }
  }
}
