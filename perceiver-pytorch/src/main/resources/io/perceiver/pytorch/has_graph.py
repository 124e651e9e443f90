# Whether autograd would go on before x.
class Kernel(Module):
  __parameters__ = []
  __buffers__ = []
  def forward(self: __torch__.Kernel,
    x: Tensor) -> Tensor:
    return torch.tensor(ops.prim.requires_grad(x))
