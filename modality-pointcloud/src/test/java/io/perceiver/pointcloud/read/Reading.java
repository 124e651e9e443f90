package io.perceiver.pointcloud.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.Clouds;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.file.PointFileFormat;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;

/** Reads files that tests write. */
public final class Reading {
  private Reading() {}

  /** The cloud of a file, with these channels. */
  public static PointCloud read(String name, byte[] bytes, Channel... channels)
      throws UnreadableExampleException {
    return read(name, bytes, Clouds.options(channels));
  }

  /** The cloud of a file. */
  public static PointCloud read(String name, byte[] bytes, ReadOptions options)
      throws UnreadableExampleException {
    return PointFileFormat.read(new FileBytes(name, bytes), options);
  }

  /** The cloud of a file of text, with these channels. */
  public static PointCloud read(String name, String text, Channel... channels)
      throws UnreadableExampleException {
    return read(name, text.getBytes(ISO_8859_1), channels);
  }

  /** The refusal of a file. */
  public static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      String name, byte[] bytes, Channel... channels) {
    return assertThatThrownBy(() -> read(name, bytes, channels))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageStartingWith(name);
  }

  /** The refusal of a file of text. */
  public static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      String name, String text, Channel... channels) {
    return assertRefused(name, text.getBytes(ISO_8859_1), channels);
  }

  /** Every beginning of a file is refused. */
  public static void assertRefusedWhereverCut(String name, byte[] bytes) {
    for (int length = 0; length < bytes.length; length++) {
      assertRefused(name, Arrays.copyOf(bytes, length));
    }
  }
}
