// What most cases have in common: one mobile number, and the smartphone with its SIM.

/** Numbers and devices of somebody with one phone. */
export const onePhone = {
  numbers: [{ id: "mobile", title: "Mobile number" }],
  devices: [{ id: "phone", title: "Phone", kind: "smartphone", sims: ["mobile"] }],
} as const;
