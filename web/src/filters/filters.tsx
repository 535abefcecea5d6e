export function Filters() {
  return <div class="placeholder" />;
}
