// What the circles mean.

import { useState } from "preact/hooks";
import { Button } from "../ui/parts";
import { KILLED_CLASSES } from "./colors";
import { formatNumber } from "../ui/format";

export function Legend() {
  const [open, setOpen] = useState(() => innerWidth > 1280);
  return (
    <div class="map-legend">
      <Button kind="quiet" small aria-expanded={open} onClick={() => setOpen(!open)} icon={open ? "down" : "forward"}>
        Legend
      </Button>
      {open && (
        <div class="map-legend__body">
          <p class="map-legend__head">People killed, best figures</p>
          <ol class="map-legend__scale">
            {KILLED_CLASSES.map((from, i) => (
              <li key={from}>
                <span class="map-legend__swatch" style={{ background: `var(--killed-${i})` }} />
                {from === 0 ? "none" : `${formatNumber(from)}+`}
              </li>
            ))}
          </ol>
          <p class="map-legend__row"><span class="map-legend__sizes" aria-hidden="true"><i /><i /><i /></span>Size: number of incidents</p>
          <p class="map-legend__row"><span class="map-legend__area" aria-hidden="true" />Dashed: place known only to an area</p>
          <p class="map-legend__credit">Natural Earth · GeoNames</p>
        </div>
      )}
    </div>
  );
}
