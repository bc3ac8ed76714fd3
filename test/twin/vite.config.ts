// Builds the new platform's pages.
import { join } from "node:path";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  base: "/new/",
  plugins: [vue()],
  cacheDir: join(import.meta.dirname, "../../.cache/vite-twin"),
  build: {
    outDir: join(import.meta.dirname, "dist"),
    emptyOutDir: true,
    chunkSizeWarningLimit: 3000,
    reportCompressedSize: false,
  },
});
