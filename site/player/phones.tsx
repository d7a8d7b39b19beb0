// The phones of a play, drawn as plain devices, with the very texts and notices of the play on them.
import { say, type HandsetScene, type Setup } from "../../simulator/index.ts";
import { words } from "../i18n/player.ts";
import { clockTime } from "./clock.ts";
import type { Moment } from "./moment.ts";

/** How many notices fit on a screen; older ones have scrolled away. */
const fitting = 2;

interface PhonesProps {
  readonly setup: Setup;
  readonly moment: Moment;
  /** Whether there is an attacker, whose screen is then shown from the beginning, so that nothing jumps. */
  readonly isAttack: boolean;
}

export function Phones({ setup, moment, isAttack }: PhonesProps) {
  const { play } = words;
  const phones = moment.scene.handsets.flatMap((handset) => {
    const device = setup.devices.find(({ id }) => id === handset.device);
    return device !== undefined && device.kind.endsWith("phone")
      ? [{ handset, title: device.title ?? device.id, isLandline: device.kind === "landline-phone" }]
      : [];
  });
  if (phones.length === 0) return <p class="quiet">{play.phone.none}</p>;
  return (
    <div class="phones">
      {phones.map(({ handset, title, isLandline }) => (
        <Phone
          key={handset.device}
          title={title}
          handset={handset}
          isLandline={isLandline}
          moment={moment}
          setup={setup}
        />
      ))}
      {isAttack && (
        <figure class="phone-figure">
          <div class="device attackers">
            <div class="screen">
              {moment.attackersTexts.length === 0 && <p class="none">{play.phone.attackersNone}</p>}
              <ul>
                {moment.attackersTexts.slice(-fitting).map(({ at, text }) => (
                  <li key={`${at} ${text}`} class="notice">
                    {text}
                  </li>
                ))}
              </ul>
            </div>
          </div>
          <figcaption>{play.phone.attackers}</figcaption>
        </figure>
      )}
    </div>
  );
}

interface PhoneProps {
  readonly title: string;
  readonly handset: HandsetScene;
  /** A phone on a wire: no texts, no clock, but calls. */
  readonly isLandline: boolean;
  readonly moment: Moment;
  readonly setup: Setup;
}

function Phone({ title, handset, isLandline, moment, setup }: PhoneProps) {
  const { phone, day } = words.play;
  const { scene, calls } = moment;
  const isAway = handset.custody !== "owner" || !handset.working;
  const answered = calls.filter(({ device }) => device === handset.device);
  const messages = [...handset.messages, ...answered].toSorted((a, b) => a.at - b.at);
  const state = stateOf(handset, scene);
  return (
    <figure class={isAway ? "phone-figure away" : "phone-figure"}>
      <div class={isLandline ? "device landline" : "device"}>
        <div class="screen">
          {isLandline && messages.length === 0 && <p class="none">{phone.noCalls}</p>}
          {!isLandline && (
            <p class="status">
              <span>{handset.service ? phone.service : phone.noService}</span>
              <SignalBars isOn={handset.service} />
            </p>
          )}
          {!isLandline && (
            <p class="clock">
              {clockTime(scene.now, day)
                .split(", ")
                .map((part, index, parts) =>
                  index < parts.length - 1 ? (
                    <small key={part}>{part}</small>
                  ) : (
                    <span key={part}>{part}</span>
                  ),
                )}
            </p>
          )}
          <ul>
            {messages.slice(-fitting).map(({ at, from, text }, index) => (
              <li key={`${at} ${index}`} class="notice">
                <b>{senderOf(from, setup)}</b>
                {withoutSender(say(text), senderOf(from, setup))}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <figcaption>
        {title}
        {state !== undefined && <small>{state}</small>}
      </figcaption>
    </figure>
  );
}

/** What has become of a phone, in a few words. */
function stateOf(
  { device, custody, working, watched }: HandsetScene,
  scene: Moment["scene"],
): string | undefined {
  const { phone } = words.play;
  if (custody !== "owner") return custody === "attacker" ? phone.stolen : phone.lost;
  if (!working) return phone.broken;
  if (watched) return phone.watched;
  // The owner's phone is at hand, and yet nobody has the one that it was.
  const peg = scene.pegs.find(({ holding }) => holding === `device:${device}`);
  return peg?.holders.length === 0 ? phone.replaced : undefined;
}

function senderOf(from: string, setup: Setup): string {
  return from === "carrier"
    ? words.party.carrier
    : (setup.accounts.find(({ id }) => id === from)?.title ?? from);
}

/** The sender stands in bold above the text, as phones show it; the text need not repeat it. */
function withoutSender(text: string, sender: string): string {
  if (text.startsWith(`${sender}: `)) return text.slice(sender.length + 2);
  return text.startsWith(`${sender} `) ? text.slice(sender.length + 1) : text;
}

function SignalBars({ isOn }: { readonly isOn: boolean }) {
  return (
    <svg class={isOn ? "bars" : "bars off"} viewBox="0 0 20 14" aria-hidden="true" focusable="false">
      <path d="M2 14 V10 M7 14 V7 M12 14 V4 M17 14 V1" />
      {!isOn && <path class="strike" d="M1 1 L19 13" />}
    </svg>
  );
}
