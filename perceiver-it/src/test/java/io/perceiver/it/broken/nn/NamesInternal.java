package io.perceiver.it.broken.nn;

import io.perceiver.it.broken.internal.data.Shelf;
import java.util.List;
import org.apiguardian.api.API;

/** Lets users see an internal type, once by mistake. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NamesInternal {

  /** Is for users. */
  public List<Shelf> shelves() {
    return List.of(own());
  }

  /** Is not. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public Shelf own() {
    return new Shelf();
  }
}
