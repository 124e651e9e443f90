package io.perceiver.bench.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a TorchScript file by hand: one linear layer without bias over a flattened input, its
 * weight (in, out) counting up in thousandths.
 */
final class TinyTrace {
  private static final String CODE =
      """
      class Tiny(Module):
        __parameters__ = ["weight", ]
        __buffers__ = []
        weight : Tensor
        training : bool
        def forward(self: __torch__.Tiny, x: Tensor) -> Tensor:
          return torch.matmul(torch.flatten(x, 1), self.weight)
      """;

  private TinyTrace() {}

  /** The value of the weight at a row and column. */
  static float weight(int row, int column, int out) {
    return (row * out + column) / 1000f;
  }

  static void write(Path file, int in, int out) throws IOException {
    ByteBuffer weight = ByteBuffer.allocate(in * out * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < in * out; i++) {
      weight.putFloat(i / 1000f);
    }
    try (OutputStream stream = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(stream)) {
      store(zip, "tiny/data.pkl", pickle(in, out));
      store(zip, "tiny/data/0", weight.array());
      store(zip, "tiny/code/__torch__.py", CODE.getBytes(StandardCharsets.UTF_8));
      store(zip, "tiny/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
      store(zip, "tiny/version", "10\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** An instance of the class with its weight and its training flag (pickle protocol 2). */
  private static byte[] pickle(int in, int out) {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.writeBytes(new byte[] {(byte) 0x80, 2});
    global(pickle, "__torch__", "Tiny");
    pickle.writeBytes(new byte[] {')', (byte) 0x81, '}', '('});
    text(pickle, "weight");
    global(pickle, "torch._utils", "_rebuild_tensor_v2");
    pickle.writeBytes(new byte[] {'(', '('});
    text(pickle, "storage");
    global(pickle, "torch", "FloatStorage");
    text(pickle, "0");
    text(pickle, "cpu");
    number(pickle, in * out);
    pickle.writeBytes(new byte[] {'t', 'Q'});
    number(pickle, 0);
    pickle.write('(');
    number(pickle, in);
    number(pickle, out);
    pickle.writeBytes(new byte[] {'t', '('});
    number(pickle, out);
    number(pickle, 1);
    pickle.writeBytes(new byte[] {'t', (byte) 0x88});
    global(pickle, "collections", "OrderedDict");
    pickle.writeBytes(new byte[] {')', 'R', 't', 'R'});
    text(pickle, "training");
    pickle.writeBytes(new byte[] {(byte) 0x88, 'u', 'b', '.'});
    return pickle.toByteArray();
  }

  private static void global(ByteArrayOutputStream pickle, String module, String name) {
    pickle.writeBytes(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static void text(ByteArrayOutputStream pickle, String text) {
    pickle.write('X');
    integer(pickle, text.length());
    pickle.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void number(ByteArrayOutputStream pickle, int value) {
    pickle.write('J');
    integer(pickle, value);
  }

  private static void integer(ByteArrayOutputStream pickle, int value) {
    pickle.writeBytes(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
