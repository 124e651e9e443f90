package io.perceiver.run;

import io.perceiver.api.ModelClosedException;
import io.perceiver.internal.kernel.EngineWork;
import java.util.function.Supplier;

/**
 * Keeps what a model holds until nobody uses it any more. Whoever comes after {@link #end} is
 * refused; what it holds is released once, by the last who uses it. Thread-safe.
 */
final class Lifetime {
  private final Runnable release;
  private final ThreadLocal<Integer> ownUses = ThreadLocal.withInitial(() -> 0);
  private int uses;
  private boolean ended;
  private boolean released;

  /**
   * Begins.
   *
   * @param release gives back what is held
   */
  Lifetime(Runnable release) {
    this.release = release;
  }

  /**
   * Uses what is held.
   *
   * @throws ModelClosedException if the end has come
   * @throws io.perceiver.api.WorkInterruptedException if the process is ending
   */
  <T> T use(Supplier<T> work) {
    enter();
    try {
      return EngineWork.run(work::get);
    } finally {
      leave();
    }
  }

  /**
   * Refuses to go on if the end has come; a long use asks this now and then.
   *
   * @throws ModelClosedException if it has
   * @throws io.perceiver.api.WorkInterruptedException if the process is ending
   */
  synchronized void check() {
    EngineWork.check();
    if (ended) {
      throw new ModelClosedException();
    }
  }

  private synchronized void enter() {
    check();
    uses++;
    ownUses.set(ownUses.get() + 1);
  }

  private synchronized void leave() {
    uses--;
    ownUses.set(ownUses.get() - 1);
    notifyAll();
    releaseIfUnused();
  }

  /**
   * Ends: nothing new begins, and this returns when the uses of other threads are over. Called
   * within a use, or interrupted while waiting, it leaves the release to the last use.
   */
  synchronized void end() {
    ended = true;
    while (uses > ownUses.get()) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    releaseIfUnused();
  }

  private void releaseIfUnused() {
    if (ended && uses == 0 && !released) {
      released = true;
      release.run();
    }
  }
}
