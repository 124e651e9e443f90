package io.perceiver.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.PerceiverException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
  private static final String SMALL =
      "{\"__metadata__\":{\"made\":\"by hand\"},"
          + "\"w\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]},"
          + "\"b\":{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[8,9]},"
          + "\"none\":{\"dtype\":\"F16\",\"shape\":[0,7],\"data_offsets\":[9,9]}}";

  private static byte[] file(String json, byte... data) {
    return file(json.getBytes(StandardCharsets.UTF_8), data);
  }

  private static byte[] file(byte[] json, byte... data) {
    return ByteBuffer.allocate(8 + json.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .put(data)
        .array();
  }

  private static byte[] small() {
    // 1.0f, -2.5f, 200
    return file(
        SMALL,
        (byte) 0,
        (byte) 0,
        (byte) 0x80,
        (byte) 0x3f,
        (byte) 0,
        (byte) 0,
        (byte) 0x20,
        (byte) 0xc0,
        (byte) 200);
  }

  private static byte[] one(String type, String shape, byte... data) {
    return file(
        String.format(
            "{\"t\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[0,%d]}}",
            type, shape, data.length),
        data);
  }

  @Test
  void readsTensorsTheirShapesAndTexts() throws IOException {
    try (Safetensors file = Safetensors.of("small", small())) {
      assertThat(file.names()).containsExactly("w", "b", "none");
      assertThat(file.metadata()).containsOnlyKeys("made").containsEntry("made", "by hand");
      assertThat(file.tensor("w").dimensions()).containsExactly(2, 1);
      assertThat(file.floats("w")).containsExactly(1f, -2.5f);
      assertThat(file.floatBuffer("w").get(1)).isEqualTo(-2.5f);
      assertThat(file.bytes("w").order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
      assertThat(file.tensor("b").shape()).isEmpty();
      assertThat(file.longs("b")).containsExactly(200);
      assertThat(file.floats("none")).isEmpty();
    }
  }

  @Test
  void convertsEveryType() throws IOException {
    ByteBuffer numbers = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(
            Safetensors.of("f64", one("F64", "[1]", numbers.putDouble(0, 0.1).array())).floats("t"))
        .containsExactly(0.1f);
    assertThat(
            Safetensors.of("i64", one("I64", "[1]", numbers.putLong(0, -(1L << 40)).array()))
                .longs("t"))
        .containsExactly(-(1L << 40));
    assertThat(Safetensors.of("i64", one("I64", "[1]", numbers.putLong(0, -3).array())).floats("t"))
        .containsExactly(-3f);
    assertThat(
            Safetensors.of("i32", one("I32", "[2]", numbers.putInt(0, 5).putInt(4, -6).array()))
                .longs("t"))
        .containsExactly(5, -6);
    assertThat(Safetensors.of("u8", one("U8", "[2]", (byte) 255, (byte) 1)).floats("t"))
        .containsExactly(255f, 1f);
    assertThat(Safetensors.of("bool", one("BOOL", "[3]", (byte) 0, (byte) 1, (byte) 7)).longs("t"))
        .containsExactly(0, 1, 1);
    assertThat(
            Safetensors.of("f16", one("F16", "[2]", (byte) 0, (byte) 0x3c, (byte) 0, (byte) 0xc0))
                .floats("t"))
        .containsExactly(1f, -2f);
    assertThat(Safetensors.of("bf16", one("BF16", "[1]", (byte) 0x40, (byte) 0xc0)).floats("t"))
        .containsExactly(-3f);
  }

  @Test
  void everyCutIsRefused() {
    byte[] whole = small();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Safetensors.of("cut.safetensors", cut))
          .as("cut to %d bytes", length)
          .isInstanceOf(MalformedFileException.class)
          .hasMessageStartingWith("cut.safetensors: ");
    }
    assertThatThrownBy(() -> Safetensors.of("long", Arrays.copyOf(whole, whole.length + 1)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("belong to none");
  }

  /** A flipped byte is refused, or leaves a file whose tensors can all be read. */
  @Test
  void everyFlippedByteIsSurvived() throws IOException {
    byte[] whole = small();
    int refused = 0;
    for (int at = 0; at < whole.length - 9; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = whole.clone();
        flipped[at] ^= (byte) (1 << bit);
        try (Safetensors file = Safetensors.of("flipped", flipped)) {
          for (String name : file.names()) {
            assertThat(file.floats(name)).hasSize((int) file.tensor(name).elements());
          }
        } catch (MalformedFileException e) {
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(whole.length * 4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'t':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}} | needs 12 bytes",
        "{'t':{'dtype':'F32','shape':[2],'data_offsets':[0,9]}} | needs 8 bytes",
        "{'t':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}} | ends before it begins",
        "{'t':{'dtype':'U8','shape':[99],'data_offsets':[0,99]}} | holds only 8; it is cut short",
        "{'t':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,0]}} | impossible shape",
        "{'t':{'dtype':'F32','shape':[9223372036854775808],'data_offsets':[0,8]}} | not valid JSON",
        "{'t':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}} | 0 or more",
        "{'t':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}} | shape must be",
        "{'t':{'dtype':'F32','shape':2,'data_offsets':[0,8]}} | shape must be",
        "{'t':{'dtype':'F33','shape':[2],'data_offsets':[0,8]}} | dtype 'F33'; readable are [F64",
        "{'t':{'dtype':7,'shape':[2],'data_offsets':[0,8]}} | dtype must be a text",
        "{'t':{'dtype':'F32','shape':[2],'data_offsets':[0,8,8]}} | at most 2",
        "{'t':{'dtype':'F32','shape':[2],'data_offsets':[0]}} | two data_offsets",
        "{'t':{'dtype':'F32','shape':[2]}} | two data_offsets",
        "{'t':{'dtype':'F32','shape':[2],'data_offsets':[0,8],'x':1}} | unknown key 'x'",
        "{'t':{'dtype':'F32','dtype':'F32','shape':[2],'data_offsets':[0,8]}} | Duplicate field 'dtype'",
        "{'t':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'t':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | Duplicate field 't'",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | overlap",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'U8','shape':[2],'data_offsets':[6,8]}} | leave a hole",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} | 4 bytes behind the last tensor",
        "{} | 8 bytes behind the last tensor",
        "{'__metadata__':{'a':1}} | must be an object of texts",
        "{'__metadata__':7} | must be an object of texts",
        "{'t':7} | is not an object",
        "[1] | is not a JSON object",
        "{} {} | goes on behind",
        "{'t' | not valid JSON",
        "'' | is not a JSON object"
      })
  void malformedHeadersAreRefusedWithTheReason(String header, String reason) {
    byte[] bytes = file(header.replace('\'', '"').replace("\"\"", ""), new byte[8]);
    assertThatThrownBy(() -> Safetensors.of("bad", bytes))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith("bad: ")
        .hasMessageContaining(reason);
  }

  @Test
  void lengthsThatLieAreRefusedWithoutAllocating() {
    for (long length : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 100_000_001, 99_999_999}) {
      byte[] bytes = small();
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
      assertThatThrownBy(() -> Safetensors.of("lies", bytes))
          .isInstanceOf(MalformedFileException.class);
    }
  }

  @Test
  void headersInOtherEncodingsAreRefused() {
    byte[] latin = "{\"\u00e9\":1}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Safetensors.of("latin", file(latin)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("not UTF-8");
    byte[] wide = SMALL.getBytes(StandardCharsets.UTF_16LE);
    assertThatThrownBy(() -> Safetensors.of("wide", file(wide, new byte[9])))
        .isInstanceOf(MalformedFileException.class);
  }

  @Test
  void deepNestingDoesNotOverflowTheStack() {
    String deep = "{\"t\":".repeat(100_000);
    assertThatThrownBy(() -> Safetensors.of("deep", file(deep)))
        .isInstanceOf(MalformedFileException.class);
  }

  @Test
  void wrongRequestsNameTheNearestOrTheType() throws IOException {
    try (Safetensors file = Safetensors.of("x", one("F16", "[1]", (byte) 0, (byte) 0))) {
      assertThatThrownBy(() -> file.longs("t"))
          .isInstanceOf(PerceiverException.class)
          .hasMessageContaining("'t' holds F16");
      assertThatThrownBy(() -> file.floatBuffer("t")).hasMessageContaining("read it as floats");
      assertThatThrownBy(() -> file.floats("T")).hasMessageContaining("Did you mean 't'?");
    }
  }
}
