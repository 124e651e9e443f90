package io.perceiver.internal.data;

import io.perceiver.api.PerceiverException;
import io.perceiver.api.UnreadableExampleException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Unpacks gzip files to temporary ones of bounded size; length and checksum are verified. */
final class Gunzip {
  private static final Logger LOG = LoggerFactory.getLogger(Gunzip.class);
  private static final long SMALL = 1L << 30;
  private static final long LARGEST = 64L << 30;
  private static final int LARGEST_RATIO = 200;
  private static final int BUFFER = 1 << 16;

  private Gunzip() {}

  /**
   * Bytes that a gzip file of this size may unpack to: 200 times as many, but at least 1 GiB and at
   * most 64 GiB. Sounds, images and points never come close to that ratio.
   */
  static long limit(long compressed) {
    return Math.max(SMALL, Math.min(LARGEST, compressed * LARGEST_RATIO));
  }

  /**
   * Unpacks a file; the caller hands the result to {@link #forget}.
   *
   * @param name how messages call it
   * @param limit bytes it may unpack to
   * @throws UnreadableExampleException if it is damaged, cut short, or larger than the limit
   */
  static Path toTemporary(Path file, String name, long limit) throws IOException {
    Path unpacked = Files.createTempFile("perceiver-", ".tar");
    boolean done = false;
    try {
      LOG.info("{}: unpacking to {}", name, unpacked);
      unpack(file, name, limit, unpacked);
      done = true;
      return unpacked;
    } finally {
      if (!done) {
        Files.deleteIfExists(unpacked);
      }
    }
  }

  private static void unpack(Path file, String name, long limit, Path unpacked) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        OutputStream out = Files.newOutputStream(unpacked)) {
      InputStream in = gunzip(raw, name);
      byte[] bytes = new byte[BUFFER];
      long count = 0;
      for (int got = read(in, bytes, name); got >= 0; got = read(in, bytes, name)) {
        count += got;
        if (count > limit) {
          throw new UnreadableExampleException(
              name,
              "unpacks to more than the %d bytes allowed; unpack it with gunzip and name the tar"
                  .formatted(limit));
        }
        write(out, bytes, got, name, unpacked);
      }
    }
  }

  private static InputStream gunzip(InputStream raw, String name) throws IOException {
    try {
      // all members of the file, not just the first
      return GzipCompressorInputStream.builder()
          .setInputStream(raw)
          .setDecompressConcatenated(true)
          .get();
    } catch (EOFException e) {
      throw new UnreadableExampleException(name, "cut short: its gzip header ends too soon", e);
    } catch (IOException e) {
      throw new UnreadableExampleException(name, "damaged gzip: " + e.getMessage(), e);
    }
  }

  private static int read(InputStream in, byte[] bytes, String name) throws IOException {
    try {
      return in.read(bytes);
    } catch (EOFException e) {
      throw new UnreadableExampleException(name, "cut short: its gzip data ends too soon", e);
    } catch (IOException e) {
      throw new UnreadableExampleException(name, "damaged gzip: " + e.getMessage(), e);
    }
  }

  private static void write(OutputStream out, byte[] bytes, int count, String name, Path target)
      throws IOException {
    try {
      out.write(bytes, 0, count);
    } catch (IOException e) {
      throw new PerceiverException(
          "%s: cannot be unpacked to %s: %s. Make room, set another folder with"
                  .formatted(name, target, e.getMessage())
              + " -Djava.io.tmpdir=FOLDER, or unpack it with gunzip and name the tar",
          e);
    }
  }

  /**
   * Deletes an unpacked file that is open, or was refused. Where the system keeps open files, it is
   * deleted when the program ends.
   */
  static void forget(Path unpacked) {
    try {
      Files.deleteIfExists(unpacked);
    } catch (FileSystemException e) {
      unpacked.toFile().deleteOnExit();
    } catch (IOException e) {
      LOG.warn("{}: cannot be deleted: {}", unpacked, e.getMessage());
    }
  }
}
