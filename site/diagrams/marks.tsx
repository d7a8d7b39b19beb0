// Shapes: each party and each verdict has its own, so that colour never carries a meaning alone.
import type { Actor } from "../../simulator/index.ts";

/** Who can stand in a picture. */
export type Party = Exclude<Actor, "chance">;

/** A party's sign around the origin: owner round, attacker diamond, carrier hexagon, service rounded square. */
export function PartyMark({ party, size }: { readonly party: Party; readonly size: number }) {
  const r = size / 2;
  return (
    <g class={`party of-${party}`} aria-hidden="true">
      <PartyOutline party={party} r={r} />
      <PartyIcon party={party} r={r} />
    </g>
  );
}

function PartyOutline({ party, r }: { readonly party: Party; readonly r: number }) {
  switch (party) {
    case "owner":
      return <circle class="sign" r={r} />;
    case "attacker":
      return <path class="sign" d={`M0 ${-r * 1.18} L${r * 1.18} 0 L0 ${r * 1.18} L${-r * 1.18} 0 Z`} />;
    case "carrier":
      return <path class="sign" d={hexagon(r * 1.08)} />;
    case "service":
      return (
        <rect class="sign" x={-r * 0.94} y={-r * 0.94} width={r * 1.88} height={r * 1.88} rx={r * 0.42} />
      );
  }
}

/** Two people, a mast, a page, in a few strokes. The attacker looks like anybody; the diamond says who it is. */
function PartyIcon({ party, r }: { readonly party: Party; readonly r: number }) {
  const u = r / 22;
  switch (party) {
    case "owner":
    case "attacker":
      return (
        <g class="icon" transform={`scale(${u})`}>
          <circle cy={-4.5} r={4.6} />
          <path d="M-9 10.5 C-9 4.5 -5 2.6 0 2.6 S9 4.5 9 10.5" />
        </g>
      );
    case "carrier":
      return (
        <g class="icon" transform={`scale(${u})`}>
          <path d="M0 -3 L-5 11 M0 -3 L5 11 M-3.2 6 H3.2" />
          <circle cy={-4.6} r={1.7} />
          <path d="M-5.4 -9.6 A7.4 7.4 0 0 0 -5.4 0.4 M5.4 -9.6 A7.4 7.4 0 0 1 5.4 0.4" />
        </g>
      );
    case "service":
      return (
        <g class="icon" transform={`scale(${u})`}>
          <rect x={-10} y={-8} width={20} height={16} rx={2.5} />
          <path d="M-10 -3 H10" />
          <path d="M-5 3 H5" />
        </g>
      );
  }
}

function hexagon(r: number): string {
  const corners = [0, 1, 2, 3, 4, 5].map((corner) => {
    const angle = (Math.PI / 3) * corner - Math.PI / 2;
    return `${(Math.cos(angle) * r).toFixed(1)} ${(Math.sin(angle) * r).toFixed(1)}`;
  });
  return `M${corners.join(" L")} Z`;
}

/** The five verdicts. */
export type VerdictMark = "safe" | "taken-over" | "signed-in" | "recoverable" | "locked-out";

/** A verdict's mark as a small picture of its own: ● safe and signed in, ◆ taken over, ◐ recoverable, ▮ locked out. */
export function Mark({ verdict }: { readonly verdict: VerdictMark }) {
  return (
    <svg viewBox="-6 -6 12 12" aria-hidden="true" focusable="false">
      <MarkShape verdict={verdict} />
    </svg>
  );
}

/** The same as a shape inside a bigger picture, around the origin, 12 units wide. */
export function MarkShape({ verdict }: { readonly verdict: VerdictMark }) {
  switch (verdict) {
    case "safe":
    case "signed-in":
      return <circle r={5} fill="currentColor" />;
    case "taken-over":
      return <path d="M0 -6 L6 0 L0 6 L-6 0 Z" fill="currentColor" />;
    case "recoverable":
      return (
        <g>
          <circle r={4.7} fill="none" stroke="currentColor" stroke-width={1.6} />
          <path d="M0 -5 A5 5 0 0 0 0 5 Z" fill="currentColor" />
        </g>
      );
    case "locked-out":
      return <rect x={-3} y={-6} width={6} height={12} rx={1} fill="currentColor" />;
  }
}
