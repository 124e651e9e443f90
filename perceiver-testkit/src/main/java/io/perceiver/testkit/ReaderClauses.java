package io.perceiver.testkit;

import static io.perceiver.testkit.Verdict.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.perceiver.api.Modality;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.RecordFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Clauses about reading files, good and bad. */
final class ReaderClauses<C extends Record, T> {
  private static final byte[] NOTHING = {};
  private static final int RECORDS = 4;
  private final ModalityPluginContract<C, T> contract;
  private final Modality<T> modality;
  private final Map<String, byte[]> sources;

  ReaderClauses(ModalityPluginContract<C, T> contract) {
    this.contract = contract;
    assumeTrue(contract.readsSources(), "it reads no files, as readsSources() says");
    modality = contract.plugin().create(contract.validConfig());
    sources = new TreeMap<>(contract.sources());
    if (sources.isEmpty()) {
      throw new IncompleteContractException(
          "sources() is empty; give a small file of every format, or let readsSources() return"
              + " false");
    }
  }

  void sourcesAreRead() throws IOException {
    for (Map.Entry<String, byte[]> entry : sources.entrySet()) {
      WatchedSource source = new WatchedSource(entry.getKey(), entry.getValue());
      Tokens first = Tokens.of(modality.tokenizer(), modality.reader().read(source));
      Tokens second = Tokens.of(modality.tokenizer(), modality.reader().read(source));
      first.assertFinite(entry.getKey());
      first.assertSame(entry.getKey() + " read again", second);
    }
  }

  void sourcesAreClosed() {
    for (Map.Entry<String, byte[]> entry : sources.entrySet()) {
      WatchedSource whole = new WatchedSource(entry.getKey(), entry.getValue());
      ignoringFailures(whole);
      assertEquals(0, whole.leftOpen(), "left open after reading " + whole.name());
      for (Damage damage : Damage.cuts(entry.getValue())) {
        WatchedSource cut = new WatchedSource(entry.getKey(), damage.bytes());
        ignoringFailures(cut);
        assertEquals(0, cut.leftOpen(), "left open after " + cut.name() + " " + damage.how());
      }
    }
  }

  void emptySourcesAreRefused() throws IOException {
    for (String name : sources.keySet()) {
      isRefused(name, NOTHING);
    }
  }

  void unreadableSourcesAreRefused() throws IOException {
    Map<String, byte[]> unreadable = new TreeMap<>(contract.unreadableSources());
    assumeTrue(!unreadable.isEmpty(), "unreadableSources() gives none");
    for (Map.Entry<String, byte[]> entry : unreadable.entrySet()) {
      isRefused(entry.getKey(), entry.getValue());
    }
  }

  private void isRefused(String name, byte[] bytes) throws IOException {
    T read;
    try {
      read = modality.reader().read(new WatchedSource(name, bytes));
    } catch (IOException | PerceiverException e) {
      check(
          String.valueOf(e.getMessage()).contains(name),
          () -> "the message does not name '" + name + "': " + e.getMessage());
      return;
    }
    fail("%s of %d bytes is read as %s".formatted(name, bytes.length, read));
  }

  void cutSourcesAreReadOrRefused() {
    sources.forEach((name, bytes) -> areReadOrRefused(name, Damage.cuts(bytes)));
  }

  void damagedSourcesAreReadOrRefused() {
    sources.forEach((name, bytes) -> areReadOrRefused(name, Damage.changes(bytes)));
  }

  private void areReadOrRefused(String name, List<Damage> all) {
    for (Damage damage : all) {
      try {
        readOrRefuse(new WatchedSource(name, damage.bytes()));
      } catch (RuntimeException | Error e) {
        fail("%s, %s, makes the reader throw %s".formatted(name, damage.how(), e), e);
      }
    }
  }

  /** Takes all that a source may hold, up to its elements, as one example and as many. */
  private void readOrRefuse(WatchedSource source) {
    tried(() -> tokenize(modality.reader().read(source)));
    tried(
        () -> {
          try (RecordFile<T> records = modality.reader().openRecords(source)) {
            for (int i = 0; i < Math.min(RECORDS, records.count()); i++) {
              tokenize(records.read(i));
            }
          }
        });
  }

  /** Something that may be refused. */
  private interface Attempt {
    void run() throws IOException;
  }

  private static void tried(Attempt attempt) {
    try {
      attempt.run();
    } catch (IOException | PerceiverException refused) {
      // which is an answer
    }
  }

  /** Failures are another clause's. */
  private void ignoringFailures(WatchedSource source) {
    try {
      readOrRefuse(source);
    } catch (RuntimeException e) {
      // seen by cutSourcesAreReadOrRefused
    }
  }

  private void tokenize(T example) {
    int elements = modality.tokenizer().elements(example);
    if (elements >= 1 && elements <= modality.tokenizer().spec().maxElements()) {
      Tokens.of(modality.tokenizer(), example);
    } // else core refuses it by itself
  }

  void readingTakesLittleMemory() {
    assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
            && bean.isThreadAllocatedMemoryEnabled(),
        "this JVM does not count what a thread allocates");
    sources.forEach(
        (name, bytes) -> {
          List<Damage> all = new ArrayList<>(Damage.changes(bytes));
          all.add(new Damage("whole", bytes));
          all.forEach(damage -> takesLittleMemory(name, damage));
        });
  }

  private void takesLittleMemory(String name, Damage damage) {
    WatchedSource source = new WatchedSource(name, damage.bytes());
    long before = allocated();
    try {
      ignoringFailures(source);
    } catch (OutOfMemoryError e) {
      fail("%s, %s, makes the reader throw %s".formatted(name, damage.how(), e), e);
    }
    long taken = allocated() - before;
    long allowed = contract.readerMemory() + source.size();
    if (taken > allowed) {
      fail(
          "%s, %s: reading its %d bytes took %d bytes, allowed are %d (see readerMemory())"
              .formatted(name, damage.how(), source.size(), taken, allowed));
    }
  }

  private static long allocated() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
        ? bean.getCurrentThreadAllocatedBytes()
        : 0;
  }
}
