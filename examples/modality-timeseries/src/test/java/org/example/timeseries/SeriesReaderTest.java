package org.example.timeseries;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.perceiver.api.MemorySource;
import io.perceiver.api.RecordFile;
import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesReaderTest {
  private final SeriesReader reader =
      new SeriesReader(Configs.of(List.of("x", "y"), 8, AugmentationConfig.none()));

  @Test
  void readsColumnsByNameAndLeavesTheOthers() throws IOException {
    Series series = read("y,comment,\"time\",x\n1,a,0.5,2\n\n3,\"b, \"\"c\"\"\", 7 ,4\n");
    assertArrayEquals(new double[] {0.5, 7}, series.times());
    assertArrayEquals(new double[] {2, 1, 4, 3}, series.values());
  }

  @Test
  void anEmptyCellIsMissing() throws IOException {
    assertArrayEquals(
        new double[] {Double.NaN, 1, 2, Double.NaN}, read("time,x,y\n0,,1\n1,2,\n").values());
  }

  @Test
  void instantsAreSeconds() throws IOException {
    Series series = read("time,x,y\n1970-01-01T00:00:10.5Z,1,2\n1970-01-01T02:00:11+02:00,1,2\n");
    assertArrayEquals(new double[] {10.5, 11}, series.times());
  }

  @Test
  void aByteOrderMarkAndWindowsLinesAreNoMatter() throws IOException {
    assertArrayEquals(new double[] {3}, read("\uFEFFtime,x,y\r\n3,1,2\r\n").times());
  }

  @Test
  void whatIsWrongIsNamedWithFileAndLine() {
    assertRefused("", "a.csv: is empty; its first line must name the columns");
    assertRefused("time,x,y\n", "a.csv: line 2: has no row; there must be some below the header");
    assertRefused("time,x,z\n", "a.csv: line 1: has no column 'y'; it has time, x, z");
    assertRefused("time,x,x\n", "a.csv: line 1: two columns have one name: time, x, x");
    assertRefused("time,x,y\n0,1\n", "a.csv: line 2: has 2 cells; the header names 3");
    assertRefused("time,x,y\n0,1,\"2\n", "a.csv: line 2: has a quote that is not closed");
    for (String number : List.of("one", "NaN", "-Infinity", "1e999")) {
      assertRefused(
          "time,x,y\n0,1,2\n\n1," + number + ",2\n",
          "a.csv: line 4: x is '" + number + "'; allowed: a number, or nothing at all");
    }
  }

  @Test
  void timesAscendAndAreOfOneKind() {
    String order =
        "a.csv: line 3: its time is not later than that of the row before; sort the rows by time,"
            + " and leave one row for each time";
    assertRefused("time,x,y\n1,1,2\n0,1,2\n", order);
    assertRefused("time,x,y\n1,1,2\n1,1,2\n", order);
    for (String times :
        List.of("0 ,2024-05-01T12:00:00Z", "2024-05-01T12:00:00Z,5", "5,", "5,NaN")) {
      String[] both = times.split(",", 2);
      assertRefused(
          "time,x,y\n" + both[0] + ",1,2\n" + both[1] + ",1,2\n",
          "a.csv: line 3: the time is '"
              + both[1]
              + "'; allowed: a number in every row, or an instant such as 2024-05-01T12:00:00Z in"
              + " every row");
    }
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    MemorySource png = new MemorySource("a.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\n', 0});
    IOException refused = assertThrows(UnreadableExampleException.class, () -> reader.read(png));
    assertEquals("a.csv: is not a text in UTF-8", refused.getMessage());
  }

  @Test
  void aTableHoldsItsSeriesInTheOrderInWhichTheyBegin() throws IOException {
    String table = "series,time,x,y\nb,5,1,2\na,0,3,4\nb,6,5,6\n";
    try (RecordFile<Series> series = reader.openRecords(MemorySource.ofText("a.csv", table))) {
      assertEquals(2, series.count());
      assertArrayEquals(new double[] {5, 6}, series.read(0).times());
      assertArrayEquals(new double[] {3, 4}, series.read(1).values());
      assertThrows(IndexOutOfBoundsException.class, () -> series.read(2));
    }
  }

  @Test
  void aTableWithoutRowsIsRefused() {
    MemorySource table = MemorySource.ofText("a.csv", "series,time,x,y\n");
    assertThrows(UnreadableExampleException.class, () -> reader.openRecords(table));
  }

  private Series read(String text) throws IOException {
    return reader.read(MemorySource.ofText("a.csv", text));
  }

  private void assertRefused(String text, String message) {
    assertEquals(
        message, assertThrows(UnreadableExampleException.class, () -> read(text)).getMessage());
  }
}
