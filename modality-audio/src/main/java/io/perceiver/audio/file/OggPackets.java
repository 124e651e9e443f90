package io.perceiver.audio.file;

import com.jcraft.jogg.Packet;
import com.jcraft.jogg.Page;
import com.jcraft.jogg.StreamState;
import com.jcraft.jogg.SyncState;
import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the packets of an Ogg file's links, by JOgg. Links follow each other; each has one stream,
 * and perhaps the index of a Skeleton, which is passed over. Used by one thread.
 */
final class OggPackets {
  private static final int READ_BYTES = 4096;
  private static final int MOST_JUNK = 1 << 16;
  private static final int SHOWN = 8;
  private static final String SKELETON = "fishead\0";

  private final InputStream file;
  private final Recording recording;
  private final SyncState sync = new SyncState();
  private final Page page = new Page();
  private final Packet packet = new Packet();
  private final Set<Integer> skeletons = new HashSet<>();
  private StreamState stream = new StreamState();
  private long read;
  private long paged;
  private int filled;
  private int serial;
  private boolean begun;
  private boolean ended;

  OggPackets(InputStream file, Recording recording) {
    this.file = file;
    this.recording = recording;
    sync.init();
  }

  /**
   * Reads the link's next packet, valid until the next call; null behind its last page.
   *
   * @throws UnreadableExampleException if pages are damaged, missing or cut, or if a page of
   *     another stream lies between them
   */
  @Nullable Packet next() throws IOException {
    while (true) {
      int found = begun ? stream.packetout(packet) : 0;
      if (found == 1) {
        return packet;
      }
      if (found < 0) {
        throw recording.refused("damaged as Ogg: a page is missing");
      }
      if (ended) {
        return null;
      }
      if (!nextPage()) {
        throw recording.refused(
            begun
                ? "cut short, its last page of Ogg is not marked as the last"
                : "holds no stream of sound");
      }
      takeIn();
    }
  }

  /**
   * Goes on to the next link; false if none follows.
   *
   * @throws UnreadableExampleException if something else follows
   */
  boolean nextLink() throws IOException {
    if (!nextPage()) {
      return false;
    }
    begun = false;
    ended = false;
    skeletons.clear();
    stream = new StreamState();
    if (page.bos() == 0) {
      throw recording.refused("damaged as Ogg: a page lies behind the last one of its stream");
    }
    takeIn();
    return true;
  }

  /** The number of samples up to the end of the last page that was read; -1 if it does not tell. */
  long pageSamples() {
    return page.granulepos();
  }

  /** Whether the last page that was read is the last of its link. */
  boolean isLastPage() {
    return ended;
  }

  /** Reads the next page of any stream; false at the end of the file. */
  private boolean nextPage() throws IOException {
    long junk = 0;
    while (true) {
      int found = sync.pageout(page);
      if (found > 0 && junk == 0) {
        paged += page.header_len + page.body_len;
        return true;
      }
      if (found != 0) {
        if (!ended || found > 0) {
          throw recording.refused("damaged as Ogg: a page is out of place or has a wrong checksum");
        }
        junk = read - paged;
      } else if (!fill()) {
        checkRest(junk);
        return false;
      }
    }
  }

  private void checkRest(long junk) throws UnreadableExampleException {
    int rest = (int) Math.min(read - paged, MOST_JUNK + 1);
    // the library waits for more as long as a page may follow, or too few bytes to tell
    boolean isPage = junk == 0 && rest > 0 && sync.data[filled - rest] == 'O';
    if (isPage || (rest > 0 && !ended)) {
      throw recording.refused("cut short, it ends inside a page of Ogg");
    }
    if (rest > MOST_JUNK) {
      throw recording.refused(
          "its last %d bytes are not pages of Ogg; up to %d would be passed over"
              .formatted(rest, MOST_JUNK));
    }
  }

  private void takeIn() throws UnreadableExampleException {
    if (page.bos() != 0) {
      begin();
    }
    if (skeletons.contains(page.serialno())) {
      return;
    }
    if (!begun || page.serialno() != serial) {
      throw recording.refused("damaged as Ogg: a page belongs to a stream that never began");
    }
    ended = page.eos() != 0;
    if (stream.pagein(page) < 0) {
      throw recording.refused("damaged as Ogg: a page does not belong to its stream");
    }
  }

  private void begin() throws UnreadableExampleException {
    String mark =
        new String(
            page.body_base, page.body, Math.min(SHOWN, page.body_len), StandardCharsets.ISO_8859_1);
    if (mark.equals(SKELETON)) {
      skeletons.add(page.serialno());
    } else if (begun) {
      throw recording.refused(
          "holds another stream, which begins with '"
              + mark.replaceAll("[^ -~]", "?")
              + "', before its first has ended; take the sound out, as with 'ffmpeg -i IN"
              + " OUT.wav'");
    } else {
      begun = true;
      serial = page.serialno();
      stream.init(serial);
    }
  }

  private boolean fill() throws IOException {
    int at = sync.buffer(READ_BYTES);
    int count = Math.max(0, file.read(sync.data, at, READ_BYTES));
    sync.wrote(count);
    read += count;
    filled = at + count;
    return count > 0;
  }
}
