import 'server-only'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { betterAuth } from 'better-auth/minimal'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import { PASSWORD } from '@/lib/contract/people/password'
import { kept } from '@/lib/db/client'
import { admitThroughOrganisation, refuseTheDisabled, takeUpInvitation } from './admission'
import { type Organisation, type SignInSettings, signInSettings } from './settings'

/** Where the two addresses of an organisation's sign-in begin; nothing else of the library is answered over HTTP. */
export const AUTH_PATH = '/admin/auth'

/** By this name accounts of the organisation are kept. */
export const ORGANISATION = 'organisation'

/** No session outlives a week, however often it is used; one that is left alone ends sooner, see `session.ts`. */
const SESSION_SECONDS = 7 * 24 * 3_600

export type Auth = ReturnType<typeof open>

/** On the global object, so that every bundle of the server shares one. */
const home = globalThis as typeof globalThis & { sluiceAuth?: { readonly auth: Auth; readonly over: unknown } }

/** The sign-in library over the editors' connections; opened anew when these were closed and opened again. */
export function auth(): Auth {
  const { editors } = kept()
  if (home.sluiceAuth?.over !== editors) home.sluiceAuth = { auth: open(signInSettings()), over: editors }
  return home.sluiceAuth.auth
}

function open({ secret, baseUrl, organisation }: SignInSettings) {
  const origin = baseUrl ?? 'http://localhost'
  return betterAuth({
    appName: 'Sluice',
    baseURL: origin,
    basePath: AUTH_PATH,
    secret,
    database: prismaAdapter(kept().editors.prisma, { provider: 'postgresql', transaction: true }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD.least,
      maxPasswordLength: PASSWORD.most,
    },
    user: {
      modelName: 'person',
      additionalFields: {
        role: { type: 'string', required: false, input: false, defaultValue: 'viewer' },
        disabledAt: { type: 'date', required: false, input: false },
      },
    },
    // The organisation's account joins a person's by an address that the organisation itself has verified, and by no other.
    account: { modelName: 'account', accountLinking: { enabled: true, requireLocalEmailVerified: false } },
    session: {
      modelName: 'session',
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    verification: { modelName: 'signInToken' },
    plugins: [
      twoFactor({ issuer: 'Sluice', schema: { twoFactor: { modelName: 'twoFactor' } } }),
      ...(organisation === null ? [] : [genericOAuth({ config: [providerOf(organisation)] })]),
    ],
    databaseHooks: {
      user: { create: { before: admitThroughOrganisation, after: takeUpInvitation } },
      session: { create: { before: refuseTheDisabled } },
    },
    // `cookies.ts` decides per request whether a cookie is `Secure`: over `localhost` a browser takes no other.
    advanced: {
      cookiePrefix: 'sluice',
      useSecureCookies: false,
      defaultCookieAttributes: { path: '/admin', secure: origin.startsWith('https:') },
      ipAddress: { ipAddressHeaders: ['x-sluice-address'] },
    },
    rateLimit: { enabled: false }, // its own limit goes by headers that a client writes; ours are in limits.ts
    telemetry: { enabled: false },
    logger: { disabled: true }, // it would log addresses of people; the audit log tells who signed in
    trustedOrigins: [origin],
  })
}

function providerOf({ issuer, clientId, clientSecret }: Organisation) {
  return {
    providerId: ORGANISATION,
    discoveryUrl: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    requireIdTokenVerification: true, // a token that nobody's key signed tells nothing
  }
}
