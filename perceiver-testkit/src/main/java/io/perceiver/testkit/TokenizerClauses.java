package io.perceiver.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clauses about the elements a tokenizer writes. */
final class TokenizerClauses<C extends Record, T> {
  private static final int THREADS = 4;
  private static final int ROUNDS = 20;
  private final ModalityPluginContract<C, T> contract;
  private final Tokenizer<T> tokenizer;
  private final ByteArraySpec spec;
  private final List<T> examples;

  TokenizerClauses(ModalityPluginContract<C, T> contract) {
    this.contract = contract;
    tokenizer = contract.plugin().create(contract.validConfig()).tokenizer();
    spec = tokenizer.spec();
    examples = contract.checkedExamples();
  }

  void elementCountsAreWithinTheSpec() {
    for (int i = 0; i < examples.size(); i++) {
      int elements = tokenizer.elements(examples.get(i));
      if (elements < 1 || elements > spec.maxElements()) {
        fail("example %d has %d, allowed: 1 to %d".formatted(i, elements, spec.maxElements()));
      }
    }
  }

  void everyElementIsWritten() {
    for (int i = 0; i < examples.size(); i++) {
      GuardedTokens written = GuardedTokens.of(tokenizer, examples.get(i));
      written.content().assertFilled("content of example " + i);
      written.positions().assertFilled("positions of example " + i);
    }
  }

  void nothingElseIsWritten() {
    for (int i = 0; i < examples.size(); i++) {
      GuardedTokens written = GuardedTokens.of(tokenizer, examples.get(i));
      written.content().assertSurroundingsIntact("content of example " + i);
      written.positions().assertSurroundingsIntact("positions of example " + i);
    }
  }

  void contentIsFinite() {
    for (int i = 0; i < examples.size(); i++) {
      Tokens tokens = Tokens.of(tokenizer, examples.get(i));
      tokens.assertFinite("example " + i);
    }
  }

  void positionsLieWithinTheUnitCube() {
    for (int i = 0; i < examples.size(); i++) {
      Tokens.of(tokenizer, examples.get(i)).located(spec).assertPositionsInRange("example " + i);
    }
  }

  void differentExamplesGiveDifferentArrays() {
    List<Tokens> tokens = tokenizeAll(examples);
    for (int i = 0; i < tokens.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (tokens.get(i).isSame(tokens.get(j))) {
          fail("examples %d and %d give the same".formatted(j, i));
        }
      }
    }
  }

  void examplesStayAsTheyAre() {
    tokenizeAll(examples);
    Fresh<T> fresh = new Fresh<>(contract);
    for (int i = 0; i < examples.size(); i++) {
      fresh.assertUnchanged(i, examples.get(i), "after it was tokenized");
    }
  }

  void threadsTokenizeAlike() throws InterruptedException {
    List<Tokens> alone = tokenizeAll(examples);
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<List<Tokens>>> tasks = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int offset = thread;
        tasks.add(() -> together(start, offset));
      }
      List<Future<List<Tokens>>> together = threads.invokeAll(tasks);
      for (int thread = 0; thread < THREADS; thread++) {
        compare(alone, together.get(thread), thread);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Each thread begins with another example, so that no two are at the same one. */
  private List<Tokens> together(CyclicBarrier start, int offset) throws Exception {
    List<Tokens> written = new ArrayList<>();
    start.await();
    for (int i = 0; i < ROUNDS * examples.size(); i++) {
      written.add(Tokens.of(tokenizer, examples.get((i + offset) % examples.size())));
    }
    return written;
  }

  private static void compare(List<Tokens> alone, Future<List<Tokens>> future, int offset)
      throws InterruptedException {
    try {
      List<Tokens> together = future.get();
      for (int i = 0; i < together.size(); i++) {
        int example = (i + offset) % alone.size();
        alone.get(example).assertSame("beside threads, example " + example, together.get(i));
      }
    } catch (ExecutionException e) {
      fail("beside other threads, the tokenizer threw " + e.getCause(), e.getCause());
    }
  }

  private List<Tokens> tokenizeAll(List<T> all) {
    return all.stream().map(example -> Tokens.of(tokenizer, example)).toList();
  }
}
