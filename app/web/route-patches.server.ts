/**
 * What the browser asks of the routes behind the links of a page, once for each set of links.
 *
 * The library's own answer matches every link against the whole table, which took longer than most pages. Ours says
 * the same; what it would refuse is left to it.
 */
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { isEndless } from './malformed.ts'
import { NearRoutes } from './near-routes.ts'

const LINKS = 200
const YEAR = 'public, max-age=31536000, immutable'

/** Answers `/__manifest` of the running build; another version and a strange question go on to the library. */
export function routePatches({ routes, assets }: ServerBuild): RequestHandler {
  const near = new NearRoutes(routes)
  return (request, response, next) => {
    if (request.path !== '/__manifest' || request.method !== 'GET') return next()
    const { searchParams } = new URL(request.originalUrl, 'http://localhost')
    const links = searchParams.getAll('p')
    if (searchParams.get('version') !== assets.version || links.length === 0 || links.length > LINKS)
      return next()
    const ids = new Set(links.flatMap((link) => (isEndless(link) ? [] : [...near.matched(link)])))
    response.setHeader('Cache-Control', YEAR)
    response.json(Object.fromEntries([...ids].map((id) => [id, assets.routes[id]])))
  }
}
