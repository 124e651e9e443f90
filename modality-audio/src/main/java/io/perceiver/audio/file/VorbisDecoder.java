package io.perceiver.audio.file;

import com.jcraft.jogg.Packet;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes Ogg Vorbis by JOrbis, link by link. The library believes its headers, so they are checked
 * first, and the one with the comments is kept from it; so is what pages say of their samples,
 * which {@link VorbisSamples} heeds.
 */
final class VorbisDecoder implements FormatDecoder {

  @Override
  public void decode(InputStream file, Recording recording) throws IOException {
    OggPackets packets = new OggPackets(file, recording);
    do {
      decodeLink(packets, recording);
    } while (!recording.isFull() && packets.nextLink());
  }

  private static void decodeLink(OggPackets packets, Recording recording) throws IOException {
    Info info = headers(packets, recording);
    DspState synthesis = new DspState();
    synthesis.synthesis_init(info);
    Block block = new Block(synthesis);
    VorbisSamples samples = new VorbisSamples(recording, info.channels);
    Packet packet = packets.next();
    while (packet != null && !recording.isFull()) {
      long marked = packet.granulepos;
      packet.granulepos = -1;
      packet.e_o_s = 0;
      // packets that hold no sound are passed over, as the format's specification asks
      if (block.synthesis(packet) == 0) {
        synthesis.synthesis_blockin(block);
        samples.add(decoded(synthesis, info.channels), packets);
      }
      if (marked >= 0) {
        samples.mark(marked, packets.isLastPage());
      }
      packet = packets.next();
    }
    if (packet == null) {
      samples.end();
    }
  }

  /** Reads the three headers: identification, comments and set-up. */
  private static Info headers(OggPackets packets, Recording recording) throws IOException {
    Info info = new Info();
    info.init();
    Comment none = new Comment();
    none.init();
    none.vendor = new byte[1];

    Packet first = present(packets.next(), recording);
    VorbisIdentification identification = VorbisIdentification.of(bytes(first), recording);
    recording.begin(identification.rateHz(), identification.channels());
    accept(info.synthesis_headerin(none, first), "identification", recording);

    present(packets.next(), recording);

    Packet setUp = present(packets.next(), recording);
    new VorbisSetUp(bytes(setUp), identification, recording).check();
    accept(info.synthesis_headerin(none, setUp), "set-up", recording);
    return info;
  }

  private static Packet present(@Nullable Packet packet, Recording recording)
      throws UnreadableExampleException {
    if (packet == null) {
      throw recording.refused("cut short, it ends before the last of Vorbis's three headers");
    }
    return packet;
  }

  private static byte[] bytes(Packet packet) {
    return Arrays.copyOfRange(packet.packet_base, packet.packet, packet.packet + packet.bytes);
  }

  private static void accept(int result, String header, Recording recording)
      throws UnreadableExampleException {
    if (result != 0) {
      throw recording.refused("damaged as Vorbis: its " + header + " header makes no sense");
    }
  }

  private static float[] decoded(DspState synthesis, int channels) {
    float[][][] decoded = new float[1][][];
    int[] from = new int[channels];
    int count = Math.max(0, synthesis.synthesis_pcmout(decoded, from));
    float[] samples = new float[count * channels];
    for (int channel = 0; count > 0 && channel < channels; channel++) {
      float[] source = decoded[0][channel];
      int at = channel;
      for (int i = from[channel]; i < from[channel] + count; i++) {
        samples[at] = source[i];
        at += channels;
      }
    }
    synthesis.synthesis_read(count);
    return samples;
  }
}
