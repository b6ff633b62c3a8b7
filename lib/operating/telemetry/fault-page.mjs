import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)
/** @type {{ en: Words, zh: Words }} */
const trouble = {
  en: load('../../contract/words/en/trouble.json'),
  zh: load('../../contract/words/zh/trouble.json'),
}

/**
 * @typedef {{ title: string, lead: string, named: string, start: string }} Words
 * @typedef {{ type: string, text: string }} Told
 */

/**
 * What a reader is told where a page broke: that it is our fault, and by which name we find what happened. It needs no script, no
 * style and nothing that could be broken too.
 *
 * @param {string} url as it was asked for
 * @param {string} id of the request
 * @returns {Told}
 */
export function faultPage(url, id) {
  const language = /^\/zh(?![^/?])/.test(url) ? 'zh' : 'en'
  const { title, lead, named, start } = trouble[language]
  const home = language === 'zh' ? '/zh' : '/'
  const text = `<!DOCTYPE html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${lead}</p>
<p>${named} <code>${id}</code></p>
<p><a href="${home}">${start}</a></p>
</main>
</body>
</html>
`
  return { type: 'text/html; charset=utf-8', text }
}

/**
 * A problem that a machine is told (RFC 9457), with the name of the request in its sentence.
 *
 * @param {string} told the problem as it was written
 * @param {string} id
 * @returns {Told}
 */
export function faultProblem(told, id) {
  const type = 'application/problem+json; charset=utf-8'
  const named = `${trouble.en.named} ${id}.`
  try {
    const problem = JSON.parse(told)
    return { type, text: JSON.stringify({ ...problem, detail: `${problem.detail} ${named}` }) }
  } catch {
    const problem = { type: 'about:blank', title: 'Internal Server Error', status: 500, detail: named }
    return { type, text: JSON.stringify(problem) }
  }
}
