/** Kernels beyond this number take the place of those that were not used for longest. */
export const MOST_KERNELS = 512;

interface Entry<Kernel> {
  readonly kernel: Kernel;
  /** The number of the launch that used it last. */
  used: number;
}

/** Compiled kernels, by what they were compiled from. */
export class KernelCache<Kernel> {
  private readonly entries = new Map<string, Entry<Kernel>>();
  private launches = 0;

  /** @param drop - called with a kernel that another took the place of. */
  constructor(
    private readonly most: number,
    private readonly drop: (kernel: Kernel) => void = () => {},
  ) {}

  get size(): number {
    return this.entries.size;
  }

  /** The kernel of a launch, compiled where it is new. */
  get(key: string, compile: () => Kernel): Kernel {
    const known = this.entries.get(key);
    this.launches++;
    if (known !== undefined) {
      known.used = this.launches;
      return known.kernel;
    }
    const kernel = compile();
    this.entries.set(key, { kernel, used: this.launches });
    if (this.entries.size > this.most) this.forgetOldest();
    return kernel;
  }

  private forgetOldest(): void {
    let oldest = '';
    let least = Number.POSITIVE_INFINITY;
    for (const [key, { used }] of this.entries) {
      if (used >= least) continue;
      least = used;
      oldest = key;
    }
    const { kernel } = this.entries.get(oldest)!;
    this.entries.delete(oldest);
    this.drop(kernel);
  }
}
