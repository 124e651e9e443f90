# Scales gradients in place so that their global L2 norm is at most max_norm; returns the norm before.
class Kernel(Module):
  __parameters__ = []
  __buffers__ = []
  def forward(self: __torch__.Kernel,
    gradients: List[Tensor],
    max_norm: float) -> Tensor:
    norm = torch.norm(torch.stack(torch._foreach_norm(gradients, 2)), 2)
    factor = torch.clamp(torch.mul(torch.reciprocal(torch.add(norm, 1.0e-6)), max_norm), None, 1.)
    if bool(torch.lt(factor, 1.)):
      torch._foreach_mul_(gradients, factor)
    return norm
