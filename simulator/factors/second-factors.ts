// The second factors of an account, which scenarios need as well and the model therefore defines.
export { secondFactors } from "../model/second-factors.ts";
