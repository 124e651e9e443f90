package io.perceiver.demo;

import io.perceiver.api.PerceiverException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The demo data set: {@link Kind eight kinds of toy}, to be told apart by {@link Sense three
 * senses}, as PNG, WAV and PLY files with a manifest.
 *
 * <p>A pure function of seed, sizes and difficulty, the same to the byte on every machine and with
 * any number of threads. Immutable and thread-safe.
 *
 * <pre>{@code
 * Outcome outcome =
 *     new DemoDataset(1, Sizes.DEFAULT).write(Path.of("demo-data"), ProgressListener.SILENT);
 * }</pre>
 */
public final class DemoDataset {
  private final Settings settings;
  private final int threads;
  private final Layout layout;

  /** A data set of the usual difficulty. */
  public DemoDataset(long seed, Sizes sizes) {
    this(seed, sizes, Difficulty.DEFAULT);
  }

  /** A data set of a chosen difficulty. */
  public DemoDataset(long seed, Sizes sizes, Difficulty difficulty) {
    this(new Settings(seed, sizes, difficulty), Runtime.getRuntime().availableProcessors());
  }

  /** Creates one for a test that the number of threads changes nothing. */
  DemoDataset(Settings settings, int threads) {
    this.settings = settings;
    this.threads = threads;
    this.layout = Layout.of(settings);
  }

  /**
   * Writes the data set, unless it is there already.
   *
   * <p>All files are first written into a new folder beside the target, which is then renamed: the
   * target is whole or not there at all, however this ends.
   *
   * @param folder absent, empty, or holding this data set
   * @param listener hears of every few examples written; may throw, which ends the writing
   * @return {@link Outcome#FOUND} if the folder held this data set, checked file by file
   * @throws PerceiverException if the folder holds anything else, which is left untouched, or if
   *     the files cannot be written
   * @throws InterruptedException if the calling thread is interrupted; nothing is left behind
   */
  public Outcome write(Path folder, ProgressListener listener) throws InterruptedException {
    try {
      Path target =
          Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
      if (isTaken(target)) {
        requireThisDataSet(target);
        return Outcome.FOUND;
      }
      return writeNew(target, listener);
    } catch (IOException e) {
      throw new PerceiverException(
          "Cannot write the demo data to "
              + folder
              + ": "
              + e
              + "; choose a folder that can be written, on a disk with room",
          e);
    }
  }

  private Outcome writeNew(Path target, ProgressListener listener)
      throws IOException, InterruptedException {
    try (PartialFolder partial = new PartialFolder(target)) {
      writeFiles(partial.folder(), listener);
      try {
        partial.commit();
      } catch (IOException e) {
        if (!isTaken(target)) {
          throw e;
        }
        requireThisDataSet(target); // somebody else was faster
        return Outcome.FOUND;
      }
      return Outcome.WRITTEN;
    }
  }

  private void writeFiles(Path folder, ProgressListener listener)
      throws IOException, InterruptedException {
    List<byte[]> checksums = new ArrayList<>();
    checksums.add(writeText(layout.manifest(), folder.resolve(Layout.MANIFEST)));
    checksums.add(writeText(layout.missing(), folder.resolve(Layout.MISSING)));
    Renderers renderers = new Renderers(layout, settings);
    checksums.addAll(new ExampleFiles(layout, renderers, threads).writeTo(folder, listener));
    writeText(Readme.text(settings), folder.resolve(Readme.FILE));
    new Stamp(settings, Checksum.of(checksums)).writeTo(folder);
  }

  private static byte[] writeText(String text, Path file) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Files.write(file, bytes);
    return Checksum.of(bytes);
  }

  private static boolean isTaken(Path target) throws IOException {
    if (!Files.isDirectory(target)) {
      return Files.exists(target);
    }
    try (Stream<Path> inside = Files.list(target)) {
      return inside.findAny().isPresent();
    }
  }

  /** Whether a folder holds demo data of this program's making, of whatever sizes. */
  public static boolean isIn(Path folder) {
    return Stamp.in(folder).isPresent();
  }

  /**
   * Checks that a folder's demo data, if that is what it holds, are of this program's making.
   *
   * @param folder need not be there
   * @throws PerceiverException if another version of the generator made them
   */
  public static void requireCurrent(Path folder) {
    OptionalInt generator = Stamp.generatorIn(folder);
    if (generator.isPresent() && generator.getAsInt() != Settings.CURRENT) {
      boolean older = generator.getAsInt() < Settings.CURRENT;
      throw refusal(
          folder,
          "holds demo data of %s generator (version %d, this program has %d)"
              .formatted(older ? "an older" : "a newer", generator.getAsInt(), Settings.CURRENT));
    }
  }

  private void requireThisDataSet(Path target) {
    requireCurrent(target);
    Optional<Stamp> stamp = Stamp.in(target);
    if (stamp.isEmpty()) {
      throw refusal(target, "holds other files (no " + Stamp.FILE + " of a demo data set)");
    }
    if (!stamp.get().settings().equals(settings)) {
      throw refusal(
          target,
          "holds demo data of other settings ("
              + stamp.get().settings()
              + ", asked for "
              + settings
              + ")");
    }
    try {
      if (!Checksum.in(target, layout.files()).equals(stamp.get().sha256())) {
        throw refusal(target, "holds this demo data, but changed since it was written");
      }
    } catch (IOException e) {
      throw refusal(target, "holds this demo data, but not all of it (" + e + ")");
    }
  }

  private static PerceiverException refusal(Path target, String reason) {
    return new PerceiverException(
        target
            + " "
            + reason
            + " and was left untouched; choose another folder, or delete it first");
  }
}
