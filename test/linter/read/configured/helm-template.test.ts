// Templates of Helm charts, in which configurations stand as they will be, but for what is put in.
import { describe, expect, test } from "vitest";
import { withoutActions } from "../../../../linter/read/configured/helm-template.ts";
import { toldOf } from "./linting.ts";

const map = (code: string, around: readonly [string, string] = ["", ""]) => `${around[0]}apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "mill.fullname" . }}-kratos
  labels:
    {{- include "mill.labels" . | nindent 4 }}
data:
  {{- $host := .Values.host }}
  kratos.yml: |
    serve:
      public:
        base_url: https://{{ $host }}/kratos
        port: {{ .Values.port }}
    selfservice:
      methods:
        code:
${code}    courier:
      channels:
        - id: sms
    identity:
      schemas:
        - id: miller
          url: file:///etc/config/miller.schema.json
  miller.schema.json: |
    {
      "properties": {
        "traits": { "ory.sh/kratos": { "credentials": { "code": { "identifier": true, "via": "sms" } } } }
      }
    }
${around[1]}`;

const on = "          passwordless_enabled: true\n";
const file = "charts/mill/templates/kratos-config.yaml";
const line =
  map(on)
    .split("\n")
    .findIndex((one) => one.includes("passwordless")) + 1;

describe("a configuration in a template", () => {
  test("is read where it is written out", async () => {
    expect(await toldOf({ [file]: map(on) })).toEqual([`warning/high framework-phone-reset ${file}:${line}`]);
  });

  test("is read where all of it may be left out", async () => {
    const text = map(on, ["{{- if .Values.kratos.enabled }}\n", "{{- end }}\n"]);
    expect(await toldOf({ [file]: text })).toEqual([
      `warning/high framework-phone-reset ${file}:${line + 1}`,
    ]);
  });

  test.each([
    ["is put in", "          passwordless_enabled: {{ .Values.code }}\n"],
    [
      "may be left out",
      `          {{- if .Values.code }}\n${on}          {{- end }}\n          enabled: true\n`,
    ],
    [
      "has a choice",
      `          {{- if .Values.code }}\n          enabled: true\n          {{- else }}\n${on}          {{- end }}\n`,
    ],
  ])("is not known where it %s", async (_, code) => {
    expect(await toldOf({ [file]: map(code) })).toEqual([]);
  });
});

test("no line is lost", () => {
  const text =
    "{{/* one\ntwo */}}\na: 1\n{{- range .Values.all }}\nb: 2 # {{ . }}\nc:\n  - d: |\n      e\n{{- end }}\nf: 3";
  expect(withoutActions(text).split("\n")).toEqual([
    "",
    "",
    "a: 1",
    "",
    "b: …",
    "c:",
    "  - d: |",
    "      e",
    "",
    "f: 3",
  ]);
});

test.each(["{{", "{{/*", "{{ if ", "{{ if .a }} "])("many times %j takes no long time", (part) => {
  const began = performance.now();
  withoutActions(part.repeat(100_000));
  withoutActions(`${part.repeat(1_000)}\n`.repeat(100));
  expect(performance.now() - began).toBeLessThan(2_000);
});
