// The types of the simulator that pictures are drawn from.
import type { Holding, Person } from "../../simulator/index.ts";

export interface Cord {
  readonly account: string;
  readonly authenticator: string;
  readonly way: "sign-in" | "recovery";
  readonly holding: Holding;
}

export interface Scene {
  readonly now: number;
  readonly pegs: readonly { readonly holding: Holding; readonly holders: readonly Person[] }[];
  readonly lines: readonly {
    readonly number: string;
    readonly holder: Person | "nobody";
    readonly intercepted: boolean;
    readonly blocked: readonly string[];
  }[];
  readonly handsets: readonly {
    readonly device: string;
    readonly custody: Person | "nobody";
    readonly service: boolean;
    readonly messages: readonly { readonly n: number; readonly at: number; readonly from: string; readonly text: unknown }[];
  }[];
  readonly accounts: readonly {
    readonly account: string;
    readonly inside: readonly Person[];
    readonly locked: boolean;
    readonly factorsLeft: number | null;
    readonly owner: "not-tried" | "signed-in" | "refused";
  }[];
}
