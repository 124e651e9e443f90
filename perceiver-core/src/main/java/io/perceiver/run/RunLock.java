package io.perceiver.run;

import io.perceiver.api.PerceiverException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a run folder to one training, whatever process it is in. The system gives it back when the
 * process ends, however that may be; the file stays.
 */
final class RunLock implements Closeable {
  /** Of one JVM: a second channel of a file would give back the first one's lock when closed. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  /** Of files that another class loader of this JVM has locked, which has a set of its own. */
  private static final Map<Path, FileChannel> LEFT_OPEN = new ConcurrentHashMap<>();

  private static final long THIS_PROCESS = ProcessHandle.current().pid();

  /** Locked far behind the text, so that others can read it on every system. */
  private static final long PLACE = Long.MAX_VALUE - 1;

  private static final int LONGEST_TEXT = 64;

  private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);

  private final Path file;
  private final FileChannel channel;

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Something done in a folder that no other training has. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Does something while holding a folder.
   *
   * @throws PerceiverException if a training has it; says which process
   * @throws IOException if the folder cannot be written to, or the work fails
   */
  static <T> T holding(RunFolder folder, Work<T> work) throws IOException {
    RunLock lock = of(folder);
    try {
      return work.run();
    } finally {
      lock.close();
    }
  }

  /**
   * Takes a folder.
   *
   * @throws PerceiverException if a training has it; says which process
   * @throws IOException if the folder cannot be written to
   */
  static RunLock of(RunFolder folder) throws IOException {
    Path file = folder.path().toRealPath().resolve("training.lock");
    if (!HELD.add(file)) {
      throw refused(folder, Long.toString(THIS_PROCESS));
    }
    try {
      return new RunLock(file, locked(folder, file));
    } catch (IOException | RuntimeException e) {
      HELD.remove(file);
      throw e;
    }
  }

  private static FileChannel locked(RunFolder folder, Path file) throws IOException {
    FileChannel left = LEFT_OPEN.remove(file);
    FileChannel channel =
        left != null
            ? left
            : FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (!lock(channel, file)) {
        throw refused(folder, text(channel));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(Long.toString(THIS_PROCESS).getBytes(StandardCharsets.UTF_8)));
      return channel;
    } catch (OverlappingFileLockException e) {
      LEFT_OPEN.put(file, channel); // closing it would give back the other's lock
      throw refused(folder, Long.toString(THIS_PROCESS));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Whether the file is this channel's now. */
  private static boolean lock(FileChannel channel, Path file) {
    try {
      return channel.tryLock(PLACE, 1, false) != null;
    } catch (IOException e) { // some network drives have no locks: no reason not to train there
      LOG.warn("{}: cannot be locked, so a second training may spoil this one: {}", file, e);
      return true;
    }
  }

  private static String text(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(LONGEST_TEXT);
    channel.read(text);
    return StandardCharsets.UTF_8.decode(text.flip()).toString();
  }

  private static PerceiverException refused(RunFolder folder, String process) {
    return new PerceiverException(
        folder.path()
            + " is being trained by process "
            + process
            + "; wait until it is done, or stop it, and resume then");
  }

  /** Gives the folder back. */
  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(file);
    }
  }
}
