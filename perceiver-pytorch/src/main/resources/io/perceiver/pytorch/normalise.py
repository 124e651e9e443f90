# Layer normalisation without scale and offset.
#
# libtorch's own takes twice as long as passes over the whole array where rows are short and nothing
# is to be differentiated, on CPUs.
class Kernel(Module):
  __parameters__ = []
  __buffers__ = []
  def forward(self: __torch__.Kernel,
    x: Tensor) -> Tensor:
    channels = torch.size(x, -1)
    if torch.__or__(torch.gt(channels, 48), torch.__or__(ops.prim.requires_grad(x), ops.prim.is_cuda(x))):
      normalised = torch.layer_norm(x, [channels], None, None, 1.0e-5)
    else:
      normalised = (self).passes(x, )
    return normalised
  def passes(self: __torch__.Kernel,
    x: Tensor) -> Tensor:
    centred = torch.sub(x, torch.mean(x, [-1], True))
    length = torch.norm(centred, 2, [-1], True)
    variance = torch.div(torch.mul(length, length), torch.size(x, -1))
    return torch.mul_(centred, torch.rsqrt_(torch.add_(variance, 1.0e-5)))
