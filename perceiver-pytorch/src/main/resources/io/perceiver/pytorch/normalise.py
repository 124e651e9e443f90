# Layer normalisation without scale and offset.
class Kernel(Module):
  __parameters__ = []
  __buffers__ = []
  def forward(self: __torch__.Kernel,
    x: Tensor) -> Tensor:
    return torch.layer_norm(x, [torch.size(x, -1)], None, None, 1.0e-5)
