import path from 'node:path'
import type { NextConfig } from 'next'

/**
 * What every answer is sent with. Which scripts a page may run depends on the page: the page store adds that part of
 * the policy (lib/operating/page-policy.mjs), and a browser enforces both.
 */
const POLICY = [
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

const EVERYWHERE = {
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
}

const config: NextConfig = {
  distDir: process.env['NEXT_DIST_DIR'] ?? '.next',
  typescript: { tsconfigPath: process.env['NEXT_TSCONFIG'] ?? 'tsconfig.json' },
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  cacheHandler: path.resolve('lib/operating/page-store.mjs'),
  cacheMaxMemorySize: 0,
  serverExternalPackages: ['@prisma/client', '@prisma/adapter-pg', 'pg'],

  async headers() {
    return [
      { source: '/:path*', headers: list(EVERYWHERE) },
      { source: '/((?!api/).*)', headers: list({ 'Cross-Origin-Resource-Policy': 'same-origin' }) },
      {
        // Crawlers keep to the addresses that mean "now"; a rewritten request for one carries the mark.
        source: '/r/:path*',
        missing: [{ type: 'header', key: 'x-now' }],
        headers: list({ 'X-Robots-Tag': 'noindex' }),
      },
    ]
  },
}

function list(headers: { readonly [name: string]: string }) {
  return Object.entries(headers).map(([key, value]) => ({ key, value }))
}

export default config
