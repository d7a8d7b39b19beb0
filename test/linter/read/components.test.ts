// Code that stands beside markup is read where it stands.
import { describe, expect, test } from "vitest";
import { scriptOf } from "../../../linter/read/components.ts";
import { lowerFile } from "../../../linter/read/lower.ts";

/** Each function of a file with its line and column. */
function functionsIn(file: string, text: string): string[] {
  const { functions, problem } = lowerFile(file, text);
  expect(problem).toBeNull();
  return functions.map(({ name, at }) => `${name} ${at.join(":")}`);
}

describe("components", () => {
  test("both scripts of a Vue component are read, each in its lines", () => {
    const bakery = `<template>
  <form @submit.prevent="order">{{ loaves > 2 ? "many" : "few" }}</form>
</template>
<script lang="ts">
export function price(loaves: number) { return loaves * 3; }
</script>

<script setup lang="ts" generic="T extends Map<string, number>">
const typed = <T,>(x: T) => x;
  async function order() { await send(loaves as number); }
</script>
<style>form { color: brown; }</style>
`;
    expect(functionsIn("Order.vue", bakery)).toEqual(["price 5:17", "order 10:18", "typed 9:15"]);
  });

  test("what is commented out in the markup is not read, a comment's mark in a text is no comment", () => {
    const page = `<!-- <script>function gone() {}</script> -->
<script context="module">
  export const mark = "<!--";
  export function kept() {}
</script>
<p>--></p>
`;
    expect(functionsIn("Bread.svelte", page)).toEqual(["kept 4:19"]);
  });

  test("of an Astro page what runs on the server is read, scripts for the browser are not", () => {
    const page = `---
import { members } from "../members";
function greeting(name: string) { return "Hello " + name; }
if (!Astro.locals.user) return Astro.redirect("/sign-in");
---
<h1>{greeting("rower")}</h1>
<script>function inBrowser() {}</script>
`;
    expect(functionsIn("index.astro", page)).toEqual(["greeting 3:10"]);
    expect(lowerFile("index.astro", page).imports["members"]).toEqual({
      from: "../members",
      name: "members",
    });
  });

  test.each(["<!--", "<script>", "<script '", "</script ", "---\n"])(
    // Looked for again from each mark on, this would take hours, and the test would not end.
    "a file that says %s and nothing else is left at its end",
    (mark) => {
      const page = mark.repeat(200_000);
      for (const file of ["a.svelte", "a.astro"]) expect(scriptOf(file, page).text).toHaveLength(page.length);
    },
  );

  test("a page without code, one that never ends and one with Windows line ends keep their length", () => {
    for (const text of [
      "<p>only markup</p>",
      "<script>const x = 1;",
      "---\nnever ended",
      "<p>\r\n<script>\r\nlet a;</script>",
    ])
      for (const file of ["a.vue", "a.astro"]) expect(scriptOf(file, text).text).toHaveLength(text.length);
  });
});
