// Spans count Unicode code points, JavaScript's strings UTF-16 units: a character outside the basic plane is one of the
// first and two of the second. This is the one place that knows.

export class CodePoints {
  /** UTF-16 offset of each code point and of the end; null where both counts agree. */
  private readonly offsets: Uint32Array | null;
  readonly length: number;

  constructor(readonly text: string) {
    if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) {
      this.offsets = null;
      this.length = text.length;
      return;
    }
    const offsets: number[] = [];
    for (let i = 0; i < text.length; i += text.codePointAt(i)! > 0xffff ? 2 : 1) offsets.push(i);
    this.length = offsets.length;
    offsets.push(text.length);
    this.offsets = Uint32Array.from(offsets);
  }

  /** The words of a half-open range; a range that leaves the text is cut to it. */
  slice(start: number, end: number): string {
    return this.text.slice(this.utf16(start), this.utf16(end));
  }

  private utf16(at: number): number {
    const within = Math.min(Math.max(at, 0), this.length);
    return this.offsets ? this.offsets[within] : within;
  }
}
