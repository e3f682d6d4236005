/**
 * Security headers: nothing from other hosts, scripts only with the page's nonce, no framing by others but of what is
 * made for it: `/embed` shows a guest's view and takes no decision, so there is nothing to lure a click into.
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
  const helmeted = helmet({
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
        frameAncestors: [(request) => (framed(request as Request) ? '*' : "'none'")],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  })
  return (request, response, next) =>
    helmeted(request, response, (error) => {
      if (framed(request)) response.removeHeader('X-Frame-Options')
      next(error)
    })
}

/** Made for frames of other sites. */
function framed({ path }: Request): boolean {
  return path.startsWith('/embed/')
}
