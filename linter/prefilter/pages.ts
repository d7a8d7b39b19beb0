// Tells pages of a browser, in which nothing is decided, from files that only look like them.
import { mayActOnHostedAccount } from "../providers/index.ts";
import { isComponent, isPage } from "../read/components.ts";
import { mayConfigure } from "../read/configured/words.ts";
import { configurationWords } from "./configuration.ts";
import { hosted, service } from "./words.ts";

/** What only runs in a browser, or on a device: the state and the effects of a component. */
const inBrowser =
  /["']use client["']|\buse(?:State|Effect|LayoutEffect|Ref|Form|Router|Navigate|Navigation|Mutation|Dispatch|Selector|Context|Callback|Memo|Reducer)\s*(?:<[^()\n]*>)?\(/;

/** What frameworks run on a server although it stands in the file of a page. */
const onServer =
  /["']use server["']|\b(?:server|routeAction|routeLoader)\$|\b(?:action|loader|handler|getServerSideProps|getInitialProps|createServerFn|createServerAction|defineEventHandler)\b/;

/**
 * Whether nothing in a page can let anybody in: it runs in a browser, and calls no service that signs people in there.
 * Such a page is long and takes as much to parse as a server's code; it is read where something imports it.
 */
export function decidesNothing(file: string, text: string): boolean {
  if (!isPage(file) || file.endsWith(".astro")) return false;
  if (!inBrowser.test(text) && !isComponent(file)) return false;
  const speaks = [onServer, hosted, service, configurationWords].some((words) => words.test(text));
  return !speaks && !mayConfigure(text) && !mayActOnHostedAccount(text);
}
