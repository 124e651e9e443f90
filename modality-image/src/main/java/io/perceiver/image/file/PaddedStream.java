package io.perceiver.image.file;

import java.io.IOException;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file with a few zeros after its end, and an error after these. The WebP decoder reads ahead by
 * up to eight bytes, which is harmless, but takes the end of a file for more zeros, and can go on
 * for minutes; the error is of a kind it does not catch.
 */
final class PaddedStream extends ImageInputStreamImpl {
  private static final int PADDING = 16;
  private final byte[] bytes;

  PaddedStream(byte[] file) {
    this.bytes = Arrays.copyOf(file, file.length + PADDING);
  }

  @Override
  public int read() throws IOException {
    requireMore();
    bitOffset = 0;
    return bytes[(int) streamPos++] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    requireMore();
    bitOffset = 0;
    int count = (int) Math.min(length, bytes.length - streamPos);
    System.arraycopy(bytes, (int) streamPos, target, offset, count);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  private void requireMore() throws IOException {
    if (streamPos >= bytes.length) {
      throw new IOException("the file ends within the image");
    }
  }
}
