package io.perceiver.pointcloud.npy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.TextScanner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The central directory of a zip in memory (APPNOTE 6.3, §4.3.12 and §4.3.16). */
final class NpzDirectory {
  private static final String END = "PK\u0005\u0006";
  private static final String ENTRY = "PK\u0001\u0002";
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int ENTRY_BYTES = 46;

  private final FileBytes file;
  private final ByteBuffer bytes;

  private NpzDirectory(FileBytes file) {
    this.file = file;
    this.bytes = file.from(0, ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The entries of a zip.
   *
   * @throws UnreadableExampleException if it is cut short or its directory is damaged
   */
  static List<NpzEntry> read(FileBytes file) throws UnreadableExampleException {
    return new NpzDirectory(file).entries();
  }

  private List<NpzEntry> entries() throws UnreadableExampleException {
    int end = end();
    int count = bytes.getShort(end + 10) & 0xffff;
    long at = bytes.getInt(end + 16) & 0xffffffffL;
    List<NpzEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (at > end - ENTRY_BYTES || !file.has((int) at, ENTRY)) {
        throw file.refused(
            "damaged: its zip directory says " + count + " entries, but it holds " + i);
      }
      NpzEntry entry = entry((int) at, end);
      entries.add(entry);
      at += ENTRY_BYTES + length(at, 28) + length(at, 30) + length(at, 32);
    }
    return entries;
  }

  private int end() throws UnreadableExampleException {
    int first = Math.max(0, file.size() - END_BYTES - LONGEST_COMMENT);
    for (int at = file.size() - END_BYTES; at >= first; at--) {
      if (file.has(at, END)) {
        return at;
      }
    }
    throw file.refused("cut short: its zip directory is missing at the end");
  }

  private int length(long entry, int field) {
    return bytes.getShort((int) entry + field) & 0xffff;
  }

  private NpzEntry entry(int at, int end) throws UnreadableExampleException {
    int nameLength = length(at, 28);
    if (nameLength > end - at - ENTRY_BYTES) {
      throw file.refused("damaged: a name of its zip directory is cut short");
    }
    String name = new String(file.bytes(), at + ENTRY_BYTES, nameLength, StandardCharsets.UTF_8);
    if ((length(at, 8) & 1) != 0) {
      throw file.refused("its entry " + TextScanner.shown(name) + " is encrypted");
    }
    return new NpzEntry(
        name,
        length(at, 10),
        bytes.getInt(at + 16),
        bytes.getInt(at + 20) & 0xffffffffL,
        bytes.getInt(at + 24) & 0xffffffffL,
        bytes.getInt(at + 42) & 0xffffffffL);
  }
}
