import type { NextRequest } from 'next/server'
import { NextResponse } from 'next/server'
import { leadToCitation } from '@/app/(en)/cite/lead'
import { MOST_OF_A_FORM } from '@/lib/contract/edit/form/size'
import { senderOf } from '@/lib/contract/origin'
import { policyOfEveryAnswer, policyOfStreamedPages } from '@/lib/contract/policy'
import { say } from '@/lib/contract/words/catalogue'

/** Pages that are made anew for everybody: their scripts are let through by a nonce, not by their digests. */
const DYNAMIC = /^(\/zh)?\/(search|compare|data|about\/(?:integrity|privacy|security)|admin(\/.*)?)$/

/** A request for what has no coordinates: pages that are made anew, editors' pages, files. */
export async function elsewhere(request: NextRequest): Promise<NextResponse> {
  if (request.nextUrl.pathname.startsWith('/cite/')) return leadToCitation(request)
  if (!DYNAMIC.test(request.nextUrl.pathname)) return NextResponse.next()
  if (isForeignForm(request)) return new NextResponse(say('admin.foreignForm'), { status: 403, headers: PLAIN })
  if (isLargeForm(request)) return new NextResponse(say('forms.tooLarge'), { status: 413, headers: PLAIN })
  if (!(await isWhole(request))) return new NextResponse(say('forms.notWhole'), { status: 400, headers: PLAIN })
  // One policy, not two: Next looks for the nonce among the parts of one, in the request and in the answer alike.
  const common = request.nextUrl.pathname.startsWith('/admin') ? policyOfStreamedPages : policyOfEveryAnswer
  const policy = `${common}; script-src 'self' 'nonce-${btoa(crypto.randomUUID())}'`
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-asked-for', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' }

/**
 * A form that does not say that it comes from here: no action of ours is even asked. Every browser says so of every form, with
 * scripts or without; what says nothing is no browser, or one whose word was taken off on the way.
 */
function isForeignForm({ method, headers }: NextRequest): boolean {
  return method !== 'GET' && method !== 'HEAD' && senderOf(process.env, (name) => headers.get(name)) !== 'this-site'
}

/** Files are imported under an address that has a limit of its own. */
const TAKES_FILES = /^\/admin\/import(\/|$)/

/** A form that no page would answer: its sender still has it, a step back. */
function isLargeForm({ method, headers, nextUrl }: NextRequest): boolean {
  if (method !== 'POST' || TAKES_FILES.test(nextUrl.pathname)) return false
  return Number(headers.get('content-length')) > MOST_OF_A_FORM
}

/**
 * Whether the fields of a form can be read, to their end. Next would break over what was cut off on the way; files of an import
 * are read where they are taken.
 */
async function isWhole(request: NextRequest): Promise<boolean> {
  const { method, headers, nextUrl } = request
  const hasFields = /^multipart\/form-data\b/i.test(headers.get('content-type') ?? '')
  if (method !== 'POST' || !hasFields || nextUrl.pathname === '/admin/import/upload') return true
  return request.formData().then(namesItsAction, () => false)
}

/** What a page put into a form unseen, to say which action is meant: its name first, then what the page bound to it. */
const UNSEEN = /^\$ACTION_(\d+):(\d+)$/
const MEANT = /^\$ACTION_REF_(\d+)$/

/** Whether what a form carries unseen is still of the shape in which a page wrote it: React throws over any other. */
function namesItsAction(form: FormData): boolean {
  return [...form].every(([name, value]) => {
    const meant = MEANT.exec(name)?.[1]
    if (meant !== undefined) return isThere(form, meant)
    const place = UNSEEN.exec(name)?.[2]
    return place === undefined || isOfPlace(parsed(value), place)
  })
}

/** Whether the action that is meant has its name, and all that it says is bound to it. */
function isThere(form: FormData, meant: string): boolean {
  const named = parsed(form.get(`$ACTION_${meant}:0`))
  if (!isOfPlace(named, '0')) return false
  const { bound } = named as { readonly bound?: unknown }
  return bound === null || (bound === '$@1' && form.has(`$ACTION_${meant}:1`))
}

function isOfPlace(value: unknown, place: string): boolean {
  if (place === '0') return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
  return place === '1' ? Array.isArray(value) : value !== undefined
}

function parsed(value: FormDataEntryValue | null): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : undefined
  } catch {
    return undefined
  }
}
