package io.perceiver.image.file;

import io.perceiver.api.UnreadableExampleException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A JPEG file walked segment by segment, from its start mark to the end of its first image. What
 * follows, such as a film beside a photograph, does not belong to it.
 */
final class JpegFile {
  // encoders write about ten; every scan costs a pass over the whole image
  private static final int MOST_SCANS = 256;

  private static final int END_OF_IMAGE = 0xd9;
  private static final int START_OF_SCAN = 0xda;
  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
  private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0};
  private static final byte[] ADOBE = {'A', 'd', 'o', 'b', 'e'};
  private static final int ADOBE_TRANSFORM = 11;

  private final String name;
  private final byte[] file;
  private final byte[] decodable;
  private int decodableSize;
  private int at = 2;
  private Optional<JpegFrame> frame = Optional.empty();
  private Optional<int[]> exif = Optional.empty();
  private boolean jfif;
  private int adobeTransform = -1;
  private int scans;
  private boolean ended;

  private JpegFile(String name, byte[] file) {
    this.name = name;
    this.file = file;
    this.decodable = new byte[file.length + JpegColours.MARKER_BYTES + 4];
    this.decodableSize = 2 + JpegColours.MARKER_BYTES;
  }

  /**
   * Walks a file.
   *
   * @throws UnreadableExampleException if segments, scans or components are missing
   */
  static JpegFile walk(String name, byte[] file) throws UnreadableExampleException {
    JpegFile jpeg = new JpegFile(name, file);
    while (!jpeg.ended && jpeg.next()) {
      // the walk itself
    }
    jpeg.finish();
    return jpeg;
  }

  /** Takes the next segment; false at the end of the file. */
  private boolean next() throws UnreadableExampleException {
    // decoders skip what lies between segments, and any number of fill bytes before a marker
    while (at < file.length && file[at] != -1) {
      at++;
    }
    while (at < file.length && file[at] == -1) {
      at++;
    }
    if (at >= file.length) {
      return false;
    }
    int marker = file[at++] & 0xff;
    if (marker == END_OF_IMAGE) {
      ended = true;
    } else if (marker == 0xd8) {
      throw refused("a second image begins at byte " + (at - 2) + " before the first has ended");
    } else if (marker != 0 && marker != 1 && (marker < 0xd0 || marker > 0xd7)) {
      segment(marker);
    }
    return true;
  }

  private void segment(int marker) throws UnreadableExampleException {
    int length = at + 2 <= file.length ? u16(at) : 2;
    if (length < 2 || at + Math.max(2, length) > file.length) {
      throw refused(
          String.format(
              "cut short or damaged: the segment ff%02x at byte %d says %d bytes, but %d are left",
              marker, at - 2, length, file.length - at));
    }
    int body = at + 2;
    int end = at + length;
    if (marker >= 0xe0 && marker <= 0xef) {
      application(marker, body, end);
    } else if (marker == START_OF_SCAN) {
      end = scan(body, end);
      copy(at - 2, end);
    } else if (marker != 0xfe) {
      if (JpegFrame.begins(marker)) {
        startFrame(marker, body, end);
      }
      copy(at - 2, end);
    }
    at = end;
  }

  private void application(int marker, int body, int end) {
    if (marker == 0xe0 && holds(JFIF, body, end)) {
      jfif = true;
    } else if (marker == 0xe1 && holds(EXIF, body, end) && exif.isEmpty()) {
      exif = Optional.of(new int[] {body + EXIF.length, end});
    } else if (marker == 0xee && holds(ADOBE, body, end) && body + ADOBE_TRANSFORM < end) {
      adobeTransform = file[body + ADOBE_TRANSFORM] & 0xff;
    }
  }

  private void startFrame(int marker, int body, int end) throws UnreadableExampleException {
    if (frame.isPresent()) {
      throw refused(
          "a second frame begins at byte " + (at - 2) + "; hierarchical JPEG is not read");
    }
    frame = Optional.of(JpegFrame.read(name, marker, file, body, end));
  }

  /** Notes a scan and returns where its data end. */
  private int scan(int body, int end) throws UnreadableExampleException {
    if (++scans > MOST_SCANS) {
      throw refused("more than " + MOST_SCANS + " scans; no encoder writes so many");
    }
    JpegFrame known =
        frame.orElseThrow(() -> refused("its first scan begins before its frame header"));
    known.scanned(name, file, body, end);
    int data = end;
    while (data + 1 < file.length) {
      if (file[data] == -1) {
        int next = file[data + 1] & 0xff;
        if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
          return data;
        }
        data += next == 0xff ? 1 : 2;
      } else {
        data++;
      }
    }
    // a lone ff at the very end is half of the end mark
    return data < file.length && file[data] == -1 ? data : file.length;
  }

  private void finish() throws UnreadableExampleException {
    JpegFrame known =
        frame.orElseThrow(() -> refused("cut short or damaged: it has no frame header"));
    if (scans == 0) {
      throw refused("cut short: it ends before its first scan");
    }
    known.requireComplete(name, ended);
    decodable[0] = -1;
    decodable[1] = (byte) 0xd8;
    JpegColours.write(decodable, 2, transform());
    // a decoder that meets this mark too early says so, while at the end of a file it makes data up
    decodable[decodableSize++] = -1;
    decodable[decodableSize++] = (byte) END_OF_IMAGE;
  }

  /** Which colours the components are, by libjpeg's rules, as Adobe's transform. */
  private int transform() throws UnreadableExampleException {
    JpegFrame known = frame();
    if (known.components() == 4) {
      return adobeTransform < 0 || adobeTransform == 0 ? 0 : 2;
    }
    if (known.components() == 1) {
      return 0;
    }
    if (jfif || adobeTransform > 0) {
      return 1;
    }
    return adobeTransform == 0 || known.isNamedRgb() ? 0 : 1;
  }

  /** Whether the four components are YCCK rather than CMYK. */
  boolean isYcck() throws UnreadableExampleException {
    return transform() == 2;
  }

  private void copy(int from, int to) {
    System.arraycopy(file, from, decodable, decodableSize, to - from);
    decodableSize += to - from;
  }

  private boolean holds(byte[] start, int from, int end) {
    return from + start.length <= end
        && Arrays.equals(file, from, from + start.length, start, 0, start.length);
  }

  private int u16(int index) {
    return (file[index] & 0xff) << 8 | (file[index + 1] & 0xff);
  }

  private UnreadableExampleException refused(String reason) {
    return new UnreadableExampleException(name, reason);
  }

  /** What the frame header says. */
  JpegFrame frame() throws UnreadableExampleException {
    return frame.orElseThrow(() -> refused("it has no frame header"));
  }

  /** First and one past the last byte of the EXIF data, if there are any. */
  Optional<int[]> exif() {
    return exif;
  }

  /**
   * The image without application segments, colour profiles above all, and with one that says which
   * colours its components are.
   */
  byte[] decodable() {
    return Arrays.copyOf(decodable, decodableSize);
  }
}
