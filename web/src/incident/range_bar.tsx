// The bar between low and high with a mark at best; an open side goes on to the border and fades, with an arrow.

import type { Figure } from "../api/types";
import { barOf, type Scale } from "./range_scale";

const share = (value: number) => `${(value * 100).toFixed(2)}%`;

export function RangeBar({ figure, scale }: { figure: Figure; scale: Scale }) {
  const bar = barOf(figure, scale);
  if (!bar) return null;
  const open = `${bar.openLow ? " range__bar--open-low" : ""}${bar.openHigh ? " range__bar--open-high" : ""}`;
  return (
    <div class="range">
      {scale.ticks.map((tick) => <i key={tick} class="range__tick" style={{ left: share(tick / scale.max) }} />)}
      <i class={`range__bar${open}`} style={{ left: share(bar.from), width: share(bar.to - bar.from) }} />
      {bar.best !== null && <i class="range__best" style={{ left: share(bar.best) }} />}
    </div>
  );
}
