package io.perceiver.internal.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON header of a safetensors file, checked against the bytes that follow it. Read as a stream
 * of tokens, so that what it allocates stays in proportion to its length.
 *
 * @param tensors by name, in the header's order
 * @param metadata the free texts of {@code __metadata__}
 */
record SafetensorsHeader(Map<String, TensorInfo> tensors, Map<String, String> metadata) {
  static final String METADATA = "__metadata__";
  private static final int MOST_AXES = 64;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  /**
   * Reads a header.
   *
   * @param dataBytes number of bytes behind it
   * @throws MalformedFileException if it is not a header for so many bytes
   */
  static SafetensorsHeader parse(String file, byte[] json, long dataBytes) {
    try (JsonParser parser = JSON.createParser(utf8(json))) {
      SafetensorsHeader header = new Parsing(file, parser).header();
      checkCover(file, header.tensors, dataBytes);
      return header;
    } catch (JsonProcessingException e) {
      throw new MalformedFileException(
          file, "its header is not valid JSON: " + e.getOriginalMessage(), e);
    } catch (CharacterCodingException e) {
      throw new MalformedFileException(file, "its header is not UTF-8", e);
    } catch (IOException e) {
      throw new MalformedFileException(file, "its header cannot be read: " + e.getMessage(), e);
    }
  }

  private static Reader utf8(byte[] json) {
    return new InputStreamReader(
        new ByteArrayInputStream(json),
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /**
   * The format's rule: the tensors follow one another without overlap or hole, up to the last byte.
   */
  private static void checkCover(String file, Map<String, TensorInfo> tensors, long dataBytes) {
    List<TensorInfo> inOrder = new ArrayList<>(tensors.values());
    inOrder.sort(Comparator.comparingLong(TensorInfo::begin).thenComparingLong(TensorInfo::end));
    long covered = 0;
    for (TensorInfo tensor : inOrder) {
      if (tensor.end() > dataBytes) {
        throw new MalformedFileException(
            file,
            String.format(
                "tensor '%s' ends at byte %d of the data, but the file holds only %d; it is cut short"
                    + " or its header is wrong",
                tensor.name(), tensor.end(), dataBytes));
      }
      if (tensor.begin() != covered) {
        throw new MalformedFileException(
            file,
            String.format(
                "tensor '%s' begins at byte %d of the data, expected %d: tensors %s",
                tensor.name(),
                tensor.begin(),
                covered,
                tensor.begin() < covered ? "overlap" : "leave a hole"));
      }
      covered = tensor.end();
    }
    if (covered != dataBytes) {
      throw new MalformedFileException(
          file, (dataBytes - covered) + " bytes behind the last tensor belong to none");
    }
  }

  /** One pass over the tokens. */
  private record Parsing(String file, JsonParser parser) {

    SafetensorsHeader header() throws IOException {
      Map<String, TensorInfo> tensors = new LinkedHashMap<>();
      Map<String, String> metadata = new LinkedHashMap<>();
      expect(parser.nextToken() == JsonToken.START_OBJECT, "its header is not a JSON object");
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (name.equals(METADATA)) {
          readMetadata(metadata);
        } else {
          tensors.put(name, tensor(name));
        }
      }
      expect(parser.nextToken() == null, "its header goes on behind the JSON object");
      return new SafetensorsHeader(
          Collections.unmodifiableMap(tensors), Collections.unmodifiableMap(metadata));
    }

    private void readMetadata(Map<String, String> metadata) throws IOException {
      String rule = METADATA + " must be an object of texts";
      expect(parser.nextToken() == JsonToken.START_OBJECT, rule);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        expect(parser.nextToken() == JsonToken.VALUE_STRING, rule);
        metadata.put(key, parser.getText());
      }
    }

    private TensorInfo tensor(String name) throws IOException {
      @Nullable ElementType type = null;
      @Nullable List<Long> shape = null;
      @Nullable List<Long> offsets = null;
      expect(parser.nextToken() == JsonToken.START_OBJECT, quoted(name) + " is not an object");
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        switch (parser.currentName()) {
          case "dtype" -> type = type(name);
          case "shape" -> shape = numbers(name, "shape", MOST_AXES);
          case "data_offsets" -> offsets = numbers(name, "data_offsets", 2);
          default ->
              throw malformed(quoted(name) + " has an unknown key '" + parser.currentName() + "'");
        }
      }
      if (type == null || shape == null || offsets == null || offsets.size() != 2) {
        throw malformed(quoted(name) + " needs dtype, shape and two data_offsets");
      }
      TensorInfo tensor = new TensorInfo(name, type, shape, offsets.get(0), offsets.get(1));
      checkSize(tensor);
      return tensor;
    }

    private ElementType type(String name) throws IOException {
      expect(parser.nextToken() == JsonToken.VALUE_STRING, quoted(name) + ": dtype must be a text");
      String text = parser.getText();
      for (ElementType type : ElementType.values()) {
        if (type.name().equals(text)) {
          return type;
        }
      }
      throw malformed(
          quoted(name)
              + " has dtype '"
              + text
              + "'; readable are "
              + Arrays.toString(ElementType.values()));
    }

    private List<Long> numbers(String name, String key, int most) throws IOException {
      String rule =
          quoted(name) + ": " + key + " must be a list of at most " + most + " numbers, 0 or more";
      List<Long> numbers = new ArrayList<>();
      expect(parser.nextToken() == JsonToken.START_ARRAY, rule);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        expect(
            parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getLongValue() >= 0
                && numbers.size() < most,
            rule);
        numbers.add(parser.getLongValue());
      }
      return numbers;
    }

    private void checkSize(TensorInfo tensor) {
      expect(
          tensor.begin() <= tensor.end(),
          quoted(tensor.name())
              + " ends before it begins: "
              + tensor.begin()
              + ", "
              + tensor.end());
      long bytes = tensor.type().width();
      try {
        for (long size : tensor.shape()) {
          bytes = Math.multiplyExact(bytes, size);
        }
      } catch (ArithmeticException e) {
        throw malformed(quoted(tensor.name()) + " has an impossible shape " + tensor.shape());
      }
      expect(
          bytes == tensor.bytes(),
          String.format(
              "%s of shape %s and dtype %s needs %d bytes, its data_offsets give it %d",
              quoted(tensor.name()), tensor.shape(), tensor.type(), bytes, tensor.bytes()));
    }

    private void expect(boolean holds, String otherwise) {
      if (!holds) {
        throw malformed(otherwise);
      }
    }

    private MalformedFileException malformed(String reason) {
      return new MalformedFileException(file, reason);
    }

    private static String quoted(String name) {
      return "tensor '" + name + "'";
    }
  }
}
