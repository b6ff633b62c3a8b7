import { policyOfEveryAnswer } from '@/lib/contract/policy'

/** What each page is sent with, whatever it says and whoever asks. */
const EVERY_PAGE = {
  'content-security-policy': /^(?!.*script-src[^;]*unsafe-)(?=.*script-src 'self')(?=.*frame-ancestors 'none')/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'strict-transport-security': /^max-age=31536000$/,
  'x-content-type-options': /^nosniff$/,
}

/** What a page's head lacks of what every page is sent with, or has weaker; names in lower case. */
export function lackingOfPages(head: Readonly<Record<string, string>>): readonly string[] {
  const policy = head['content-security-policy'] ?? ''
  const missing = policyOfEveryAnswer.split('; ').filter((part) => !policy.includes(part))
  const weak = Object.entries(EVERY_PAGE).filter(([name, value]) => !value.test(head[name] ?? ''))
  return [...missing, ...weak.map(([name]) => `${name}: ${head[name]}`)]
}
