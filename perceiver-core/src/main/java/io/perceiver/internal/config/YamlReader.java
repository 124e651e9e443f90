package io.perceiver.internal.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads YAML into {@link ConfigNode}s: one document, keys at most once, no aliases, at most 1 MiB
 * and 32 levels, so that no file can cost more than it holds.
 */
public final class YamlReader {
  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_DEPTH = 32;
  private static final YAMLFactory YAML = new YAMLFactory();

  private final YAMLParser parser;
  private final IntFunction<Place> places;
  private final Problems problems = new Problems("");

  private YamlReader(YAMLParser parser, IntFunction<Place> places) {
    this.parser = parser;
    this.places = places;
  }

  /**
   * Reads a file; its places are the path as given and the line.
   *
   * @throws PerceiverException if it cannot be read or is no YAML
   * @throws InvalidSpecException if keys are repeated or aliases are used
   */
  public static ConfigNode.Mapping file(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    try (InputStream in = Files.newInputStream(file)) {
      return text(decode(in, file.toString()), file.toString(), folder == null ? file : folder);
    } catch (NoSuchFileException e) {
      throw new PerceiverException(
          file + ": no such file (working folder " + Path.of("").toAbsolutePath() + ")", e);
    } catch (IOException e) {
      String reason =
          Files.isDirectory(file) ? "is a folder, not a file" : "cannot be read: " + e.getMessage();
      throw new PerceiverException(file + ": " + reason, e);
    }
  }

  /**
   * Reads a resource of the class path; relative paths in it are relative to the working folder.
   *
   * @throws PerceiverException if there is none or it is no YAML
   */
  public static ConfigNode.Mapping resource(ClassLoader loader, String resource) {
    String name = resource.substring(resource.lastIndexOf('/') + 1);
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new PerceiverException("No resource " + resource + " on the class path");
      }
      return text(decode(in, name), name, Path.of(""));
    } catch (IOException e) {
      throw new PerceiverException(resource + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a text.
   *
   * @param name what to call it in messages
   * @param folder what relative paths in it are relative to
   * @throws PerceiverException if it is no YAML mapping
   */
  public static ConfigNode.Mapping text(String yaml, String name, Path folder) {
    ConfigNode root = read(yaml, line -> new Place(name + ":" + line, folder));
    if (root instanceof ConfigNode.Mapping mapping) {
      return mapping;
    }
    if (root instanceof ConfigNode.Null) {
      return ConfigNode.Mapping.empty(root.place());
    }
    throw new PerceiverException(
        root.place().text() + ": a configuration is a section of keys, this is " + root.shown());
  }

  /** Reads a value of the command line, all of which has one place. */
  static ConfigNode value(String yaml, Place place) {
    return read(yaml, line -> place);
  }

  private static ConfigNode read(String yaml, IntFunction<Place> places) {
    try (YAMLParser parser = YAML.createParser(yaml)) {
      YamlReader reader = new YamlReader(parser, places);
      JsonToken first = parser.nextToken();
      ConfigNode root =
          first == null
              ? new ConfigNode.Null(places.apply(1))
              : reader.node(first, reader.here(), 0);
      if (first != null && parser.nextToken() != null) {
        throw reader.refuse("a second document begins here; one is allowed");
      }
      reader.problems.throwIfAny();
      return root;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw notYaml(places, line, e);
    } catch (YAMLException e) {
      throw notYaml(places, 1, e);
    } catch (IOException e) {
      throw new PerceiverException(places.apply(1).text() + ": cannot be read", e);
    }
  }

  private ConfigNode node(JsonToken token, Place place, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw refuse("nested more than " + MAX_DEPTH + " levels deep");
    }
    if (parser.isCurrentAlias()) {
      problems.add(
          "*"
              + parser.getText()
              + ": aliases are not supported; write the value out"
              + place.suffix());
    }
    return switch (token) {
      case START_OBJECT -> mapping(place, depth);
      case START_ARRAY -> sequence(place, depth);
      case VALUE_NULL -> new ConfigNode.Null(place);
      default -> new ConfigNode.Scalar(parser.getText(), place);
    };
  }

  private ConfigNode.Mapping mapping(Place place, int depth) throws IOException {
    Map<String, ConfigNode> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      Place keyPlace = here();
      ConfigNode value = node(parser.nextToken(), keyPlace, depth + 1);
      ConfigNode earlier = entries.putIfAbsent(key, value);
      if (earlier != null) {
        problems.add(
            key + ": is given twice, also at " + earlier.place().text() + keyPlace.suffix());
      }
    }
    return new ConfigNode.Mapping(entries, place);
  }

  private ConfigNode.Sequence sequence(Place place, int depth) throws IOException {
    List<ConfigNode> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(node(token, here(), depth + 1));
    }
    return new ConfigNode.Sequence(items, place);
  }

  private Place here() {
    return places.apply(Math.max(1, parser.currentTokenLocation().getLineNr()));
  }

  private PerceiverException refuse(String reason) {
    return new PerceiverException(here().text() + ": " + reason);
  }

  private static PerceiverException notYaml(IntFunction<Place> places, int reached, Exception e) {
    String reason = String.valueOf(e.getMessage());
    int line = reached;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof MarkedYAMLException marked && marked.getProblem() != null) {
        reason =
            (marked.getContext() == null ? "" : marked.getContext() + ", ") + marked.getProblem();
        line = marked.getProblemMark() == null ? line : marked.getProblemMark().getLine() + 1;
        break;
      }
    }
    String firstLine = reason.lines().findFirst().orElse("");
    return new PerceiverException(places.apply(line).text() + ": not valid YAML: " + firstLine, e);
  }

  private static String decode(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new PerceiverException(name + ": larger than 1 MiB, which no configuration is");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new PerceiverException(name + ": is not a text file in UTF-8", e);
    }
  }
}
