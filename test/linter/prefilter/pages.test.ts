// Which files of candidates are pages of a browser that let nobody in.
import { describe, expect, test } from "vitest";
import { decidesNothing } from "../../../linter/prefilter/pages.ts";

const form = `
import { useState } from "react";
export function CodeForm({ phone }) {
  const [code, setCode] = useState("");
  return <form onSubmit={() => fetch("/choir/verify-otp", { method: "POST", body: code })} />;
}`;

describe("a page of a choir decides nothing", () => {
  test.each([
    ["CodeForm.tsx", form],
    ["CodeForm.jsx", `"use client";\nexport const CodeForm = () => <input name="otp" />;`],
    ["CodeForm.vue", `<script setup>const send = () => api.post("/verify-otp", { phone, code });</script>`],
    ["CodeForm.svelte", "<script>let otp; const send = () => api.verify(phone, otp);</script>"],
  ])("where %s only asks a server", (file, text) => {
    expect(decidesNothing(file, text)).toBe(true);
  });
});

describe("it may decide something", () => {
  test.each([
    ["a service signs people in there", "CodeForm.tsx", `${form}\nconfirmation.confirm(code);`],
    ["such a service is set up there", "CodeForm.tsx", `${form}\nbetterAuth({ plugins: [] });`],
    [
      "the file has an action of a server",
      "reset.tsx",
      `${form}\nexport async function action({ request }) {}`,
    ],
    [
      "a function says that it runs on a server",
      "reset.tsx",
      `${form}\nasync function reset() { "use server"; }`,
    ],
    ["nothing shows that it runs in a browser", "app.tsx", `app.post("/reset", (c) => c.html(<Done />));`],
    ["its script runs before it is sent", "reset.astro", "---\nawait reset(Astro.request);\n---"],
    ["it is no page", "reset.ts", `const useState = 1; "use client";`],
  ])("where %s", (_, file, text) => {
    expect(decidesNothing(file, text)).toBe(false);
  });
});
