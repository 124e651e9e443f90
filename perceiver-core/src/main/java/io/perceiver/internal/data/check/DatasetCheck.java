package io.perceiver.internal.data.check;

import io.perceiver.api.Example;
import io.perceiver.api.ExampleReader;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.WorkInterruptedException;
import io.perceiver.data.BadExample;
import io.perceiver.data.check.CheckMode;
import io.perceiver.data.check.CheckReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks at every file that a data set's examples name, before they are read in earnest: a broken
 * test file is found before training, not after it. Small splits come first, so that the time
 * covers them. Thread-safe.
 */
public final class DatasetCheck {
  private static final AtomicInteger THREADS = new AtomicInteger();

  private final Map<String, ExampleReader<?>> readers;
  private final CheckOptions options;

  /**
   * Prepares a check.
   *
   * @param readers of the model's modalities by name; an example's other sources are not looked at
   */
  public DatasetCheck(Map<String, ? extends ExampleReader<?>> readers, CheckOptions options) {
    this.readers = new LinkedHashMap<>(readers);
    this.options = options;
  }

  /**
   * Looks at the files of some splits.
   *
   * @param splits examples by the name of their split
   * @throws WorkInterruptedException if the thread was interrupted
   */
  public CheckReport check(Map<String, List<Example>> splits) {
    long start = System.nanoTime();
    Deadline deadline = new Deadline(start, options.limit());
    Map<NamedSource.Key, NamedSource> named = named(splits);
    List<FileLook<?>> looks = looks(named);
    List<FileLook<?>> done = options.mode() == CheckMode.NONE ? List.of() : looked(looks, deadline);
    List<String> leaks =
        options.mode() == CheckMode.NONE
            ? List.of()
            : new Leaks(deadline::isOver).find(named.values(), done);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new CheckReport(looks.size(), done.size(), seconds, bad(done), leaks);
  }

  /** When a check must end. */
  private record Deadline(long startNanos, Optional<Duration> limit) {
    boolean isOver() {
      return limit.isPresent() && System.nanoTime() - startNanos > limit.get().toNanos();
    }
  }

  private Map<NamedSource.Key, NamedSource> named(Map<String, List<Example>> splits) {
    List<Map.Entry<String, List<Example>>> smallestFirst = new ArrayList<>(splits.entrySet());
    smallestFirst.sort(
        Comparator.comparingInt((Map.Entry<String, List<Example>> split) -> split.getValue().size())
            .thenComparing(Map.Entry::getKey));
    Map<NamedSource.Key, NamedSource> named = new LinkedHashMap<>();
    for (Map.Entry<String, List<Example>> split : smallestFirst) {
      for (Example example : split.getValue()) {
        String label = label(example);
        example
            .sources()
            .forEach(
                (modality, source) -> {
                  if (readers.containsKey(modality)) {
                    named
                        .computeIfAbsent(
                            NamedSource.Key.of(modality, source),
                            key -> new NamedSource(modality, source))
                        .add(new NamedSource.Use(split.getKey(), example, label));
                  }
                });
      }
    }
    return named;
  }

  private String label(Example example) {
    StringBuilder label = new StringBuilder();
    for (String column : new TreeSet<>(options.targetColumns())) {
      String text = example.columns().getOrDefault(column, "");
      label.append(label.isEmpty() || text.isEmpty() ? "" : ", ").append(text);
    }
    return label.toString();
  }

  /** One look for each file; records of one file share it. */
  private List<FileLook<?>> looks(Map<NamedSource.Key, NamedSource> named) {
    Map<NamedSource.Key, List<NamedSource>> byFile = new LinkedHashMap<>();
    named.forEach(
        (key, each) -> byFile.computeIfAbsent(fileOf(key), file -> new ArrayList<>()).add(each));
    List<FileLook<?>> looks = new ArrayList<>();
    for (List<NamedSource> ofFile : byFile.values()) {
      NamedSource first = ofFile.get(0);
      ExampleReader<?> reader = readers.get(first.modality());
      if (reader != null) {
        looks.add(look(reader, ofFile));
      }
    }
    return looks;
  }

  /** The file a record is in; a whole file stays itself, apart from its records. */
  private static NamedSource.Key fileOf(NamedSource.Key key) {
    return key.record().isPresent()
        ? new NamedSource.Key(key.modality(), key.place(), OptionalInt.of(0))
        : key;
  }

  private <T> FileLook<T> look(ExampleReader<T> reader, List<NamedSource> ofFile) {
    SourceRecord source = ofFile.get(0).source();
    return new FileLook<>(reader, source.source(), ofFile, options.mode() == CheckMode.ALL);
  }

  /** The looks that were taken before the time was over, in order. */
  private List<FileLook<?>> looked(List<FileLook<?>> looks, Deadline deadline) {
    ExecutorService threads = Executors.newFixedThreadPool(options.threads(), DatasetCheck::daemon);
    AtomicInteger next = new AtomicInteger();
    for (int i = 0; i < options.threads(); i++) {
      threads.execute(
          () -> {
            for (int at = next.getAndIncrement();
                at < looks.size() && !deadline.isOver();
                at = next.getAndIncrement()) {
              looks.get(at).look();
            }
          });
    }
    threads.shutdown();
    await(threads);
    List<FileLook<?>> taken = new ArrayList<>(looks);
    taken.removeIf(look -> !look.isTaken());
    return taken;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "perceiver-check-" + THREADS.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  private static void await(ExecutorService threads) {
    try {
      threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
      throw new WorkInterruptedException("interrupted while checking files", e);
    }
  }

  /** By split; a file of many records that cannot be opened is said once, not for each record. */
  private static SortedMap<String, List<BadExample>> bad(Collection<FileLook<?>> done) {
    SortedMap<String, SortedMap<String, BadExample>> byReason = new TreeMap<>();
    for (FileLook<?> look : done) {
      for (FileLook.Finding finding : look.findings()) {
        NamedSource named = finding.named();
        for (String split : named.splits()) {
          byReason
              .computeIfAbsent(split, key -> new TreeMap<>())
              .putIfAbsent(
                  finding.reason(),
                  new BadExample(named.first(split).id(), named.modality(), finding.reason()));
        }
      }
    }
    SortedMap<String, List<BadExample>> bad = new TreeMap<>();
    byReason.forEach((split, found) -> bad.put(split, List.copyOf(found.values())));
    return bad;
  }
}
