package io.perceiver.nn;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import io.perceiver.api.layer.Activation;
import io.perceiver.api.layer.AttentionConfig;
import io.perceiver.api.layer.AttentionWidth;
import io.perceiver.api.layer.InitConfig;
import io.perceiver.api.layer.LinearInit;
import io.perceiver.api.layer.MaskedRows;
import io.perceiver.api.layer.MlpConfig;
import java.util.List;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * The numbers of the trunk. One iteration is a cross-attend, where {@code crossAttends} says so,
 * and its latent transformer of {@code selfAttends} layers.
 *
 * @param latents N
 * @param latentChannels D
 * @param iterations T, how often the latent transformer runs
 * @param crossAttends iterations, from 0, that begin with a cross-attend; empty means all
 * @param selfAttends L, self-attention layers of one iteration
 * @param crossAttentionSharing which cross-attends use the same weights
 * @param latentSharing which iterations' latent transformers use the same weights
 * @param crossAttention latents reading the byte array
 * @param selfAttention latents reading latents
 * @param mlp of both
 * @param invertedCrossAttends iterations whose cross-attend is inverted: softmax over the latents,
 *     then normalised over the elements (Slot Attention, Locatello et al. 2020)
 * @param maskedRows what a cross-attend gives where every element is masked
 * @param init what weights start from
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PerceiverConfig(
    @Setting(value = "number of latents", min = 1, max = MAX_LATENTS) int latents,
    @Setting(value = "channels of a latent", min = 1, max = MAX_CHANNELS) int latentChannels,
    @Setting(value = "how often the latent transformer runs", min = 1, max = MAX_LAYERS)
        int iterations,
    @Setting(
            value =
                "iterations, from 0, that begin with a cross-attend; [] means all, [0] the first",
            min = 0)
        List<Integer> crossAttends,
    @Setting(value = "self-attention layers of one iteration", min = 0, max = MAX_LAYERS)
        int selfAttends,
    @Setting("which cross-attends use the same weights") Sharing crossAttentionSharing,
    @Setting("which iterations' latent transformers use the same weights") Sharing latentSharing,
    @Setting("latents reading the input") AttentionConfig crossAttention,
    @Setting("latents reading latents") AttentionConfig selfAttention,
    @Setting("the MLP of every layer") MlpConfig mlp,
    @Setting(
            value = "iterations whose cross-attend is inverted (softmax over the latents)",
            min = 0)
        List<Integer> invertedCrossAttends,
    @Setting("what a cross-attend gives where every element is masked") MaskedRows maskedRows,
    @Setting("what weights start from") InitConfig init) {

  private static final int MAX_LATENTS = 1 << 20;

  private static final int MAX_CHANNELS = 1 << 16;

  private static final int MAX_LAYERS = 1 << 10;

  /** Checks the numbers. */
  public PerceiverConfig {
    crossAttends = List.copyOf(crossAttends);
    invertedCrossAttends = List.copyOf(invertedCrossAttends);
    Problems problems = new Problems("");
    problems.checkRange("latents", latents, 1, MAX_LATENTS);
    problems.checkRange("latentChannels", latentChannels, 1, MAX_CHANNELS);
    problems.checkRange("iterations", iterations, 1, MAX_LAYERS);
    problems.checkRange("selfAttends", selfAttends, 0, MAX_LAYERS);
    problems.check(
        (long) iterations * selfAttends <= MAX_LAYERS,
        "selfAttends",
        selfAttends,
        "with " + iterations + " iterations, up to " + MAX_LAYERS / Math.max(1, iterations));
    checkIterations(problems, "crossAttends", crossAttends, iterations);
    checkIterations(problems, "invertedCrossAttends", invertedCrossAttends, iterations);
    List<Integer> attends = crossAttends;
    problems.check(
        attends.isEmpty() || attends.containsAll(invertedCrossAttends),
        "invertedCrossAttends",
        invertedCrossAttends,
        "iterations that begin with a cross-attend: " + attends);
    int width = selfAttention.qkChannels(latentChannels, latentChannels);
    problems.check(
        width % selfAttention.heads() == 0,
        "selfAttention.heads",
        selfAttention.heads(),
        "a divisor of the attention's " + width + " channels");
    problems.throwIfAny();
  }

  private static void checkIterations(
      Problems problems, String key, List<Integer> list, int iterations) {
    problems.check(
        list.stream().allMatch(i -> i >= 0 && i < iterations)
            && list.stream().distinct().count() == list.size(),
        key,
        list,
        "different iterations from 0 to " + (iterations - 1));
    problems.check(
        list.isEmpty() || key.startsWith("inverted") || list.contains(0),
        key,
        list,
        "a list that holds 0: before the first cross-attend the latents have seen nothing");
  }

  /**
   * As lucidrains/perceiver-pytorch has it: heads of 64 channels, GEGLU of widening 4, no biases on
   * queries, keys and values, latents of sd 1, torch's initialisation, nothing shared.
   *
   * @param depth iterations, each a cross-attend and one self-attention layer
   */
  public static PerceiverConfig lucidrains(int depth, int latents, int latentChannels) {
    return new PerceiverConfig(
        latents,
        latentChannels,
        depth,
        List.of(),
        1,
        Sharing.NONE,
        Sharing.NONE,
        AttentionConfig.ofHeads(1, 64),
        AttentionConfig.ofHeads(8, 64),
        new MlpConfig(4, Activation.GEGLU, 0),
        List.of(),
        MaskedRows.ZERO,
        new InitConfig(1, LinearInit.TORCH, 0.02));
  }

  /**
   * As the paper has it (Perceiver §3, App. C): 1 cross head, 8 latent heads, widths by rule, GELU
   * of widening 1, biases, first cross-attend apart, all latent transformers shared.
   */
  public static PerceiverConfig paper(
      int iterations, int selfAttends, int latents, int latentChannels) {
    return new PerceiverConfig(
        latents,
        latentChannels,
        iterations,
        List.of(),
        selfAttends,
        Sharing.ALL_BUT_FIRST,
        Sharing.ALL,
        AttentionConfig.ofWidth(1, AttentionWidth.NARROWER),
        AttentionConfig.ofWidth(8, AttentionWidth.NARROWER),
        new MlpConfig(1, Activation.GELU_TANH, 0),
        List.of(),
        MaskedRows.ZERO,
        new InitConfig(0.02, LinearInit.DEEPMIND, 0.02));
  }

  /** Whether an iteration begins with a cross-attend. */
  public boolean crossAttends(int iteration) {
    return crossAttends.isEmpty() || crossAttends.contains(iteration);
  }

  /** Returns a copy in which some components are changed, checked anew. */
  public PerceiverConfig with(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return edit.made();
  }

  /** The components of {@link PerceiverConfig}, to be changed within {@link #with}. */
  public static final class Edit {
    public int latents;
    public int latentChannels;
    public int iterations;
    public List<Integer> crossAttends;
    public int selfAttends;
    public Sharing crossAttentionSharing;
    public Sharing latentSharing;
    public AttentionConfig crossAttention;
    public AttentionConfig selfAttention;
    public MlpConfig mlp;
    public List<Integer> invertedCrossAttends;
    public MaskedRows maskedRows;
    public InitConfig init;

    private Edit(PerceiverConfig from) {
      latents = from.latents;
      latentChannels = from.latentChannels;
      iterations = from.iterations;
      crossAttends = from.crossAttends;
      selfAttends = from.selfAttends;
      crossAttentionSharing = from.crossAttentionSharing;
      latentSharing = from.latentSharing;
      crossAttention = from.crossAttention;
      selfAttention = from.selfAttention;
      mlp = from.mlp;
      invertedCrossAttends = from.invertedCrossAttends;
      maskedRows = from.maskedRows;
      init = from.init;
    }

    private PerceiverConfig made() {
      return new PerceiverConfig(
          latents,
          latentChannels,
          iterations,
          crossAttends,
          selfAttends,
          crossAttentionSharing,
          latentSharing,
          crossAttention,
          selfAttention,
          mlp,
          invertedCrossAttends,
          maskedRows,
          init);
    }
  }
}
