/** The public keys of this site as a JWK set (RFC 7517, 8037), all there ever were: what checks a signed file elsewhere. */
import type { Express } from 'express'
import type { Ctx } from '#app/domain/ctx.ts'
import { signingKeysOf } from '#app/domain/experts/statements/signing.server.ts'
import type { Services } from '#app/web/services.ts'

export function register(app: Express, services: Services): void {
  app.get('/keys.json', async (_, response, next) => {
    try {
      const ctx: Ctx = { db: services.web.db, actor: null, now: new Date(), zone: services.zone }
      const keys = (await signingKeysOf(ctx)).map(({ id, publicKey, beganAt, endedAt }) => ({
        ...{ kid: id, kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', x: publicKey },
        ...{ from: beganAt.toISOString(), until: endedAt?.toISOString() ?? null },
      }))
      response.setHeader('Cache-Control', 'public, no-cache')
      response.json({ keys })
    } catch (error) {
      next(error)
    }
  })
}
