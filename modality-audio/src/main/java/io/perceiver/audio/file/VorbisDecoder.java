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
 * Ogg Vorbis by JOrbis. The library believes its headers, so they are checked first, and the one
 * with the comments is kept from it.
 */
final class VorbisDecoder implements FormatDecoder {

  @Override
  public void decode(InputStream file, Recording recording) throws IOException {
    OggPackets packets = new OggPackets(file, recording);
    Info info = headers(packets, recording);
    DspState synthesis = new DspState();
    synthesis.synthesis_init(info);
    Block block = new Block(synthesis);
    long delivered = 0;
    Packet packet = packets.next();
    while (packet != null && !recording.isFull()) {
      // packets that hold no sound are passed over, as the format's specification asks
      if (block.synthesis(packet) == 0) {
        synthesis.synthesis_blockin(block);
        // the last packet says how many samples there are in all; a block may hold more
        boolean last = packet.e_o_s != 0 && packet.granulepos >= 0;
        long most = last ? Math.max(0, packet.granulepos - delivered) : Long.MAX_VALUE;
        delivered += deliver(synthesis, info.channels, most, recording);
      }
      packet = packets.next();
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

  private static int deliver(DspState synthesis, int channels, long most, Recording recording)
      throws UnreadableExampleException {
    float[][][] decoded = new float[1][][];
    int[] from = new int[channels];
    int ready = synthesis.synthesis_pcmout(decoded, from);
    int count = (int) Math.min(ready, most);
    if (count <= 0) {
      return 0;
    }
    float[] samples = new float[count * channels];
    for (int channel = 0; channel < channels; channel++) {
      for (int i = 0; i < count; i++) {
        samples[i * channels + channel] = decoded[0][channel][from[channel] + i];
      }
    }
    recording.add(samples, count);
    synthesis.synthesis_read(count);
    return count;
  }
}
