// Firebase on a server: whose token it is, and what is done to an account without asking its owner.
// Read in the types of `firebase-admin` 13.10. A token that does not hold makes the check throw.
import { propOf } from "../read/values.ts";
import type { Provider } from "./provider.ts";

export const firebaseAdmin: Provider = {
  title: "Firebase user",
  modules: ["firebase-admin"],
  clients: /(^|\.)(getAuth|auth)$/,
  proves: ({ path }) =>
    /(^|\.)(verifyIdToken|verifySessionCookie)$/.test(path)
      ? {
          kind: "session",
          when: {},
          otherwiseFails: true,
          number: { field: "phone_number", provider: "Firebase Auth" },
        }
      : undefined,
  effects: ({ path, args }) => {
    const [uid, changes] = args;
    if (uid === undefined || !/(^|\.)updateUser$/.test(path)) return undefined;
    const password = propOf(changes, "password");
    if (password !== undefined) return { what: "writes-password", written: password, of: uid };
    const phone = propOf(changes, "phoneNumber");
    if (phone !== undefined) return { what: "changes-phone", written: phone, of: uid };
    const email = propOf(changes, "email");
    if (email !== undefined) return { what: "changes-email", written: email, of: uid };
    const factors = propOf(propOf(changes, "multiFactor"), "enrolledFactors");
    return factors?.k === "const" && factors.v === null
      ? { what: "removes-factor", written: null, of: uid }
      : undefined;
  },
};
