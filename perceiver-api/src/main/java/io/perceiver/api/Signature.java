package io.perceiver.api;

import java.util.List;
import java.util.Optional;

/**
 * The bytes that identify a kind of file.
 *
 * @param offset where they are
 * @param bytes in Latin-1; {@code ?} stands for any byte
 * @param kind what such a file is
 */
record Signature(int offset, String bytes, FileKind kind) {
  private static final String OTHER_MODALITY = "check that it is given to the right modality";
  static final String FETCH_AGAIN = "download the file again and look at the address";
  private static final String TO_WAV = "convert it, as with 'ffmpeg -i IN OUT.wav'";
  private static final String TO_PNG = "convert it, as with 'magick IN OUT.png'";
  private static final String TO_PLY =
      "convert it, as with 'meshlab.meshlabserver -i IN -o OUT.ply'";
  private static final String UNPACK = "unpack it";
  private static final String FRAMES =
      "take pictures or sound out of it, as with 'ffmpeg -i IN frame-%04d.png' or 'ffmpeg -i IN OUT.wav'";

  /** Kinds that bytes identify, the most specific first. */
  static final List<Signature> BYTES =
      List.of(
          at(
              0,
              "version https://git-lfs.github.com/spec/",
              "a Git LFS pointer, not the file itself",
              "run 'git lfs pull' where it was cloned"),
          // sound
          at(0, "RIFF????WAVE", "a WAV file", OTHER_MODALITY),
          at(0, "RIFX????WAVE", "a big-endian WAV (RIFX) file", OTHER_MODALITY),
          at(0, "RF64????WAVE", "a WAV (RF64) file", OTHER_MODALITY),
          at(0, "BW64????WAVE", "a WAV (BW64) file", OTHER_MODALITY),
          at(0, "riff.\u0091\u00cf\u0011", "a Sony Wave64 file", TO_WAV),
          at(0, "fLaC", "a FLAC file", OTHER_MODALITY),
          at(28, "OpusHead", "an Ogg Opus file", TO_WAV),
          at(28, "Speex   ", "an Ogg Speex file", TO_WAV),
          at(28, "\u007fFLAC", "FLAC in Ogg", TO_WAV),
          at(28, "\u0080theora", "an Ogg Theora video", FRAMES),
          at(28, "\u0001vorbis", "an Ogg Vorbis file", OTHER_MODALITY),
          at(0, "OggS", "an Ogg file", TO_WAV),
          at(0, "ID3", "an MP3 file or another with an ID3 tag", OTHER_MODALITY),
          at(0, "FORM????AIFF", "an AIFF file", OTHER_MODALITY),
          at(0, "FORM????AIFC", "an AIFF-C file", OTHER_MODALITY),
          at(0, ".snd", "a Sun AU file", OTHER_MODALITY),
          at(0, "caff\u0000\u0001", "a Core Audio (CAF) file", TO_WAV),
          at(0, "0&\u00b2u\u008ef\u00cf\u0011", "a Windows Media (WMA, WMV) file", TO_WAV),
          at(0, "#!AMR", "an AMR file", TO_WAV),
          at(0, "MAC ", "a Monkey's Audio file", TO_WAV),
          at(0, "wvpk", "a WavPack file", TO_WAV),
          at(0, "TTA1", "a True Audio file", TO_WAV),
          at(0, "MPCK", "a Musepack file", TO_WAV),
          at(0, "MP+", "a Musepack file", TO_WAV),
          at(0, "ADIF", "an AAC file", TO_WAV),
          at(0, "\u00ff\u00f1", "an AAC (ADTS) file", TO_WAV),
          at(0, "\u00ff\u00f9", "an AAC (ADTS) file", TO_WAV),
          at(
              0,
              "MThd",
              "a MIDI file, notes rather than sound",
              "render it, as with 'fluidsynth -F OUT.wav SOUNDFONT IN'"),
          // video and the containers of Apple's formats
          at(4, "ftypM4A", "an M4A file of AAC or ALAC sound", TO_WAV),
          at(4, "ftypM4B", "an M4B file of AAC sound", TO_WAV),
          at(4, "ftypheic", "a HEIC image", "convert it, as with 'heif-convert IN OUT.png'"),
          at(4, "ftypheix", "a HEIC image", "convert it, as with 'heif-convert IN OUT.png'"),
          at(
              4,
              "ftyphevc",
              "a HEIC image sequence",
              "convert it, as with 'heif-convert IN OUT.png'"),
          at(4, "ftypmif1", "a HEIF image", "convert it, as with 'heif-convert IN OUT.png'"),
          at(
              4,
              "ftypmsf1",
              "a HEIF image sequence",
              "convert it, as with 'heif-convert IN OUT.png'"),
          at(4, "ftypavif", "an AVIF image", "convert it, as with 'avifdec IN OUT.png'"),
          at(4, "ftypavis", "an AVIF image sequence", "convert it, as with 'avifdec IN OUT.png'"),
          at(
              4,
              "ftypcrx ",
              "a Canon CR3 raw image",
              "develop it to PNG or TIFF, as with darktable-cli"),
          at(4, "ftyp", "an MP4 or QuickTime file", FRAMES),
          at(4, "moov", "a QuickTime file", FRAMES),
          at(0, "RIFF????AVI ", "an AVI video", FRAMES),
          at(0, "\u001aE\u00df\u00a3", "a Matroska or WebM file", FRAMES),
          at(0, "FLV\u0001", "a Flash video", FRAMES),
          at(0, "\u0000\u0000\u0001\u00ba", "an MPEG video", FRAMES),
          at(0, "\u0000\u0000\u0001\u00b3", "an MPEG video", FRAMES),
          // images
          at(0, "\u0089PNG\r\n\u001a\n", "a PNG image", OTHER_MODALITY),
          at(
              0,
              "\u0089PNG\n\u001a\n",
              "a PNG image whose line ends were changed, as a transfer in text mode does",
              FETCH_AGAIN),
          at(0, "\u00ff\u00d8\u00ff", "a JPEG image", OTHER_MODALITY),
          at(0, "GIF87a", "a GIF image", OTHER_MODALITY),
          at(0, "GIF89a", "a GIF image", OTHER_MODALITY),
          at(0, "RIFF????WEBP", "a WebP image", OTHER_MODALITY),
          at(0, "II*\u0000", "a TIFF image, or a camera's raw image", OTHER_MODALITY),
          at(0, "MM\u0000*", "a TIFF image, or a camera's raw image", OTHER_MODALITY),
          at(0, "II+\u0000", "a BigTIFF image", OTHER_MODALITY),
          at(0, "MM\u0000+", "a BigTIFF image", OTHER_MODALITY),
          at(0, "\u00ff\n", "a JPEG XL image", "convert it, as with 'djxl IN OUT.png'"),
          at(
              0,
              "\u0000\u0000\u0000\fJXL ",
              "a JPEG XL image",
              "convert it, as with 'djxl IN OUT.png'"),
          at(0, "\u0000\u0000\u0000\fjP  ", "a JPEG 2000 image", TO_PNG),
          at(0, "\u00ffO\u00ffQ", "a JPEG 2000 image", TO_PNG),
          at(0, "8BPS", "a Photoshop file", TO_PNG),
          at(
              0,
              "v/1\u0001",
              "an OpenEXR image",
              "convert it to a float TIFF, as with 'oiiotool IN -o OUT.tif'"),
          at(
              0,
              "#?RADIANCE",
              "a Radiance HDR image",
              "convert it to a float TIFF, as with 'oiiotool IN -o OUT.tif'"),
          at(
              0,
              "#?RGBE",
              "a Radiance HDR image",
              "convert it to a float TIFF, as with 'oiiotool IN -o OUT.tif'"),
          at(0, "qoif", "a QOI image", TO_PNG),
          at(0, "DDS ", "a DirectDraw Surface image", TO_PNG),
          at(0, "\u0000\u0000\u0001\u0000\u0001\u0000", "a Windows icon", TO_PNG),
          at(128, "DICM", "a DICOM file", "convert it, as with 'dcm2img IN OUT.png'"),
          at(
              344,
              "n+1\u0000",
              "a NIfTI volume",
              "write its slices or points out as images or NumPy arrays"),
          at(0, "gimp xcf", "a GIMP file", TO_PNG),
          // points and meshes
          at(0, "ply\n", "a PLY file", OTHER_MODALITY),
          at(0, "ply\r", "a PLY file", OTHER_MODALITY),
          at(0, "# .PCD", "a PCD file", OTHER_MODALITY),
          at(0, "LASF", "a LAS file", OTHER_MODALITY),
          at(0, "ASTM-E57", "an E57 file", "convert it, as with 'pdal translate IN OUT.las'"),
          at(0, "glTF", "a binary glTF file", TO_PLY),
          at(0, "Kaydara FBX Binary", "an FBX file", TO_PLY),
          at(0, "DRACO", "a Draco file", "convert it, as with 'draco_decoder -i IN -o OUT.ply'"),
          at(0, "BLENDER", "a Blender file", "export it as PLY or OBJ"),
          at(0, "PXR-USDC", "a USD file", TO_PLY),
          at(
              0,
              "ISO-10303-21",
              "a STEP file, surfaces rather than triangles",
              "export it as STL or OBJ"),
          // arrays and tables
          at(0, "\u0093NUMPY", "a NumPy array", OTHER_MODALITY),
          at(0, "\u0089HDF\r\n\u001a\n", "an HDF5 file", OTHER_MODALITY),
          at(0, "MATLAB 5.0 MAT-file", "a MATLAB file", "save its arrays as NumPy or HDF5 files"),
          at(0, "PAR1", "a Parquet file", "write its rows as CSV, and its bytes as files"),
          at(0, "ARROW1", "an Arrow file", "write its rows as CSV, and its bytes as files"),
          at(0, "SQLite format 3\u0000", "an SQLite database", "write its rows as CSV"),
          at(0, "\u0080\u0002", "a Python pickle", "save its arrays as NumPy files"),
          at(0, "\u0080\u0003", "a Python pickle", "save its arrays as NumPy files"),
          at(0, "\u0080\u0004", "a Python pickle", "save its arrays as NumPy files"),
          at(0, "\u0080\u0005", "a Python pickle", "save its arrays as NumPy files"),
          // archives and compressed files
          at(
              0,
              "PK\u0003\u0004",
              "a zip archive",
              "name a file in it (archive.zip!/file) or unpack it"),
          at(0, "PK\u0005\u0006", "an empty zip archive", FETCH_AGAIN),
          at(
              0,
              "\u001f\u008b",
              "a gzip file",
              "unpack it, as with 'gunzip IN'; a tar.gz is read where a data set is named"),
          at(0, "BZh", "a bzip2 file", "unpack it, as with 'bunzip2 IN'"),
          at(0, "\u00fd7zXZ\u0000", "an xz file", "unpack it, as with 'unxz IN'"),
          at(0, "(\u00b5/\u00fd", "a Zstandard file", "unpack it, as with 'unzstd IN'"),
          at(0, "\u0004\"M\u0018", "an LZ4 file", "unpack it, as with 'unlz4 IN'"),
          at(0, "7z\u00bc\u00af'\u001c", "a 7-Zip archive", UNPACK),
          at(0, "Rar!\u001a\u0007", "a RAR archive", UNPACK),
          at(257, "ustar", "a tar archive", "name a file in it (archive.tar!/file) or unpack it"),
          // what else lies beside data
          at(
              0,
              "%PDF-",
              "a PDF document",
              "take its pictures out, as with 'pdfimages -png IN OUT'"),
          at(
              0,
              "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
              "a file of an old Office program, or Thumbs.db of Windows",
              "leave it out"),
          at(0, "\u0000\u0000\u0000\u0001Bud1", "a .DS_Store of macOS", "leave it out"),
          at(
              0,
              "\u0000\u0005\u0016\u0007",
              "an AppleDouble file, which macOS puts beside a file",
              "leave it out; the file itself has the same name without '._'"));

  /** Kinds that the first letters of a text identify, in lower case. */
  static final List<Signature> TEXTS =
      List.of(
          at(0, "<!doctype html", "an HTML page, as servers send in place of a file", FETCH_AGAIN),
          at(0, "<html", "an HTML page, as servers send in place of a file", FETCH_AGAIN),
          at(0, "<head", "an HTML page, as servers send in place of a file", FETCH_AGAIN),
          at(0, "<svg", "an SVG drawing", "convert it, as with 'rsvg-convert IN -o OUT.png'"),
          at(0, "<?xml", "an XML file", ""),
          at(0, "<x3d", "an X3D scene", TO_PLY),
          at(0, "#vrml", "a VRML scene", TO_PLY),
          at(0, "solid ", "an STL mesh", OTHER_MODALITY));

  /** Returns the kind of the first signature that matches. */
  static Optional<FileKind> among(List<Signature> signatures, byte[] head) {
    return signatures.stream()
        .filter(signature -> signature.matches(head))
        .findFirst()
        .map(Signature::kind);
  }

  private static Signature at(int offset, String bytes, String name, String advice) {
    return new Signature(offset, bytes, new FileKind(name, advice, true));
  }

  private boolean matches(byte[] head) {
    if (head.length < offset + bytes.length()) {
      return false;
    }
    for (int i = 0; i < bytes.length(); i++) {
      char expected = bytes.charAt(i);
      if (expected != '?' && expected != (head[offset + i] & 0xff)) {
        return false;
      }
    }
    return true;
  }
}
