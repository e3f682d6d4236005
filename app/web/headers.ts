/**
 * Security headers: nothing from other hosts, scripts only with the page's nonce, no framing by others.
 *
 * `style-src` needs 'unsafe-inline': the editor's tables write style attributes. HSTS and upgrade-insecure-requests
 * only behind https, or a plain-http installation would lock its visitors out.
 */
import type { Request, RequestHandler } from 'express'
import helmet from 'helmet'

/** `nonceOf` tells the nonce of this request's page. */
export function securityHeaders({
  https,
  nonceOf,
  development,
}: {
  https: boolean
  nonceOf: (request: Request) => string
  development: boolean
}): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'strict-dynamic'", (request) => `'nonce-${nonceOf(request as Request)}'`],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: development ? ["'self'", 'ws:'] : ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  })
}
