import path from 'node:path'
import type { NextConfig } from 'next'
import { MOST_OF_A_FORM } from './lib/contract/edit/form/size'
import { policyOfEveryAnswer, policyOfFrames } from './lib/contract/policy'

const EVERYWHERE = {
  'Content-Security-Policy': policyOfEveryAnswer,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
}

const OPEN_TO_OTHERS = { 'Cross-Origin-Resource-Policy': 'cross-origin' }

// A page that is isolated from all others may hold a frame only if that says as much of itself. No other page of ours needs to:
// the policy lets them load nothing from anywhere else.
const FRAMES = {
  ...OPEN_TO_OTHERS,
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Content-Security-Policy': policyOfFrames,
  'X-Robots-Tag': 'noindex',
}

// An invitation is its address: no other site is told so much as which site of ours one came from.
const OF_EDITORS = { 'Referrer-Policy': 'same-origin', 'X-Robots-Tag': 'noindex' }

const config: NextConfig = {
  distDir: process.env['NEXT_DIST_DIR'] ?? '.next',
  // Two builds of the same sources write the same pages: their entity tags agree, whichever instance answers.
  generateBuildId: () => process.env['SLUICE_BUILD'] ?? null,
  // Types are a test of their own: a build would check them again, and make every first start wait for it.
  typescript: { ignoreBuildErrors: true, tsconfigPath: process.env['NEXT_TSCONFIG'] ?? 'tsconfig.json' },
  // The empty pages that the benchmark measures against are no part of any other build.
  pageExtensions: process.env['SLUICE_BENCH'] === '1' ? ['tsx', 'ts', 'bench.tsx', 'bench.ts'] : ['tsx', 'ts'],
  typedRoutes: true,
  // Pictures are sent as they are drawn. Else `/_next/image` would keep copies, a year long, of what snapshots' guards have
  // not looked at again.
  images: { unoptimized: true },
  // Whoever asks first makes the page that all others get: its head is whole for everybody, and in one order, as it would
  // else be for some crawlers alone.
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  // The server in front of Next.js compresses (lib/operating/front): a kept page once, everything else as it is sent.
  compress: false,
  reactStrictMode: true,
  cacheHandler: path.resolve('lib/operating/page-store.mjs'),
  cacheMaxMemorySize: 0,
  // Else a rewrite is compared by host names that Next writes differently ("localhost" for 127.0.0.1), taken for one
  // to another site, and fetched over the network from ourselves.
  skipProxyUrlNormalize: true,
  experimental: {
    // English, Chinese and editors' pages have a root layout each: what no route matches belongs to none of them.
    globalNotFound: true,
    // What proxy.ts passes on of a request: the files of an import, 20 MB at most, and what stands around them.
    proxyClientMaxBodySize: '22mb',
    // A form with a text of some megabytes is answered in words; proxy.ts refuses more than this in words of its own.
    serverActions: { bodySizeLimit: MOST_OF_A_FORM },
  },
  serverExternalPackages: ['@prisma/client', '@prisma/adapter-pg', 'pg'],

  // Browsers ask for this name whatever a page says its icon is.
  async redirects() {
    return [{ source: '/favicon.ico', destination: '/icon.svg', permanent: true }]
  },

  async headers() {
    return [
      { source: '/:path*', headers: list(EVERYWHERE) },
      { source: '/((?!api/).*)', headers: list({ 'Cross-Origin-Resource-Policy': 'same-origin' }) },
      { source: '/admin/:path*', headers: list(OF_EDITORS) },
      // Frames are for other sites' pages: the only addresses that any page may hold. Of two rules that match, the
      // later one counts.
      { source: '/embed/:path*', headers: list(FRAMES) },
      { source: '/embed.css', headers: list(OPEN_TO_OTHERS) },
      { source: '/data/:path+', headers: list(OPEN_TO_OTHERS) },
      // A link is shown with its picture on other sites' pages, and so is a drawing that somebody put into one.
      { source: '/:path*/og.png', headers: list(OPEN_TO_OTHERS) },
      { source: '/:path*.(svg|png)', headers: list(OPEN_TO_OTHERS) },
      // Each page names it, by an address that changes when it does.
      { source: '/icon.svg', headers: list({ 'Cache-Control': 'public, max-age=86400' }) },
      // Crawlers keep to the addresses that mean "now". Rules go by the address that was asked for, not by what
      // proxy.ts makes of it, so the same page under a live address is not touched by this one.
      { source: '/r/:path*', headers: list({ 'X-Robots-Tag': 'noindex' }) },
      { source: '/zh/r/:path*', headers: list({ 'X-Robots-Tag': 'noindex' }) },
      // What somebody supposes is shared by its link, and found by nobody who did not ask for it.
      { source: '/:path*/until/:day', headers: list({ 'X-Robots-Tag': 'noindex' }) },
    ]
  },
}

function list(headers: { readonly [name: string]: string }) {
  return Object.entries(headers).map(([key, value]) => ({ key, value }))
}

export default config
