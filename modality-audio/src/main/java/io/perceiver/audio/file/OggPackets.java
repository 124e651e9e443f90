package io.perceiver.audio.file;

import com.jcraft.jogg.Packet;
import com.jcraft.jogg.Page;
import com.jcraft.jogg.StreamState;
import com.jcraft.jogg.SyncState;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The packets of the first stream in an Ogg file, by JOgg; pages of other streams are passed over.
 * Used by one thread.
 */
final class OggPackets {
  private static final int READ_BYTES = 4096;

  private final InputStream file;
  private final Recording recording;
  private final SyncState sync = new SyncState();
  private final StreamState stream = new StreamState();
  private final Page page = new Page();
  private final Packet packet = new Packet();
  private long read;
  private long paged;
  private int serial;
  private boolean begun;
  private boolean ended;

  OggPackets(InputStream file, Recording recording) {
    this.file = file;
    this.recording = recording;
    sync.init();
  }

  /**
   * The next packet, valid until the next call; null at the end.
   *
   * @throws io.perceiver.api.UnreadableExampleException if pages are damaged, missing or cut
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
      if (ended || !nextPage()) {
        return null;
      }
    }
  }

  /** Takes in the stream's next page; false where the file ends. */
  private boolean nextPage() throws IOException {
    while (true) {
      int found = sync.pageout(page);
      if (found < 0) {
        throw recording.refused("damaged as Ogg: a page is out of place or has a wrong checksum");
      }
      if (found == 0) {
        if (!fill()) {
          return false;
        }
      } else if (takes()) {
        return true;
      }
    }
  }

  private boolean takes() throws IOException {
    paged += page.header_len + page.body_len;
    if (!begun) {
      begun = true;
      serial = page.serialno();
      stream.init(serial);
    }
    if (page.serialno() != serial) {
      return false;
    }
    ended = page.eos() != 0;
    if (stream.pagein(page) < 0) {
      throw recording.refused("damaged as Ogg: a page does not belong to its stream");
    }
    return true;
  }

  private boolean fill() throws IOException {
    int at = sync.buffer(READ_BYTES);
    int count = file.readNBytes(sync.data, at, READ_BYTES);
    sync.wrote(count);
    read += count;
    if (count == 0 && read > paged) {
      throw recording.refused("cut short, it ends inside a page of Ogg");
    }
    return count > 0;
  }
}
