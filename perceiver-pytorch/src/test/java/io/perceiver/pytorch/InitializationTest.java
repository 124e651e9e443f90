package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import io.perceiver.api.layer.InitConfig;
import io.perceiver.api.layer.LinearInit;
import io.perceiver.internal.head.ClassificationHead;
import io.perceiver.internal.nn.Weights;
import io.perceiver.nn.Perceiver;
import io.perceiver.nn.PerceiverConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InitializationTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private Map<String, float[]> weights(Perceiver.Builder builder, long seed) {
    Perceiver model = builder.build().initialize(manager, seed);
    Map<String, float[]> weights = new LinkedHashMap<>();
    Weights.named(model)
        .forEach((name, parameter) -> weights.put(name, parameter.getArray().toFloatArray()));
    return weights;
  }

  private static Perceiver.Builder small() {
    return Perceiver.builder().modality("grid", Networks.grid()).trunk(Networks.trunk());
  }

  /** 64 latents of 128 channels, so that statistics mean something. */
  private static Perceiver.Builder wide(InitConfig init) {
    PerceiverConfig paper = PerceiverConfig.paper(1, 1, 64, 128);
    PerceiverConfig config =
        new PerceiverConfig(
            paper.latents(),
            paper.latentChannels(),
            paper.iterations(),
            paper.crossAttends(),
            paper.selfAttends(),
            paper.crossAttentionSharing(),
            paper.latentSharing(),
            paper.crossAttention(),
            paper.selfAttention(),
            paper.mlp(),
            paper.invertedCrossAttends(),
            paper.maskedRows(),
            init);
    return Perceiver.builder().modality("grid", Networks.grid()).trunk(config);
  }

  @Test
  void theSameSeedGivesTheSameWeights() {
    Map<String, float[]> first = weights(small(), 9);
    Map<String, float[]> again = weights(small(), 9);
    assertThat(again.keySet()).isEqualTo(first.keySet());
    first.forEach((name, values) -> assertThat(again.get(name)).as(name).isEqualTo(values));
    assertThat(weights(small(), 10).get("trunk.latents.vectors"))
        .isNotEqualTo(first.get("trunk.latents.vectors"));
  }

  @Test
  void aWeightDependsOnItsOwnNameAlone() {
    Map<String, float[]> without = weights(small(), 9);
    Map<String, float[]> with = weights(small().head("label", ClassificationHead.of(3)), 9);
    without.forEach((name, values) -> assertThat(with.get(name)).as(name).isEqualTo(values));
    assertThat(without.get("trunk.cross0.attention.queryWeight"))
        .isNotEqualTo(without.get("trunk.cross1.attention.queryWeight"));
  }

  @Test
  void deepMindsLinearMapsAreTruncatedNormalOfVarianceOneByFanIn() {
    Map<String, float[]> weights = weights(wide(new InitConfig(0.02, LinearInit.DEEPMIND, 0)), 1);
    float[] query = weights.get("trunk.latent0x0.attention.queryWeight");
    double sd = Math.sqrt(1.0 / 128);
    assertThat(sd(query)).isCloseTo(sd, within(0.02 * sd));
    assertThat(mean(query)).isCloseTo(0, within(0.02 * sd));
    assertThat(largest(query)).isBetween(1.9 * sd / 0.8796, 2.0 * sd / 0.8796 + 1e-6);
    weights.forEach(
        (name, values) -> {
          if (name.endsWith("Bias")) {
            assertThat(values).as(name).containsOnly(0);
          }
        });
  }

  @Test
  void latentsAreNormalOfTheGivenStandardDeviation() {
    Map<String, float[]> weights = weights(wide(new InitConfig(0.02, LinearInit.DEEPMIND, 0)), 1);
    float[] latents = weights.get("trunk.latents.vectors");
    assertThat(sd(latents)).isCloseTo(0.02, within(0.0006));
    // a normal distribution reaches past two standard deviations, and hardly past five
    assertThat(largest(latents)).isBetween(0.05, 0.11);
  }

  @Test
  void torchsLinearMapsAreUniformWithinOneByTheRootOfFanIn() {
    Map<String, float[]> weights = weights(wide(new InitConfig(1, LinearInit.TORCH, 0)), 1);
    double bound = 1 / Math.sqrt(128);
    float[] query = weights.get("trunk.latent0x0.attention.queryWeight");
    assertThat(largest(query)).isBetween(0.99 * bound, bound + 1e-7);
    assertThat(sd(query)).isCloseTo(bound / Math.sqrt(3), within(0.02 * bound));
    float[] bias = weights.get("trunk.latent0x0.attention.queryBias");
    assertThat(largest(bias)).isBetween(0.8 * bound, bound + 1e-7);
  }

  @Test
  void normalLinearMapsHaveTheSdThatIsAskedFor() {
    Map<String, float[]> weights = weights(wide(new InitConfig(1, LinearInit.NORMAL, 0.05)), 1);
    float[] query = weights.get("trunk.latent0x0.attention.queryWeight");
    assertThat(sd(query)).isCloseTo(0.05, within(0.001));
    assertThat(largest(query)).isGreaterThan(0.15);
  }

  @Test
  void normsStartAsTheIdentityAndNothingAsksForGradients() {
    Perceiver model = small().build().initialize(manager, 1);
    Map<String, Parameter> named = Weights.named(model);
    assertThat(named.get("trunk.cross0.queryNorm.scale").getArray().toFloatArray()).containsOnly(1);
    assertThat(named.get("trunk.cross0.queryNorm.offset").getArray().toFloatArray())
        .containsOnly(0);
    named.forEach(
        (name, parameter) -> assertThat(parameter.getArray().hasGradient()).as(name).isFalse());
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double sd(float[] values) {
    double mean = mean(values);
    double squares = 0;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
