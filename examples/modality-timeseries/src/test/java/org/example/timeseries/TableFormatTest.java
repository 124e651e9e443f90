package org.example.timeseries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.perceiver.api.MemorySource;
import io.perceiver.api.DatasetFormat.Request;
import io.perceiver.api.Example;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileTree;
import io.perceiver.api.InvalidSpecException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableFormatTest {
  private final TableFormat format = new TableFormat();

  @Test
  void everySeriesIsAnExample() throws IOException {
    List<Example> examples =
        list("series,split,label,time,x\nb,train,1,0,1\na,test,,0,1\nb,train,1,1,1\n", "sensors");
    assertEquals(List.of("b", "a"), examples.stream().map(Example::id).toList());
    assertEquals(List.of("train", "test"), examples.stream().map(Example::split).toList());
    assertEquals(Map.of("label", "1"), examples.get(0).columns());
    assertEquals(Map.of(), examples.get(1).columns());
    assertEquals("series.csv#1", examples.get(1).sources().get("sensors").name());
  }

  @Test
  void withoutSplitsAllIsTrain() throws IOException {
    assertEquals("train", list("series,label,time\na,1,0\n", "sensors").get(0).split());
  }

  @Test
  void everyMistakeIsNamedWithItsLine() {
    assertRefused("time\n0\n", "line 1: has no column 'label'", "line 1: has no column 'series'");
    assertRefused(
        "series,label,time\na,1,0\na,2,1\n,1,2\na,3,3\n",
        "series.csv: line 3: series 'a' is {label=2, series=a} here, and above {label=1, series=a}",
        "series.csv: line 4: names no series");
  }

  @Test
  void theModalityIsNamedWhereThereAreSeveral() {
    InvalidSpecException refused =
        assertThrows(
            InvalidSpecException.class,
            () -> list("series,label,time\na,1,0\n", "sensors", "image"));
    assertEquals(
        List.of(
            "data.modality: '' is not allowed; allowed: one of the model's modalities: image,"
                + " sensors"),
        refused.problems());
  }

  @Test
  void recognisesAFolderWithATableAndNoNamedFile() throws IOException {
    assertTrue(format.recognises(new OneFile("series.csv", Optional.empty(), "")));
    assertFalse(format.recognises(new OneFile("other.csv", Optional.empty(), "")));
    assertFalse(format.recognises(new OneFile("series.csv", Optional.of("series.csv"), "")));
  }

  private List<Example> list(String table, String... modalities) throws IOException {
    return format.list(
        new OneFile("series.csv", Optional.empty(), table),
        TableConfig.defaults(),
        new Request(Set.of(modalities), Set.of("label"), Set.of()));
  }

  private void assertRefused(String table, String... problems) {
    List<String> found =
        assertThrows(InvalidSpecException.class, () -> list(table, "sensors")).problems();
    assertEquals(problems.length, found.size(), found.toString());
    for (int i = 0; i < problems.length; i++) {
      assertTrue(found.get(i).contains(problems[i]), found.get(i));
    }
  }

  /** A folder with one file. */
  private record OneFile(String file, Optional<String> namedFile, String text) implements FileTree {
    @Override
    public String name() {
      return "folder";
    }

    @Override
    public List<String> files() {
      return List.of(file);
    }

    @Override
    public Optional<ExampleSource> find(String path) {
      return path.equals(file) ? Optional.of(MemorySource.ofText(file, text)) : Optional.empty();
    }
  }
}
