package io.perceiver.api.layer;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * The hyperparameters of one kind of attention.
 *
 * @param heads H
 * @param width the rule for the width of queries, keys and values
 * @param headChannels channels of a head if {@code width} is {@code heads}
 * @param qkChannels channels of queries and keys, all heads together; 0 follows {@code width}
 * @param vChannels channels of values, all heads together; 0 takes those of queries and keys
 * @param biases whether the projections of queries, keys and values have biases
 * @param dropout probability that an attention weight is dropped in training
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record AttentionConfig(
    @Setting(value = "number of heads", min = 1, max = MAX_HEADS) int heads,
    @Setting("width of queries, keys and values, all heads together") AttentionWidth width,
    @Setting(value = "channels of a head where width is heads", min = 1, max = MAX_CHANNELS)
        int headChannels,
    @Setting(
            value = "channels of queries and keys, all heads; 0 follows width",
            min = 0,
            max = MAX_CHANNELS)
        int qkChannels,
    @Setting(
            value = "channels of values, all heads; 0 takes those of queries and keys",
            min = 0,
            max = MAX_CHANNELS)
        int vChannels,
    @Setting("whether queries, keys and values are projected with a bias") boolean biases,
    @Setting(
            value = "probability that an attention weight is dropped in training",
            min = 0,
            max = 1,
            belowMax = true)
        double dropout) {

  private static final int MAX_HEADS = 1 << 12;

  private static final int MAX_CHANNELS = 1 << 16;

  /** Checks the values. */
  public AttentionConfig {
    Problems problems = new Problems("");
    problems.checkRange("heads", heads, 1, MAX_HEADS);
    problems.checkRange("headChannels", headChannels, 1, MAX_CHANNELS);
    problems.check(
        (long) heads * headChannels <= MAX_CHANNELS,
        "headChannels",
        headChannels,
        "with " + heads + " heads, up to " + MAX_CHANNELS / Math.max(1, heads));
    problems.check(
        qkChannels >= 0 && qkChannels <= MAX_CHANNELS && qkChannels % Math.max(1, heads) == 0,
        "qkChannels",
        qkChannels,
        "0 or a multiple of the " + heads + " heads up to " + MAX_CHANNELS);
    problems.check(
        vChannels >= 0 && vChannels <= MAX_CHANNELS && vChannels % Math.max(1, heads) == 0,
        "vChannels",
        vChannels,
        "0 or a multiple of the " + heads + " heads up to " + MAX_CHANNELS);
    problems.check(dropout >= 0 && dropout < 1, "dropout", dropout, "from 0 to below 1");
    problems.throwIfAny();
  }

  /**
   * Returns attention whose heads have a width of their own, without biases on queries, keys and
   * values (lucidrains).
   */
  public static AttentionConfig ofHeads(int heads, int headChannels) {
    return new AttentionConfig(heads, AttentionWidth.HEADS, headChannels, 0, 0, false, 0);
  }

  /** Returns attention whose heads share a width that follows a rule, with biases (the papers). */
  public static AttentionConfig ofWidth(int heads, AttentionWidth width) {
    return new AttentionConfig(heads, width, 64, 0, 0, true, 0);
  }

  /** Returns the channels of queries and keys, all heads together. */
  public int qkChannels(int queryChannels, int keyValueChannels) {
    if (qkChannels > 0) {
      return qkChannels;
    }
    return switch (width) {
      case HEADS -> heads * headChannels;
      case NARROWER -> Math.min(queryChannels, keyValueChannels);
      case KEY_VALUE -> keyValueChannels;
      case QUERY -> queryChannels;
    };
  }

  /** Returns the channels of values, all heads together. */
  public int vChannels(int queryChannels, int keyValueChannels) {
    return vChannels > 0 ? vChannels : qkChannels(queryChannels, keyValueChannels);
  }

  /** Returns a copy in which some components are changed, checked anew. */
  public AttentionConfig with(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return edit.made();
  }

  /** The components of {@link AttentionConfig}, to be changed within {@link #with}. */
  public static final class Edit {
    public int heads;
    public AttentionWidth width;
    public int headChannels;
    public int qkChannels;
    public int vChannels;
    public boolean biases;
    public double dropout;

    private Edit(AttentionConfig from) {
      heads = from.heads;
      width = from.width;
      headChannels = from.headChannels;
      qkChannels = from.qkChannels;
      vChannels = from.vChannels;
      biases = from.biases;
      dropout = from.dropout;
    }

    private AttentionConfig made() {
      return new AttentionConfig(
          heads, width, headChannels, qkChannels, vChannels, biases, dropout);
    }
  }
}
