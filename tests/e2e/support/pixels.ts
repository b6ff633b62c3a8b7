import { PNG } from 'pngjs'

/** How dark each point of a picture is once its colours are gone: 0 is black, 255 is white. */
export type Grey = { readonly width: number; readonly height: number; readonly at: (x: number, y: number) => number }

/** A screenshot without its colours, weighted the way the eye weighs them (ITU-R BT.601). */
export function greyOf(png: Buffer): Grey {
  const { width, height, data } = PNG.sync.read(png)
  return {
    width,
    height,
    at: (x, y) => {
      if (x >= width || y >= height) return 255
      const start = (y * width + x) * 4
      return 0.299 * (data[start] ?? 0) + 0.587 * (data[start + 1] ?? 0) + 0.114 * (data[start + 2] ?? 0)
    },
  }
}

/** The share of points, 0 to 1, at which two pictures are clearly lighter or darker than each other. */
export function differenceOf(a: Grey, b: Grey): number {
  const width = Math.max(a.width, b.width)
  const height = Math.max(a.height, b.height)
  let different = 0
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (Math.abs(a.at(x, y) - b.at(x, y)) > 64) different += 1
    }
  }
  return different / (width * height)
}
