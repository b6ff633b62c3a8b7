/**
 * The part of the Content-Security-Policy that every answer is sent with. Which scripts a page may run depends on the
 * page: the page store says so for pages that are kept, `proxy.ts` for those that are made anew. A browser enforces both.
 */
export const policyOfEveryAnswer = [
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "frame-src 'none'",
  "img-src 'self' data:",
  "manifest-src 'self'",
  "media-src 'none'",
  "object-src 'none'",
  "style-src 'self'",
  "worker-src 'none'",
].join('; ')
