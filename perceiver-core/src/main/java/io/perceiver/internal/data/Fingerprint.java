package io.perceiver.internal.data;

import io.perceiver.api.Example;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.api.ValueSource;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells whether two runs saw the same data set, without reading it: a SHA-256 over every example's
 * id, split, columns, and for each modality the source's name, size and record number. It does not
 * depend on the order of the examples or on where the data set lies, and does not notice a changed
 * byte in a file that kept its size. Of a value in memory it knows the class and no size.
 */
public final class Fingerprint {
  private Fingerprint() {}

  /**
   * The hash of the examples as their format listed them, 64 hexadecimal digits.
   *
   * @throws IOException if the size of a source cannot be found out
   */
  public static String of(List<Example> examples) throws IOException {
    MessageDigest digest = sha256();
    Map<ExampleSource, Long> sizes = new HashMap<>();
    try (DataOutputStream out =
        new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
      for (Example example : examples.stream().sorted(Comparator.comparing(Example::id)).toList()) {
        write(out, example, sizes);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void write(DataOutputStream out, Example example, Map<ExampleSource, Long> sizes)
      throws IOException {
    writeText(out, example.id());
    writeText(out, example.split());
    out.writeInt(example.columns().size());
    for (Map.Entry<String, String> column : new TreeMap<>(example.columns()).entrySet()) {
      writeText(out, column.getKey());
      writeText(out, column.getValue());
    }
    out.writeInt(example.sources().size());
    for (Map.Entry<String, SourceRecord> source : new TreeMap<>(example.sources()).entrySet()) {
      writeText(out, source.getKey());
      writeText(out, source.getValue().name());
      if (source.getValue().source() instanceof ValueSource value) {
        writeText(out, value.value().getClass().getName());
      } else {
        out.writeLong(size(source.getValue().source(), sizes));
      }
      out.writeInt(source.getValue().record().orElse(-1));
    }
  }

  /** Length first, so that no two lists of texts give the same bytes. */
  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static long size(ExampleSource source, Map<ExampleSource, Long> sizes)
      throws IOException {
    Long known = sizes.get(source);
    if (known == null) {
      known = sizeIfThere(source);
      sizes.put(source, known);
    }
    return known;
  }

  /** What is not there is left to the check of the data, which names all of it. */
  private static long sizeIfThere(ExampleSource source) throws IOException {
    try {
      return source.size();
    } catch (UnreadableExampleException e) {
      return -1;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
