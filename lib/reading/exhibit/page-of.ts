import type { Page } from '../page'

/** The values of the page of one view. */
export type PageOf<Name extends Page['name']> = Extract<Page, { readonly name: Name }>['page']

export type MatrixPage = PageOf<'matrix'>
