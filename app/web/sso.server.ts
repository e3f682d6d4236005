/**
 * Single sign-on by another service of the instance's own choice (OpenID Connect, code flow with PKCE): the only file
 * that knows the client library. What was begun is kept sealed in a cookie, so that any process
 * can finish it, and a finished or a foreign one opens nothing. Source of the checks: OpenID Connect Core 1.0, 3.1.2.
 */
import { z } from 'zod'
import type { Identity } from '#app/domain/accounts/identities.server.ts'
import type { Vault } from '#app/domain/accounts/vault.ts'
import { Problem } from '#app/domain/problem.ts'
import type { Config } from './config.ts'
import { cookieNames } from './request.server.ts'

const Begun = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  /** the account to tie the identity to; null: somebody signs in */
  linking: z.string().nullable(),
  until: z.number(),
  href: z.string(),
})
type Intent = { next: string; linking: string | null }

const MINUTES = 10
const USE = 'single sign-on'
export const ssoPath = '/signin/sso/callback'

type Settings = NonNullable<Config['sso']>
type Library = typeof import('openid-client')

/** The service as this process knows it; asked for its addresses when first needed, and again after a failure. */
export class SingleSignOn {
  readonly title: string
  readonly #settings: Settings
  readonly #config: Pick<Config, 'publicUrl'>
  readonly #vault: Vault
  #known: Promise<{ library: Library; service: Awaited<ReturnType<Library['discovery']>> }> | undefined

  constructor(settings: Settings, config: Pick<Config, 'publicUrl'>, vault: Vault) {
    this.title = settings.title
    this.#settings = settings
    this.#config = config
    this.#vault = vault
  }

  /** As the identities of this service name it. */
  get issuer(): string {
    return this.#settings.issuer
  }

  /** Where to send the browser, and the cookie it takes along. Problem('sso-down') when the service does not answer. */
  async begin({ next, linking }: Intent, now: Date): Promise<{ href: string; cookie: string }> {
    const { library, service } = await this.#service()
    const [state, nonce, verifier] = [
      library.randomState(),
      library.randomNonce(),
      library.randomPKCECodeVerifier(),
    ]
    const href = library.buildAuthorizationUrl(service, {
      redirect_uri: this.#config.publicUrl + ssoPath,
      scope: 'openid',
      code_challenge: await library.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    const until = now.getTime() + MINUTES * 60_000
    const begun = { state, nonce, verifier, next: next.slice(0, 2000), linking, until, href: href.href }
    const sealed = this.#vault.seal(Buffer.from(JSON.stringify(begun)), USE)
    return { href: href.href, cookie: this.#cookieOf(sealed, MINUTES * 60) }
  }

  /**
   * Who came back, and what for. Problem('sso-refused') when the service or its user refused, when this browser began
   * nothing, too long ago or something else; Problem('sso-down') when the service does not answer.
   */
  async finish(search: string, sealed: string | undefined, now: Date): Promise<Identity & Intent> {
    const begun = this.begun(sealed, now)
    if (!begun) throw new Problem('sso-refused')
    const { state, nonce, verifier, next, linking } = begun
    const { library, service } = await this.#service()
    const checks = {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    }
    const claims = await library
      .authorizationCodeGrant(service, new URL(this.#config.publicUrl + ssoPath + search), checks)
      .then((tokens) => tokens.claims())
      .catch((error: unknown) => {
        throw new Problem(isUnanswered(error) ? 'sso-down' : 'sso-refused')
      })
    if (!claims?.sub) throw new Problem('sso-refused')
    return { issuer: this.issuer, subject: claims.sub, next, linking }
  }

  /** What this browser began not too long ago, and where it goes on; null for nothing. */
  begun(sealed: string | undefined, now: Date): z.output<typeof Begun> | null {
    const text = sealed ? this.#vault.open(sealed, USE) : null
    const parsed = text ? Begun.safeParse(JSON.parse(text.toString())) : null
    return parsed?.success && parsed.data.until >= now.getTime() ? parsed.data : null
  }

  /** Set-Cookie that forgets what was begun. */
  get forgotten(): string {
    return this.#cookieOf('', 0)
  }

  #cookieOf(value: string, seconds: number): string {
    const secure = this.#config.publicUrl.startsWith('https:') ? '; Secure' : ''
    return `${cookieNames.begun}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`
  }

  #service() {
    this.#known ??= discovered(this.#settings).catch(() => {
      this.#known = undefined
      throw new Problem('sso-down')
    })
    return this.#known
  }
}

async function discovered({ issuer, clientId, clientSecret }: Settings) {
  const library = await import('openid-client')
  const plain = issuer.startsWith('http:')
  const service = await library.discovery(
    new URL(issuer),
    clientId,
    {},
    library.ClientSecretBasic(clientSecret),
    {
      timeout: 10,
      execute: plain ? [library.allowInsecureRequests] : [],
    },
  )
  return { library, service }
}

/** The service did not answer at all, or answered that it is out of order. */
function isUnanswered(error: unknown): boolean {
  const { name, code, cause, status } = error as Error & { code?: string; cause?: Error; status?: number }
  return (
    code === 'OAUTH_TIMEOUT' ||
    name === 'TimeoutError' ||
    cause?.name === 'TimeoutError' ||
    error instanceof TypeError ||
    (status ?? 0) >= 500
  )
}
