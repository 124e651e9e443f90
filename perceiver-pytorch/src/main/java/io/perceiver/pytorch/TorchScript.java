package io.perceiver.pytorch;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.kernel.Devices;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Turns TorchScript text into a loaded module, through a TorchScript archive made in memory. */
final class TorchScript {

  /** A pickled instance of {@code __torch__.Kernel} without attributes (protocol 2). */
  private static final byte[] EMPTY_MODULE =
      "\u0080\u0002c__torch__\nKernel\nq\u0000)\u0081}b.".getBytes(StandardCharsets.ISO_8859_1);

  /** A pickled empty tuple. */
  private static final byte[] NO_CONSTANTS = "\u0080\u0002).".getBytes(StandardCharsets.ISO_8859_1);

  /** With an older one, operators get the schemas they had then. */
  private static final byte[] FORMAT_VERSION = "10\n".getBytes(StandardCharsets.US_ASCII);

  private TorchScript() {}

  /**
   * Loads script resources of this package as one: the first has the class, others further methods.
   *
   * @param constants words of the text, {@code $NAME$}, and what stands for them
   */
  static PtSymbolBlock load(List<String> resources, Map<String, String> constants) {
    try {
      StringBuilder whole = new StringBuilder();
      for (String resource : resources) {
        whole.append(text(resource));
      }
      String text = whole.toString();
      for (Map.Entry<String, String> constant : constants.entrySet()) {
        text = text.replace("$" + constant.getKey() + "$", constant.getValue());
      }
      // a script holds no tensors: it computes where its arguments lie
      PtNDManager manager = (PtNDManager) NDManager.newBaseManager(Devices.HOST, "PyTorch");
      return JniUtils.loadModule(manager, new ByteArrayInputStream(archive(text)), false, false);
    } catch (IOException e) {
      throw new PerceiverException("the kernel " + resources.get(0) + " could not be loaded", e);
    }
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = TorchScript.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is missing from the jar of perceiver-pytorch");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] archive(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      store(zip, "kernel/data.pkl", EMPTY_MODULE);
      store(zip, "kernel/code/__torch__.py", text.getBytes(StandardCharsets.UTF_8));
      store(zip, "kernel/constants.pkl", NO_CONSTANTS);
      store(zip, "kernel/version", FORMAT_VERSION);
    }
    return bytes.toByteArray();
  }

  /** libtorch reads stored entries only. */
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
