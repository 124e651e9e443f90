package io.perceiver.pointcloud.text;

import io.perceiver.pointcloud.cloud.Axis;
import io.perceiver.pointcloud.read.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of columns, as a line above the numbers gives them.
 *
 * @param names without their units
 * @param units of each, empty for those that have none
 */
record Names(List<String> names, List<String> units) {
  private static final Pattern WITH_UNIT = Pattern.compile("(.*?)\\s*[\\[(]\\s*([^\\])]*)[\\])]");

  /** Keeps its own copies. */
  Names {
    names = List.copyOf(names);
    units = List.copyOf(units);
  }

  /** The names in these fields; a unit may be a field of its own. */
  static Names of(List<String> fields) {
    List<String> names = new ArrayList<>();
    List<String> units = new ArrayList<>();
    for (String field : fields) {
      Matcher unit = WITH_UNIT.matcher(field);
      boolean has = unit.matches();
      if (has && unit.group(1).isEmpty() && !names.isEmpty()) {
        units.set(units.size() - 1, unit.group(2).strip());
      } else {
        names.add(has ? unit.group(1) : field);
        units.add(has ? unit.group(2).strip() : "");
      }
    }
    return new Names(names, units);
  }

  /** Whether x, y and z are among them, each once. */
  boolean haveCoordinates() {
    List<Column> coordinates =
        names.stream().map(Column::named).filter(Column::isCoordinate).toList();
    return coordinates.size() == Axis.COUNT && coordinates.stream().distinct().count() == 3;
  }

  /** Whether the coordinates have one unit, or none. */
  boolean agreeOnUnit() {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (Column.named(names.get(i)).isCoordinate()) {
        found.add(units.get(i));
      }
    }
    return found.stream().distinct().count() <= 1;
  }
}
