// AWS SNS: a publish to a phone number is a text; a publish to a topic is not.
// Read in code that uses `@aws-sdk/client-sns` (v3) and `aws-sdk` (v2).
import { propOf, type Value } from "../read/values.ts";
import type { Provider } from "./provider.ts";

export const awsSns: Provider = {
  title: "AWS SNS",
  modules: ["@aws-sdk/client-sns", "aws-sdk", "aws-sdk/clients/sns"],
  byShape: true,
  sends: ({ path, args }) => {
    const publish = /(^|\.)publish$/.test(path) ? args[0] : commandIn(path, args);
    const to = propOf(publish, "PhoneNumber");
    if (publish === undefined || to === undefined) return undefined;
    return { channels: ["sms"], to, content: [publish] };
  },
};

/** The input of `client.send(new PublishCommand(input))`. */
function commandIn(path: string, args: readonly Value[]): Value | undefined {
  const command = args[0];
  if (!/(^|\.)send$/.test(path) || command?.k !== "package" || !command.path.endsWith("PublishCommand()"))
    return undefined;
  return command.args[0];
}
