package io.perceiver.api.head;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** The prediction of one output for one example. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Prediction {

  /** Returns it as one line for people. */
  String summary();

  /**
   * One of several classes.
   *
   * @param name of the class
   * @param scores every class with its probability, in the output's order
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  record OneOf(String name, Map<String, Double> scores) implements Prediction {

    /** Copies the scores, in order. */
    public OneOf {
      scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }

    @Override
    public String summary() {
      return name;
    }
  }

  /**
   * Any number of several labels.
   *
   * @param names of the labels that hold, in the output's order
   * @param scores every label with its probability, in the output's order
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  record AnyOf(List<String> names, Map<String, Double> scores) implements Prediction {

    /** Copies both, in order. */
    public AnyOf {
      names = List.copyOf(names);
      scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }

    @Override
    public String summary() {
      return names.isEmpty() ? "none" : String.join(", ", names);
    }
  }

  /**
   * Numbers.
   *
   * @param values by name, in the output's order
   * @param unit of all of them, such as {@code years}; empty for none
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  record Numbers(Map<String, Double> values, String unit) implements Prediction {

    /** Copies the values, in order. */
    public Numbers {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public String summary() {
      StringBuilder text = new StringBuilder();
      values.forEach(
          (name, value) ->
              text.append(text.isEmpty() ? "" : ", ")
                  .append(values.size() == 1 ? "" : name + " ")
                  .append("%.6g".formatted(value))
                  .append(unit.isEmpty() ? "" : " " + unit));
      return text.toString();
    }
  }

  /**
   * Elements of a modality, such as the pixels of a mask.
   *
   * @param modality whose elements they are
   * @param content (index, channel), row-major; not to be changed
   * @param channels of an element
   * @param positions (index, axis), row-major, each coordinate in [-1, 1]; empty if they are the
   *     modality's shared ones; not to be changed
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  @SuppressWarnings("ArrayRecordComponent") // large, made once, never changed
  record Elements(String modality, float[] content, int channels, float[] positions)
      implements Prediction {

    /** Returns how many elements there are. */
    public int count() {
      return content.length / channels;
    }

    @Override
    public String summary() {
      return "%d elements of %d channels of '%s'".formatted(count(), channels, modality);
    }
  }

  /**
   * Text.
   *
   * @param text the answer
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  record Text(String text) implements Prediction {

    @Override
    public String summary() {
      return text;
    }
  }
}
