# Moves averages towards values by a share of the way, in place.
class Kernel(Module):
  __parameters__ = []
  __buffers__ = []
  def forward(self: __torch__.Kernel,
    averages: List[Tensor],
    values: List[Tensor],
    share: float) -> int:
    torch._foreach_lerp_(averages, values, share)
    return 0
