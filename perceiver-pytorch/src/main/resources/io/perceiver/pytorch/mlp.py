# Linear, activation, linear, dropout. Words between dollar signs become constants.
class Kernel(Module):
  __parameters__ = []
  __buffers__ = []
  def forward(self: __torch__.Kernel,
    x: Tensor,
    widen: Tensor,
    widen_bias: Tensor,
    narrow: Tensor,
    narrow_bias: Tensor) -> Tensor:
    wide = torch.linear(x, widen, widen_bias)
    if $GEGLU$:
      halves = torch.chunk(wide, 2, -1)
      hidden = torch.mul(halves[0], torch.gelu(halves[1]))
    else:
      hidden = torch.gelu(wide, approximate="$APPROXIMATE$")
    narrowed = torch.linear(hidden, narrow, narrow_bias)
    if $DROPS$:
      result = torch.dropout(narrowed, $DROPOUT$, True)
    else:
      result = narrowed
    return result
