import type { Chart } from '@/lib/contract/evidence/chart'

/** The room of a drawing inside its frame, in user units. */
export type Room = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** The drawing of a series, and the room of its points in it. What is laid over it in a browser takes the same places. */
export const DRAWING = { width: 640, height: 260 }
export const ROOM: Room = { left: 56, top: 36, width: 572, height: 196 }

/** Where days and values stand in a room; one decimal is finer than a screen shows. */
export function placedIn({ left, top, width, height }: Room, { length, ticks }: Pick<Chart, 'length' | 'ticks'>) {
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)]
  return {
    x: (day: number) => rounded(left + (day / length) * width),
    y: (value: number) => rounded(top + height - ((value - low) / (high - low || 1)) * height),
    bottom: top + height,
    right: left + width,
  }
}

function rounded(place: number): number {
  return Math.round(place * 10) / 10
}
