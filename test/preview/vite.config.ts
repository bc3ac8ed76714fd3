// Builds the preview page of the overlay; never part of the shipped extension.
import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [preact({ devToolsEnabled: false })],
  build: {
    outDir: "../../.cache/preview",
    emptyOutDir: true,
    rolldownOptions: { input: "host.html" },
    target: "chrome109",
  },
});
