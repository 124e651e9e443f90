package io.perceiver.internal.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ExtraFieldUtils;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipExtraField;

/**
 * The names of zip entries. An entry that is flagged has its name in UTF-8. Others should be in
 * CP437, but many programs write UTF-8 without the flag; so they are UTF-8 if they are valid UTF-8,
 * else the name in the "Unicode path" field that some programs add, else CP437, as unzip reads
 * them.
 */
final class ZipNames {
  private static final int FIRST = 0x80;

  /** The first of the half characters that stand for bytes; no text in UTF-8 has one alone. */
  private static final int MARK = 0xdc00;

  /** Keeps the bytes of names that are not flagged as UTF-8, for {@link #of}. */
  static final Charset RAW = new RawNames();

  private ZipNames() {}

  /** The name of an entry of a zip that was opened with {@link #RAW}. */
  static String of(ZipEntry entry) {
    String name = entry.getName();
    if (name.chars().noneMatch(character -> (character & ~0xff) == MARK)) {
      return name;
    }
    byte[] raw = new byte[name.length()];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (byte) name.charAt(i);
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      return unicodePath(entry, raw).orElseGet(() -> new String(raw, Charset.forName("IBM437")));
    }
  }

  private static Optional<String> unicodePath(ZipEntry entry, byte[] raw) {
    if (entry.getExtra() == null) {
      return Optional.empty();
    }
    CRC32 crc = new CRC32();
    crc.update(raw);
    try {
      for (ZipExtraField field : ExtraFieldUtils.parse(entry.getExtra(), false)) {
        if (field instanceof UnicodePathExtraField path
            && path.getNameCRC32() == crc.getValue()
            && path.getUnicodeName() != null) {
          return Optional.of(
              UTF_8.newDecoder().decode(ByteBuffer.wrap(path.getUnicodeName())).toString());
        }
      }
    } catch (ZipException | CharacterCodingException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Bytes of ASCII as they are, every other as a half character of its own. */
  private static final class RawNames extends Charset {
    RawNames() {
      super("X-ZIP-RAW-NAMES", new String[0]);
    }

    @Override
    public boolean contains(Charset other) {
      return false;
    }

    @Override
    public CharsetDecoder newDecoder() {
      return new CharsetDecoder(this, 1, 1) {
        @Override
        protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
          while (in.hasRemaining()) {
            if (!out.hasRemaining()) {
              return CoderResult.OVERFLOW;
            }
            int value = in.get() & 0xff;
            out.put((char) (value < FIRST ? value : MARK | value));
          }
          return CoderResult.UNDERFLOW;
        }
      };
    }

    @Override
    public CharsetEncoder newEncoder() {
      return new CharsetEncoder(this, 1, 1) {
        @Override
        protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
          while (in.hasRemaining()) {
            if (!out.hasRemaining()) {
              return CoderResult.OVERFLOW;
            }
            out.put((byte) in.get());
          }
          return CoderResult.UNDERFLOW;
        }

        @Override
        public boolean canEncode(char character) {
          return character < FIRST || (character & ~0xff) == MARK;
        }
      };
    }
  }
}
