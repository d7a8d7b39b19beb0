// How the training site is built: static pages from site/ and content/, Preact for the player alone.
import { fileURLToPath } from "node:url";
import mdx from "@astrojs/mdx";
import preact from "@astrojs/preact";
import { defineConfig } from "astro/config";

export default defineConfig({
  srcDir: "./site",
  publicDir: "./site/public",
  outDir: "./dist/site",
  output: "static",
  trailingSlash: "always",
  integrations: [mdx(), preact()],
  // Without inline scripts and styles the policy can be `script-src 'self'; style-src 'self'`, with no hashes to keep.
  build: { format: "directory", inlineStylesheets: "never" },
  // What packs the setup of a link is newer than this language level; rewriting to an older one only costs bytes.
  vite: {
    build: { assetsInlineLimit: 0, target: "es2023" },
    resolve: {
      alias: {
        "@noble/hashes/sha2.js": fileURLToPath(new URL("./site/left-out-hashes.ts", import.meta.url)),
      },
    },
  },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
});
