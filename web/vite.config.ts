import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import { mapLabels } from "./build/labels";
import { maplibre } from "./build/maplibre";

// The page is served by attest itself, which allows no inline scripts and no other hosts.
export default defineConfig({
  plugins: [preact(), maplibre(), mapLabels()],
  build: { target: "es2020", outDir: "dist", assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  optimizeDeps: { exclude: ["maplibre-parts"] },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
});
