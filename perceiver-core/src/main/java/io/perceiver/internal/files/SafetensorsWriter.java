package io.perceiver.internal.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes a safetensors file, tensor by tensor: each is asked for its values only when its turn
 * comes, so that no two need to be in memory. Used by one thread.
 *
 * <p>Tensors lie in the order they were added, those of 8-byte elements before the others, so that
 * every one is aligned to its element.
 */
public final class SafetensorsWriter {
  private static final int ALIGNMENT = 8;
  private static final int BUFFER_BYTES = 1 << 20;
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  /** A tensor to come. */
  private record Entry(String name, ElementType type, long[] shape, long elements, Values values) {
    long bytes() {
      return elements * type.width();
    }
  }

  /** Gives a tensor's values to the file. */
  private interface Values {
    /** Returns how many elements it wrote. */
    long writeTo(Output output) throws IOException;
  }

  /**
   * Adds a text to {@code __metadata__}.
   *
   * @throws IllegalArgumentException if the key is taken
   */
  public SafetensorsWriter metadata(String key, String text) {
    if (metadata.putIfAbsent(key, text) != null) {
      throw new IllegalArgumentException("metadata '" + key + "' is there twice");
    }
    return this;
  }

  /**
   * Adds a tensor of type F32.
   *
   * @param values row-major; asked for once, while the file is written
   * @throws IllegalArgumentException if the name is taken or the shape impossible
   */
  public SafetensorsWriter floats(String name, long[] shape, Supplier<float[]> values) {
    return floatBuffer(name, shape, () -> FloatBuffer.wrap(values.get()));
  }

  /** Adds a tensor of type F32 from what remains in a buffer; see {@link #floats}. */
  public SafetensorsWriter floatBuffer(String name, long[] shape, Supplier<FloatBuffer> values) {
    return add(name, ElementType.F32, shape, output -> output.put(values.get()));
  }

  /** Adds a tensor of type I64; see {@link #floats}. */
  public SafetensorsWriter longs(String name, long[] shape, Supplier<long[]> values) {
    return add(name, ElementType.I64, shape, output -> output.put(LongBuffer.wrap(values.get())));
  }

  private SafetensorsWriter add(String name, ElementType type, long[] shape, Values values) {
    if (name.equals(SafetensorsHeader.METADATA) || entries.containsKey(name)) {
      throw new IllegalArgumentException("tensor '" + name + "': the name is taken");
    }
    long elements = 1;
    for (long size : shape) {
      if (size < 0) {
        throw new IllegalArgumentException(
            "tensor '" + name + "': impossible shape " + Arrays.toString(shape));
      }
      elements = Math.multiplyExact(elements, size);
    }
    entries.put(name, new Entry(name, type, shape.clone(), elements, values));
    return this;
  }

  /**
   * Writes the file, replacing any of that name, and waits until it is on the disk. What a failure
   * leaves is incomplete: write inside an {@link AtomicFolder} or {@link AtomicFile}.
   *
   * @throws IllegalArgumentException if a tensor has more or fewer values than its shape says
   * @throws IOException if the file cannot be written
   */
  public void write(Path file) throws IOException {
    List<Entry> inOrder = new ArrayList<>(entries.values());
    inOrder.sort(Comparator.comparingInt(entry -> -entry.type().width()));
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      Output output = new Output(channel);
      output.put(header(inOrder));
      for (Entry entry : inOrder) {
        long written = entry.values().writeTo(output);
        if (written != entry.elements()) {
          throw new IllegalArgumentException(
              String.format(
                  "tensor '%s' of shape %s needs %d values, it has %d",
                  entry.name(), Arrays.toString(entry.shape()), entry.elements(), written));
        }
      }
      output.flush();
      channel.force(true);
    }
  }

  /** Length, JSON, and spaces so that the data begins at a multiple of 8. */
  private ByteBuffer header(List<Entry> inOrder) throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try (JsonGenerator generator = JSON.createGenerator(json)) {
      generator.writeStartObject();
      writeMetadata(generator);
      long begin = 0;
      for (Entry entry : inOrder) {
        generator.writeObjectFieldStart(entry.name());
        generator.writeStringField("dtype", entry.type().name());
        generator.writeFieldName("shape");
        generator.writeArray(entry.shape(), 0, entry.shape().length);
        generator.writeFieldName("data_offsets");
        generator.writeArray(new long[] {begin, begin + entry.bytes()}, 0, 2);
        generator.writeEndObject();
        begin += entry.bytes();
      }
      generator.writeEndObject();
    }
    while (json.size() % ALIGNMENT != 0) {
      json.write(' ');
    }
    return ByteBuffer.allocate(Long.BYTES + json.size())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.size())
        .put(json.toByteArray())
        .flip();
  }

  private void writeMetadata(JsonGenerator generator) throws IOException {
    if (metadata.isEmpty()) {
      return;
    }
    generator.writeObjectFieldStart(SafetensorsHeader.METADATA);
    for (Map.Entry<String, String> text : metadata.entrySet()) {
      generator.writeStringField(text.getKey(), text.getValue());
    }
    generator.writeEndObject();
  }

  /** A channel behind a buffer that turns numbers into little-endian bytes. */
  private static final class Output {
    private final FileChannel channel;
    private final ByteBuffer buffer =
        ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    Output(FileChannel channel) {
      this.channel = channel;
    }

    void put(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }

    long put(FloatBuffer values) throws IOException {
      FloatBuffer rest = values.duplicate();
      long count = rest.remaining();
      while (rest.hasRemaining()) {
        flushIfFull();
        int some = Math.min(rest.remaining(), buffer.remaining() / Float.BYTES);
        buffer.asFloatBuffer().put(rest.slice().limit(some));
        buffer.position(buffer.position() + some * Float.BYTES);
        rest.position(rest.position() + some);
      }
      return count;
    }

    long put(LongBuffer values) throws IOException {
      LongBuffer rest = values.duplicate();
      long count = rest.remaining();
      while (rest.hasRemaining()) {
        flushIfFull();
        int some = Math.min(rest.remaining(), buffer.remaining() / Long.BYTES);
        buffer.asLongBuffer().put(rest.slice().limit(some));
        buffer.position(buffer.position() + some * Long.BYTES);
        rest.position(rest.position() + some);
      }
      return count;
    }

    void flush() throws IOException {
      put(buffer.flip());
      buffer.clear();
    }

    private void flushIfFull() throws IOException {
      if (buffer.remaining() < Long.BYTES) {
        flush();
      }
    }
  }
}
