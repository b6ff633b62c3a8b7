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

/**
 * What pages that stream may do besides: React hides the pieces of a drawing that arrive late by the style attribute
 * `display:none`, so that one attribute is let through by its digest, and no other.
 */
export const policyOfStreamedPages = [
  policyOfEveryAnswer,
  "style-src-attr 'unsafe-hashes' 'sha256-aqNNdDLnnrDOnTNdkJpYlAxKVJtLt9CtFLklmInuUAE='",
].join('; ')

/**
 * The policy of the frames that other sites show: any page may hold them, and they do nothing there. No script runs in
 * one, no form leaves it, and nothing but its style sheet is loaded.
 */
export const policyOfFrames = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
  "img-src 'self'",
  "script-src 'none'",
  "style-src 'self'",
].join('; ')
