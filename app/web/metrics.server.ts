/** Request ids, one log line an answer, and the figures behind /metrics. */
import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { pathLine } from './log-lines.ts'

export interface Metrics {
  registry: Registry
  requests: Histogram<'method' | 'status'>
  pages: Counter<'cache'>
  logLag: Gauge
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Histogram({
      name: 'rses_request_seconds',
      help: 'Time to answer',
      labelNames: ['method', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
      registers: [registry],
    }),
    pages: new Counter({
      name: 'rses_guest_pages',
      help: 'Guest pages by cache answer',
      labelNames: ['cache'],
      registers: [registry],
    }),
    logLag: new Gauge({
      name: 'rses_log_pending',
      help: 'Log entries waiting for their seal',
      registers: [registry],
    }),
  }
}

/** Gives the request its id (ours: a visitor's own is not trusted), counts it and logs it without query or address. */
export function measured(log: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const began = process.hrtime.bigint()
    const id = randomUUID()
    response.locals.requestId = id
    response.setHeader('X-Request-Id', id)
    response.on('close', () => {
      const seconds = Number(process.hrtime.bigint() - began) / 1e9
      // a line that stays open for half an hour is no slow answer
      if (!response.locals.live)
        metrics.requests.observe({ method: request.method, status: response.statusCode }, seconds)
      const line = {
        id,
        method: request.method,
        path: pathLine(request.path),
        status: response.statusCode,
        ms: Math.round(seconds * 1000),
      }
      if (response.statusCode >= 500) log.error(line, 'request')
      else log.debug(line, 'request')
    })
    next()
  }
}
