import { describe, expect, test } from 'vitest'
import { filesOfTheHouse, textOf } from './files'

/** What people wrote: data, golden files and locks quote others; the tests about the house name what they forbid. */
const written = filesOfTheHouse().filter(
  (path) =>
    /\.([cm]?[jt]sx?|css|sql|prisma|json|ya?ml|md|grit)$|(^|\/)(Dockerfile|\.[a-z]+(rc|ignore))$|^\.ci\//.test(path) &&
    !/^(prisma\/data|tests\/(golden|house))\/|^package-lock\.json$/.test(path),
)

/** Lines of the house that match, as `path:line: text`. */
function linesWith(pattern: RegExp): readonly string[] {
  return written.flatMap((path) =>
    textOf(path)
      .split('\n')
      .map((line, index) => ({ line, where: `${path}:${index + 1}` }))
      .filter(({ line }) => pattern.test(line))
      .map(({ line, where }) => `${where}: ${line.trim()}`),
  )
}

test('there is something to read', () => {
  expect(written.length).toBeGreaterThan(100)
})

describe('nothing in the house', () => {
  test('is left for later', () => {
    expect(linesWith(/\b(TODO|FIXME|XXX|HACK)\b|[Nn]ot (yet )?implemented|[Cc]oming soon|[Ll]orem ipsum/)).toEqual([])
  })

  test('names the machine that it was written on, or a registry', () => {
    expect(linesWith(/(^|[^\w.])\/(work|root|home|Users)\/\w|\/tmp\/brief|registry\.npm(js\.org|mirror)/)).toEqual([])
  })

  test('wears an emoji', () => {
    expect(linesWith(/\p{Emoji_Presentation}/u)).toEqual([])
  })

  test('rests a test for a while, or lets it wait for a clock', () => {
    const asleep = /\b(test|it|describe)(\.\w+)*\.(only|skip|fixme|todo|fails|skipIf|runIf)\b|\bwaitForTimeout\b/

    expect(linesWith(asleep)).toEqual([])
  })

  test('silences the compiler, or the linter without a reason', () => {
    const reasoned = /biome-ignore lint\/\w+\/\w+: .{20,}/
    const silenced = linesWith(
      /@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable|dependency-cruiser-disable/,
    )

    expect(silenced.filter((line) => !reasoned.test(line))).toEqual([])
  })
})
