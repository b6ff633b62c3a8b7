'use client'

import { useEffect, useRef } from 'react'

/** What the viewer's script leaves behind: a function that draws a document into an element. */
type Draw = (options: { readonly [option: string]: unknown }) => void

const FILES = '/api/docs/viewer'

/** The document of the API, to be tried out in place. Without scripts the list beside it says the same. */
export function Viewer({ url, waiting }: { readonly url: string; readonly waiting: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${FILES}/swagger-ui.css` })
    const script = Object.assign(document.createElement('script'), { src: `${FILES}/swagger-ui-bundle.js` })
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches)
    follow()
    dark.addEventListener('change', follow)
    script.addEventListener('load', () => draw(url, element))
    document.head.append(style, script)
    return () => {
      dark.removeEventListener('change', follow)
      style.remove()
      script.remove()
    }
  }, [url])
  return (
    <div ref={place} className="viewer screen">
      <p className="small soft">{waiting}</p>
    </div>
  )
}

function draw(url: string, domNode: HTMLElement): void {
  const bundle = (window as { readonly SwaggerUIBundle?: Draw }).SwaggerUIBundle
  bundle?.({
    url,
    domNode,
    deepLinking: false,
    docExpansion: 'list',
    defaultModelsExpandDepth: -1,
    validatorUrl: null,
    queryConfigEnabled: false,
    // The viewer takes itself for a page of its own; this page has a main part already.
    onComplete: () => {
      for (const main of domNode.querySelectorAll('main')) main.setAttribute('role', 'group')
    },
  })
}
