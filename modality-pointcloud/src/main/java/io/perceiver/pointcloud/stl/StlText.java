package io.perceiver.pointcloud.stl;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.ReadOptions;
import io.perceiver.pointcloud.read.TextScanner;
import io.perceiver.pointcloud.read.TokenScanner;
import java.util.Locale;

/** The text form: one or more solids of facets, of which each has one loop of three vertices. */
final class StlText {
  private static final int CORNERS = 3;

  private final FileBytes file;
  private final TokenScanner text;
  private final StlMesh mesh;
  private long facets;

  StlText(FileBytes file, ReadOptions options) throws UnreadableExampleException {
    this.file = file;
    this.text = new TokenScanner(file, TokenScanner.Syntax.PLAIN);
    this.mesh = new StlMesh(file, options);
  }

  PointCloud read() throws UnreadableExampleException {
    while (text.hasNext()) {
      expect("solid");
      skipName();
      readSolid();
    }
    if (facets == 0) {
      throw file.refused("has no facets");
    }
    return mesh.cloud();
  }

  /** Goes past the name of a solid, which ends with its line or before its first facet. */
  private void skipName() {
    while (text.hasNextOnLine()) {
      TokenScanner.Place place = text.place();
      if (text.skipWord("facet") && text.skipWord("normal")) {
        text.goTo(place);
        return;
      }
    }
  }

  private void readSolid() throws UnreadableExampleException {
    String word = keyword("facet or endsolid");
    while (word.equals("facet")) {
      readFacet();
      word = keyword("facet or endsolid");
    }
    if (!word.equals("endsolid")) {
      throw unexpected(word, "facet or endsolid");
    }
    text.skipLine();
  }

  private void readFacet() throws UnreadableExampleException {
    expect("normal");
    for (int axis = 0; axis < 3; axis++) {
      // some programs write -nan(ind) and the like
      text.word();
    }
    expect("outer");
    expect("loop");
    mesh.begin();
    for (int corner = 0; corner < CORNERS; corner++) {
      expect("vertex");
      mesh.corner(text.number(), text.number(), text.number());
    }
    expect("endloop");
    expect("endfacet");
    facets++;
  }

  private void expect(String keyword) throws UnreadableExampleException {
    String word = keyword(keyword);
    if (!word.equals(keyword)) {
      throw unexpected(word, keyword);
    }
  }

  private String keyword(String expected) throws UnreadableExampleException {
    if (!text.hasNext()) {
      throw file.refused(
          "cut short: it ends after " + facets + " facets where " + expected + " is expected");
    }
    return text.word().toLowerCase(Locale.ROOT);
  }

  private UnreadableExampleException unexpected(String word, String expected) {
    return text.refused("'" + TextScanner.shown(word) + "' where " + expected + " is expected");
  }
}
