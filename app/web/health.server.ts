/** Health for machines: alive, ready to serve, and figures in the Prometheus text format. */

import { sql } from 'drizzle-orm'
import { Router } from 'express'
import type { Metrics } from './metrics.server.ts'
import type { Services } from './services.ts'

/** /healthz: the process answers. /readyz: so does the database. /metrics: counters, for the machine itself only. */
export function health(services: Services, metrics: Metrics): Router {
  const router = Router()
  router.get('/healthz', (_, response) => {
    response.type('text/plain').send('ok\n')
  })
  router.get('/readyz', async (_, response) => {
    try {
      await services.web.db.execute(sql`select 1`)
      response.type('text/plain').send('ready\n')
    } catch (error) {
      services.log.error({ err: error }, 'database does not answer')
      response.status(503).type('text/plain').send('database does not answer\n')
    }
  })
  router.get('/metrics', async (request, response) => {
    if (!isLocal(request.socket.remoteAddress) || request.headers['x-forwarded-for']) {
      response.status(404).type('text/plain').send('not found\n')
      return
    }
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
  return router
}

// Figures tell how many people come and go: they are for a collector on the same machine, not for visitors.
function isLocal(address: string | undefined): boolean {
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1'
}
