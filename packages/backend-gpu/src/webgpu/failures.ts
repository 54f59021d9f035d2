/**
 * What went wrong on a WebGPU device. It is asked at once and answers later, when more was asked: what was to be computed
 * meanwhile is remembered, and said to be lost by whatever reads it.
 */

/** Batches of which nothing was computed, and why. */
interface Lost {
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

/** Where a batch is what goes to the device together. */
export class Failures {
  /** The number of the batch that is being made. */
  private batch = 0;
  /** Whether the device is asked about it already. */
  private asked = false;
  private readonly lost: Lost[] = [];
  /** The batches in which buffers were written last. */
  private readonly written = new WeakMap<GPUBuffer, number>();
  private readonly withoutMemory = new WeakSet<GPUBuffer>();
  private gone: string | null = null;
  private failure: string | null = null;
  /** What the device says of itself, which may follow from a failure. */
  private symptom: string | null = null;

  constructor(private readonly device: GPUDevice) {
    device.onuncapturederror = ({ error }) => this.follows(error.message);
  }

  /** Whether the device was lost. */
  get isGone(): boolean {
    return this.gone !== null;
  }

  /** Says why the device can compute no more. */
  end(why: string): void {
    this.gone ??= why;
  }

  /** Waits for the device's loss, for as long as there is a device. */
  watch(): void {
    void this.device.lost.then(({ message }) => this.end(message || 'without a reason'));
  }

  /** Keeps the first failure for the next {@link check}. */
  report(message: string): void {
    this.failure ??= message;
  }

  private follows(message: string): void {
    this.symptom ??= `WebGPU reports: ${message}`;
  }

  /** Begins a batch, unless it has begun: the device tells what does not fit in what is asked until its end. */
  beginBatch(): void {
    if (this.asked) return;
    this.asked = true;
    this.device.pushErrorScope('validation');
  }

  /** Ends a batch. */
  endBatch(): void {
    const { batch } = this;
    this.batch++;
    if (!this.asked) return;
    this.asked = false;
    this.answer((error) => {
      // A buffer without memory, of which it was told before.
      if (!this.lost.some(({ from, to }) => from <= batch && batch <= to)) this.follows(error.message);
    });
  }

  /**
   * A buffer, which may turn out to have no memory: what was to be computed until that is told is lost then.
   *
   * @param why - what is said then.
   */
  allocate(descriptor: GPUBufferDescriptor, why: string, onFailure: () => void): GPUBuffer {
    const from = this.batch;
    const buffer = this.create(descriptor, why, () => {
      this.withoutMemory.add(buffer);
      this.lost.push({ from, to: this.batch, why });
      onFailure();
    });
    return buffer;
  }

  /** A buffer to which nothing is computed. */
  create(descriptor: GPUBufferDescriptor, why: string, onFailure = () => {}): GPUBuffer {
    const { device } = this;
    device.pushErrorScope('out-of-memory');
    const buffer = device.createBuffer(descriptor);
    this.answer(() => {
      onFailure();
      this.report(why);
    });
    return buffer;
  }

  /** Whether a buffer turned out to have no memory. */
  lacksMemory(buffer: GPUBuffer): boolean {
    return this.withoutMemory.has(buffer);
  }

  /** Remembers that a buffer is written in this batch. */
  wrote(buffer: GPUBuffer): void {
    this.written.set(buffer, this.batch);
  }

  /** Throws where the device is gone, or failed since it was asked last. */
  check(): void {
    if (this.gone !== null) {
      throw new Error(
        `gpu: the WebGPU device is lost (${this.gone}), and with it every buffer; call gpu() again and build the tensors anew`,
      );
    }
    const message = this.failure ?? this.symptom;
    if (message === null) return;
    this.failure = null;
    this.symptom = null;
    throw new Error(`gpu: ${message}`);
  }

  /** Gives what throws where the elements that a buffer has now were never computed. */
  checkerOf(buffer: GPUBuffer): () => void {
    const batch = this.written.get(buffer) ?? -1;
    return () => {
      const found = this.lost.find(({ from, to }) => from <= batch && batch <= to);
      if (found !== undefined) throw new Error(`gpu: elements that are read were never computed: ${found.why}`);
    };
  }

  /** Throws where the elements of a buffer were never computed. */
  checkElements(buffer: GPUBuffer): void {
    if (this.lost.length > 0) this.checkerOf(buffer)();
  }

  private answer(told: (error: GPUError) => void): void {
    this.device.popErrorScope().then(
      (error) => {
        if (error !== null) told(error);
      },
      // It was lost, which it says by itself.
      () => undefined,
    );
  }
}
