package io.perceiver.pointcloud.las;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.FileBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The parts of a LAS file: header, records, points, records again. None may reach into the next.
 */
final class LasParts {
  private static final int RECORD_BYTES = 54;
  private static final int RECORD_LENGTH = 20;
  private static final int LAST_RECORD_BYTES = 60;

  private final FileBytes file;
  private final LasHeader header;
  private final ByteBuffer bytes;

  LasParts(FileBytes file, LasHeader header) {
    this.file = file;
    this.header = header;
    this.bytes = file.from(0, ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Compares what the header says of the bytes before the points with the file.
   *
   * @throws UnreadableExampleException if they differ
   */
  void checkStart() throws UnreadableExampleException {
    if (header.offset() < header.size() || header.offset() > file.size()) {
      throw file.refused(
          "its LAS header of "
              + header.size()
              + " bytes says that the points begin at byte "
              + header.offset()
              + "; the file has "
              + file.size());
    }
    long at = header.size();
    for (long record = 0; record < header.records(); record++) {
      long end = at + RECORD_BYTES;
      end += end <= header.offset() ? bytes.getShort((int) at + RECORD_LENGTH) & 0xffff : 0;
      if (end > header.offset()) {
        throw file.refused(
            "its LAS header says "
                + header.records()
                + " variable length records, but number "
                + (record + 1)
                + " reaches beyond byte "
                + header.offset()
                + ", where the points begin");
      }
      at = end;
    }
  }

  /**
   * Compares what the header says of the points and what follows them with the file.
   *
   * @throws UnreadableExampleException if they differ
   */
  void checkEnd() throws UnreadableExampleException {
    long end = header.offset() + header.points() * header.pointBytes();
    if (header.last().count() > 0) {
      end = endOfLastRecords(end);
    }
    if (end != file.size()) {
      throw file.refused(
          "its LAS header says "
              + header.points()
              + " points of "
              + header.pointBytes()
              + " bytes from byte "
              + header.offset()
              + (header.last().count() > 0
                  ? " and " + header.last().count() + " records after"
                  : "")
              + ", which end at byte "
              + end
              + ", but the file has "
              + file.size());
    }
  }

  /** Returns where the records after the points end. */
  private long endOfLastRecords(long pointsEnd) throws UnreadableExampleException {
    long at = header.last().offset();
    if (at < pointsEnd) {
      throw file.refused(
          "its LAS header says that records after the points begin at byte "
              + at
              + ", but the points end at byte "
              + pointsEnd);
    }
    for (long record = 0; record < header.last().count(); record++) {
      long left = file.size() - at;
      long length = left < LAST_RECORD_BYTES ? -1 : bytes.getLong((int) at + RECORD_LENGTH);
      if (length < 0 || length > left - LAST_RECORD_BYTES) {
        throw file.refused(
            "cut short: its LAS header says "
                + header.last().count()
                + " records after the points, but number "
                + (record + 1)
                + " reaches beyond the end of the file");
      }
      at += LAST_RECORD_BYTES + length;
    }
    return at;
  }
}
