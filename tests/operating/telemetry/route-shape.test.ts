import { describe, expect, test } from 'vitest'
import { kindOf, shapeOf } from '@/lib/operating/telemetry/route-shape.mjs'

describe('the shape of an address', () => {
  test.for([
    ['/', '/'],
    ['/zh/r/41/2025-10-09/known/2025-10-01/to/US/matrix.csv', '/zh/r/:x/:x/known/:x/to/:x/matrix.csv'],
    ['/r/1/2025-10-09/party/mitsubishi/materials/Dy', '/r/:x/:x/party/:x/materials/:x'],
    ['/r/1/2026-11-22/check/code/2805301910/named/Mitsubishi', '/r/:x/:x/check/code/:x/named/:x'],
    ['/search?q=someone@example.org', '/search'],
    ['/search#someone', '/search'],
    ['/admin/drafts/0a1b/entries/new/instrument?edit=cn-2025-70', '/admin/drafts/:x/entries/new/instrument'],
    ['/someone@example.org', '/:x'],
    ['/a.secret.json', '/:x.json'],
    ['/%E6%9D%8E/../etc/passwd', '/:x/:x/:x/:x'],
    ['/_next/static/chunks/3an6n78von_bb.css', '/_next/static/chunks/:x.css'],
  ])('%s is told as %s', ([address, shape]) => {
    expect(shapeOf(address ?? '')).toBe(shape)
  })

  test('is no longer than the deepest address of ours', () => {
    expect(shapeOf('/x'.repeat(5_000)).length).toBeLessThan(100)
  })

  test.for([
    ['/', 'page'],
    ['/r/1/2025-10-09/matrix', 'page'],
    ['/r/1/2025-10-09/matrix.csv?download', 'file'],
    ['/matrix/og.png', 'file'],
    ['/api/v1/openapi.json', 'api'],
    ['/admin', 'admin'],
    ['/admin?x', 'admin'],
    ['/administrators', 'page'],
    ['/embed/r/1/2025-10-09/matrix', 'frame'],
    ['/s/abc', 'snapshot'],
    ['/_next/static/chunks/a.js', 'part'],
  ])('%s is of the kind %s', ([address, kind]) => {
    expect(kindOf(address ?? '')).toBe(kind)
  })
})
