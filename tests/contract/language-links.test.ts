import { expect, test } from 'vitest'
import { languageLinks } from '@/lib/contract/language-links'

test.each([
  ['/', 'https://sluice.example/zh'],
  ['/materials/Dy', 'https://sluice.example/zh/materials/Dy'],
])('%s names itself in each language by its whole address', (path, chinese) => {
  const english = `https://sluice.example${path}`

  expect(languageLinks('https://sluice.example', path).split(', ')).toEqual([
    `<${english}>; rel="alternate"; hreflang="en"`,
    `<${chinese}>; rel="alternate"; hreflang="zh-Hans"`,
    `<${english}>; rel="alternate"; hreflang="x-default"`,
  ])
})
