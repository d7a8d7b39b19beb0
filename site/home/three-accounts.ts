// The setup on the home page: three accounts, two of which hang on the phone number alone.
import type { SetupInput } from "../../simulator/index.ts";

/** Mail and bank have two factors switched on, and a reset by text behind them; work has a key and no way round it. */
export const threeAccounts: SetupInput = {
  version: 1,
  title: "Three accounts",
  numbers: [{ id: "mobile", title: "phone number" }],
  devices: [{ id: "phone", title: "phone", kind: "smartphone", sims: ["mobile"] }],
  things: [{ id: "key", title: "security key", kind: "security-key" }],
  accounts: [
    {
      id: "mail",
      title: "Mail",
      kind: "mailbox",
      authenticators: [
        { id: "password", kind: "password" },
        { id: "text", kind: "sms-code", number: "mobile" },
      ],
      signIn: [{ with: ["password", "text"] }],
      recovery: [{ with: ["text"], gives: "new-password" }],
    },
    {
      id: "bank",
      title: "Bank",
      kind: "bank",
      authenticators: [
        { id: "password", kind: "password" },
        { id: "text", kind: "sms-code", number: "mobile" },
      ],
      signIn: [{ with: ["password", "text"] }],
      recovery: [{ with: ["text"], gives: "new-password" }],
    },
    {
      id: "work",
      title: "Work",
      kind: "work",
      authenticators: [
        { id: "password", kind: "password" },
        { id: "key", kind: "security-key", thing: "key" },
      ],
      signIn: [{ with: ["password", "key"] }],
    },
  ],
};
