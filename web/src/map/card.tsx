// What stands beside the pointer: enough to decide whether to click.

import { formatCount, formatNumber, shortTitle } from "../ui/format";
import { label } from "../ui/labels";
import { Grade } from "../ui/parts";
import type { Hover } from "./pointer";

const PRECISIONS = ["", "exact place", "near this place", "somewhere in the district", "somewhere in the province", "along a line", "somewhere in the country", "at sea or abroad"];

export function Card({ hover, width, height }: { hover: Hover; width: number; height: number }) {
  const { spot, x, y } = hover;
  const left = Math.min(Math.max(x + 14, 8), Math.max(8, width - 268));
  const below = y < height - 150;
  return (
    <div class="map-card" style={{ left: `${left}px`, ...(below ? { top: `${y + 14}px` } : { bottom: `${height - y + 14}px` }) }} aria-hidden="true">
      {spot.n === 1 ? (
        <>
          <p class="map-card__title">{shortTitle(spot.title ?? "")}</p>
          <p class="map-card__line">
            {spot.kind && <span>{label(spot.kind)}</span>}
            {spot.grade && <Grade grade={spot.grade} />}
          </p>
          {(spot.radius_km ?? 0) > 0 && (
            <p class="map-card__note">
              {PRECISIONS[spot.precision ?? 0]}: within about {formatNumber(spot.radius_km!)}{"\u202f"}km
            </p>
          )}
        </>
      ) : (
        <>
          <p class="map-card__title">{formatCount(spot.n, "incident")}</p>
          <p class="map-card__line">{spot.killed ? `${formatNumber(spot.killed)} killed, best figures` : "Nobody reported killed"}</p>
          <p class="map-card__note">{spot.same ? "All at one point: click to list them" : "Click to come closer"}</p>
        </>
      )}
    </div>
  );
}
