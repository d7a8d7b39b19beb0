// The board: pegs on a rail, cords, and the accounts that hang on them, as SVG.
import { type Curve, pathData, pointAt, slice } from "./bezier.ts";
import {
  type BoardLayout,
  labelLeading,
  type PlacedCard,
  type PlacedCord,
  type PlacedPeg,
} from "./board-layout.ts";
import type { Hold, Left, PegKind, Standing } from "./hanging.ts";
import { MarkShape, type VerdictMark } from "./marks.tsx";
import { wrapText } from "./wrap-text.ts";

/** The words on the board. */
export interface BoardWords {
  readonly label: string;
  readonly peg: (kind: PegKind, hold: Hold) => string;
  readonly standing: Readonly<Record<Standing, string>>;
  /** Nobody is in yet, and nothing keeps a stranger out any more. */
  readonly open: string;
  readonly left: (left: Left) => string;
}

/** Draws a placed board. What is drawn depends on nothing but its arguments. */
export function Board({ layout, words }: { readonly layout: BoardLayout; readonly words: BoardWords }) {
  return (
    <svg
      class={`board ${layout.shape}`}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={words.label}
    >
      <Rail layout={layout} />
      {layout.cords.map((cord) => (
        <CordLine key={`${cord.from} ${cord.account} ${cord.way}`} cord={cord} />
      ))}
      {layout.pegs.map((peg) => (
        <PegMark key={peg.id} peg={peg} layout={layout} words={words} />
      ))}
      {layout.cards.map((card) => (
        <AccountCard key={card.account} card={card} layout={layout} words={words} />
      ))}
    </svg>
  );
}

function Rail({ layout: { rail, shape } }: { readonly layout: BoardLayout }) {
  const shade = 5;
  return (
    <g class="rail">
      <rect class="wood-shade" x={rail.x} y={rail.y} width={rail.width} height={rail.height} rx={9} />
      <rect
        class="wood"
        x={rail.x}
        y={rail.y}
        width={shape === "wide" ? rail.width : rail.width - shade}
        height={shape === "wide" ? rail.height - shade : rail.height}
        rx={8}
      />
    </g>
  );
}

const broken = [0.4, 0.56] as const;

function CordLine({ cord }: { readonly cord: PlacedCord }) {
  const { curve, hold, way } = cord;
  const key = `${cord.from} ${cord.account} ${way}`;
  const className = `cord ${hold} ${way}`;
  switch (hold) {
    case "held":
    case "taken":
      return <path class={className} data-cord={key} d={pathData(curve)} />;
    case "shared": {
      const { x, y } = pointAt(curve, 0.3);
      return (
        <g>
          <path class={className} data-cord={key} d={pathData(curve)} />
          <path
            class="tap"
            d="M0 -10 L10 0 L0 10 L-10 0 Z"
            transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
          />
        </g>
      );
    }
    case "blocked":
      return (
        <g>
          <path class={className} d={pathData(slice(curve, 0, broken[0]))} />
          <path class={className} d={pathData(slice(curve, broken[1], 1))} />
          <Fray curve={curve} t={broken[0]} towards={1} />
          <Fray curve={curve} t={broken[1]} towards={-1} />
        </g>
      );
    case "gone":
      return (
        <g>
          <path class={className} d={pathData(slice(curve, 0.6, 1))} />
          <Fray curve={curve} t={0.6} towards={-1} />
        </g>
      );
  }
}

interface FrayProps {
  readonly curve: Curve;
  /** Where on the curve the cord ends. */
  readonly t: number;
  /** Whether what is missing lies further on (1) or before (-1). */
  readonly towards: 1 | -1;
}

/** Loose fibres at the end of a cord, spread in the direction in which it breaks off. */
function Fray({ curve, t, towards }: FrayProps) {
  const { x, y } = pointAt(curve, t);
  const beyond = pointAt(curve, t + 0.02 * towards);
  const angle = (Math.atan2(beyond.y - y, beyond.x - x) * 180) / Math.PI;
  return (
    <path
      class="fray"
      d="M0 0 L8 -5 M0 0 L10 0.5 M0 0 L7 5.5"
      transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(1)})`}
    />
  );
}

interface PegProps {
  readonly peg: PlacedPeg;
  readonly layout: BoardLayout;
  readonly words: BoardWords;
}

function PegMark({ peg, layout, words }: PegProps) {
  const away = peg.hold === "taken" || peg.hold === "gone";
  return (
    <g class={`peg ${peg.hold}`}>
      {away && <circle class="hole" cx={peg.hole.x} cy={peg.hole.y - 2} r={10} />}
      <PegLabel peg={peg} layout={layout} word={words.peg(peg.how ?? peg.kind, peg.hold)} />
      {peg.hold !== "gone" && (
        <g transform={`translate(${peg.at.x} ${peg.at.y - (away ? 0 : 2)})`} data-peg={peg.id}>
          {peg.hold === "taken" && <path class="grip" d="M0 -23 L23 0 L0 23 L-23 0 Z" />}
          <circle class="knob" r={peg.hold === "taken" ? 9 : 10.5} />
          {peg.hold === "shared" && <path class="tap" d="M0 -7 L7 0 L0 7 L-7 0 Z" />}
        </g>
      )}
    </g>
  );
}

function PegLabel({
  peg,
  layout,
  word,
}: {
  readonly peg: PlacedPeg;
  readonly layout: BoardLayout;
  readonly word: string;
}) {
  const { size, width } = layout.label;
  const title = wrapText(peg.title, width, size);
  const lines = [
    ...title.map((text) => ({ text, quiet: false })),
    ...(word === "" ? [] : [{ text: word, quiet: true }]),
  ];
  const step = size * labelLeading;
  const isWide = layout.shape === "wide";
  const x = isWide ? peg.hole.x : layout.rail.x - 8;
  const first = isWide
    ? layout.rail.y - 12 - (lines.length - 1) * step
    : peg.hole.y + 4 - ((lines.length - 1) / 2) * step;
  return (
    <text class="peg-label" font-size={size} text-anchor={isWide ? "middle" : "end"}>
      {lines.map(({ text, quiet }, index) => (
        <tspan key={index} class={quiet ? "state" : undefined} x={x} y={first + index * step}>
          {text}
        </tspan>
      ))}
    </text>
  );
}

const markOf: Readonly<Record<Standing, VerdictMark>> = {
  quiet: "safe",
  "owner-inside": "signed-in",
  "owner-refused": "locked-out",
  "attacker-inside": "taken-over",
  "taken-over": "taken-over",
};

function AccountCard({
  card,
  layout,
  words,
}: {
  readonly card: PlacedCard;
  readonly layout: BoardLayout;
  readonly words: BoardWords;
}) {
  const { width, height } = layout.card;
  const left = -width / 2 + (width < 160 ? 10 : 14);
  const [size, small] = layout.shape === "narrow" ? [15, 13.5] : width < 160 ? [16, 14.5] : [20, 16.5];
  const title = wrapText(card.title, width - 24, size, 2);
  const isOpen = card.standing === "quiet" && card.left === 0;
  const standing =
    wrapText(isOpen ? words.open : words.standing[card.standing], width - 34, small, 1)[0] ?? "";
  const tilt = layout.shape === "wide" ? 3.5 : 2;
  const isFallen = card.standing === "attacker-inside" || card.standing === "taken-over";
  const top = -height / 2 + (title.length === 1 ? size + 13 : size + 5);
  const bottom = height / 2 - 14;
  return (
    <g
      class={`account ${card.standing}${isOpen ? " open" : ""}`}
      data-card={card.account}
      transform={`translate(${card.centre.x} ${card.centre.y})${isFallen ? ` rotate(${tilt})` : ""}`}
    >
      <rect class="face" x={-width / 2} y={-height / 2} width={width} height={height} rx={12} />
      <text class="title" font-size={size}>
        {title.map((line, index) => (
          <tspan key={index} x={left} y={top + index * size * 1.12}>
            {line}
          </tspan>
        ))}
      </text>
      <g class="standing" transform={`translate(${left + 5} ${bottom - 22})`}>
        <MarkShape verdict={isOpen ? "taken-over" : markOf[card.standing]} />
      </g>
      <text class="standing" font-size={small} x={left + 17} y={bottom - 17.5}>
        {standing}
      </text>
      <text class="left" font-size={small} x={left} y={bottom + 2}>
        {words.left(card.left)}
      </text>
    </g>
  );
}
