export function App() {
  return <main>attest</main>;
}
