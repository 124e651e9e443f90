package io.perceiver.audio.signal;

/** Which part of a clip longer than the model takes is kept. */
public enum Crop {
  /** Its beginning. */
  START,

  /** Its middle. */
  CENTRE;

  /** At most so many frames of a sound; the sound itself where it has no more. */
  public Sound of(Sound sound, int most) {
    if (sound.frames() <= most) {
      return sound;
    }
    return sound.part(this == START ? 0 : (sound.frames() - most) / 2, most);
  }
}
