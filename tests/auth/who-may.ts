/**
 * What each door of the editors' side asks of whoever knocks. `anybody` is open; `form` is for editors, but somebody who is
 * none is answered on the spot, so that what was typed is not lost.
 */
export type Needs = 'anybody' | 'viewer' | 'editor' | 'reviewer' | 'admin' | 'form'

/** Actions by file and name. Whoever adds one adds a row. */
export const ACTIONS: Readonly<Record<string, Needs>> = {
  'account/actions.ts saveNames': 'viewer',
  'account/actions.ts savePassword': 'viewer',
  'account/actions.ts setUpSecondFactor': 'viewer',
  'account/actions.ts signOutElsewhere': 'viewer',
  'account/actions.ts signOutEverywhere': 'viewer',
  'account/actions.ts turnSecondFactorOff': 'viewer',
  'drafts/[draft]/actions.ts abandon': 'editor',
  'drafts/[draft]/actions.ts approve': 'form',
  'drafts/[draft]/actions.ts comment': 'form',
  'drafts/[draft]/actions.ts confirmRule': 'form',
  'drafts/[draft]/actions.ts describe': 'form',
  'drafts/[draft]/actions.ts overrideRule': 'form',
  'drafts/[draft]/actions.ts publish': 'editor',
  'drafts/[draft]/actions.ts remove': 'editor',
  'drafts/[draft]/actions.ts requestChanges': 'form',
  'drafts/[draft]/actions.ts submit': 'form',
  'drafts/[draft]/actions.ts withdraw': 'form',
  'drafts/[draft]/entries/actions.ts autosaveEntry': 'form',
  'drafts/[draft]/entries/actions.ts saveEntry': 'form',
  'drafts/[draft]/rebase/actions.ts rebase': 'form',
  'drafts/[draft]/retire/[kind]/[key]/actions.ts retire': 'form',
  'drafts/new/actions.ts open': 'form',
  'history/[revision]/actions.ts revert': 'editor',
  'history/[revision]/actions.ts review': 'form',
  'import/[run]/actions.ts makeDraft': 'form',
  'join/[token]/actions.ts acceptInvitation': 'anybody',
  'people/actions.ts disablePerson': 'admin',
  'people/actions.ts dropSecondFactor': 'admin',
  'people/actions.ts enablePerson': 'admin',
  'people/actions.ts giveRole': 'admin',
  'people/actions.ts invitePerson': 'admin',
  'people/actions.ts withdrawInvitation': 'admin',
  'sign-in/actions.ts signInWithCode': 'anybody',
  'sign-in/actions.ts signInWithPassword': 'anybody',
  'sign-out/actions.ts signOut': 'anybody',
  'verify/confirm/[draft]/actions.ts publishLook': 'editor',
  'verify/look/actions.ts prepareLook': 'form',
}

/** Pages and route handlers by file, and by method where a file answers more than pages do. */
export const ROUTES: Readonly<Record<string, Needs>> = {
  'account/page.tsx': 'viewer',
  'account/password/page.tsx': 'viewer',
  'audit/export/route.ts GET': 'admin',
  'audit/page.tsx': 'admin',
  'auth/callback/organisation/route.ts GET': 'anybody',
  'drafts/[draft]/consequences/page.tsx': 'viewer',
  'drafts/[draft]/entries/[entry]/page.tsx': 'editor',
  'drafts/[draft]/entries/new/[kind]/page.tsx': 'editor',
  'drafts/[draft]/page.tsx': 'viewer',
  'drafts/[draft]/rebase/page.tsx': 'editor',
  'drafts/[draft]/records/page.tsx': 'editor',
  'drafts/[draft]/retire/[kind]/[key]/page.tsx': 'editor',
  'drafts/new/page.tsx': 'editor',
  'drafts/page.tsx': 'viewer',
  'export/[file]/route.ts GET': 'viewer',
  'export/page.tsx': 'viewer',
  'history/[revision]/page.tsx': 'viewer',
  'history/page.tsx': 'viewer',
  'import/[run]/page.tsx': 'editor',
  'import/page.tsx': 'editor',
  'import/upload/route.ts POST': 'editor',
  'join/[token]/page.tsx': 'anybody',
  'not-allowed/page.tsx': 'viewer',
  'page.tsx': 'viewer',
  'people/page.tsx': 'admin',
  'sign-in/code/page.tsx': 'anybody',
  'sign-in/organisation/route.ts GET': 'anybody',
  'sign-in/page.tsx': 'anybody',
  'verify/confirm/[draft]/page.tsx': 'editor',
  'verify/look/page.tsx': 'editor',
  'verify/page.tsx': 'viewer',
}

/** Open to who has signed in with a one-time password, and must change it before anything else. */
export const BEFORE_THE_PASSWORD_IS_CHANGED: readonly string[] = [
  'account/actions.ts savePassword',
  'account/actions.ts signOutElsewhere',
  'account/password/page.tsx',
]
