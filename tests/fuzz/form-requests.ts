import fc from 'fast-check'
import { mutatedBytes } from './bytes'
import { HOSTILE, hostileText, nearly, OF_PROTOTYPES, percent } from './hostile'
import type { Control, PageForm } from './page-forms'
import type { Asked } from './sending'

/** Who sends forms: where the site is, and the session that says who they are. */
export type FormSender = { readonly origin: string; readonly cookie: string }

/** Forms that were found on pages, filled in by somebody careless, unlucky or hostile. */
export function formRequests(forms: readonly PageForm[], sender: FormSender): fc.Arbitrary<Asked> {
  return fc.oneof(...forms.map((form) => filled(form, sender)))
}

type Part = { readonly name: string; readonly value: string | Buffer; readonly file: string | null }

function filled({ path, method, controls }: PageForm, sender: FormSender): fc.Arbitrary<Asked> {
  const buttons = controls.filter(({ type }) => type === 'submit')
  const pressed =
    buttons.length === 0 ? fc.constant([]) : fc.constantFrom(...buttons).map((one) => [partOf(one, one.value)])
  const fields = controls.filter(({ type }) => type !== 'submit').map(partsOf)
  const others = fc.tuple(fc.constantFrom(...OF_PROTOTYPES, '$ACTION_ID_0', '$ACTION_REF_1', ''), hostileText)
  const more = fc.oneof(
    { arbitrary: fc.constant([]), weight: 8 },
    others.map(([name, value]): Part[] => [{ name, value, file: null }]),
  )
  return fc
    .tuple(
      fc.tuple(...fields),
      pressed,
      more,
      fc.oneof({ arbitrary: fc.constant(true), weight: 12 }, fc.constant(false)),
    )
    .map(([given, button, strange, isWhole]) => {
      const parts = [...given.flat(), ...button, ...strange]
      if (method === 'GET') return { method, path: withQuery(path, parts), headers: headersOf(sender), body: null }
      const { body, type } = multipart(parts)
      const headers = { ...headersOf(sender), 'content-type': type }
      return { method, path, headers, body: isWhole ? body : body.subarray(0, body.length >> 1) }
    })
}

function headersOf({ origin, cookie }: FormSender) {
  return { host: new URL(origin).host, origin, 'sec-fetch-site': 'same-origin', ...(cookie === '' ? {} : { cookie }) }
}

/** What a control sends: as it stood, another of its values, a text that is wrong by little or by much, nothing, or twice. */
function partsOf(control: Control): fc.Arbitrary<readonly Part[]> {
  const stands = fc.constant(control.value === null ? [] : [partOf(control, control.value)])
  if (control.type === 'file') return filesOf(control).map((part) => [part])
  const { options, value } = control
  const words =
    options.length > 0 ? fc.constantFrom(...options) : fc.constantFrom(value ?? '', '2026-01-01', 'Dy', 'A text.')
  const one = fc.oneof({ arbitrary: words, weight: 3 }, nearly(words), { arbitrary: hostileText, weight: 2 })
  const isPlumbing = control.type === 'hidden'
  const changed = one.map((text) => [partOf(control, text)])
  const twice = fc.tuple(one, one).map((both) => both.map((text) => partOf(control, text)))
  return fc.oneof(
    { arbitrary: stands, weight: isPlumbing ? 40 : 4 },
    { arbitrary: changed, weight: isPlumbing ? 1 : 5 },
    { arbitrary: fc.constant([]), weight: 1 },
    { arbitrary: twice, weight: 1 },
  )
}

function partOf({ name }: Control, value: string | null): Part {
  return { name, value: value ?? '', file: null }
}

function filesOf({ name }: Control): fc.Arbitrary<Part> {
  const texts = fc.constantFrom('[]', '{"forms":[]}', 'key,nameEn\n', '', '[{"key":"a"}]', ...HOSTILE)
  return fc
    .tuple(texts, fc.option(mutatedBytes), fc.oneof(fc.constantFrom('forms.json', 'forms.csv', ''), hostileText))
    .map(([text, mutate, file]) => {
      const bytes = Buffer.from(text)
      return { name, value: mutate === null ? bytes : Buffer.from(mutate(bytes)), file }
    })
}

const BOUNDARY = '----zq7boundary'

/** The body of a form that is sent, and the type that it is sent under. */
export function multipart(parts: readonly Part[]): { readonly body: Buffer; readonly type: string } {
  const quoted = (text: string) => text.replace(/["\r\n]/g, (sign) => percent(sign, /^$/))
  const chunks = parts.flatMap(({ name, value, file }) => {
    const named = file === null ? '' : `; filename="${quoted(file)}"\r\nContent-Type: application/octet-stream`
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${quoted(name)}"${named}\r\n\r\n`
    return [Buffer.from(head), Buffer.from(value as string), Buffer.from('\r\n')]
  })
  const body = Buffer.concat([...chunks, Buffer.from(`--${BOUNDARY}--\r\n`)])
  return { body, type: `multipart/form-data; boundary=${BOUNDARY}` }
}

function withQuery(path: string, parts: readonly Part[]): string {
  const query = parts.map(({ name, value }) => `${percent(name)}=${percent(String(value))}`).join('&')
  return `${path.replace(/\?.*$/s, '')}?${query}`.slice(0, 8000)
}
