export function IncidentList() {
  return <div class="placeholder" />;
}
