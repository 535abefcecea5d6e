/// <reference types="vite/client" />

declare module "maplibre-parts/gl.js" {
  const gl: unknown;
  export default gl;
}

declare module "virtual:labels" {
  const url: string;
  export default url;
}
