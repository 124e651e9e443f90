package io.perceiver.testkit;

import static io.perceiver.testkit.Verdict.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.perceiver.api.FileKind;
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
    sources.putAll(contract.recordSources());
    if (sources.isEmpty()) {
      throw new IncompleteContractException(
          "sources() is empty; give a small file of every format, or let readsSources() return"
              + " false");
    }
  }

  void sourcesAreRead() throws IOException {
    for (WatchedSource source : watched(contract.sources())) {
      isReadTwice(source.name(), () -> modality.reader().read(source));
    }
    for (WatchedSource source : watched(contract.recordSources())) {
      try (RecordFile<T> records = modality.reader().openRecords(source)) {
        for (int i = 0; i < Math.min(RECORDS, records.count()); i++) {
          int index = i;
          isReadTwice(source.name() + "#" + i, () -> records.read(index));
        }
      }
    }
  }

  void headsPass() throws IOException {
    for (WatchedSource source : watched(contract.sources())) {
      passes(source);
      assertFalse(
          modality.reader().holdsRecords(source, FileKind.head(source)),
          "holdsRecords " + source.name());
      modality.reader().describe(source);
      assertEquals(0, source.leftOpen(), "left open after describing " + source.name());
    }
    for (WatchedSource source : watched(contract.recordSources())) {
      passes(source);
    }
  }

  private void passes(WatchedSource source) throws IOException {
    try {
      modality.reader().checkHead(source, FileKind.head(source));
    } catch (IOException refused) {
      fail("checkHead refuses a source that is read: " + refused.getMessage(), refused);
    }
  }

  /** Reads one example. */
  private interface Reading<T> {
    T read() throws IOException;
  }

  private void isReadTwice(String name, Reading<T> reading) throws IOException {
    Tokens first = Tokens.of(modality.tokenizer(), reading.read());
    Tokens second = Tokens.of(modality.tokenizer(), reading.read());
    first.assertFinite(name);
    first.assertSame(name + " read again", second);
  }

  private static List<WatchedSource> watched(Map<String, byte[]> files) {
    return new TreeMap<>(files)
        .entrySet().stream()
            .map(entry -> new WatchedSource(entry.getKey(), entry.getValue()))
            .toList();
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

  void emptySourcesAreRefused() {
    for (String name : contract.sources().keySet()) {
      isRefused(name, NOTHING);
    }
    for (String name : contract.recordSources().keySet()) {
      isRefused(name, () -> modality.reader().openRecords(new WatchedSource(name, NOTHING)));
    }
  }

  void unreadableSourcesAreRefused() {
    Map<String, byte[]> unreadable = new TreeMap<>(contract.unreadableSources());
    assumeTrue(!unreadable.isEmpty(), "unreadableSources() gives none");
    for (Map.Entry<String, byte[]> entry : unreadable.entrySet()) {
      isRefused(entry.getKey(), entry.getValue());
    }
  }

  private void isRefused(String name, byte[] bytes) {
    isRefused(name, () -> modality.reader().read(new WatchedSource(name, bytes)));
  }

  private static void isRefused(String name, Reading<?> reading) {
    Object read;
    try {
      read = reading.read();
    } catch (IOException | PerceiverException e) {
      check(
          String.valueOf(e.getMessage()).contains(name),
          () -> "the message does not name '" + name + "': " + e.getMessage());
      return;
    }
    fail(name + " is read as " + read);
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
