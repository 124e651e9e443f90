# One LAMB step over some parameters, in place. The fused AdamW makes their directions: from 0, with a rate of 1 and
# without decay, it leads to minus the direction. Lists that are changed are arguments: of what happens to the tensors
# of a list made here, the compiler thinks that nobody sees it.
class Kernel(Module):
  __parameters__ = []
  __buffers__ = []
  def forward(self: __torch__.Kernel,
    values: List[Tensor],
    gradients: List[Tensor],
    first_moments: List[Tensor],
    second_moments: List[Tensor],
    steps: List[Tensor],
    directions: List[Tensor],
    learning_rate: float,
    beta1: float,
    beta2: float,
    epsilon: float,
    weight_decay: float) -> int:
    torch._foreach_add_(steps, 1)
    torch._fused_adamw_(directions, gradients, first_moments, second_moments, annotate(List[Tensor], []), steps, lr=1., beta1=beta1, beta2=beta2, weight_decay=0., eps=epsilon, amsgrad=False, maximize=False)
    torch._foreach_add_(directions, values, alpha=torch.neg(weight_decay))
    weight = torch.stack(torch._foreach_norm(values, 2))
    change = torch.stack(torch._foreach_norm(directions, 2))
    trusted = torch.logical_and(torch.gt(weight, 0), torch.gt(change, 0))
    trust = torch.where(trusted, torch.div(weight, change), torch.ones_like(weight))
    torch._foreach_mul_(directions, torch.unbind(torch.mul(trust, learning_rate)))
    torch._foreach_add_(values, directions)
    return 0
