package io.perceiver.audio.file;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.audio.file.flac.FlacFrames;
import io.perceiver.audio.file.flac.SampleDigest;
import io.perceiver.audio.file.flac.StreamInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Decodes FLAC. A file that is read to its end must have the samples that its header declares, in
 * number and by their MD5 digest; tags behind them are ignored.
 */
final class FlacDecoder implements FormatDecoder {
  private static final int MARK_BYTES = 4;
  private static final int BLOCK_HEADER_BYTES = 4;
  private static final int LAST = 0x80;

  @Override
  public void decode(InputStream file, Recording recording) throws IOException {
    StreamInfo info = metadata(file, recording);
    recording.begin(info.rateHz(), info.channels());
    FlacFrames frames = new FlacFrames(file, info);
    SampleDigest digest = new SampleDigest(info.bits());
    // 0 declares nothing
    while (!recording.isFull() && (info.frames() == 0 || frames.passed() < info.frames())) {
      if (!frames.hasNext()) {
        break;
      }
      frames.next();
      if (info.hasMd5()) {
        digest.add(frames.samples(), frames.blockSize());
      }
      deliver(frames, info, recording);
    }
    boolean complete = info.frames() > 0 && frames.passed() == info.frames();
    if (complete || !recording.isFull()) {
      checkEnd(frames, info, digest, recording);
    }
  }

  /** Reads STREAMINFO, which comes first, and skips the blocks behind it, such as pictures. */
  private static StreamInfo metadata(InputStream file, Recording recording) throws IOException {
    byte[] head = file.readNBytes(MARK_BYTES + BLOCK_HEADER_BYTES + StreamInfo.BYTES);
    boolean whole = head.length == MARK_BYTES + BLOCK_HEADER_BYTES + StreamInfo.BYTES;
    if (!whole
        || (head[MARK_BYTES] & 0xff & ~LAST) != 0
        || length(head, MARK_BYTES) != StreamInfo.BYTES) {
      throw recording.refused(
          "does not begin with the "
              + StreamInfo.BYTES
              + " bytes that every FLAC file begins with");
    }
    skipMetadata(file, (head[MARK_BYTES] & LAST) != 0, recording);
    return StreamInfo.of(Arrays.copyOfRange(head, MARK_BYTES + BLOCK_HEADER_BYTES, head.length));
  }

  private static int length(byte[] bytes, int header) {
    return (bytes[header + 1] & 0xff) << 16
        | (bytes[header + 2] & 0xff) << 8
        | (bytes[header + 3] & 0xff);
  }

  private static void skipMetadata(InputStream file, boolean none, Recording recording)
      throws IOException {
    boolean last = none;
    while (!last) {
      byte[] header = file.readNBytes(BLOCK_HEADER_BYTES);
      int length = header.length < BLOCK_HEADER_BYTES ? 1 : length(header, 0);
      long skipped = header.length < BLOCK_HEADER_BYTES ? 0 : Skip.upTo(file, length);
      if (skipped < length) {
        throw recording.refused("cut short, it ends inside its metadata");
      }
      last = (header[0] & LAST) != 0;
    }
  }

  private static void deliver(FlacFrames frames, StreamInfo info, Recording recording)
      throws UnreadableExampleException {
    int count = info.channels();
    recording.begin(frames.rateHz(), count);
    float scale = 1f / (1L << (info.bits() - 1));
    float[] samples = new float[frames.blockSize() * count];
    for (int channel = 0; channel < count; channel++) {
      long[] decoded = frames.samples()[channel];
      int at = channel;
      for (int i = 0; i < frames.blockSize(); i++) {
        samples[at] = decoded[i] * scale;
        at += count;
      }
    }
    recording.add(samples, frames.blockSize());
  }

  private static void checkEnd(
      FlacFrames frames, StreamInfo info, SampleDigest digest, Recording recording)
      throws IOException {
    byte[] rest = frames.peek(Tags.MARK_BYTES);
    boolean more = frames.hasNext();
    if (info.frames() != 0 && (frames.passed() != info.frames() || more)) {
      throw recording.refused(
          "%s, it declares %d samples, but holds %s"
              .formatted(
                  frames.passed() < info.frames() ? "cut short" : "damaged as FLAC",
                  info.frames(),
                  more ? "more" : frames.passed()));
    }
    if (info.frames() == 0 && rest.length > 0 && !Tags.beginsWithTag(rest)) {
      throw recording.refused(
          "damaged as FLAC: behind sample " + frames.passed() + " comes neither a frame nor a tag");
    }
    if (info.hasMd5() && !digest.equalTo(info.md5())) {
      throw recording.refused(
          "damaged as FLAC: its samples do not have the MD5 digest that its header declares");
    }
  }
}
