package io.perceiver.internal.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The list of a folder's files with size and CRC-32C, which finds every cut file and every change
 * of up to 32 neighbouring bits; it is not a defence against forgery.
 *
 * @param files by path within the folder, with {@code /}
 */
record FolderChecksums(Map<String, Checksum> files) {
  static final String FILE = "checksums.json";
  private static final int BUFFER_BYTES = 1 << 18;

  /** A list is far smaller than this many bytes; more is not read. */
  private static final long LARGEST_LIST = 100_000_000;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** Size in bytes and CRC-32C in hexadecimal. */
  record Checksum(long bytes, String crc32c) {}

  /** Lists the files that are in a folder now. */
  static void write(Path folder) throws IOException {
    Map<String, Checksum> files = new TreeMap<>();
    for (Path file : filesOf(folder)) {
      files.put(folder.relativize(file).toString().replace('\\', '/'), checksum(file));
    }
    JSON.writeValue(folder.resolve(FILE).toFile(), new FolderChecksums(files));
  }

  static void verify(Path folder) throws IOException {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, Checksum> entry : read(folder.resolve(FILE)).files.entrySet()) {
      problem(folder, entry.getKey(), entry.getValue()).ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new MalformedFileException(folder.toString(), String.join("; ", problems));
    }
  }

  private static FolderChecksums read(Path list) throws IOException {
    if (!Files.isRegularFile(list)) {
      throw new MalformedFileException(
          list.toString(), "is missing; the folder is incomplete or not one of ours");
    }
    if (Files.size(list) > LARGEST_LIST) {
      throw new MalformedFileException(list.toString(), "is too large for a list of checksums");
    }
    byte[] bytes = Files.readAllBytes(list);
    try {
      FolderChecksums read = JSON.readValue(bytes, FolderChecksums.class);
      if (read == null || read.files.isEmpty() || read.files.containsValue(null)) {
        throw new MalformedFileException(list.toString(), "lists no files");
      }
      return read;
    } catch (IOException e) {
      String reason =
          e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
      throw new MalformedFileException(list.toString(), "is not a list of checksums: " + reason, e);
    }
  }

  private static Optional<String> problem(Path folder, String name, Checksum expected)
      throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
      return Optional.of("file '" + name + "' is missing");
    }
    long bytes = Files.size(file);
    if (bytes != expected.bytes()) {
      return Optional.of(
          String.format(
              "file '%s' has %d bytes instead of %d; it was %s",
              name, bytes, expected.bytes(), bytes < expected.bytes() ? "cut short" : "changed"));
    }
    return checksum(file).equals(expected)
        ? Optional.empty()
        : Optional.of("file '" + name + "' was changed: its checksum does not match");
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static Checksum checksum(Path file) throws IOException {
    CRC32C crc = new CRC32C();
    long total = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        crc.update(buffer, 0, count);
        total += count;
      }
    } catch (NoSuchFileException e) {
      throw new MalformedFileException(file.toString(), "vanished while it was read", e);
    }
    return new Checksum(total, String.format("%08x", crc.getValue()));
  }
}
