# One LAMB step over all parameters, in place; gradients become the step, so that no more memory is needed.
class Kernel(Module):
  __parameters__ = []
  __buffers__ = []
  def forward(self: __torch__.Kernel,
    values: List[Tensor],
    gradients: List[Tensor],
    first_moments: List[Tensor],
    second_moments: List[Tensor],
    steps: List[Tensor],
    learning_rate: float,
    beta1: float,
    beta2: float,
    log_beta1: float,
    log_beta2: float,
    epsilon: float,
    weight_decay: float) -> int:
    torch._foreach_add_(steps, 1)
    torch._foreach_lerp_(first_moments, gradients, torch.sub(1., beta1))
    torch._foreach_mul_(second_moments, beta2)
    torch._foreach_addcmul_(second_moments, gradients, gradients, torch.sub(1., beta2))
    taken = torch.stack(steps)
    first_bias = torch.neg(torch.expm1(torch.mul(taken, log_beta1)))
    second_bias = torch.sqrt(torch.neg(torch.expm1(torch.mul(taken, log_beta2))))
    torch._foreach_copy_(gradients, second_moments)
    torch._foreach_sqrt_(gradients)
    torch._foreach_div_(gradients, torch.unbind(second_bias))
    torch._foreach_add_(gradients, epsilon)
    torch._foreach_mul_(gradients, torch.unbind(first_bias))
    torch._foreach_reciprocal_(gradients)
    torch._foreach_mul_(gradients, first_moments)
    torch._foreach_add_(gradients, values, alpha=weight_decay)
    weight = torch.stack(torch._foreach_norm(values, 2))
    change = torch.stack(torch._foreach_norm(gradients, 2))
    trusted = torch.logical_and(torch.gt(weight, 0), torch.gt(change, 0))
    trust = torch.where(trusted, torch.div(weight, change), torch.ones_like(weight))
    torch._foreach_mul_(gradients, torch.unbind(torch.mul(trust, torch.neg(learning_rate))))
    torch._foreach_add_(values, gradients)
    return 0
