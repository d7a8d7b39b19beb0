// How the training site is built: static pages from site/ and content/, Preact for the player alone.
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
  vite: { build: { assetsInlineLimit: 0 } },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
});
