// The stage: who does something to whom in one step of a play, and over which channel, as SVG.
import type { Channel } from "../../simulator/index.ts";
import { round } from "./bezier.ts";
import { type Party, PartyMark } from "./marks.tsx";
import type { Shape } from "./board-layout.ts";
import { wrapText } from "./wrap-text.ts";

/** What travels in a step. */
export interface Passage {
  /** The parties it passes, in order; one alone means that something changed there and nothing travelled. */
  readonly through: readonly Party[];
  readonly channel: Channel;
  /** What is written on the parcel: the code of a text, or the name of the channel. */
  readonly parcel: string;
  /** Whether it was stopped at the last of them. */
  readonly isStopped: boolean;
}

export interface StageWords {
  readonly label: string;
  readonly party: Readonly<Record<Party, string>>;
}

interface Station {
  readonly party: Party;
  readonly x: number;
  readonly y: number;
}

interface Plan {
  readonly width: number;
  readonly height: number;
  readonly sign: number;
  readonly text: number;
  readonly stations: Readonly<Record<Party, Station>>;
}

const plans: Readonly<Record<Shape, Plan>> = {
  wide: plan(720, 154, 42, 17.5, {
    owner: [84, 74],
    carrier: [290, 48],
    service: [430, 102],
    attacker: [636, 74],
  }),
  narrow: plan(344, 186, 38, 14.5, {
    owner: [40, 84],
    carrier: [172, 44],
    service: [172, 138],
    attacker: [304, 84],
  }),
};

function plan(
  width: number,
  height: number,
  sign: number,
  text: number,
  places: Readonly<Record<Party, readonly [number, number]>>,
): Plan {
  const station = (party: Party): Station => ({ party, x: places[party][0], y: places[party][1] });
  return {
    width,
    height,
    sign,
    text,
    stations: {
      owner: station("owner"),
      carrier: station("carrier"),
      service: station("service"),
      attacker: station("attacker"),
    },
  };
}

const order: readonly Party[] = ["owner", "carrier", "service", "attacker"];

/** Draws the four parties and what passes between them; without a passage, the parties alone. */
export function Stage({
  passage,
  shape,
  words,
}: {
  readonly passage: Passage | undefined;
  readonly shape: Shape;
  readonly words: StageWords;
}) {
  const { width, height, sign, text, stations } = plans[shape];
  const legs =
    passage === undefined
      ? []
      : legsOf(
          passage.through.map((party) => stations[party]),
          sign,
        );
  const last = legs.at(-1);
  const only = passage?.through.length === 1 ? passage.through[0] : undefined;
  return (
    <svg class={`stage ${shape}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.label}>
      <Links stations={stations} />
      {legs.map((leg, index) => (
        <Leg
          key={index}
          leg={leg}
          from={passage?.through[index] ?? "owner"}
          isLast={leg === last}
          isStopped={passage?.isStopped ?? false}
        />
      ))}
      {order.map((party) => {
        const { x, y } = stations[party];
        const isActing = passage?.through.includes(party) ?? false;
        return (
          <g key={party} class={isActing ? "station acting" : "station"} transform={`translate(${x} ${y})`}>
            {only === party && <circle class={`halo of-${party}`} r={sign * 0.78} />}
            <PartyMark party={party} size={sign} />
            <text
              class="name"
              font-size={text}
              text-anchor="middle"
              y={party === "carrier" ? -sign / 2 - text * 0.7 : sign / 2 + text * 1.25}
            >
              {words.party[party]}
            </text>
          </g>
        );
      })}
      {passage !== undefined && last !== undefined && (
        <Parcel
          text={passage.parcel}
          leg={last}
          from={passage.through[0] ?? "owner"}
          size={text - 1}
          lift={shape === "wide" ? 0 : 17}
        />
      )}
    </svg>
  );
}

/** The ways that exist, so that what is used stands out against what is not. */
function Links({ stations: { owner, carrier, service, attacker } }: Pick<Plan, "stations">) {
  const pairs = [
    [owner, carrier],
    [owner, service],
    [attacker, carrier],
    [attacker, service],
    [carrier, service],
  ] as const;
  return <path class="ways" d={pairs.map(([a, b]) => `M${a.x} ${a.y} L${b.x} ${b.y}`).join(" ")} />;
}

interface LegLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Straight lines from sign to sign, shortened so that they touch neither. */
function legsOf(stops: readonly Station[], sign: number): readonly LegLine[] {
  return stops.slice(1).map((to, index) => {
    const from = stops[index] ?? to;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const away = (sign * 0.78) / Math.max(1, length);
    const [dx, dy] = [(to.x - from.x) * away, (to.y - from.y) * away];
    return { x1: round(from.x + dx), y1: round(from.y + dy), x2: round(to.x - dx), y2: round(to.y - dy) };
  });
}

function Leg({
  leg,
  from,
  isLast,
  isStopped,
}: {
  readonly leg: LegLine;
  readonly from: Party;
  readonly isLast: boolean;
  readonly isStopped: boolean;
}) {
  const angle = (Math.atan2(leg.y2 - leg.y1, leg.x2 - leg.x1) * 180) / Math.PI;
  return (
    <g class={`leg of-${from}`}>
      <line x1={leg.x1} y1={leg.y1} x2={leg.x2} y2={leg.y2} />
      <g transform={`translate(${leg.x2} ${leg.y2}) rotate(${round(angle)})`}>
        {isLast && isStopped ? (
          <path class="stop" d="M-9 -8 L7 8 M-9 8 L7 -8" />
        ) : (
          <path class="head" d="M-10 -7 L2 0 L-10 7 Z" />
        )}
      </g>
    </g>
  );
}

interface ParcelProps {
  readonly text: string;
  readonly leg: LegLine;
  readonly from: Party;
  readonly size: number;
  /** How far above its way it is drawn, where the way is too short to show behind it. */
  readonly lift: number;
}

function Parcel({ text, leg, from, size, lift }: ParcelProps) {
  const [line = ""] = wrapText(text, 150, size, 1);
  const isCode = /^[0-9A-Z -]+$/u.test(line);
  const width = [...line].length * size * (isCode ? 0.66 : 0.54) + 24;
  const height = size + 13;
  const x = round((leg.x1 + leg.x2) / 2);
  const y = round((leg.y1 + leg.y2) / 2 - lift);
  return (
    <g transform={`translate(${x} ${y})`} data-parcel="" data-from={`${leg.x1 - x} ${leg.y1 - y}`}>
      <g class={`parcel of-${from}`}>
        <rect x={-width / 2} y={-height / 2} width={round(width)} height={height} rx={height / 2} />
        <text class={isCode ? "code" : undefined} text-anchor="middle" font-size={size} y={size * 0.34}>
          {line}
        </text>
      </g>
    </g>
  );
}
