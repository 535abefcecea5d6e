export function MapArea() {
  return <div class="placeholder" />;
}
