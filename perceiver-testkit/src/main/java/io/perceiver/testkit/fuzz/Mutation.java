package io.perceiver.testkit.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** One way to damage a file. Every draw comes from the generator given. */
enum Mutation {
  FLIP_BIT {
    @Override
    byte[] apply(byte[] file, RandomGenerator random) {
      byte[] result = file.clone();
      result[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      return result;
    }
  },

  SET_BYTE {
    @Override
    byte[] apply(byte[] file, RandomGenerator random) {
      byte[] result = file.clone();
      result[random.nextInt(file.length)] = (byte) random.nextInt();
      return result;
    }
  },

  /** Writes a number that breaks arithmetic where some header may have its sizes. */
  SET_INTEGER {
    @Override
    byte[] apply(byte[] file, RandomGenerator random) {
      ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES);
      buffer.order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
      int bytes = 1 << random.nextInt(4);
      long value = extreme(file.length, 8 * bytes, random);
      switch (bytes) {
        case 1 -> buffer.put((byte) value);
        case 2 -> buffer.putShort((short) value);
        case 4 -> buffer.putInt((int) value);
        default -> buffer.putLong(value);
      }
      byte[] result = file.clone();
      // headers lie at the start: half of the draws go there
      int end = random.nextBoolean() ? Math.min(64, file.length) : file.length;
      int at = random.nextInt(end);
      System.arraycopy(buffer.array(), 0, result, at, Math.min(bytes, file.length - at));
      return result;
    }
  },

  CUT {
    @Override
    byte[] apply(byte[] file, RandomGenerator random) {
      return Arrays.copyOf(file, random.nextInt(file.length));
    }
  },

  DELETE_RANGE {
    @Override
    byte[] apply(byte[] file, RandomGenerator random) {
      int from = random.nextInt(file.length);
      int to = from + random.nextInt(Math.min(64, file.length - from) + 1);
      return joined(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length));
    }
  },

  DUPLICATE_RANGE {
    @Override
    byte[] apply(byte[] file, RandomGenerator random) {
      int from = random.nextInt(file.length);
      int to = from + random.nextInt(Math.min(256, file.length - from) + 1);
      return joined(Arrays.copyOf(file, to), Arrays.copyOfRange(file, from, file.length));
    }
  },

  INSERT_BYTES {
    @Override
    byte[] apply(byte[] file, RandomGenerator random) {
      int at = random.nextInt(file.length + 1);
      byte[] bytes = new byte[1 + random.nextInt(32)];
      if (random.nextBoolean()) {
        random.nextBytes(bytes);
      }
      byte[] head = joined(Arrays.copyOf(file, at), bytes);
      return joined(head, Arrays.copyOfRange(file, at, file.length));
    }
  };

  private static final int LARGEST = 1 << 20;

  /** A changed copy of a file that has at least one byte. */
  abstract byte[] apply(byte[] file, RandomGenerator random);

  /** One to four of them, one after another. */
  static byte[] several(byte[] file, RandomGenerator random) {
    byte[] result = file;
    for (int count = 1 + random.nextInt(4); count > 0; count--) {
      if (result.length == 0 || result.length > LARGEST) {
        return result;
      }
      result = values()[random.nextInt(values().length)].apply(result, random);
    }
    return result;
  }

  private static long extreme(int length, int bits, RandomGenerator random) {
    long highest = bits == 64 ? Long.MAX_VALUE : (1L << (bits - 1)) - 1;
    long[] values = {
      0, 1, 2, -1, -2, highest, highest + 1, length, length - 1, length + 1, 1 << 16
    };
    return values[random.nextInt(values.length)];
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    byte[] result = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, result, head.length, tail.length);
    return result;
  }
}
