package io.perceiver.bench.claims;

import io.perceiver.bench.claims.PixelTrials.Setting;
import io.perceiver.bench.report.Cell;
import io.perceiver.bench.report.Picture;
import io.perceiver.bench.report.ResultTable;
import io.perceiver.bench.report.Section;
import io.perceiver.config.Presets;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.nn.Sharing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is gained by using the same weights again in every iteration (Perceiver Table 7). */
final class WeightSharing {
  private static final String TEXT =
      "The same trunk of three iterations: with the paper's sharing, in which all latent transformers"
          + " are one and so are all cross-attends but the first, and with weights of their own for"
          + " every iteration. Few pictures, seen often, since sharing is said to help where a network"
          + " learns by heart. *Train* is the accuracy on pictures it learned from.\n\n"
          + "Published on ImageNet, eight iterations (Perceiver, Table 7): shared 78.0 % (train 79.5 %)"
          + " with 44.9M parameters, not shared 72.9 % (train 87.7 %) with 326.2M.";

  private final PixelTrials trials;

  WeightSharing(PixelTrials trials) {
    this.trials = trials;
  }

  /** Trains what is not trained yet. */
  Findings run() throws IOException {
    PerceiverConfig trunk = Presets.find(Presets.DEFAULT).orElseThrow().trunk();
    List<Setting> settings = new ArrayList<>();
    for (Contestant each :
        List.of(
            Contestants.perceiver("shared", sharing(trunk, Sharing.ALL_BUT_FIRST, Sharing.ALL)),
            Contestants.perceiver("not shared", sharing(trunk, Sharing.NONE, Sharing.NONE)))) {
      settings.add(new Setting(each, Contestants.FOURIER, Shuffle.NONE));
    }
    List<Sample> samples = trials.run(settings);
    MeanInterval gain = samples.get(0).gainOver(samples.get(1));
    String sentence =
        "Weights shared against not: %.1f %% and %.1f %% (%s points)."
            .formatted(samples.get(0).test().mean(), samples.get(1).test().mean(), gain.signed());
    return new Findings(sentence, section(samples, gain));
  }

  private static PerceiverConfig sharing(PerceiverConfig trunk, Sharing cross, Sharing latent) {
    return trunk.with(
        c -> {
          c.crossAttentionSharing = cross;
          c.latentSharing = latent;
        });
  }

  private Section section(List<Sample> samples, MeanInterval gain) {
    ResultTable table =
        ResultTable.of("sharing", "weights", "test", "train", "parameters", "fastest training");
    for (Sample sample : samples) {
      table =
          table.row(
              Cell.of(sample.name()),
              Cell.of(sample.test().words() + " %"),
              Cell.of(sample.train().words() + " %"),
              Cell.of(sample.parameters(), ""),
              Cell.of(sample.seconds(), "s"));
    }
    String how =
        "%s\n\nHere: %s; %s. Shared minus not shared: %s points."
            .formatted(
                TEXT, trials.data().sizes(), trials.budget().words("its rate"), gain.signed());
    return Section.of("Sharing of weights", how)
        .with(table)
        .with(
            Picture.bars(
                "sharing",
                "Weights shared and not",
                "test accuracy, %",
                samples.stream().map(Sample::name).toList(),
                List.of(Bars.of("test", samples))))
        .with(TrialTable.of("sharing-trainings", samples));
  }
}
