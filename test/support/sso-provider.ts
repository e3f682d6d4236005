/** A real OpenID Connect provider in this process, and a person walking to it and back without a browser. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export interface SsoProvider {
  issuer: string
  /** The environment of a site that trusts it. */
  settings: Record<string, string>
  stop: () => Promise<void>
}

/** Starts it for the site of this address. Whoever signs in there is whom the form names; any password will do. */
export async function startProvider(site: string): Promise<SsoProvider> {
  let provider: Provider | undefined
  const server = createServer((request, response) => provider?.callback()(request, response))
  const issuer = `http://127.0.0.1:${await listening(server)}`
  const [id, secret] = ['rses', 'a secret of the tests']
  provider = new Provider(issuer, {
    clients: [
      {
        client_id: id,
        client_secret: secret,
        redirect_uris: [`${site}/signin/sso/callback`],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['a key of the tests'] },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  })
  return {
    issuer,
    settings: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: id,
      OIDC_CLIENT_SECRET: secret,
      OIDC_TITLE: 'Вход института',
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A port that nobody holds now. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  const port = await listening(probe)
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** A person with cookies of their own at each server, who follows what servers say. */
export class Walker {
  readonly #jars = new Map<string, Map<string, string>>()

  /** One request, nothing followed. */
  async ask(url: string, form?: Record<string, string>): Promise<Response> {
    const { origin } = new URL(url)
    const jar = this.#jars.get(origin) ?? new Map<string, string>()
    this.#jars.set(origin, jar)
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        Accept: 'text/html',
        Origin: origin,
        Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return answer
  }

  /** Follows redirects; stops before a request of `until`, or at an answer that leads nowhere. */
  async follow(url: string, until: (url: string) => boolean = () => false): Promise<string> {
    for (let here = url; ; ) {
      if (until(here)) return here
      const to = (await this.ask(here)).headers.get('location')
      if (!to) return here
      here = new URL(to, here).href
    }
  }

  /** Through the pages of the provider, as `login`; gives the address of the site to which it sends the browser. */
  async pass(start: string, login: string): Promise<string> {
    const back = (url: string) => new URL(url).pathname === '/signin/sso/callback'
    let here = await this.follow(start, back)
    for (let step = 0; !back(here) && step < 3; step += 1) {
      const page = await (await this.ask(here)).text()
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
      if (!prompt) return here
      const answer = await this.ask(here, { prompt, ...(prompt === 'login' ? { login, password: 'x' } : {}) })
      here = await this.follow(new URL(answer.headers.get('location') ?? '', here).href, back)
    }
    return here
  }
}
