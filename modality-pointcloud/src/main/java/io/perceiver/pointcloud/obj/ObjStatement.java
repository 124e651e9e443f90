package io.perceiver.pointcloud.obj;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a line of an OBJ file is for, by its first word. */
enum ObjStatement {
  VERTEX("v"),
  NORMAL("vn"),
  FACE("f", "fo"),

  /** Says nothing of points or surface: textures, groups, materials, how things are drawn. */
  IGNORED(
      "vt",
      "g",
      "o",
      "s",
      "mg",
      "usemtl",
      "mtllib",
      "usemap",
      "maplib",
      "bevel",
      "c_interp",
      "d_interp",
      "lod",
      "shadow_obj",
      "trace_obj",
      "ctech",
      "stech"),

  /** Points, lines and curves, and what goes with curves. */
  CURVE(
      "p", "l", "vp", "cstype", "deg", "bmat", "step", "curv", "curv2", "parm", "trim", "hole",
      "scrv", "sp", "end", "con", "cdc", "cdp", "res"),

  /** Surfaces that are not polygons. */
  FREE_FORM("surf", "bzp", "bsp"),

  /** Commands that bring in other files. */
  CALL("call", "csh"),

  UNKNOWN;

  private static final Map<String, ObjStatement> BY_WORD = new HashMap<>();

  static {
    for (ObjStatement statement : values()) {
      statement.words.forEach(word -> BY_WORD.put(word, statement));
    }
  }

  private final List<String> words;

  ObjStatement(String... words) {
    this.words = List.of(words);
  }

  static ObjStatement of(String word) {
    return BY_WORD.getOrDefault(word, UNKNOWN);
  }
}
