/** A path of the editors' side, spelled so that no browser can take it for another site's. */
const LOCAL = /^\/admin(?:[/?][\w./?=&%+:,~-]*)?$/

/** Steps up, however they are written, and what a browser may read as another host. */
const LEADS_AWAY = /\/\/|\/(?:\.|%2e)|%(?:2f|5c)/i

/** Pages that a sign-in never leads back to: they would ask again, or throw out again. */
const NOT_A_GOAL = /^\/admin\/(?:sign-in|sign-out|auth|join)(?:[/?]|$)/

/** Where to go after a sign-in: the address that was asked for when it is a path under `/admin`, else the first page there. */
export function localBack(asked: string | null | undefined): string {
  const back = asked ?? ''
  return LOCAL.test(back) && !LEADS_AWAY.test(back) && !NOT_A_GOAL.test(back) ? back : '/admin'
}
