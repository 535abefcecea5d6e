export function Timeline() {
  return <div class="placeholder" />;
}
