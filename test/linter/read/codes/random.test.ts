// How many different values the calls of packages can give that make something at random.
import { expect, test } from "vitest";
import { madeBy } from "../../../../linter/read/codes/random.ts";

test("secure-random gives bytes, however they are wrapped", () => {
  const bytes = { how: "random", size: { choices: 65_536, signs: 16 } };
  for (const path of ["", "randomArray", "randomUint8Array", "randomBuffer"])
    expect(madeBy({ module: "secure-random", path, args: [{ k: "const", v: 2 }] })).toEqual(bytes);
});
