// The map with what lies on it. MapLibre is fetched after the page has drawn; until then the room is kept.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Map as GlMap } from "maplibre-gl";
import { address, type Answers } from "../api/client";
import { useApi } from "../api/use";
import { filter, getState, go, useParam, useUrl } from "../state/store";
import { Button, Empty, Spinner } from "../ui/parts";
import { fetchBase } from "./base";
import { Card } from "./card";
import { useChosen } from "./chosen";
import { boxOf, createMap } from "./create";
import { Legend } from "./legend";
import { loadMapLibre } from "./maplibre";
import { followPointer, type Hover } from "./pointer";
import "../style/map.css";

type Extent = [number, number, number, number];

function fit(map: GlMap, [w, s, e, n]: Extent, animate = true): void {
  map.fitBounds([w, s, e, n], { padding: 48, maxZoom: 9, animate, duration: 600 });
}

function useMap(raster: string | null | undefined) {
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<GlMap | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const [drawn, setDrawn] = useState(false);
  const [failed, setFailed] = useState(false);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => entry!.contentRect.width > 0 && setSeen(true));
    observer.observe(container.current!);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (raster === undefined || !seen) return; // the session is not known yet, or the list has the whole room
    let live = true;
    let made: GlMap | null = null;
    if (container.current && raster) container.current.dataset.tiles = raster;
    const base = fetchBase();
    loadMapLibre().then((gl) => {
      if (!live || !container.current) return;
      made = createMap(gl, container.current, base);
      followPointer(made, (next) => live && setHover(next));
      made.once("load", () => live && setDrawn(true));
      made.once("style.load", () => live && setMap(made));
    }).catch(() => live && setFailed(true));
    return () => {
      live = false;
      made?.remove();
    };
  }, [raster, seen]);
  return { container, map, hover, waiting: seen && !drawn && !failed, failed };
}

export function MapArea() {
  const session = useApi<Answers["session"]>(address.session).data;
  const { container, map, hover, waiting, failed } = useMap(session ? session.tiles : undefined);
  const filters = useUrl((s) => s.filters);
  const [extent, setExtent] = useParam("extent");
  const { bbox: _, ...elsewhere } = filters;
  const summary = useApi<Answers["summary"]>(address.summary(elsewhere)).data;
  useChosen(map);
  useEffect(() => {
    if (map && summary?.extent && !getState().map) fit(map, summary.extent, false);
  }, [map, summary]);
  const follow = () => {
    if (!map) return;
    if (extent === "map") {
      setExtent(null, "replace");
      filter({ bbox: undefined });
    } else {
      go(({ extra }) => ({ extra: { ...extra, extent: "map" } }), "replace");
      filter({ bbox: boxOf(map) });
    }
  };
  return (
    <section class="map" aria-label="Map">
      <div class="map__canvas" ref={container} />
      {failed && <Empty title="The map needs WebGL">This browser could not start it. The list has the same incidents.</Empty>}
      {waiting && <div class="map__wait"><Spinner label="Loading the map" /></div>}
      <div class="map__tools">
        <Button small aria-pressed={extent === "map"} onClick={follow}>
          List what the map shows
        </Button>
      </div>
      <div class="map__zoom">
        <Button small icon="plus" aria-label="Zoom in" title="Zoom in (+)" onClick={() => map?.zoomIn()} />
        <Button small icon="minus" aria-label="Zoom out" title="Zoom out (-)" onClick={() => map?.zoomOut()} />
        <Button small icon="globe" aria-label="Show all incidents found" title="Show all incidents found"
          onClick={() => map && summary?.extent && fit(map, summary.extent)} />
      </div>
      <Legend />
      {hover && <Card hover={hover} width={container.current?.clientWidth ?? 600} height={container.current?.clientHeight ?? 400} />}
    </section>
  );
}
