package io.perceiver.pointcloud.npy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes NPZ files as {@code numpy.savez} and {@code numpy.savez_compressed} do. */
public final class NpzBytes {
  private NpzBytes() {}

  /** Stores one entry after another, (name, bytes), as they are. */
  public static byte[] stored(Object... namesAndBytes) {
    return of(ZipEntry.STORED, namesAndBytes);
  }

  /** Deflates one entry after another, (name, bytes). */
  public static byte[] deflated(Object... namesAndBytes) {
    return of(ZipEntry.DEFLATED, namesAndBytes);
  }

  private static byte[] of(int method, Object... namesAndBytes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        byte[] content = (byte[]) namesAndBytes[i + 1];
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry((String) namesAndBytes[i]);
        entry.setMethod(method);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
