package org.example.timeseries;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perceiver.api.ModalityPlugin;
import io.perceiver.testkit.FollowedScene;
import io.perceiver.testkit.ModalityPluginContract;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

class TimeseriesContractTest extends ModalityPluginContract<TimeseriesConfig, Series> {
  private static final AugmentationConfig CHANGES = new AugmentationConfig(0.5, 0.2, 0.1);

  @Override
  protected ModalityPlugin<TimeseriesConfig, Series> plugin() {
    return new TimeseriesPlugin();
  }

  @Override
  protected TimeseriesConfig validConfig() {
    return Configs.of(List.of("x", "y"), 16, CHANGES);
  }

  @Override
  protected List<Series> examples() {
    return List.of(
        new Series(new double[] {0, 1, 4}, new double[] {1, -1, 0.5, Double.NaN, 2, 0}),
        new Series(new double[] {3, 3.5, 9, 10}, new double[] {0, 1, 1, 0, -1, 0, 0.25, -1}),
        new Series(new double[] {7}, new double[] {0.5, Double.NaN}));
  }

  /** A peak at the same time, measured every second and every other second. */
  @Override
  protected List<FollowedScene<TimeseriesConfig, Series>> followedScenes() {
    return List.of(
        new FollowedScene<>(
            Configs.of(List.of("x"), 40, new AugmentationConfig(0.5, 0, 0)),
            peak(40, 1),
            Configs.of(List.of("x"), 20, AugmentationConfig.none()),
            peak(20, 2),
            0.3,
            false));
  }

  private static Series peak(int rows, int step) {
    double[] times = IntStream.range(0, rows).mapToDouble(row -> row * step).toArray();
    double[] values = Arrays.stream(times).map(time -> time == 16 ? 9 : 0).toArray();
    return new Series(times, values);
  }

  @Override
  protected Map<String, Supplier<TimeseriesConfig>> invalidConfigs() {
    return Map.of(
        "maxRows", () -> Configs.of(List.of("x", "y"), 0, CHANGES),
        "channels", () -> Configs.of(List.of("x", "x"), 16, CHANGES),
        "dropout", () -> Configs.of(List.of("x"), 16, new AugmentationConfig(1, 1, 0)));
  }

  @Override
  protected Map<String, byte[]> sources() {
    return Map.of(
        "numbers.csv", "time,x,y\n0,1,2\n0.5,,3\n7,4,5\n".getBytes(UTF_8),
        "instants.csv",
            "y,time,x\n1,2024-05-01T12:00:00Z,2\n3,2024-05-01T14:00:01+02:00,4\n".getBytes(UTF_8));
  }

  @Override
  protected Map<String, byte[]> recordSources() {
    return Map.of("table.csv", "series,time,x,y\na,0,1,2\nb,5,3,4\na,0.5,,3\n".getBytes(UTF_8));
  }

  @Override
  protected Map<String, byte[]> unreadableSources() {
    return Map.of(
        "no-header.csv", "0,1,2\n1,2,3\n".getBytes(UTF_8),
        "backwards.csv", "time,x,y\n1,1,2\n0,2,3\n".getBytes(UTF_8));
  }
}
