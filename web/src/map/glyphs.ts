// Letters for the map, drawn from the system's own fonts: no font files, no other host. MapLibre asks for ranges of 256
// letters as distance fields in protocol buffers; this draws and encodes them.

import TinySDF from "@mapbox/tiny-sdf";
import type { MapLibre } from "./maplibre";

const FAMILIES: Record<string, { fontFamily: string; fontWeight: string; fontStyle?: string }> = {
  sans: { fontFamily: "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Liberation Sans', sans-serif", fontWeight: "400" },
  bold: { fontFamily: "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Liberation Sans', sans-serif", fontWeight: "650" },
  serif: { fontFamily: "'Iowan Old Style', 'Palatino Linotype', 'Noto Serif', P052, Georgia, serif", fontWeight: "400" },
};
const BORDER = 3; // as MapLibre expects
const BASELINE = 27; // from the top of MapLibre's em box, found by eye as in its own drawing of CJK
const RANGES = new Set([0, 256, 7680, 8192]); // Latin, Latin Extended, its additions, punctuation and thin spaces

function varint(bytes: number[], value: number): void {
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  bytes.push(value);
}

function field(bytes: number[], tag: number, content: number | ArrayLike<number>): void {
  if (typeof content === "number") {
    bytes.push(tag << 3);
    return varint(bytes, content);
  }
  bytes.push((tag << 3) | 2);
  varint(bytes, content.length);
  for (let i = 0; i < content.length; ++i) bytes.push(content[i]!);
}

const zigzag = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value);
const text = (value: string) => [...new TextEncoder().encode(value)];

/** The letters from `start`, as MapLibre's glyph file has them. */
function draw(stack: string, start: number): ArrayBuffer {
  const sdf = new TinySDF({ fontSize: 24, buffer: BORDER, radius: 8, cutoff: 0.25, ...(FAMILIES[stack] ?? FAMILIES.sans!) });
  const letters: number[] = [];
  field(letters, 1, text(stack));
  field(letters, 2, text(`${start}-${start + 255}`));
  for (let code = start; RANGES.has(start) && code < start + 256; ++code) {
    if (code < 32 || (code >= 127 && code < 160)) continue;
    const drawn = sdf.draw(String.fromCharCode(code));
    const letter: number[] = [];
    field(letter, 1, code);
    if (drawn.glyphWidth && drawn.glyphHeight) field(letter, 2, drawn.data);
    field(letter, 3, drawn.glyphWidth && drawn.glyphHeight ? drawn.glyphWidth : 0);
    field(letter, 4, drawn.glyphWidth && drawn.glyphHeight ? drawn.glyphHeight : 0);
    field(letter, 5, zigzag(drawn.glyphLeft));
    field(letter, 6, zigzag(drawn.glyphTop - BASELINE));
    field(letter, 7, Math.round(drawn.glyphAdvance));
    field(letters, 3, letter);
  }
  const file: number[] = [];
  field(file, 1, letters);
  return new Uint8Array(file).buffer;
}

export const GLYPHS = "letters://{fontstack}/{range}";

export function serveGlyphs(gl: MapLibre): void {
  gl.addProtocol("letters", async ({ url }) => {
    const [, stack, start] = /^letters:\/\/([^/]+)\/(\d+)-/.exec(url)!;
    return { data: draw(stack!, Number(start)) };
  });
}
