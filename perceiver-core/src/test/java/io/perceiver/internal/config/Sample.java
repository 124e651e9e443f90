package io.perceiver.internal.config;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record with every kind of component a configuration can have. */
record Sample(
    @Setting(value = "number of latents", min = 1) int latents,
    @Setting(value = "places in the file") long offset,
    @Setting(value = "sampling rate", unit = "Hz", min = 1, max = 48000) double rate,
    @Setting("whether it is shown") boolean shown,
    @Setting("what to call it") String title,
    @Setting("where it lies") Path path,
    @Setting("colours") Colour colour,
    @Setting("names of the classes") List<String> classes,
    @Setting(value = "channels of each layer", min = 1, max = 8) List<Integer> layers,
    @Setting("parts made one by one") List<Part> parts,
    @Setting("clip at this norm") Optional<Double> clip,
    @Setting("an optional part") Optional<Part> extra,
    @Setting("the part that is always there") Part part,
    @Setting("parts by name") Map<String, Part> named) {

  enum Colour {
    GREY,
    DARK_RED
  }

  record Part(
      @Setting(value = "width", unit = "pixels", min = 1) int width,
      @Setting("height") int height) {
    Part {
      Problems problems = new Problems("");
      problems.check(height <= width, "height", height, "at most width = " + width);
      problems.throwIfAny();
    }
  }

  static Sample defaults() {
    return new Sample(
        4,
        0,
        16000,
        true,
        "none",
        Path.of("/data"),
        Colour.GREY,
        List.of(),
        List.of(1, 2),
        List.of(),
        Optional.of(1.0),
        Optional.empty(),
        new Part(4, 2),
        Map.of());
  }
}
